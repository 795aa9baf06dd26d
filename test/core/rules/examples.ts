/** For each code of the table the smallest workspace in which it is found, and nothing else is. */
import type { Moves } from '../../../src/core/store/moves';
import { SourceText } from '../../../src/core/text/sourceText';
import { annotationFile, entityFile, eventFile, lines, type Texts } from '../workspace';

export const SOURCE =
  'The minister of foreign affairs, Wang Yi, arrived in Guangzhou on Tuesday.\n';
const BLOB = SourceText.of(SOURCE).blob;

export interface Example {
  readonly files: Texts;
  /** The source `s.txt`; absent: there is none. */
  readonly source?: string;
  readonly moves?: Moves;
  /** How many findings it has; absent: one. */
  readonly count?: number;
  /** The titles of what can be done; absent: nothing can. */
  readonly fixes?: readonly string[];
}

function record(...fields: readonly string[]): Texts {
  return annotationFile('s.txt', '  a-00000a:', ...fields.map((field) => `    ${field}`));
}

const CONTEXT = [
  'exact: "Wang Yi"',
  'prefix: "The minister of foreign affairs, "',
  'suffix: ", arrived in Guangzhou on Tuesday"',
];

const FILE = 'annotations/s.txt.ann.yaml';
const HEAD = ['format: source-annotations/1', 'source:', '  path: s.txt'];

function file(...more: readonly string[]): Texts {
  return { [FILE]: lines(...HEAD, ...more) };
}

function mention(id: string, exact: string, start: number, ...more: readonly string[]): string[] {
  const place = [`exact: "${exact}"`, `start: ${start}`, `end: ${start + exact.length}`];
  return [`  ${id}:`, ...[...place, ...more].map((field) => `    ${field}`)];
}

const TWICE = lines(...mention('a-00000a', 'Wang Yi', 33, 'note: "n"')).trimEnd();

export const EXAMPLES: Readonly<Record<string, Example>> = {
  'source-missing': { files: annotationFile('s.txt') },
  'source-moved': {
    files: annotationFile('s.txt'),
    moves: new Map([['s.txt', { to: 't.txt', certain: false }]]),
    fixes: ['Move the annotations along to “t.txt”'],
  },
  'hash-stale': {
    files: file(
      `  blob: "${BLOB}"`,
      'annotations:',
      ...mention('a-00000a', 'Wang Yi', 33, 'note: "n"'),
    ),
    source: `New: ${SOURCE}`,
    fixes: ['Re-anchor one annotation and refresh the hash of the source'],
  },
  orphaned: {
    files: record('exact: "Li Hui"', 'note: "n"'),
    source: SOURCE,
    fixes: ['Delete the annotation “Li Hui”'],
  },
  ambiguous: {
    files: record(...CONTEXT, 'start: 33', 'end: 40'),
    source: `New.\n${SOURCE}${SOURCE}`,
    fixes: [
      'Re-anchor to “Wang Yi” in line 2: one of several places alike',
      'Re-anchor to “Wang Yi” in line 3: one of several places alike',
      'Delete the annotation “Wang Yi”',
    ],
  },
  similar: {
    files: record(...CONTEXT),
    source: SOURCE.replace('Yi', 'Yee'),
    fixes: ['Accept the new wording “Wang Yee” in line 1', 'Delete the annotation “Wang Yi”'],
  },
  'quote-differs': {
    files: file(
      `  blob: "${BLOB}"`,
      'annotations:',
      ...mention('a-00000a', 'Guangzhou', 4, 'prefix: "arrived in "', 'note: "n"'),
    ),
    source: SOURCE,
    fixes: ['Write the offsets of “Guangzhou” in line 1'],
  },
  'grapheme-cut': {
    files: annotationFile('s.txt', ...mention('a-00000a', 'Zoe', 7, 'note: "n"')),
    source: 'He met Zoe\u0308 again.\n',
    fixes: ['Widen to “Zoe\u0308” in line 1'],
  },
  'annotation-duplicate': {
    files: {
      ...entityFile('wang-yi'),
      ...annotationFile(
        's.txt',
        ...mention('a-00000a', 'Wang Yi', 33, 'entity: wang-yi'),
        ...mention('a-00000b', 'Wang Yi', 33, 'entity: wang-yi'),
        ...mention('a-00000c', 'Yi', 38, 'entity: wang-yi'),
        ...mention('a-00000d', 'arrived', 42, 'type: statement', 'roles:'),
        '      - { role: speaker, target: a-00000b }',
      ),
    },
    source: SOURCE,
    fixes: ['Keep “a-00000a” and delete “a-00000b”', 'Keep “a-00000b” and delete “a-00000a”'],
  },
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
        '  - { role: recipient, entity: li-hui }',
        '  - { role: actor, entity: nobody }',
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
    fixes: ['Change the type to “statement”', 'Leave the type out'],
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
  'date-invalid': {
    files: eventFile('visit', 'date: "26.04.2023" # a Wednesday'),
    fixes: ['Write “2023-04-26”'],
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

  'conflict-marker': {
    files: {
      'annotations/entities/wang.yaml': lines(
        'format: entity/1',
        'id: wang',
        '<<<<<<< HEAD',
        'type: person',
        '=======',
        'type: group',
        '>>>>>>> other (Note: with a colon)',
        'name: "Wang"',
      ),
    },
    fixes: ['Keep our side', 'Keep their side', 'Keep both'],
  },
  'yaml-syntax': {
    files: { 'annotations/entities/wang.yaml': lines('format: entity/1', 'name: "Wang" Yi') },
  },
  'yaml-duplicate-key': {
    files: entityFile('wang', 'name: "Wang Yi" # the whole one'),
    fixes: ['Keep the first “name”', 'Keep this “name”'],
  },
  'record-duplicate': {
    files: annotationFile('s.txt', TWICE, TWICE),
    source: SOURCE,
    fixes: ['Remove this copy'],
  },
  'yaml-refused': {
    files: { 'annotations/entities/wang.yaml': lines('format: entity/1', 'name: &n "Wang"') },
  },
  'file-empty': { files: { 'annotations/entities/wang.yaml': '' } },
  'format-unknown': {
    files: { 'annotations/entities/wang.yaml': lines('id: wang', 'type: person', 'name: "Wang"') },
    fixes: ['Write “format: entity/1”'],
  },
  'format-newer': { files: { 'annotations/entities/wang.yaml': lines('format: entity/2') } },
  'value-invalid': {
    files: record('exact: "Wang Yi"', 'note: "n"', 'status: maybe'),
    source: SOURCE,
  },
  'record-null': {
    files: annotationFile(
      's.txt',
      '  a-00000a:',
      ...mention('a-00000b', 'Wang Yi', 33, 'note: "n"'),
    ),
    source: SOURCE,
    fixes: ['Remove “a-00000a”, which quotes nothing'],
  },
  'annotation-incomplete': {
    files: record('prefix: "He met "', 'note: "n"'),
    source: SOURCE,
    fixes: ['Remove “a-00000a”, which quotes nothing'],
  },
  'body-ambiguous': {
    files: {
      ...entityFile('wang-yi'),
      ...eventFile('visit'),
      ...record('exact: "Wang Yi"', 'entity: wang-yi', 'event: visit'),
    },
    source: SOURCE,
    fixes: ['Keep the entity “wang-yi”', 'Keep the event “visit”'],
  },
  'record-incomplete': {
    files: {
      'annotations/entities/wang.yaml': lines('format: entity/1', 'id: wang', 'type: person'),
    },
  },
  'id-mismatch': {
    files: {
      'annotations/entities/wang.yaml': lines(
        'format: entity/1',
        'id: wnag # typed',
        'type: person',
        'name: "Wang"',
      ),
    },
    fixes: ['Write the id of the file name: “wang”'],
  },
  'id-invalid': {
    files: {
      'annotations/entities/Wang.yaml': lines('format: entity/1', 'type: person', 'name: "W"'),
    },
  },
  'path-outside': {
    files: { [FILE]: lines('format: source-annotations/1', 'source:', '  path: "../s.txt"') },
    source: SOURCE,
    fixes: ['Write the path by its place: “s.txt”'],
  },
  'source-path-mismatch': {
    files: { [FILE]: lines('format: source-annotations/1', 'source:', '  path: "t.txt"') },
    source: SOURCE,
    fixes: ['Write the path by its place: “s.txt”'],
  },
};
