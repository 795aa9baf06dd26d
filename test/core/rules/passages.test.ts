import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../../../src/core/text/sourceText';
import { annotationFile, lines } from '../workspace';
import { found, problemsOf } from './found';

const FILE = annotationFile(
  's.txt',
  '  a-4k7q2c:',
  '    exact: "Wang Yi"',
  '    prefix: "The minister of foreign affairs, "',
  '    suffix: ", arrived in Guangzhou on Tuesday"',
  '    start: 33',
  '    end: 40',
  '    note: "n"',
);

function codes(source: string): readonly string[] {
  return problemsOf(FILE, { 's.txt': source }).map(({ code }) => code);
}

test('a passage that stands or was moved is no problem', () => {
  const text = 'The minister of foreign affairs, Wang Yi, arrived in Guangzhou on Tuesday.';
  assert.deepEqual(codes(text), []);
  assert.deepEqual(codes(`A paragraph above.\n\n${text}`), []);
});

test('a passage that is gone is orphaned, at its quote', () => {
  const source = { 's.txt': 'Nothing of it is left here.' };
  assert.deepEqual(found('orphaned', FILE, source), ['6:12 "Wang Yi"']);
  const [problem] = problemsOf(FILE, source);
  assert.equal(problem?.message, '“Wang Yi” is no longer found in the source.');
  assert.equal(problem.severity, 'warning');
  assert.equal(problem.annotation, 'a-4k7q2c');
});

test('a passage whose words were changed is similar, and the message says to what', () => {
  const text = 'The minister of foreign affairs, Wang Yee, arrived in Guangzhou on Tuesday.';
  const source = { 's.txt': text };
  assert.deepEqual(found('similar', FILE, source), ['6:12 "Wang Yi"']);
  assert.match(problemsOf(FILE, source)[0]?.message ?? '', /may be “Wang Yee” in line 1 now/);
});

test('a passage that stands in several places with its context is ambiguous', () => {
  const text = 'The minister of foreign affairs, Wang Yi, arrived in Guangzhou on Tuesday.\n';
  const source = { 's.txt': `New.\n${text}${text}` };
  assert.deepEqual(found('ambiguous', FILE, source), ['6:12 "Wang Yi"']);
  assert.match(problemsOf(FILE, source)[0]?.message ?? '', /the likeliest is “Wang Yi” in line 2/);
});

test('the body that a source declares goes with the text', () => {
  const text = 'Menu World\nXi Jinping arrived.\n';
  const world = '  a-4k7q2c: { exact: "World", start: 5, end: 10, note: "n" }';
  const at = (source: string, ...more: readonly string[]): readonly string[] =>
    found(
      'outside-body',
      {
        'annotations/s.txt.ann.yaml': lines(
          'format: source-annotations/1',
          'source:',
          '  path: s.txt',
          ...more,
          'annotations:',
          world,
        ),
      },
      { 's.txt': source },
    );
  const body = '  body: [[11, 30]]';
  assert.deepEqual(at(text, body), ['6:22 "World"']);
  assert.deepEqual(at(text, '  body: [[0, 6], [11, 30]]'), []);
  assert.deepEqual(at(text, '  body: []'), []);
  assert.deepEqual(at(text), []);
  const blob = `  blob: "${SourceText.of(text).blob}"`;
  assert.deepEqual(at(text, blob, body), ['7:22 "World"']);
  assert.deepEqual(at(`New: ${text}`, blob, body), ['7:22 "World"']);
});

test('each fragment of a discontinuous mention is found by itself', () => {
  const file = annotationFile(
    's.txt',
    '  a-4k7q2c:',
    '    fragments:',
    '      - { exact: "Xi", start: 0, end: 2 }',
    '      - { exact: "Jinping-Nowhere", start: 9, end: 24 }',
  );
  assert.deepEqual(found('orphaned', file, { 's.txt': 'Xi ...' }), ['8:18 "Jinping-Nowhere"']);
});

test('a long quote is shortened in the message, never within a character', () => {
  const words = '😀'.repeat(80);
  const file = annotationFile('s.txt', '  a-4k7q2c:', `    exact: "${words}"`);
  const [problem] = problemsOf(file, { 's.txt': 'gone' });
  assert.equal(problem?.message, `“${'😀'.repeat(60)}…” is no longer found in the source.`);
});
