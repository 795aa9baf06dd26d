import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairUp, type Pair } from '../../../src/core/review/pairs';
import { entityFile, eventFile, type Texts } from '../workspace';
import { layer, sketched, type Sketch } from './layered';

const TEXT =
  'On Monday Director Anna Smith of the Office met Boris, she said, and Anna left with him.';

function paired(sketches: readonly Sketch[], records?: Texts): readonly Pair[] {
  const at = sketched(TEXT, sketches, records);
  return pairUp(layer(at, 'anna'), layer(at, 'boris'));
}

function words(pairs: readonly Pair[]): readonly string[] {
  return pairs.map(({ kind, a, b, differences }) =>
    [kind, a?.id ?? '-', b?.id ?? '-', ...differences].join(' '),
  );
}

test('what says the same of the same words agrees', () => {
  const records = { ...entityFile('anna-smith'), ...entityFile('boris') };
  const pairs = paired(
    [
      { id: 'a-00000a', on: 'Anna Smith', entity: 'anna-smith', by: 'anna' },
      { id: 'a-00000b', on: 'Anna Smith', entity: 'anna-smith', by: 'boris', note: 'a remark' },
      { id: 'a-00000c', on: 'Boris', entity: 'boris', by: 'anna' },
      { id: 'a-00000d', on: 'Monday', type: 'time', value: '2024-07-22', by: 'boris' },
    ],
    records,
  );
  assert.deepEqual(words(pairs), [
    'onlyB - a-00000d',
    'agreed a-00000a a-00000b',
    'onlyA a-00000c -',
  ]);
});

test('differences are told one by one', () => {
  const place = 'format: entity/1\nid: smith-town\ntype: place\nname: "Smith"\n';
  const records = {
    ...entityFile('anna-smith'),
    ...entityFile('anna-jones'),
    'annotations/entities/smith-town.yaml': place,
  };
  const pairs = paired(
    [
      { id: 'a-00000a', on: 'Anna Smith', entity: 'anna-smith', by: 'anna' },
      { id: 'a-00000b', on: 'Director Anna Smith', entity: 'anna-smith', by: 'boris' },
      { id: 'a-00000c', on: 'Anna left', entity: 'anna-smith', by: 'anna', certainty: 'certain' },
      { id: 'a-00000d', on: 'Anna left', entity: 'anna-jones', by: 'boris' },
      { id: 'a-00000e', on: 'Boris', entity: 'anna-smith', by: 'anna' },
      { id: 'a-00000f', on: 'Boris', entity: 'smith-town', by: 'boris' },
      { id: 'a-00000g', on: 'Monday', type: 'time', value: '2024-07-22', by: 'anna' },
      { id: 'a-00000h', on: 'Monday', type: 'time', value: '2024-07-15', by: 'boris' },
    ],
    records,
  );
  assert.deepEqual(words(pairs), [
    'differing a-00000g a-00000h value',
    'differing a-00000a a-00000b span',
    'differing a-00000e a-00000f type entity',
    'differing a-00000c a-00000d entity certainty',
  ]);
});

test('merged records are the records that took their place', () => {
  const records = { ...entityFile('anna-smith'), ...entityFile('smith', 'mergedInto: anna-smith') };
  const pairs = paired(
    [
      { id: 'a-00000a', on: 'Anna Smith', entity: 'anna-smith', by: 'anna' },
      { id: 'a-00000b', on: 'Anna Smith', entity: 'smith', by: 'boris' },
    ],
    records,
  );
  assert.deepEqual(words(pairs), ['agreed a-00000a a-00000b']);
});

test('the same span comes before a larger overlap, and each annotation is in one pair', () => {
  const pairs = paired([
    { id: 'a-00000a', on: 'Anna Smith', type: 'person', by: 'anna' },
    { id: 'a-00000b', on: 'Director Anna Smith of the Office', type: 'person', by: 'anna' },
    { id: 'a-00000c', on: 'Anna Smith of the Office', type: 'person', by: 'boris' },
    { id: 'a-00000d', on: 'Anna Smith', type: 'person', by: 'boris' },
  ]);
  assert.deepEqual(words(pairs), ['differing a-00000b a-00000c span', 'agreed a-00000a a-00000d']);
});

test('of those that overlap alike, the one that says the same is taken', () => {
  const records = { ...entityFile('x'), ...entityFile('y') };
  const pairs = paired(
    [
      { id: 'a-00000a', on: 'Anna Smith', entity: 'x', by: 'anna' },
      { id: 'a-00000b', on: 'Anna Smith', entity: 'y', by: 'anna' },
      { id: 'a-00000c', on: 'Anna Smith of', entity: 'y', by: 'boris' },
      { id: 'a-00000d', on: 'Anna Smith of', entity: 'x', by: 'boris' },
    ],
    records,
  );
  assert.deepEqual(words(pairs), [
    'differing a-00000a a-00000d span',
    'differing a-00000b a-00000c span',
  ]);
});

test('another kind goes with exactly the same span only, and a note with notes only', () => {
  const pairs = paired([
    { id: 'a-00000a', on: 'Monday', type: 'time', by: 'anna' },
    { id: 'a-00000b', on: 'Monday', type: 'person', by: 'boris' },
    { id: 'a-00000c', on: 'Boris', type: 'time', by: 'anna' },
    { id: 'a-00000d', on: 'met Boris', type: 'person', by: 'boris' },
    { id: 'a-00000e', on: 'left', note: 'why?', by: 'anna' },
    { id: 'a-00000f', on: 'left', type: 'time', by: 'boris' },
    { id: 'a-00000g', on: 'Office', note: 'which?', by: 'anna' },
    { id: 'a-00000h', on: 'Office', note: 'which one?', by: 'boris' },
  ]);
  assert.deepEqual(words(pairs), [
    'differing a-00000a a-00000b type',
    'differing a-00000g a-00000h note',
    'onlyB - a-00000d',
    'onlyA a-00000c -',
    'onlyA a-00000e -',
    'onlyB - a-00000f',
  ]);
});

test('roles are compared by who is meant, whether a passage or a record is named', () => {
  const records = { ...entityFile('anna-smith'), ...entityFile('boris'), ...eventFile('meeting') };
  const pairs = paired(
    [
      { id: 'a-00000a', on: 'Anna Smith', entity: 'anna-smith', by: 'anna' },
      {
        id: 'a-00000b',
        on: 'met',
        event: 'meeting',
        by: 'anna',
        roles: [{ role: 'actor', target: 'a-00000a' }],
      },
      {
        id: 'a-00000c',
        on: 'met',
        event: 'meeting',
        by: 'boris',
        roles: [{ role: 'actor', target: 'anna-smith' }],
      },
      { id: 'a-00000d', on: 'she', type: 'person', by: 'anna' },
      { id: 'a-00000e', on: 'she', type: 'person', by: 'boris' },
      {
        id: 'a-00000f',
        on: 'said',
        type: 'statement',
        by: 'anna',
        roles: [{ role: 'speaker', target: 'a-00000d' }],
      },
      {
        id: 'a-00000g',
        on: 'said',
        type: 'statement',
        by: 'boris',
        roles: [{ role: 'speaker', target: 'a-00000e' }],
      },
      {
        id: 'a-00000h',
        on: 'left',
        event: 'meeting',
        by: 'anna',
        roles: [{ role: 'actor', target: 'boris' }],
      },
      { id: 'a-00000i', on: 'left', event: 'meeting', by: 'boris' },
    ],
    records,
  );
  assert.deepEqual(words(pairs), [
    'onlyA a-00000a -',
    'agreed a-00000b a-00000c',
    'agreed a-00000d a-00000e',
    'agreed a-00000f a-00000g',
    'differing a-00000h a-00000i roles',
  ]);
});

test('a discontinuous mention is matched by all its parts', () => {
  const pairs = paired([
    { id: 'a-00000a', on: ['Anna Smith', 'Office'], type: 'person', by: 'anna' },
    { id: 'a-00000b', on: ['Anna Smith', 'Office'], type: 'person', by: 'boris' },
    { id: 'a-00000c', on: ['Boris', 'left'], type: 'person', by: 'anna' },
    { id: 'a-00000d', on: 'Boris', type: 'person', by: 'boris' },
    { id: 'a-00000e', on: 'said', type: 'person', by: 'boris' },
  ]);
  assert.deepEqual(words(pairs), [
    'agreed a-00000a a-00000b',
    'differing a-00000c a-00000d span',
    'onlyB - a-00000e',
  ]);
});

test('a pair is decided when everything in it is', () => {
  const pairs = paired([
    { id: 'a-00000a', on: 'Boris', type: 'person', by: 'anna', decision: 'a-00000a' },
    {
      id: 'a-00000b',
      on: 'Boris',
      type: 'time',
      by: 'boris',
      decision: 'a-00000a',
      status: 'rejected',
    },
    { id: 'a-00000c', on: 'left', type: 'person', by: 'anna', decision: 'a-00000c' },
    { id: 'a-00000d', on: 'left', type: 'time', by: 'boris' },
    { id: 'a-00000e', on: 'Monday', type: 'time', by: 'anna', decision: 'a-00000e' },
  ]);
  assert.deepEqual(
    pairs.map(({ a, decided }) => [a?.id, decided]),
    [
      ['a-00000e', true],
      ['a-00000a', true],
      ['a-00000c', false],
    ],
  );
});

test('one annotation in two revisions is a pair, however far apart its passages are', () => {
  const at = (on: string): ReturnType<typeof layer> =>
    layer(sketched(TEXT, [{ id: 'a-00000a', on, type: 'person', by: 'x' }]), 'x');
  assert.deepEqual(words(pairUp(at('Boris'), at('Anna Smith'))), [
    'differing a-00000a a-00000a span',
  ]);
});

test('what was taken over from the other revision with a decision is still only theirs', () => {
  const ours = sketched(TEXT, [
    {
      id: 'a-00000a',
      on: 'Boris',
      type: 'time',
      by: 'x',
      decision: 'a-00000b',
      status: 'rejected',
    },
    { id: 'a-00000b', on: 'Boris', type: 'person', by: 'x', decision: 'a-00000b' },
  ]);
  const theirs = sketched(TEXT, [{ id: 'a-00000b', on: 'Boris', type: 'person', by: 'x' }]);
  const pairs = pairUp(layer(ours, 'x'), layer(theirs, 'x'));
  assert.deepEqual(words(pairs), ['differing a-00000a a-00000b type']);
  assert.equal(pairs[0]?.decided, true);
});

test('records of both revisions say which were merged', () => {
  const mention = (entity: string): Sketch => ({
    id: `a-00000${entity}`,
    on: 'Boris',
    entity,
    by: 'x',
  });
  const ours = sketched(TEXT, [mention('p')], { ...entityFile('p'), ...entityFile('q') });
  const theirs = sketched(TEXT, [mention('q')], {
    ...entityFile('p', 'mergedInto: q'),
    ...entityFile('q'),
  });
  assert.deepEqual(words(pairUp(layer(ours, 'x'), layer(theirs, 'x'))), [
    'agreed a-00000p a-00000q',
  ]);
});
