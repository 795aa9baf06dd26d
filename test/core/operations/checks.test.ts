import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { annotationTypes } from '../../../src/core/operations/checks';
import type { Operation } from '../../../src/core/operations/operation';
import { perform } from '../../../src/core/operations/perform';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';
import {
  annotationFile,
  carryOut,
  entityFile,
  eventFile,
  workspace,
  type Workspace,
} from '../workspace';

const PATH = 'annotations/s.txt.ann.yaml';
const MET = { op: 'annotate', source: 's.txt', exact: 'met', event: 'talk' } as const;

function at(): Workspace {
  return workspace(
    {
      ...entityFile('wang'),
      ...eventFile('talk'),
      ...annotationFile('s.txt', '  a-000001: { exact: "He", start: 0, end: 2, entity: wang }'),
      ...annotationFile('t.txt', '  a-000002: { exact: "He", start: 0, end: 2, entity: wang }'),
    },
    { 's.txt': 'He met Wang.', 't.txt': 'He' },
  );
}

function codeOf(where: Workspace, ...operations: readonly Operation[]): string {
  const done = perform(where.store, where, operations);
  return done.ok ? 'ok' : done.error.code;
}

describe('the types of an annotation', () => {
  it('are those of entities, those of events and time', () => {
    const types = annotationTypes(BUILTIN_SCHEMA);
    for (const type of ['person', 'consult', 'statement', 'time']) assert.ok(types.has(type), type);
    for (const type of ['robot', 'toString', '']) assert.ok(!types.has(type), type);
  });
});

describe('the target of a role', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['an entity', 'wang', 'ok'],
    ['an event', 'talk', 'ok'],
    ['an annotation of the source', 'a-000001', 'ok'],
    ['an annotation of another source', 'a-000002', 'role-target-unknown'],
    ['nothing', 'nobody', 'role-target-unknown'],
    ['words', 'Wang Yi', 'role-target-unknown'],
  ];
  for (const [title, target, code] of cases) {
    it(`may be ${title}: ${code}`, () => {
      assert.equal(codeOf(at(), { ...MET, roles: [{ role: 'actor', target }] }), code);
    });
  }

  it('may be what was made before in the same list, and not what comes after', () => {
    const roles = [{ role: 'topic', target: 'a-00000n' }];
    const named: Operation = {
      op: 'annotate',
      source: 's.txt',
      id: 'a-00000n',
      exact: 'Wang',
      entity: 'wang',
    };
    assert.equal(codeOf(at(), named, { ...MET, roles }), 'ok');
    assert.equal(codeOf(at(), { ...MET, roles }, named), 'role-target-unknown');
  });

  it('is checked whenever the annotation changes, and needs to be mended then', () => {
    const where = at();
    const text = where.store.file(PATH)?.text ?? '';
    const role = 'roles: [{ role: actor, target: gone }]';
    where.store.replaceFile(PATH, text.replace('entity: wang', `entity: wang, ${role}`));
    const update = { op: 'update', id: 'a-000001', note: 'n' } as const;
    assert.equal(codeOf(where, update), 'role-target-unknown');
    assert.equal(codeOf(where, { ...update, roles: null }), 'ok');
  });
});

describe('what an annotation says', () => {
  const cases: readonly (readonly [string, Operation, string])[] = [
    ['may be attributes alone', { ...MET, event: null, attributes: { tone: 'dry' } }, 'ok'],
    ['may not be nothing', { ...MET, event: null, attributes: {} }, 'value-invalid'],
    ['may not be who says it', { ...MET, event: null, by: 'AB' }, 'value-invalid'],
    ['may be a time', { ...MET, event: null, type: 'time', value: '2024-07~' }, 'ok'],
    ['may be a time without value', { ...MET, event: null, type: 'time' }, 'ok'],
    ['may be no false time', { ...MET, event: null, type: 'time', value: '' }, 'value-invalid'],
    ['may have any value that is no time', { ...MET, type: 'statement', value: 'soon' }, 'ok'],
    ['has credibility from 1', { ...MET, credibility: 1 }, 'ok'],
    ['has credibility to 6', { ...MET, credibility: 6 }, 'ok'],
    ['has whole credibility', { ...MET, credibility: 1.5 }, 'value-invalid'],
  ];
  for (const [title, operation, code] of cases) {
    it(title, () => {
      assert.equal(codeOf(at(), operation), code);
    });
  }

  it('can change from an entity to an event only in one step', () => {
    const update = { op: 'update', id: 'a-000001' } as const;
    assert.equal(codeOf(at(), { ...update, event: 'talk' }), 'value-invalid');
    assert.equal(codeOf(at(), { ...update, entity: null }), 'value-invalid');
    assert.equal(codeOf(at(), { ...update, entity: null, event: 'talk' }), 'ok');
  });

  it('loses with null what it said, lists and maps too', () => {
    const where = at();
    const said = {
      certainty: 'probable',
      polarity: 'negative',
      attributes: { tone: 'dry' },
      roles: [{ role: 'actor', target: 'wang' }],
      status: 'disputed',
    } as const;
    const before = where.store.file(PATH)?.text;
    carryOut(where, [{ op: 'update', id: 'a-000001', ...said }]);
    assert.notEqual(where.store.file(PATH)?.text, before);
    const none = { certainty: null, polarity: null, attributes: null, roles: null, status: null };
    carryOut(where, [{ op: 'update', id: 'a-000001', ...none }]);
    assert.equal(where.store.file(PATH)?.text, before);
  });
});

describe('a list of operations', () => {
  it('changes nothing when its last one is refused, whatever came before', () => {
    const where = at();
    const before = [...where.store.files()].map(({ text }) => text);
    const done = perform(where.store, where, [
      { op: 'createEntity', type: 'person', name: 'Li' },
      { op: 'delete', id: 'a-000001' },
      { op: 'setSource', source: 't.txt', title: 'T' },
      { op: 'update', id: 'a-000001', note: 'n' },
    ]);
    assert.deepEqual([done.ok, done.ok || done.index], [false, 3]);
    assert.deepEqual(
      [...where.store.files()].map(({ text }) => text),
      before,
    );
  });
});

describe('what is known of a source', () => {
  it('may have body ranges from the first to the last code point, and none', () => {
    const where = at();
    for (const body of [
      [[0, 12]],
      [
        [0, 2],
        [7, 12],
      ],
      [[12, 12]],
    ] as const) {
      carryOut(where, [{ op: 'setSource', source: 's.txt', body }]);
      assert.deepEqual(where.store.indexes.source('s.txt')?.body, body);
    }
    carryOut(where, [{ op: 'setSource', source: 's.txt', body: [] }]);
    assert.equal(where.store.indexes.source('s.txt')?.body, undefined);
    assert.equal(where.store.indexes.annotationsOf('s.txt').length, 1);
  });
});

describe('an annotation file that is about another source', () => {
  const file = Object.values(annotationFile('t.txt')).join('');
  const message = `${PATH} is about “t.txt”, so nothing about “s.txt” is written to it.`;
  for (const operation of [
    { op: 'annotate', source: 's.txt', exact: 'met', note: 'n' },
    { op: 'setSource', source: 's.txt', title: 'T' },
  ] as const) {
    it(`is not written by ${operation.op}`, () => {
      const where = workspace({ [PATH]: file }, { 's.txt': 'He met Wang.', 't.txt': 'He met' });
      const done = perform(where.store, where, [operation]);
      assert.deepEqual(done, { ok: false, index: 0, error: { code: 'file-unreadable', message } });
      carryOut(where, [{ ...operation, source: 't.txt' }]);
      assert.notEqual(where.store.file(PATH)?.text, file);
    });
  }
});
