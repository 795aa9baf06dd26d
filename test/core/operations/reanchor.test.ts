import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Operation } from '../../../src/core/operations/operation';
import { perform } from '../../../src/core/operations/perform';
import { parseFile } from '../../../src/core/storage/parse';
import { anchor } from '../../../src/core/text/anchor';
import { SourceText } from '../../../src/core/text/sourceText';
import {
  annotationFile,
  carryOut,
  entityFile,
  lines,
  workspace,
  type Workspace,
} from '../workspace';

const PATH = 'annotations/s.txt.ann.yaml';
const TEXT = '😀 At last Kuleba met Wang Yi. Wang Yi smiled.';
const blob = SourceText.of(TEXT).blob;

function at(file: string, text = TEXT): Workspace {
  return workspace({ ...entityFile('wang-yi'), [PATH]: file }, { 's.txt': text });
}

function reanchored(
  where: Workspace,
  operation: Omit<Operation & { op: 'reanchor' }, 'op'>,
): string {
  carryOut(where, [{ op: 'reanchor', ...operation }]);
  return where.store.file(PATH)?.text ?? '';
}

function refused(where: Workspace, operation: Omit<Operation & { op: 'reanchor' }, 'op'>): string {
  const done = perform(where.store, where, [{ op: 'reanchor', ...operation }]);
  assert.ok(!done.ok);
  return `${done.error.code}: ${done.error.message}`;
}

const FILE = lines(
  'format: source-annotations/1',
  'source:',
  '  path: s.txt',
  `  blob: "${'0'.repeat(40)}"`,
  '# by hand',
  'annotations:',
  '  a-000001: # the first',
  '    exact: "Wang Yi"',
  '    prefix: "😀 Kuleba met "',
  '    suffix: ". Wang Yi smiled."',
  '    start: 13 # once',
  '    end: 20',
  '    x: kept',
  '    entity: wang-yi',
  '',
  '  a-000002:',
  '    exact: "smiled"',
  '    prefix: "Wang Yi. Wang Yi "',
  '    suffix: "."',
  '    start: 30',
  '    end: 36',
  '    note: "n"',
);

test('a new place rewrites quote, context and offsets, and nothing else of the file', () => {
  const after = reanchored(at(FILE), {
    source: 's.txt',
    places: [{ id: 'a-000001', targets: [{ start: 21, end: 28 }] }],
  });
  const expected = FILE.replace('"😀 Kuleba met "', '"😀 At last Kuleba met "')
    .replace('start: 13 # once', 'start: 21 # once')
    .replace('end: 20', 'end: 28');
  assert.equal(after, expected);
});

test('the file names the text when all its annotations stand in it', () => {
  const after = reanchored(at(FILE), {
    source: 's.txt',
    places: [
      { id: 'a-000002', targets: [{ start: 38, end: 44 }] },
      { id: 'a-000001', targets: [{ start: 21, end: 28 }] },
    ],
  });
  assert.match(after, new RegExp(`blob: "?${blob}"?\\n# by hand`));
  assert.match(after, /prefix: "Kuleba met Wang Yi\. Wang Yi "\n {4}suffix: "\."\n {4}start: 38/);
  const again = perform(at(after).store, at(after), [
    {
      op: 'reanchor',
      source: 's.txt',
      places: [{ id: 'a-000001', targets: [{ start: 21, end: 28 }] }],
    },
  ]);
  assert.deepEqual(again, { ok: true, changes: [], ids: ['s.txt'] });
});

test('it names the text too when that is asked for', () => {
  const after = reanchored(at(FILE), { source: 's.txt', places: [], blob: true });
  assert.equal(after.replace(/blob: .*/, ''), FILE.replace(/blob: .*/, ''));
  assert.ok(after.includes(blob));
  assert.equal(reanchored(at(FILE), { source: 's.txt', places: [], blob: false }), FILE);
});

test('records stay in their order, whatever their places are', () => {
  const after = reanchored(at(FILE), {
    source: 's.txt',
    places: [{ id: 'a-000001', targets: [{ start: 38, end: 44 }] }],
  });
  assert.ok(after.indexOf('a-000001') < after.indexOf('a-000002'));
  assert.match(after, /a-000001: # the first\n {4}exact: "smiled"/);
});

test('fragments get a place each, in the form and with the keys that they have', () => {
  const file = lines(
    ...Object.values(annotationFile('s.txt'))
      .join('')
      .replace('annotations: {}\n', 'annotations:')
      .split('\n'),
    '  a-000001:',
    '    fragments:',
    '      - exact: "Kuleba" # him',
    '        start: 2',
    '        x: kept',
    '        end: 8',
    '      - { exact: "smiled", prefix: "Yi ", suffix: ".", start: 30, end: 36 }',
    '    note: "n"',
  );
  const where = at(file);
  const after = reanchored(where, {
    source: 's.txt',
    places: [
      {
        id: 'a-000001',
        targets: [
          { start: 10, end: 16 },
          { start: 38, end: 44 },
        ],
      },
    ],
  });
  const expected = file
    .replace(
      '      - exact: "Kuleba" # him\n        start: 2\n',
      '      - exact: "Kuleba" # him\n        prefix: "😀 At last "\n' +
        '        suffix: " met Wang Yi. Wang Yi smiled."\n        start: 10\n',
    )
    .replace('end: 8', 'end: 16')
    .replace('prefix: "Yi "', 'prefix: "Kuleba met Wang Yi. Wang Yi "')
    .replace('start: 30, end: 36', 'start: 38, end: 44')
    .replace('  path: s.txt\n', `  path: s.txt\n  blob: "${blob}"\n`);
  assert.equal(after.replace(/blob: "?(\w+)"?/, 'blob: "$1"'), expected);
});

test('a file with CRLF, a byte order mark and no break at its end keeps them', () => {
  const file = `\uFEFF${FILE.trimEnd().replaceAll('\n', '\r\n')}`;
  const after = reanchored(at(file), {
    source: 's.txt',
    places: [{ id: 'a-000001', targets: [{ start: 30, end: 37 }] }],
  });
  assert.ok(after.startsWith('\uFEFFformat'));
  assert.equal(after.replaceAll('\r\n', '').includes('\n'), false);
  assert.ok(after.endsWith('    note: "n"'));
  assert.match(after, /start: 30 # once\r\n/);
});

test('what is not there is refused, and nothing is changed', () => {
  const place = { start: 21, end: 28 };
  const cases: [Omit<Operation & { op: 'reanchor' }, 'op'>, RegExp][] = [
    [{ source: 't.txt', places: [] }, /^source-unknown/],
    [{ source: '../s.txt', places: [] }, /^source-unknown/],
    [{ source: 's.txt', places: [{ id: 'a-000009', targets: [place] }] }, /^annotation-unknown/],
    [
      { source: 's.txt', places: [{ id: 'a-000001', targets: [place, place] }] },
      /^value-invalid: “a-000001” needs a place for each of its targets \(1\), not 2/,
    ],
    [
      { source: 's.txt', places: [{ id: 'a-000001', targets: [{ start: 3, end: 3 }] }] },
      /^passage-empty/,
    ],
    [
      { source: 's.txt', places: [{ id: 'a-000001', targets: [{ start: 3, end: 99 }] }] },
      /^passage-not-found/,
    ],
    [
      {
        source: 's.txt',
        places: [
          { id: 'a-000001', targets: [place] },
          { id: 'a-000001', targets: [place] },
        ],
      },
      /^value-invalid: “a-000001” is given two places/,
    ],
  ];
  for (const [operation, message] of cases) assert.match(refused(at(FILE), operation), message);
});

test('an id that two files of a source have is refused', () => {
  const other = FILE.replace('a-000002', 'a-000003');
  const where = workspace({ [PATH]: FILE, 's.txt.ann.yaml': other }, { 's.txt': TEXT });
  const place = [{ start: 21, end: 28 }];
  const message = refused(where, { source: 's.txt', places: [{ id: 'a-000001', targets: place }] });
  assert.match(message, /^annotation-ambiguous/);
});

test('a file that does not parse is not written', () => {
  const where = at(FILE);
  where.store.replaceFile(PATH, FILE.replace('x: kept', 'x: [kept'));
  const places = [{ id: 'a-000001', targets: [{ start: 21, end: 28 }] }];
  assert.match(refused(where, { source: 's.txt', places }), /^file-unreadable/);
});

test('thousands of annotations are placed in one edit that reads back', () => {
  const count = 3000;
  const words = Array.from({ length: count }, (_, index) => `w${index}`);
  const text = `New. ${words.join(' ')}`;
  const ids = words.map((_, index) => `a-${index.toString(36).padStart(6, '0')}`);
  const records = words.flatMap((word, index) => [
    `  ${ids[index] ?? ''}:`,
    `    exact: "${word}"`,
    `    start: ${index}`,
    `    end: ${index + word.length}`,
    '    note: "n"',
  ]);
  const file = Object.values(annotationFile('s.txt', ...records)).join('');
  const places = words.map((word, index) => {
    const start =
      text.indexOf(` ${word} `) === -1 ? text.lastIndexOf(word) : text.indexOf(` ${word} `) + 1;
    return { id: ids[index] ?? '', targets: [{ start, end: start + word.length }] };
  });
  const after = reanchored(at(file, text), { source: 's.txt', places });
  const content = parseFile(PATH, after)?.content;
  assert.ok(content?.kind === 'annotations');
  assert.equal(content.source.blob, SourceText.of(text).blob);
  const source = SourceText.of(text);
  assert.ok(
    content.annotations.every(({ targets }) => anchor(source, targets[0]).kind === 'exact'),
  );
});

test('the declared body goes along when the hash is renewed, and is set in the text of the hash before', () => {
  const where = at(FILE.replace(/blob: .*/, '$&\n  body: [[0, 37]]'));
  carryOut(where, [{ op: 'setSource', source: 's.txt', body: [[10, 45]] }]);
  assert.match(where.store.file(PATH)?.text ?? '', /body: \[\[2, 37\]\]/);
  const after = reanchored(where, {
    source: 's.txt',
    places: [
      { id: 'a-000001', targets: [{ start: 21, end: 28 }] },
      { id: 'a-000002', targets: [{ start: 38, end: 44 }] },
    ],
  });
  assert.match(after, new RegExp(`blob: "${blob}"`));
  assert.match(after, /body: \[\[10, 45\]\]/);
});
