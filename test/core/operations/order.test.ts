import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inSafeOrder } from '../../../src/core/operations/order';

const FILES = {
  annotations: 'annotations/s.txt.ann.yaml',
  event: 'annotations/events/e.yaml',
  entity: 'annotations/entities/x.yaml',
  schema: 'annotations/schema.yaml',
};

function order(
  ...changes: readonly (readonly [keyof typeof FILES, 'new' | 'changed' | 'gone'])[]
): string {
  const files = changes.map(([kind, what]) => ({
    path: FILES[kind],
    before: what === 'new' ? undefined : 'old',
    after: what === 'gone' ? undefined : 'new',
  }));
  const name = (path: string): string =>
    Object.entries(FILES).find(([, each]) => each === path)?.[0] ?? '';
  return inSafeOrder(files)
    .map(({ path }) => name(path))
    .join();
}

test('records are written before the files that refer to them', () => {
  assert.equal(
    order(['annotations', 'new'], ['event', 'changed'], ['entity', 'changed'], ['schema', 'new']),
    'schema,entity,event,annotations',
  );
});

test('files go at the end, those that refer to others first', () => {
  assert.equal(
    order(['entity', 'gone'], ['annotations', 'changed'], ['event', 'gone']),
    'annotations,event,entity',
  );
  assert.equal(order(['entity', 'gone'], ['annotations', 'gone']), 'annotations,entity');
});

test('a new file of a kind stands before a changed one, which may refer to it', () => {
  const changes = [
    { path: 'annotations/entities/a.yaml', before: 'old', after: 'mergedInto: b' },
    { path: 'annotations/entities/b.yaml', before: undefined, after: 'new' },
  ];
  assert.deepEqual(
    inSafeOrder(changes).map(({ before }) => before),
    [undefined, 'old'],
  );
});
