import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotationFile } from '../workspace';
import { problemsOf } from './found';

const NEIGHBOUR = [
  '  a-00000a:',
  '    exact: "stood the minister"',
  '    start: 20',
  '    end: 38',
  '    note: "n"',
];

/** The words of the source up to where a problem stands, and those that it encloses. */
function placeIn(source: string, ...records: readonly string[]): readonly [string, string] {
  const [problem] = problemsOf(annotationFile('s.txt', ...records), { 's.txt': source });
  const { start, end } = problem?.place ?? { start: -1, end: -1 };
  return [source.slice(0, start), source.slice(start, end)];
}

test('a problem of an annotation stands at its passage in the source', () => {
  const place = placeIn(
    'He met Anna.',
    '  a-00000a: { exact: "Anna", start: 7, end: 11, entity: x }',
  );
  assert.deepEqual(place, ['He met ', 'Anna']);
});

test('a problem of a discontinuous annotation reaches from its first to its last fragment', () => {
  const place = placeIn(
    'Xi and Li met.',
    '  a-00000a:',
    '    fragments:',
    '      - { exact: "Xi", start: 0, end: 2 }',
    '      - { exact: "met", start: 10, end: 13 }',
    '    entity: nobody',
  );
  assert.deepEqual(place, ['', 'Xi and Li met']);
});

test('words that are gone are reported where their context still stands', () => {
  const place = placeIn(
    'One line. On Tuesday at noon he left. Another line.',
    '  a-00000a:',
    '    exact: "the whole delegation of six"',
    '    prefix: "zzz zzz zzz "',
    '    suffix: " On Tuesday at noon he"',
    '    note: "n"',
  );
  assert.equal(place[0], 'One line.');
});

test('without context, as far from the nearest neighbour as they were', () => {
  const source = 'Before the building stood the minister, alone.';
  const place = placeIn(
    `New. ${source}`,
    ...NEIGHBOUR,
    '  a-00000b: { exact: "Nobody", start: 40, end: 46, note: "n" }',
  );
  assert.deepEqual(place, ['New. Before the building stood the minister, ', '']);
});

test('with neither, at the start of the source', () => {
  assert.deepEqual(placeIn('Text.', '  a-00000a: { exact: "Gone", note: "n" }'), ['', '']);
});

test('what is about no annotation, or has no source, has no place', () => {
  const [problem] = problemsOf(annotationFile('s.txt'), {});
  assert.equal(problem?.place, undefined);
});
