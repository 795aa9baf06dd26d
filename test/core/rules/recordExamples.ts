/** Examples of checks of references, records, types and dates. */
import { annotationFile, entityFile, eventFile, lines } from '../workspace';
import { SOURCE, record, mention, lawFile, type Example } from './exampleParts';

export const RECORD_EXAMPLES: Readonly<Record<string, Example>> = {
  'entity-unknown': {
    files: {
      ...entityFile('wang-yi'),
      ...record('exact: "Wang Yi"', 'entity: wang-yii # who?'),
    },
    source: SOURCE,
    fixes: [
      'Change to “wang-yi” (wang-yi)',
      'Create the entity “wang-yii” (Person), named “Wang Yi”',
      'Create the entity “wang-yii” (Organisation), named “Wang Yi”',
      'Create the entity “wang-yii” (Place), named “Wang Yi”',
      'Remove the reference; keep “wang-yii” as a note',
    ],
  },
  'event-unknown': {
    files: record('exact: "arrived"', 'event: arrival', 'type: consult'),
    source: SOURCE,
    fixes: [
      'Create the event “arrival” (Consult), titled “arrived”',
      'Remove the reference to “arrival”',
    ],
  },
  'role-target-unknown': {
    files: {
      ...entityFile('li-hui'),
      ...record('exact: "arrived"', 'roles: [{ role: actor, target: li-huy, sure: true }]'),
    },
    source: SOURCE,
    fixes: [
      'Change to “li-hui” (li-hui)',
      'Create the entity “li-huy” (Person), named “Li Huy”',
      'Create the entity “li-huy” (Organisation), named “Li Huy”',
      'Create the entity “li-huy” (Place), named “Li Huy”',
      'Remove the role “actor”',
    ],
  },
  'participant-unknown': {
    files: {
      ...entityFile('li-hui'),
      ...eventFile(
        'visit',
        'participants:',
        '  - { role: actor, entity: li-hui }',
        '  - { role: recipient, entity: nobody }',
      ),
    },
    fixes: [
      'Create the entity “nobody” (Person), named “Nobody”',
      'Create the entity “nobody” (Organisation), named “Nobody”',
      'Create the entity “nobody” (Place), named “Nobody”',
      'Remove the participant “nobody”',
    ],
  },
  'type-unknown': {
    files: record('exact: "arrived"', 'type: statment', 'note: "n"'),
    source: SOURCE,
    fixes: [
      'Change the type to “statement”',
      'Declare the event type “statment” in the schema',
      'Leave the type out',
    ],
  },
  'type-differs': {
    files: {
      ...entityFile('wang-yi'),
      ...record('exact: "Wang Yi"', 'entity: wang-yi', 'type: place'),
    },
    source: SOURCE,
    fixes: ['Leave the type to the record: “person”', 'Change the type of “wang-yi” to “place”'],
  },
  'mode-unknown': {
    files: eventFile('visit', 'mode: vist'),
    fixes: ['Change the mode to “visit”', 'Leave the mode out'],
  },
  'role-unknown': {
    files: {
      ...entityFile('wang-yi'),
      ...eventFile('visit', 'participants: [{ role: actors, entity: wang-yi }]'),
    },
    fixes: ['Change the role to “actor”', 'Remove the role “actors”'],
  },
  'role-type': {
    files: {
      ...entityFile('wang-yi'),
      ...lawFile,
      ...eventFile(
        'visit',
        'participants:',
        '  - { role: actor, entity: wang-yi }',
        '  - { role: recipient, entity: law, sure: true }',
      ),
    },
    fixes: ['Change the role to “topic”, which takes anything', 'Remove “law” as recipient'],
  },
  'role-count': {
    files: {
      ...entityFile('wang-yi'),
      ...entityFile('li-hui'),
      ...eventFile(
        'visit',
        'participants:',
        '  - { role: recipient, entity: wang-yi }',
        '  - { role: topic, entity: li-hui } # whom they talk about',
      ),
    },
    fixes: [
      'Make “wang-yi” the actor, instead of recipient',
      'Make “li-hui” the actor, instead of topic',
    ],
  },
  'date-invalid': {
    files: eventFile('visit', 'date: "26.04.2023" # a Wednesday'),
    fixes: ['Write “2023-04-26”'],
  },
  'relation-unknown': {
    files: {
      ...entityFile('wang-yi', 'relations:', '  - { type: familly-of, entity: party } # ?'),
      ...entityFile('party'),
    },
    fixes: [
      'Change the relation to “family-of”',
      'Change the relation to “ally-of”',
      'Remove the relation “familly-of” to “party”',
    ],
  },
  'relation-target-unknown': {
    files: {
      ...entityFile('wang-yi', 'relations:', '  - { type: part-of, entity: li-hiu }'),
      ...entityFile('li-hui'),
    },
    fixes: [
      'Change to “li-hui” (li-hui)',
      'Create the entity “li-hiu” (Person), named “Li Hiu”',
      'Create the entity “li-hiu” (Organisation), named “Li Hiu”',
      'Create the entity “li-hiu” (Place), named “Li Hiu”',
      'Remove the relation “part-of” to “li-hiu”',
    ],
  },
  'relation-evidence-unknown': {
    files: {
      ...entityFile(
        'wang-yi',
        'relations:',
        '  - { type: family-of, entity: li-hui, evidence: [a-00000a, a-00000b] }',
      ),
      ...entityFile('li-hui'),
      ...record('exact: "Wang Yi"', 'note: "n"'),
    },
    source: SOURCE,
    fixes: ['Remove “a-00000b” from the evidence'],
  },
  'relation-type': {
    files: {
      ...lawFile,
      ...entityFile('wang-yi', 'relations:', '  - { type: leads, entity: law, date: "2024" }'),
    },
    fixes: [
      'Change the relation to “part-of” (Part of)',
      'Change the relation to “owns” (Owns)',
      'Remove the relation “leads” to “law”',
    ],
  },
  'attribute-value': {
    files: record('exact: "Wang Yi"', 'note: "n"', 'credibility: 7'),
    source: SOURCE,
    fixes: ['Leave “credibility” out'],
  },
  'link-invalid': {
    files: entityFile('wang-yi', 'links: { wikidata: q716408 }'),
  },
  'metadata-missing': {
    files: {
      'annotations/schema.yaml': lines('format: schema/1', 'requiredMetadata: [published]'),
      ...annotationFile('s.txt'),
    },
    source: SOURCE,
  },
  'id-duplicate': {
    files: {
      ...record('exact: "Wang Yi"', 'note: "n"'),
      ...annotationFile('t.txt', '  a-00000a:', '    exact: "Wang Yi"'),
    },
    source: SOURCE,
    count: 2,
    fixes: [
      'Delete it here; keep it in annotations/t.txt.ann.yaml',
      'Delete it here; keep it in annotations/s.txt.ann.yaml',
    ],
  },
  'alias-shared': {
    files: {
      ...entityFile('wang-yi', 'aliases: ["Minister Wang", "Wang"]'),
      ...entityFile('wang-shihting', 'aliases:', '  - "WANG"'),
    },
    count: 2,
    fixes: [
      'Remove the alias “WANG” from “wang-shihting”',
      'Remove the alias “Wang” from “wang-yi”',
    ],
  },
  'alias-unusable': {
    files: entityFile('wang-yi', 'aliases: ["Wang", "W.", "王"]'),
    fixes: ['Remove the alias “W.” from “wang-yi”'],
  },
  'tagged-differently': {
    files: {
      ...entityFile('guangzhou'),
      ...entityFile('canton'),
      ...annotationFile('s.txt', ...mention('a-00000a', 'Guangzhou', 53, 'entity: canton')),
      ...annotationFile('t.txt', ...mention('a-00000b', 'Guangzhou', 53, 'entity: guangzhou')),
    },
    source: SOURCE,
    fixes: ['Tag it as “guangzhou”'],
  },
  'merged-cycle': {
    files: entityFile('wang-yi', 'mergedInto: wang-yi', 'note: "n"'),
    fixes: ['Let “wang-yi” stand for itself'],
  },
  'key-shared': {
    files: {
      'annotations/schema.yaml': lines(
        'format: schema/1',
        'entityTypes:',
        '  person: { key: p }',
        '  place: { key: P, label: "Place" }',
        'eventTypes:',
        '  protest: { key: p } # of another list',
      ),
    },
    fixes: ['Let “place” have no key'],
  },
  'check-unknown': {
    files: {
      'annotations/schema.yaml': lines(
        'format: schema/1',
        'checks:',
        '  alias-sharred: off # usual here',
        '  orphaned: warning',
      ),
    },
    fixes: ['Change to “alias-shared”', 'Take “alias-sharred” out'],
  },
};
