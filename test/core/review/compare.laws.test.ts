import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { compare } from '../../../src/core/review/compare';
import { assertAccountedFor, revisions } from './accounting';
import { afterwards, bases, eitherWay, staying } from './histories';

const IS_LONG = process.env['LONG'] === '1';

test('after any operations every line that differs belongs to one change', () => {
  fc.assert(
    fc.property(eitherWay, ({ before, after }) => {
      const pair = revisions(before, after);
      assertAccountedFor(pair, compare(pair).changes);
    }),
    { numRuns: IS_LONG ? 10_000 : 600 },
  );
});

test('what operations do is never mere formatting', () => {
  fc.assert(
    fc.property(bases, fc.array(staying, { minLength: 1, maxLength: 8 }), (before, each) => {
      const after = afterwards(before, each);
      const pair = revisions(before, after);
      const { changes } = compare(pair);
      const explained = new Set(
        changes
          .filter(({ kind }) => kind !== 'formatting')
          .flatMap(({ path, pathBefore = path }) => [path, pathBefore]),
      );
      for (const file of pair.files) {
        assert.ok(explained.has(file.after?.path ?? file.before?.path ?? ''));
      }
      assert.ok(changes.every(({ kind }) => kind !== 'unreadable'));
    }),
    { numRuns: IS_LONG ? 10_000 : 400 },
  );
});

const CORPUS: readonly (readonly [string, string])[] = readdirSync('annotations', {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `annotations/${name.replaceAll('\\', '/')}`)
  .sort()
  .map((path) => [path, readFileSync(path, 'utf8')]);

const LINES = [
  '',
  '  # c',
  '# c',
  '    note: "n"',
  '    # c',
  'x: 1',
  '<<<<<<< ours',
  '    note: |',
  '      # text',
  '  a-zzzzzz:',
  '    exact: "zz"',
  'rejected:',
];

/** Edits as a person or a bad merge may make them, of whole lines. */
const lineEdit = fc
  .record({
    at: fc.nat(),
    many: fc.integer({ min: 0, max: 12 }),
    kind: fc.constantFrom('remove', 'double', 'move', 'insert', 'change', 'crlf'),
    other: fc.nat(),
    line: fc.constantFrom(...LINES),
  })
  .map(({ at, many, kind, other, line }) => (text: string): string => {
    const lines = text.split('\n');
    const from = at % lines.length;
    const some = lines.slice(from, from + many);
    const to = other % (lines.length + 1);
    switch (kind) {
      case 'remove':
        return lines.toSpliced(from, many).join('\n');
      case 'double':
        return lines.toSpliced(to, 0, ...some).join('\n');
      case 'move':
        return lines
          .toSpliced(from, many)
          .toSpliced(to, 0, ...some)
          .join('\n');
      case 'insert':
        return lines.toSpliced(from, 0, line).join('\n');
      case 'change':
        return lines.toSpliced(from, 1, (lines[from] ?? '').replace(/\w/, 'q')).join('\n');
      case 'crlf':
        return lines.toSpliced(from, 1, `${lines[from] ?? ''}\r`).join('\n');
    }
  });

const edited = fc
  .record({
    file: fc.constantFrom(...CORPUS),
    from: fc.nat(),
    edits: fc.array(lineEdit, { minLength: 1, maxLength: 5 }),
  })
  .map(({ file: [path, text], from, edits }) => {
    const [head = '', ...records] = text.split(/^(?= {2}a-[a-z0-9]+:$)/m);
    const first = from % Math.max(records.length, 1);
    const before = head + records.slice(first, first + 5).join('');
    return { path, before, after: edits.reduce((each, edit) => edit(each), before) };
  });

test('after any edits of lines, broken ones too, every line that differs belongs to one change', () => {
  fc.assert(
    fc.property(edited, ({ path, before, after }) => {
      const pair = revisions({ [path]: before }, { [path]: after });
      assertAccountedFor(pair, compare(pair).changes);
      const back = revisions({ [path]: after }, { [path]: before });
      assertAccountedFor(back, compare(back).changes);
    }),
    { numRuns: IS_LONG ? 10_000 : 1_500 },
  );
});
