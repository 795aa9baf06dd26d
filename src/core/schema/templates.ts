/** Starting points for the schema of a project, as the text of `annotations/schema.yaml`. */
import type { Layout } from '../model/schema';
import { quoted } from '../storage/emit';
import { ACE_TEMPLATE } from './template-ace';

export interface Template {
  readonly id: 'news' | 'diplomacy' | 'ace' | 'empty';
  readonly label: string;
  /** For whom, and what is in it. */
  readonly detail: string;
  /** What follows `format`, sources and layout; whole lines. */
  readonly text: string;
}

/** The choices of a project that all starting points have in common. */
export interface StartingChoices {
  readonly sources: readonly string[];
  readonly layout: Layout;
}

const NEWS = `# Nothing has to stand here: the built-in types are in force, those of PLOVER (Open Event Data Alliance)
# and statements. What you write is added to them; null takes one away.
#
# entityTypes:
#   ministry: { parent: organisation, color: teal, description: "Part of a government." }
#   product: null
# eventTypes:
#   consult: { key: c }
# requiredMetadata: [publisher, published]
# checks: { orphaned: error, alias-shared: off }
`;

const DIPLOMACY = `# Built on the built-in types. Names of event types, modes, contexts and sectors are those of PLOVER 2.0
# (Open Event Data Alliance, CC BY-SA 4.0); the descriptions are not.
entityTypes:
  person: { key: p }
  place: { key: l, description: "A country, region or city, also where it stands for its government." }
  organisation: { key: o }
  government: { parent: organisation, key: g, description: "A government, cabinet or head of state's office." }
  ministry: { parent: government, key: m }
  embassy: { parent: organisation, color: sky, key: e, description: "An embassy, consulate or mission." }
  international-organisation: { parent: organisation, color: red, key: i, description: "An alliance, union or body of states." }
  treaty: { parent: document, key: t, description: "A treaty, agreement, communiqué or joint statement." }
  document: { key: d }
relationTypes:
  accredited-to: { parent: represents, from: [person, embassy], to: [place, organisation], description: "Is ambassador or envoy to it." }
  party-to: { from: [place, organisation], to: [document], description: "Has signed or ratified it." }
attributes:
  context:
    on: [event]
    values: [military, intelligence, executive, legislative, election, political_institutions, pro_democracy,
      pro_autocracy, economic, legal, reparations, human_rights, rights_freedoms, repression, human_security,
      gender, lgbt, religion_ethnicity, inequality, diplomatic, territory, peacekeeping, health, asylum,
      migration, disasters, natural_resource, environment, technology, terrorism, cbrn, cyber,
      misinformation, crime, corruption, illegal_drugs, trafficking]
  sector:
    on: [entity]
    values: [COP, GOV, JUD, LEG, MIL, PRM, PTY, REB, SPY, UAF, UNK, AGR, BUS, CRM, CVL, EDU, ELI, JRN, LAB,
      MED, REF, OPP, PRE, REL, SOC]
requiredMetadata: [publisher, published, language]
`;

const EMPTY = `# No types but those that you declare here; without "extends: none" the built-in ones are in force too.
extends: none
entityTypes:
  person: { label: Person, color: blue, key: p }
# eventTypes:
#   meeting:
#     modes: [in-person, phone]
#     roles: { participant: { types: [person], min: 2 }, place: { max: 1 } }
# relationTypes:
#   knows: { from: [person], to: [person] }
# attributes:
#   tone: { values: [calm, angry], on: [event] }
`;

export const TEMPLATES: readonly Template[] = [
  {
    id: 'news',
    label: 'News analyst',
    detail: 'Nine entity types, the sixteen event types of PLOVER, and statements.',
    text: NEWS,
  },
  {
    id: 'diplomacy',
    label: 'Diplomacy (PLOVER)',
    detail:
      'The same with governments, ministries, embassies and treaties; contexts and sectors of PLOVER.',
    text: DIPLOMACY,
  },
  {
    id: 'ace',
    label: 'ACE 2005',
    detail: 'Seven entity types and 33 event types with the roles of the ACE corpora.',
    text: ACE_TEMPLATE,
  },
  {
    id: 'empty',
    label: 'Empty',
    detail: 'One entity type and nothing else: declare your own.',
    text: EMPTY,
  },
];

/** The whole text of a schema file. */
export function schemaText({ text }: Template, { sources, layout }: StartingChoices): string {
  return [
    'format: schema/1',
    '# Everything here is optional: docs/schema.md of Source Annotator describes it, completion offers it.',
    `sources: [${sources.map(quoted).join(', ')}]`,
    `layout: ${layout} # ${LAYOUT_WORDS[layout]}`,
    text,
  ].join('\n');
}

const LAYOUT_WORDS: Readonly<Record<Layout, string>> = {
  folder: 'annotations/<path of the source>.ann.yaml; beside: next to the source',
  beside: 'next to the source; folder: annotations/<path of the source>.ann.yaml',
};
