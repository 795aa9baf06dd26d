/** What is known of an annotation or record, put together for hovers and tooltips. */
import type { EventAccounts } from '../accounts/account';
import { accountsOf } from '../accounts/accountsOf';
import { formatEdtf } from '../dates/edtf';
import { kindOf, quoteOf, type Annotation } from '../model/annotation';
import type { Entity, EventRecord } from '../model/records';
import type { Schema } from '../model/schema';
import type { Thread } from '../model/thread';
import { statusOf } from '../review/progress';
import { credibilityWords } from '../schema/admiralty';
import { linkAddress, linkLabel } from '../schema/links';
import { entityTypeOf, eventTypeOf } from '../schema/lookup';
import type { AnnotationRecord, Store } from '../store/store';
import { accountsInShort, contradictionsOf } from './accounts';
import { annotationIcon, entityTypeIcon, eventTypeIcon, SOURCE_ICON } from './icons';
import type { NodeIcon, OutlineSubject } from './node';
import { targetName } from './participants';
import { standing } from './passages';
import { decisionWords, stateWords, threadLine } from './progress';
import { relationsOf, relationWords } from './relations';
import type { Tallies, Tally } from './tallies';
import { count, dotted, shorten, spaced } from './words';

export interface Card {
  readonly title: string;
  /** What kind of thing it is, in a few words. */
  readonly type: string;
  readonly icon: NodeIcon;
  readonly facts: readonly Fact[];
  /** The words of the analyst, possibly long and of several lines. */
  readonly notes: readonly string[];
  /** What is discussed about it, a line for each thread; absent where nothing is. */
  readonly discussion?: readonly string[];
  /** Who wrote it and when, a line each; absent where nobody asked. */
  readonly blame?: readonly string[];
  readonly links: readonly CardLink[];
}

interface Fact {
  readonly name: string;
  readonly value: string;
}

export interface CardLink {
  readonly label: string;
  readonly action: 'open' | 'mentions' | 'show' | 'edit' | 'link' | 'change' | 'delete' | 'comment';
  readonly subject: OutlineSubject;
  /** Of `link`: the key of the link. */
  readonly link?: string;
}

const MOST_ALIASES = 8;
const LONGEST_TITLE = 120;
const MOST_CONTRADICTIONS = 2;

/** The annotation, what it says here, and the record it is about. */
export function annotationCard(store: Store, tallies: Tallies, record: AnnotationRecord): Card {
  const { annotation, source } = record;
  const entity = store.indexes.entity(annotation.entity ?? '');
  const event = store.indexes.event(annotation.event ?? '');
  const about =
    entity !== undefined
      ? entityCard(store, tallies, entity)
      : event !== undefined
        ? eventCard(store, tallies, event)
        : ownCard(store, annotation);
  const subject = { kind: 'annotation', source, id: annotation.id } as const;
  return {
    ...about,
    facts: [...about.facts, ...passageFacts(store, annotation, source)],
    notes: annotation.note === undefined ? about.notes : [...about.notes, annotation.note],
    ...discussion(annotation.thread, (entity ?? event)?.thread),
    links: [
      ...(about.links.length > 0
        ? about.links
        : [{ label: 'Open YAML', action: 'open' as const, subject }]),
      { label: 'Change', action: 'change', subject },
      { label: 'Delete', action: 'delete', subject },
      { label: 'Comment', action: 'comment', subject },
    ],
  };
}

export function entityCard(store: Store, tallies: Tallies, entity: Entity): Card {
  const { id, name, type, aliases, links, note } = entity;
  const { schema } = store;
  return {
    title: name,
    type: entityTypeOf(schema, type).label,
    icon: entityTypeIcon(schema, type),
    facts: facts([
      ['Also called', listed(aliases.map(({ text }) => text))],
      [
        'Links',
        listed(Object.entries(links).map(([key, of]) => `${linkLabel(schema, key)} ${of}`)),
      ],
      ['Relations', listed(relationsOf(store, id).map(relationWords))],
      ['Mentioned', tallySentence(tallies.of(id))],
    ]),
    notes: note === undefined ? [] : [note],
    ...discussion(entity.thread),
    links: [
      ...recordLinks({ kind: 'entity', id }, 'All Mentions'),
      ...outsideLinks(schema, entity),
    ],
  };
}

export function eventCard(store: Store, tallies: Tallies, event: EventRecord): Card {
  const { id, title, type, mode, date, place, participants, status, note } = event;
  const { indexes, schema } = store;
  const { label } = eventTypeOf(schema, type);
  const accounts = accountsOf(store, id);
  const roles = new Map<string, Map<string, string>>();
  for (const { role, entity } of participants) {
    const live = indexes.entity(entity)?.id ?? indexes.event(entity)?.id ?? entity;
    const names = roles.get(role) ?? new Map<string, string>();
    roles.set(role, names.set(live, targetName(store, '', entity)));
  }
  return {
    title: shorten(title, LONGEST_TITLE),
    type: mode === undefined ? label : `${label} (${spaced(mode)})`,
    icon: eventTypeIcon(schema, type),
    facts: facts([
      ['Date', date === undefined ? undefined : formatEdtf(date)],
      ['Status', status],
      ...[...roles].map(
        ([role, names]) => [capital(spaced(role)), [...names.values()].join(', ')] as const,
      ),
      ['Place', place === undefined ? undefined : targetName(store, '', place)],
      ['Reported', tallySentence(tallies.of(id))],
      ['Sources say', accountsInShort(accounts)],
      ['Against one another', accounts && against(store, accounts)],
    ]),
    notes: note === undefined ? [] : [note],
    ...discussion(event.thread),
    links: recordLinks({ kind: 'event', id }, 'All Evidence'),
  };
}

/** The first contradictions in words. */
function against(store: Store, accounts: EventAccounts): string {
  const all = contradictionsOf(store, accounts);
  const shown = all.slice(0, MOST_CONTRADICTIONS).join('; ');
  const more = all.length - MOST_CONTRADICTIONS;
  return more > 0 ? `${shown}; and ${more} more` : shown;
}

export function sourceCard(store: Store, path: string): Card {
  const { title, publisher, published, language, url, reliability, thread } =
    store.indexes.source(path) ?? {};
  const known = shorten(title ?? '', LONGEST_TITLE);
  return {
    title: known === '' ? shorten(path, LONGEST_TITLE) : known,
    type: 'Source',
    icon: SOURCE_ICON,
    facts: facts([
      ['Publisher', publisher],
      ['Published', published === undefined ? undefined : formatEdtf(published)],
      ['Language', language],
      ['Reliability', reliability],
      ['Address', url],
      ['File', path],
      ['State', stateWords(statusOf(store.indexes, path))],
    ]),
    notes: [],
    ...discussion(thread),
    links: [],
  };
}

/** Of an annotation that names no record, or one that is not there. */
function ownCard(store: Store, annotation: Annotation): Card {
  const { entity, event, type, value } = annotation;
  const card = {
    title: shorten(quoteOf(annotation), LONGEST_TITLE),
    icon: annotationIcon(store.schema, store.indexes, annotation),
    facts: [],
    notes: [],
    links: [],
  };
  switch (kindOf(annotation)) {
    case 'mention':
      return { ...card, title: entity ?? '', type: 'Entity without a record' };
    case 'evidence':
      return { ...card, title: event ?? '', type: 'Event without a record' };
    case 'statement':
      return { ...card, type: 'Statement' };
    case 'time':
      return { ...card, type: 'Time', facts: facts([['Means', timeWords(value)]]) };
    case 'note':
      return { ...card, type: 'Note' };
    case 'typed':
      return { ...card, type: spaced(type ?? ''), facts: facts([['Value', value]]) };
  }
}

/** What this passage says, as against what its record says. */
function passageFacts(store: Store, annotation: Annotation, source: string): readonly Fact[] {
  const { roles, credibility, attributes, by } = annotation;
  return facts([
    ...roles.map(
      ({ role, target }) => [capital(spaced(role)), targetName(store, source, target)] as const,
    ),
    ['Here', dotted(standing(annotation))],
    ['Credibility', credibility === undefined ? undefined : credibilityWords(credibility)],
    ...Object.entries(attributes).map(
      ([name, value]) => [capital(spaced(name)), `${value}`] as const,
    ),
    ['Decided', decisionWords(annotation)],
    ['Annotated by', by],
  ]);
}

/** Of what it is, and of the record that an annotation is about. */
function discussion(own: Thread | undefined, ofRecord?: Thread): Pick<Card, 'discussion'> {
  const lines = [
    ...(own === undefined ? [] : [threadLine(own)]),
    ...(ofRecord === undefined ? [] : [`On the record: ${threadLine(ofRecord)}`]),
  ];
  return lines.length === 0 ? {} : { discussion: lines };
}

function recordLinks(subject: OutlineSubject, all: string): readonly CardLink[] {
  return [
    { label: 'Open Record', action: 'open', subject },
    { label: all, action: 'mentions', subject },
    { label: 'Show in Sidebar', action: 'show', subject },
    { label: 'Edit Record', action: 'edit', subject },
  ];
}

/** To the pages that the record links to. */
function outsideLinks(schema: Schema, { id, links }: Entity): readonly CardLink[] {
  return Object.entries(links).flatMap(([key, of]): readonly CardLink[] => {
    if (linkAddress(schema, key, of) === undefined) return [];
    const subject = { kind: 'entity', id } as const;
    return [{ label: `Open ${linkLabel(schema, key)}`, action: 'link', subject, link: key }];
  });
}

function facts(pairs: readonly (readonly [string, string | undefined])[]): readonly Fact[] {
  return pairs.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [{ name, value }],
  );
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_ALIASES).join(', ');
  const more = names.length - MOST_ALIASES;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function tallySentence({ passages, sources }: Tally): string {
  if (passages === 0) return 'nowhere yet';
  return `${count(passages, 'time')} in ${count(sources, 'source')}`;
}

function timeWords(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const words = formatEdtf(value);
  return words === value ? value : `${words} (${value})`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
