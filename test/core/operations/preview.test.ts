import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Operation } from '../../../src/core/operations/operation';
import { perform } from '../../../src/core/operations/perform';
import { wordsOfChange } from '../../../src/core/operations/preview';
import { annotationFile, entityFile, eventFile, workspace } from '../workspace';

const FILES = {
  ...entityFile('a', 'note: "of a"'),
  ...entityFile('b'),
  ...entityFile('c', 'relations: [{ type: ally-of, entity: a }]'),
  ...eventFile('e', 'place: a', 'participants: [{ role: actor, entity: a }]'),
  ...annotationFile(
    's.txt',
    ...['1', '2'].flatMap((each) => [
      `  a-00000${each}:`,
      '    exact: "x"',
      `    start: ${each}`,
      `    end: ${each}`,
      '    entity: a',
    ]),
    '  a-000003:',
    '    exact: "y"',
    '    event: e',
    '    roles: [{ role: actor, target: a }]',
    'rejected:',
    '  r-000001: { exact: "z", entity: a }',
  ),
};
const SOURCES = { 's.txt': 'xxyz' };

function words(...operations: readonly Operation[]): readonly string[] {
  const at = workspace(FILES, SOURCES);
  const performed = perform(at.store, at, operations);
  assert.ok(performed.ok);
  return performed.changes.map((change) => `${change.path}: ${wordsOfChange(change).join('; ')}`);
}

test('a merge says of each file what would name the other record there', () => {
  assert.deepEqual(words({ op: 'merge', from: 'a', into: 'b' }), [
    'annotations/entities/a.yaml: becomes a redirect to “b”',
    'annotations/entities/b.yaml: changes in aliases, note',
    'annotations/entities/c.yaml: changes in relations',
    'annotations/events/e.yaml: changes in place, participants',
    'annotations/s.txt.ann.yaml: 1 role names “b”; 2 mentions name “b”; 1 rejected suggestion names another record',
  ]);
});

test('a deletion says what goes with the record', () => {
  assert.deepEqual(words({ op: 'deleteRecord', id: 'a', mentions: 'delete' }), [
    'annotations/entities/a.yaml: is deleted',
    'annotations/entities/c.yaml: changes in relations',
    'annotations/events/e.yaml: changes in place, participants',
    'annotations/s.txt.ann.yaml: 1 role goes; 2 annotations go; 1 rejected suggestion goes',
  ]);
  assert.match(
    words({ op: 'deleteRecord', id: 'e', mentions: 'detach' }).join('\n'),
    /s\.txt\.ann\.yaml: 1 passage of evidence loses its record/,
  );
});

test('what is made, changed and rejected is said too, in the order of the text', () => {
  assert.deepEqual(
    words(
      { op: 'createEntity', type: 'person', name: 'New' },
      { op: 'annotate', source: 's.txt', start: 0, end: 1, entity: 'new' },
      { op: 'update', id: 'a-000002', note: 'sure' },
      { op: 'reject', source: 's.txt', start: 3, end: 4 },
      { op: 'setSource', source: 's.txt', title: 'T' },
    ),
    [
      'annotations/entities/new.yaml: is made',
      'annotations/s.txt.ann.yaml: 1 annotation comes; 1 annotation changes; 1 rejected suggestion comes; changes in title',
    ],
  );
});

test('comments are told apart from what is said', () => {
  assert.deepEqual(
    words(
      { op: 'comment', on: { kind: 'entity', id: 'a' }, text: 'Who?' },
      { op: 'comment', on: { kind: 'annotation', source: 's.txt', id: 'a-000001' }, text: 'Who?' },
      { op: 'comment', on: { kind: 'annotation', source: 's.txt', id: 'a-000003' }, text: 'Why?' },
      { op: 'update', id: 'a-000003', certainty: 'probable' },
      { op: 'setSource', source: 's.txt', state: 'done' },
    ),
    [
      'annotations/entities/a.yaml: 1 comment comes',
      'annotations/s.txt.ann.yaml: 1 annotation changes; changes in state; 2 comments come',
    ],
  );
});
