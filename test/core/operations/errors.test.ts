import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Operation, OperationError } from '../../../src/core/operations/operation';
import { perform } from '../../../src/core/operations/perform';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';
import { annotationFile, entityFile, eventFile, lines, workspace } from '../workspace';

type Code = OperationError['code'];

const met = { op: 'annotate', source: 's.txt', exact: 'met' } as const;
const wang = { op: 'createEntity', type: 'person', name: 'Wang' } as const;
const talk = { op: 'createEvent', type: 'consult', title: 'Talk' } as const;
const about = { op: 'setSource', source: 's.txt' } as const;

/** For each code what is refused with it, and in which words. */
const REFUSED: Readonly<Record<Code, readonly (readonly [Operation, string])[]>> = {
  'source-unknown': [
    [{ ...met, source: 'gone.txt', note: 'n' }, 'There is no source “gone.txt”.'],
    [{ ...about, source: 'a/../s.txt' }, 'There is no source “a/../s.txt”.'],
    [{ op: 'update', id: 'a-00000x', start: 0, end: 1 }, 'There is no source “x.txt”.'],
  ],
  'passage-not-found': [
    [{ ...met, exact: 'Xi', note: 'n' }, '“Xi” occurs 0 times in the source.'],
    [{ ...met, occurrence: 2, note: 'n' }, '“met” occurs 1 times in the source.'],
    [
      { op: 'annotate', source: 's.txt', start: 3, end: 40, note: 'n' },
      '[3, 40) is not inside the text, which has 24 code points.',
    ],
  ],
  'passage-ambiguous': [
    [
      { ...met, exact: 'Wang', note: 'n' },
      '“Wang” occurs 2 times; say which one with "occurrence".',
    ],
    [
      { op: 'update', id: 'a-000001', exact: 'Wang' },
      '“Wang” occurs 2 times; say which one with "occurrence".',
    ],
  ],
  'passage-empty': [
    [{ ...met, exact: '', note: 'n' }, 'The passage is empty.'],
    [{ op: 'update', id: 'a-000001', start: 4, end: 4 }, 'The passage is empty.'],
  ],
  'annotation-unknown': [
    [{ op: 'update', id: 'a-999999', note: 'n' }, 'There is no annotation “a-999999”.'],
    [{ op: 'delete', id: 'a-000001', source: 't.txt' }, 'There is no annotation “a-000001”.'],
    [
      { op: 'update', id: 'a-000001', decision: 'a-999999' },
      'The decision names “a-999999”, which is no annotation of this source, and not none.',
    ],
  ],
  'comment-unknown': [
    [
      {
        op: 'deleteComment',
        on: { kind: 'annotation', source: 's.txt', id: 'a-000001' },
        index: 0,
      },
      'There is no comment 0 there: the thread has 0, counted from 0.',
    ],
  ],
  'annotation-ambiguous': [
    [
      { op: 'update', id: 'a-000002', note: 'n' },
      'Several sources have an annotation “a-000002”; say which with "source".',
    ],
  ],
  'already-annotated': [
    [{ ...met, event: 'meeting' }, '“met” is annotated so already (a-000001).'],
    [
      { op: 'addEvidence', source: 's.txt', start: 7, end: 10, event: 'meeting' },
      '“met” is annotated so already (a-000001).',
    ],
  ],
  'entity-unknown': [
    [{ ...met, entity: 'meeting' }, 'There is no entity “meeting”.'],
    [{ op: 'updateEntity', id: 'meeting', name: 'x' }, 'There is no entity “meeting”.'],
    [
      { ...talk, participants: [{ role: 'actor', entity: 'a-000001' }] },
      'There is no entity or event “a-000001”.',
    ],
  ],
  'event-unknown': [
    [{ ...met, event: 'kuleba' }, 'There is no event “kuleba”.'],
    [{ op: 'updateEvent', id: 'kuleba', title: 'x' }, 'There is no event “kuleba”.'],
  ],
  'role-target-unknown': [
    [
      { op: 'update', id: 'a-000001', roles: [{ role: 'topic', target: 'a-00000x' }] },
      'The role “topic” names “a-00000x”, which is no entity, event or annotation of this source.',
    ],
  ],
  'type-unknown': [
    [{ ...met, type: 'toString' }, 'The schema has no type “toString”.'],
    [
      { ...wang, type: 'time' },
      `The schema has no entity type “time”; it has ${Object.keys(BUILTIN_SCHEMA.entityTypes).join(', ')}.`,
    ],
    [
      { ...talk, type: 'person' },
      `The schema has no event type “person”; it has ${Object.keys(BUILTIN_SCHEMA.eventTypes).join(', ')}.`,
    ],
  ],
  'mode-unknown': [
    [{ ...talk, mode: 'phone' }, '“consult” has no mode “phone”; it has visit, letter.'],
    [{ ...talk, type: 'aid', mode: 'visit' }, '“aid” has no mode “visit”; it has none.'],
    [{ op: 'updateEvent', id: 'visit', type: 'aid' }, '“aid” has no mode “visit”; it has none.'],
  ],
  'id-taken': [
    [{ ...wang, id: 'meeting' }, 'There is a record “meeting” already.'],
    [{ ...talk, id: 'broken' }, 'There is a record “broken” already.'],
    [{ ...met, id: 'a-00000x', note: 'n' }, 'There is an annotation “a-00000x” already.'],
  ],
  'id-invalid': [
    [
      { ...wang, id: 'wang_yi' },
      '“wang_yi” is no record id: use lower-case letters, digits and dashes.',
    ],
    [{ ...met, id: 'a-1', note: 'n' }, '“a-1” is no annotation id: a- and 6 or more of 0-9a-z.'],
  ],
  'value-invalid': [
    [met, 'An annotation needs an entity, an event, a type or a note.'],
    [
      { op: 'update', id: 'a-000001', event: null },
      'An annotation needs an entity, an event, a type or a note.',
    ],
    [
      { op: 'update', id: 'a-000001', entity: 'kuleba' },
      'An annotation is about an entity or an event, not both.',
    ],
    [{ ...met, note: 'n', credibility: 0 }, 'Credibility is a number from 1 to 6.'],
    [{ ...wang, name: '\t' }, 'An entity needs a name.'],
    [{ ...talk, title: ' \n' }, 'An event needs a title.'],
    [{ ...about, body: [[0, 25]] }, 'The range [0, 25) is not inside the text (24 code points).'],
  ],
  'record-unknown': [
    [{ op: 'merge', from: 'nobody', into: 'kuleba' }, 'There is no entity or event “nobody”.'],
    [
      { op: 'deleteRecord', id: 'a-000001', mentions: 'delete' },
      'There is no entity or event “a-000001”.',
    ],
  ],
  'merge-invalid': [
    [{ op: 'merge', from: 'kuleba', into: 'kuleba' }, '“kuleba” cannot be merged with itself.'],
    [
      { op: 'merge', from: 'kuleba', into: 'meeting' },
      'Only records of one kind can be merged: this is the entity “kuleba”, that the event “meeting”.',
    ],
  ],
  'already-rejected': [
    [
      { op: 'reject', source: 't.txt', exact: 'Wang', occurrence: 1 },
      '“Wang” is rejected so already (r-000001).',
    ],
  ],
  'rejection-unknown': [
    [
      { op: 'unreject', source: 's.txt', id: 'r-000001' },
      '“s.txt” has no rejected suggestion “r-000001”.',
    ],
  ],
  'relation-unknown': [
    [
      { op: 'unrelate', entity: 'kuleba', type: 'leads', to: 'torn' },
      '“kuleba” has no relation “leads” to “torn”.',
    ],
  ],
  'file-unreadable': [
    [
      { op: 'updateEntity', id: 'torn', name: 'x' },
      'annotations/entities/torn.yaml does not parse, so it is not written. Mend it first.',
    ],
  ],
};

const FILES = {
  'annotations/schema.yaml': lines(
    'format: schema/1',
    'eventTypes:',
    '  consult: { modes: [visit, letter] }',
  ),
  ...entityFile('kuleba'),
  ...entityFile('torn'),
  ...eventFile('meeting'),
  ...eventFile('visit', 'mode: visit'),
  'annotations/entities/broken.yaml': 'id: [',
  ...annotationFile(
    's.txt',
    '  a-000001: { exact: "met", start: 7, end: 10, event: meeting }',
    '  a-000002: { exact: "Kuleba", start: 0, end: 6, entity: kuleba }',
  ),
  ...annotationFile(
    't.txt',
    '  a-000002: { exact: "Wang", start: 0, end: 4, note: "n" }',
    'rejected:',
    '  r-000001: { exact: "Wang", start: 0, end: 4 }',
  ),
  ...annotationFile('x.txt', '  a-00000x: { exact: "Wang", start: 0, end: 4, note: "n" }'),
};

describe('an operation that cannot be done', () => {
  for (const [code, cases] of Object.entries(REFUSED)) {
    for (const [operation, message] of cases) {
      it(`is refused with ${code}: ${message}`, () => {
        const at = workspace(FILES, { 's.txt': 'Kuleba met Wang. 😀 Wang.', 't.txt': 'Wang' });
        const torn = 'annotations/entities/torn.yaml';
        at.store.replaceFile(torn, `${at.store.file(torn)?.text ?? ''}links: {`);
        const done = perform(at.store, at, [operation]);
        assert.deepEqual(done, { ok: false, index: 0, error: { code, message } });
      });
    }
  }
});
