import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  acceptance,
  adjudication,
  type Adjudicating,
  type Choice,
} from '../../../src/core/review/adjudicate';
import { pairUp, type Pair } from '../../../src/core/review/pairs';
import { layerOf, type Layer } from '../../../src/core/review/layers';
import { locate } from '../../../src/core/store/locate';
import { carryOut, entityFile, eventFile, type Texts, type Workspace } from '../workspace';
import { layer, sketched, type Sketch } from './layered';

const TEXT = 'On Monday Anna Smith met Boris, she said, and Clara left with him.';

const SKETCHES: readonly Sketch[] = [
  { id: 'a-00000a', on: 'Anna Smith', type: 'person', by: 'anna', status: 'proposed' },
  { id: 'a-00000b', on: 'Anna Smith', type: 'person', by: 'boris' },
  { id: 'a-00000c', on: 'Boris', type: 'person', by: 'anna' },
  { id: 'a-00000d', on: 'met Boris', type: 'person', by: 'boris' },
  { id: 'a-00000e', on: 'Monday', type: 'time', by: 'anna' },
  { id: 'a-00000f', on: 'Clara', type: 'person', by: 'boris' },
];

interface Compared {
  readonly at: Workspace;
  readonly between: Adjudicating;
  readonly pairs: () => readonly Pair[];
}

/** The layers of `anna` and `boris` in one project. */
function compared(sketches: readonly Sketch[] = SKETCHES): Compared {
  const at = sketched(TEXT, sketches);
  const layers = { a: layer(at, 'anna'), b: layer(at, 'boris') };
  const between = adjudicating(at, layers);
  return { at, between, pairs: () => pairUp(layer(at, 'anna'), layer(at, 'boris')) };
}

function adjudicating(
  at: Workspace,
  layers: { readonly a: Layer; readonly b: Layer },
): Adjudicating {
  const { indexes } = at.store;
  return {
    ...layers,
    has: (source, id) => indexes.annotationsWithId(id).some((each) => each.source === source),
    records: {
      entity: (id) => indexes.entities.get(id)?.entity,
      event: (id) => indexes.events.get(id)?.event,
    },
    newAnnotationId: () => 'a-new001',
  };
}

/** Of each annotation what was decided, in the order of the text. */
function decisions({ store }: Workspace): readonly string[] {
  return store.indexes
    .annotationsOf('s.txt')
    .map(({ annotation: { id, status, decision } }) => `${id} ${status} ${decision ?? '?'}`);
}

function decided(choice: Choice): readonly string[] {
  const { at, between, pairs } = compared();
  carryOut(at, adjudication(pairs(), choice, between));
  assert.ok(pairs().every((pair) => pair.decided));
  assert.deepEqual(acceptance(pairs(), between), []);
  return decisions(at);
}

test('the first annotator’s annotations stand in the place of the other’s', () => {
  assert.deepEqual(decided('a'), [
    'a-00000e accepted a-00000e',
    'a-00000a accepted a-00000a',
    'a-00000b rejected a-00000a',
    'a-00000d rejected a-00000c',
    'a-00000c accepted a-00000c',
    'a-00000f rejected none',
  ]);
});

test('the second annotator’s annotations stand in the place of the other’s', () => {
  assert.deepEqual(decided('b'), [
    'a-00000e rejected none',
    'a-00000a rejected a-00000b',
    'a-00000b accepted a-00000b',
    'a-00000d accepted a-00000d',
    'a-00000c rejected a-00000d',
    'a-00000f accepted a-00000f',
  ]);
});

test('both stand, but for what would be there twice', () => {
  assert.deepEqual(decided('both'), [
    'a-00000e accepted a-00000e',
    'a-00000a accepted a-00000a',
    'a-00000b rejected a-00000a',
    'a-00000d accepted a-00000d',
    'a-00000c accepted a-00000c',
    'a-00000f accepted a-00000f',
  ]);
});

test('neither stands', () => {
  assert.ok(decided('neither').every((each) => each.endsWith('rejected none')));
});

test('all that agrees is accepted at once, and nothing else is touched', () => {
  const { at, between, pairs } = compared();
  carryOut(at, acceptance(pairs(), between));
  const touched = decisions(at).filter((each) => !each.endsWith('?'));
  assert.deepEqual(touched, ['a-00000a accepted a-00000a', 'a-00000b rejected a-00000a']);
});

test('what was decided still counts as annotated by each', () => {
  const { at, between, pairs } = compared();
  const before = pairs().map(({ key, kind }) => [key, kind]);
  carryOut(at, adjudication(pairs(), 'b', between));
  assert.deepEqual(
    pairs().map(({ key, kind }) => [key, kind]),
    before,
  );
});

/** Ours is in the files, theirs is another revision. */
function branches(
  ours: readonly Sketch[],
  theirs: readonly Sketch[],
  records: { readonly ours?: Texts; readonly theirs?: Texts } = {},
): Compared {
  const at = sketched(TEXT, ours, records.ours);
  const other = sketched(TEXT, theirs, records.theirs);
  const whole = (name: string, of: Workspace): Layer => {
    const { indexes } = of.store;
    const { sourceText } = of;
    return layerOf(name, indexes, {
      sourceText,
      located: (path) => {
        const text = sourceText(path);
        return text === undefined ? [] : locate(text, indexes.annotationsOf(path));
      },
    });
  };
  const b = whole('boris', other);
  const between = adjudicating(at, { a: whole('anna', at), b });
  return { at, between, pairs: () => pairUp(whole('anna', at), b) };
}

test('what stands of another revision is added with its decision and the name of the revision', () => {
  const { at, between, pairs } = branches(
    [{ id: 'a-00000a', on: 'Boris', type: 'time' }],
    [
      { id: 'a-00000b', on: 'Boris', type: 'person' },
      { id: 'a-00000c', on: ['Anna Smith', 'Clara'], type: 'person', by: 'carl' },
    ],
  );
  carryOut(at, adjudication(pairs(), 'b', between));
  assert.deepEqual(decisions(at), [
    'a-00000c accepted a-00000c',
    'a-00000a rejected a-00000b',
    'a-00000b accepted a-00000b',
  ]);
  const added = at.store.indexes.annotationsWithId('a-00000c')[0]?.annotation;
  assert.equal(added?.targets.length, 2);
  assert.equal(added.by, 'carl');
  assert.equal(at.store.indexes.annotationsWithId('a-00000b')[0]?.annotation.by, 'boris');
  assert.ok(pairs().every((pair) => pair.decided));
});

test('what does not stand of another revision is remembered, so that a merge opens nothing again', () => {
  const { at, between, pairs } = branches(
    [{ id: 'a-00000a', on: 'Boris', type: 'person' }],
    [
      { id: 'a-00000b', on: 'Boris', type: 'person' },
      { id: 'a-00000c', on: 'Clara', type: 'person' },
    ],
  );
  carryOut(at, acceptance(pairs(), between));
  carryOut(at, adjudication(pairs().slice(1), 'neither', between));
  assert.deepEqual(decisions(at), [
    'a-00000a accepted a-00000a',
    'a-00000b rejected a-00000a',
    'a-00000c rejected none',
  ]);
  assert.ok(pairs().every((pair) => pair.decided));
});

test('the records that an added annotation names come with it', () => {
  const { at, between, pairs } = branches(
    [],
    [
      { id: 'a-00000a', on: 'Anna Smith', entity: 'smith' },
      {
        id: 'a-00000b',
        on: 'met',
        event: 'meeting',
        roles: [
          { role: 'actor', target: 'a-00000a' },
          { role: 'recipient', target: 'boris' },
        ],
      },
    ],
    {
      ours: entityFile('boris'),
      theirs: {
        ...entityFile('boris'),
        ...entityFile('smith', 'mergedInto: anna-smith'),
        ...entityFile('anna-smith', 'aliases: ["Smith"]'),
        ...entityFile('guest'),
        ...eventFile('meeting', 'participants: [{ role: actor, entity: guest }]'),
      },
    },
  );
  carryOut(at, adjudication(pairs().slice(1), 'b', between));
  const { indexes } = at.store;
  assert.deepEqual([...indexes.entities.keys()].sort(), ['anna-smith', 'boris', 'guest']);
  // Its passage was not added, so the role names the record itself.
  assert.deepEqual(indexes.annotationsWithId('a-00000b')[0]?.annotation.roles, [
    { role: 'actor', target: 'anna-smith' },
    { role: 'recipient', target: 'boris' },
  ]);
});

test('two versions of one annotation: one is written over the other, or both stand', () => {
  const versions = (): Compared =>
    branches(
      [{ id: 'a-00000a', on: 'Boris', type: 'person', certainty: 'certain' }],
      [{ id: 'a-00000a', on: 'met Boris', type: 'time' }],
    );
  const choose = (choice: Choice): readonly unknown[] => {
    const { at, between, pairs } = versions();
    carryOut(at, adjudication(pairs(), choice, between));
    return at.store.indexes
      .annotationsOf('s.txt')
      .map(({ annotation: { id, targets, type, certainty, decision } }) =>
        [id, targets[0].exact, type, certainty ?? '-', decision].join(' '),
      );
  };
  assert.deepEqual(choose('a'), ['a-00000a Boris person certain a-00000a']);
  assert.deepEqual(choose('b'), ['a-00000a met Boris time - a-00000a']);
  assert.deepEqual(choose('both'), [
    'a-new001 met Boris time - a-new001',
    'a-00000a Boris person certain a-00000a',
  ]);
  assert.deepEqual(choose('neither'), ['a-00000a Boris person certain none']);
});
