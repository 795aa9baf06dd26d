/** Examples of what reading a file finds, the schema among them. */
import { annotationFile, entityFile, eventFile, lines } from '../workspace';
import { SOURCE, record, FILE, mention, TWICE, type Example } from './exampleParts';

export const FILE_EXAMPLES: Readonly<Record<string, Example>> = {
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
  'schema-cycle': {
    files: {
      'annotations/schema.yaml': lines(
        'format: schema/1',
        'entityTypes:',
        '  ministry: { parent: ministry, color: teal }',
      ),
    },
    fixes: ['Let “ministry” have no parent'],
  },
  'schema-unknown': {
    files: {
      'annotations/schema.yaml': lines(
        'format: schema/1',
        'entityTypes:',
        '  ministry:',
        '    parent: organisaton # typed',
      ),
    },
    fixes: ['Change to “organisation”', 'Let “ministry” have no parent'],
  },
};
