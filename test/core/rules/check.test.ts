import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkFile, checkWorkspace } from '../../../src/core/rules/check';
import { RULES } from '../../../src/core/rules/index';
import { annotationFile, entityFile, eventFile, lines, workspace } from '../workspace';
import { problemsOf } from './found';

const BROKEN_REFERENCE = annotationFile('s.txt', '  a-4k7q2c:', '    exact: "x"', '    entity: no');

test('every rule has a code of its own, in kebab case, and a description', () => {
  assert.equal(new Set(RULES.map(({ code }) => code)).size, RULES.length);
  for (const { code, description } of RULES) {
    assert.match(code, /^[a-z]+(-[a-z]+)*$/);
    assert.match(description, /\.$/);
  }
});

test('what the parser found is there too, with the source and annotation concerned', () => {
  const files = annotationFile(
    's.txt',
    '  a-4k7q2c:',
    '    exact: "x"',
    '    status: maybe',
    '  a-9d1x0p: null',
  );
  const problems = problemsOf(files, { 's.txt': 'x' });
  assert.deepEqual(
    problems.map(({ code, annotation, source, line }) => ({ code, annotation, source, line })),
    [
      { code: 'value-invalid', annotation: 'a-4k7q2c', source: 's.txt', line: 7 },
      { code: 'record-null', annotation: 'a-9d1x0p', source: 's.txt', line: 8 },
    ],
  );
});

test('a discussion is told of the file alone, because its comments stand at the passage', () => {
  const said = ['  a-4k7q2c:', '    exact: "x"', '    note: "n"', '    status: disputed'];
  const files = {
    ...annotationFile('s.txt', ...said, '    thread: [{ text: "Why?" }]'),
    'annotations/schema.yaml': 'format: schema/1\nchecks: { annotation-disputed: warning }\n',
  };
  const problems = problemsOf(files, { 's.txt': 'x' });
  assert.deepEqual(
    problems.map(({ code, annotation, isOfFile }) => ({ code, annotation, isOfFile })),
    [
      { code: 'annotation-disputed', annotation: 'a-4k7q2c', isOfFile: undefined },
      { code: 'thread-open', annotation: 'a-4k7q2c', isOfFile: true },
    ],
  );
});

test('a file that cannot be read has the problem that keeps it from being read, and no other', () => {
  const at = workspace(BROKEN_REFERENCE, { 's.txt': 'x' });
  const path = 'annotations/s.txt.ann.yaml';
  at.store.replaceFile(path, `${BROKEN_REFERENCE[path] ?? ''}  a-4k7q2c: {}\n`);
  const problems = checkFile(at.store, path, at);
  assert.deepEqual(
    problems.map(({ code, severity, line }) => `${code} ${severity} ${line}`),
    ['record-duplicate error 8'],
  );
});

test('a project sets severities and turns codes off', () => {
  const withChecks = (checks: string): readonly string[] =>
    problemsOf(
      { ...BROKEN_REFERENCE, 'annotations/schema.yaml': `format: schema/1\nchecks: ${checks}\n` },
      { 's.txt': 'x' },
    ).map(({ code, severity }) => `${code} ${severity}`);
  assert.deepEqual(withChecks('{}'), ['entity-unknown error']);
  assert.deepEqual(withChecks('{ entity-unknown: information }'), ['entity-unknown information']);
  assert.deepEqual(withChecks('{ entity-unknown: off }'), []);
});

test('what the parser reports of a readable file has a severity to set too', () => {
  const files = {
    ...annotationFile('s.txt', '  a-4k7q2c:', '    exact: "x"', '    status: maybe'),
    'annotations/schema.yaml': 'format: schema/1\nchecks: { value-invalid: off }\n',
  };
  assert.deepEqual(problemsOf(files, { 's.txt': 'x' }), []);
});

test('what keeps a file from being read cannot be turned off', () => {
  const files = {
    'annotations/schema.yaml': 'format: schema/1\nchecks: { yaml-syntax: off }\n',
    'annotations/entities/x.yaml': 'format: [',
  };
  assert.ok(problemsOf(files).some(({ code }) => code === 'yaml-syntax'));
});

test('problems come by path, and in a file by place', () => {
  const files = {
    ...eventFile('b', 'mode: x', 'date: y', 'participants: [{ role: z, entity: q }]'),
    ...entityFile('a', 'mergedInto: gone'),
  };
  assert.deepEqual(
    problemsOf(files).map(({ path, line, column }) => `${path}:${line}:${column}`),
    [
      'annotations/entities/a.yaml:5:13',
      'annotations/events/b.yaml:5:7',
      'annotations/events/b.yaml:6:7',
      'annotations/events/b.yaml:7:24',
      'annotations/events/b.yaml:7:35',
    ],
  );
});

test('columns and offsets count UTF-16, also behind a byte order mark and CRLF', () => {
  const text = lines('format: event/1', 'id: e', 'type: consult', 'title: "😀"', 'mode: x');
  const crlf = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
  const [problem] = problemsOf({ 'annotations/events/e.yaml': crlf });
  assert.equal(`${problem?.line}:${problem?.column}`, '5:7');
  assert.equal(crlf.slice(problem?.span.start, problem?.span.end), 'x');
});

test('a path that is not loaded has no problems', () => {
  const at = workspace({});
  assert.deepEqual(checkFile(at.store, 'annotations/entities/x.yaml', at), []);
});

test('nothing throws, whatever the files hold, and every problem is inside its file', () => {
  const word = fc.constantFrom('a', 'wang', 'talk', 'a-4k7q2c', 'constructor', '__proto__', 'time');
  const line = fc.tuple(
    fc.constantFrom('', '  ', '    '),
    fc.constantFrom(
      'format',
      'annotations',
      'a-4k7q2c',
      'exact',
      'entity',
      'roles',
      'type',
      'date',
    ),
    fc.oneof(word, fc.constantFrom('', '[]', '{}', '[{ role: a, target: b }]', 'null', '[1, 2]')),
  );
  const body = fc.array(line, { maxLength: 8 });
  const heads = {
    'annotations/s.txt.ann.yaml': 'format: source-annotations/1\n',
    'annotations/entities/wang.yaml': 'format: entity/1\nmergedInto: wang\n',
    'annotations/events/talk.yaml': 'format: event/1\n',
    'annotations/schema.yaml': 'format: schema/1\n',
  };
  const files = fc.tuple(
    ...Object.entries(heads).map(([path, head]) =>
      body.map(
        (each) =>
          [
            path,
            head + lines(...each.map(([pad, key, value]) => `${pad}${key}: ${value}`)),
          ] as const,
      ),
    ),
  );
  fc.assert(
    fc.property(files, (entries) => {
      const texts = Object.fromEntries(entries);
      const at = workspace(texts, { 's.txt': 'wang talk' });
      for (const { path, span } of checkWorkspace(at.store, at)) {
        const length = texts[path]?.length ?? -1;
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= length);
      }
    }),
    { numRuns: 1500 },
  );
});
