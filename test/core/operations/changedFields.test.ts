import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Annotation, Target } from '../../../src/core/model/annotation';
import { changedAnnotation, changedFields } from '../../../src/core/operations/changedFields';
import type { FieldMap } from '../../../src/core/storage/emit';
import { TARGET_KEYS } from '../../../src/core/storage/fields';

const MET: Target = { exact: 'met', prefix: 'He ', suffix: '.', start: 3, end: 6 };
const LATER: Target = { exact: 'again', prefix: '', suffix: '', start: 20, end: 25 };

function annotation(more: Partial<Annotation> = {}): Annotation {
  return {
    id: 'a-000001',
    targets: [MET],
    roles: [],
    attributes: {},
    status: 'accepted',
    ...more,
  };
}

describe('the fields in which two states differ', () => {
  const cases: readonly (readonly [string, FieldMap, FieldMap, FieldMap])[] = [
    ['are none for the same state', { a: 'x', b: [1] }, { b: [1], a: 'x' }, {}],
    ['are those that came', { a: 'x' }, { a: 'x', b: 2 }, { b: 2 }],
    ['are those that went, without a value', { a: 'x', b: 2 }, { b: 2 }, { a: undefined }],
    ['are whole lists', { a: ['x', 'y'] }, { a: ['y', 'x'] }, { a: ['y', 'x'] }],
    ['are whole maps', { a: { b: 1, c: 2 } }, { a: { b: 1 } }, { a: { b: 1 } }],
    ['tell a number from its digits', { a: 1 }, { a: '1' }, { a: '1' }],
    ['take absent and undefined for one', { a: undefined }, {}, {}],
  ];
  for (const [title, before, after, expected] of cases) {
    it(title, () => {
      assert.deepEqual(Object.fromEntries(changedFields(before, after)), expected);
    });
  }
});

describe('the fields in which two states of an annotation differ', () => {
  it('leave its place alone when only its body changed', () => {
    const changes = changedAnnotation(annotation({ note: 'n' }), annotation({ by: 'AB' }));
    assert.deepEqual(Object.fromEntries(changes), { note: undefined, by: 'AB' });
  });

  it('have no status where it is the one that goes without saying', () => {
    const changes = changedAnnotation(annotation({ status: 'disputed' }), annotation());
    assert.deepEqual(Object.fromEntries(changes), { status: undefined });
  });

  it('have every key of a place that is new, also the ones that stay as they are', () => {
    const changes = changedAnnotation(
      annotation(),
      annotation({ targets: [{ ...MET, suffix: '!' }] }),
    );
    assert.deepEqual([...changes.keys()].sort(), [...TARGET_KEYS].sort());
    assert.equal(changes.get('exact'), 'met');
    assert.equal(changes.get('suffix'), '!');
    assert.equal(changes.get('fragments'), undefined);
  });

  it('go from one place to fragments and back', () => {
    const one = annotation();
    const several = annotation({ targets: [MET, LATER] });
    const there = changedAnnotation(one, several);
    assert.equal(there.get('start'), undefined);
    assert.ok(there.has('start'));
    assert.deepEqual(
      [there.get('fragments')].flat().map((each) => JSON.stringify(each)),
      [MET, LATER].map((each) => JSON.stringify(each)),
    );
    const back = changedAnnotation(several, one);
    assert.equal(back.get('start'), 3);
    assert.ok(back.has('fragments') && back.get('fragments') === undefined);
  });
});
