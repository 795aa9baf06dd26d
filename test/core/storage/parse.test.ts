import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFile } from '../../../src/core/storage/parse';
import { lines } from '../workspace';
import { anyText } from './texts';
import { handWritten, mutated } from './yamlTexts';

const PATH = 'annotations/s.txt.ann.yaml';

/** `code line:column` of each problem, and whether the file can be read. */
function found(text: string, path = PATH): readonly string[] {
  const parsed = parseFile(path, text);
  const problems = parsed?.problems ?? [];
  const codes = problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
  return [...codes, parsed?.content === undefined ? 'unreadable' : 'readable'];
}

test('a file where the format has none is not parsed', () => {
  assert.equal(parseFile('notes.yaml', 'format: entity/1\n'), undefined);
});

test('what YAML refuses is reported with its line, and the file cannot be read', () => {
  assert.deepEqual(found('format: source-annotations/1\nx: [\n'), [
    'yaml-syntax 3:1',
    'unreadable',
  ]);
  assert.deepEqual(found('format: source-annotations/1\nx: 1\nx: 2\n'), [
    'yaml-duplicate-key 3:1',
    'unreadable',
  ]);
  assert.deepEqual(found('\tx: 1\n').at(-1), 'unreadable');
});

test('anchors, aliases, tags, explicit and complex keys are refused', () => {
  for (const [line, place] of [
    ['x: &a 1', '2:7'],
    ['&a x: 1', '2:4'],
    ['x: !!str 1', '2:10'],
    ['? x', '2:3'],
    ['[x]: 1', '2:1'],
    [': x', '2:1'],
  ] as const) {
    assert.deepEqual(
      found(`format: source-annotations/1\n${line}\n`),
      [`yaml-refused ${place}`, 'unreadable'],
      line,
    );
  }
  assert.ok(found('format: &a x\nx: *a\n').includes('yaml-refused 2:4'));
});

test('conflict markers of git make a file unreadable, at their line', () => {
  const text = lines('format: source-annotations/1', '<<<<<<< ours', 'annotations: {}', '=======');
  assert.equal(found(text).at(-1), 'unreadable');
  assert.equal(found(text)[0], 'conflict-marker 2:1');
});

test('empty files, lists and plain texts are no files of the format', () => {
  assert.deepEqual(found(''), ['file-empty 1:1', 'unreadable']);
  assert.deepEqual(found('# only a comment\n'), ['file-empty 1:1', 'unreadable']);
  assert.deepEqual(found('- a\n'), ['yaml-syntax 1:1', 'unreadable']);
  assert.deepEqual(found('text\n'), ['yaml-syntax 1:1', 'unreadable']);
});

test('a newer format is left alone, an unknown one is named', () => {
  assert.deepEqual(found('format: source-annotations/2\n'), ['format-newer 1:9', 'unreadable']);
  assert.deepEqual(found('format: source-annotations/10\n'), ['format-newer 1:9', 'unreadable']);
  for (const text of [
    'format: entity/1\n',
    'x: 1\n',
    'format: [a]\n',
    'format: source-annotations\n',
  ]) {
    assert.equal(found(text)[0]?.split(' ')[0], 'format-unknown', text);
    assert.equal(found(text)[1], 'unreadable');
  }
});

test('deep nesting is an error of the file, not of the program', () => {
  const deep = `format: source-annotations/1\nx: ${'['.repeat(20_000)}`;
  assert.equal(found(deep).at(-1), 'unreadable');
});

test('nothing throws, whatever a file holds, and every problem has its place in it', () => {
  const paths = fc.constantFrom(
    PATH,
    'annotations/entities/x.yaml',
    'annotations/events/x.yaml',
    'annotations/schema.yaml',
  );
  const text = fc.oneof(
    mutated(handWritten()),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(anyText(), { maxLength: 8 }).map((parts) => parts.join('\n')),
    fc.uint8Array({ maxLength: 80 }).map((bytes) => new TextDecoder().decode(bytes)),
  );
  fc.assert(
    fc.property(paths, text, (path, each) => {
      for (const { span, line, column, path: at } of parseFile(path, each)?.problems ?? []) {
        assert.equal(at, path);
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= each.length);
        assert.ok(line >= 1 && column >= 1);
      }
    }),
    { numRuns: 10_000 },
  );
});
