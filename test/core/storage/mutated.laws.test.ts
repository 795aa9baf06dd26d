import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Operation } from '../../../src/core/operations/operation';
import { perform } from '../../../src/core/operations/perform';
import { parseFile } from '../../../src/core/storage/parse';
import { fileKind, recordId, sourceOfPath } from '../../../src/core/storage/paths';
import { Store } from '../../../src/core/store/store';
import { SourceText } from '../../../src/core/text/sourceText';

const RUNS = process.env['LONG'] === '1' ? 100_000 : 3_000;
/** Milliseconds of the processor for one file: whatever takes as long would look like a hang. */
const LONGEST = 1_000;

interface Base {
  readonly path: string;
  readonly text: string;
}

/** The project's own files. */
const BASES: readonly Base[] = readdirSync('annotations', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => join('annotations', name).replaceAll('\\', '/'))
  .sort()
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const ENTITIES = BASES.filter(({ path }) => fileKind(path) === 'entity').slice(0, 3);

/** A file, of annotation files mostly the head and some records: most of the cases then are small. */
const base = fc
  .record({
    at: fc.nat({ max: BASES.length * 3 - 1 }),
    from: fc.nat(),
    many: fc.integer({ min: 1, max: 3 }),
    whole: fc.integer({ min: 0, max: 199 }),
  })
  .map(({ at, from, many, whole }): Base => {
    const annotated = BASES.filter(({ path }) => fileKind(path) === 'annotations');
    const each = BASES[at] ?? annotated[at % annotated.length];
    if (each === undefined) throw new Error('there are no files');
    if (fileKind(each.path) !== 'annotations' || whole === 0) return each;
    const [head = '', ...records] = each.text.split(/^(?= {2}a-[a-z0-9]+:$)/m);
    const first = from % records.length;
    return { path: each.path, text: head + records.slice(first, first + many).join('') };
  });

const CONTROLS = ['\0', '\u0007', '\u001b', '\u007f', '\u0085', '\u2028', '\ufeff', '\ufffe', '\t'];
const MARKERS = ['<<<<<<< ours', '=======', '>>>>>>> theirs', '||||||| base', '---', '...'];
const MARKS = [
  '"',
  "'",
  '\\',
  ':',
  '- ',
  '#',
  '{',
  '}',
  '[',
  ']',
  '|',
  '>',
  '&a ',
  '*a ',
  '!!x ',
  '? ',
];

type Change = (text: string, at: number) => string;

/** Changes a line, which may also become none or several. */
const line = (edit: (line: string, at: number) => readonly string[]): Change => {
  return (text, at) => {
    const all = text.split('\n');
    const index = at % all.length;
    return all.toSpliced(index, 1, ...edit(all[index] ?? '', at)).join('\n');
  };
};

const insert =
  (put: string): Change =>
  (text, at) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place);
  };

const cut =
  (length: number): Change =>
  (text, at) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + text.slice(place + length);
  };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map(cut),
  fc.constant(line(() => [])),
  fc.constant(line((each) => [each, each])),
  fc.constant(line((each, at) => [each.slice(at % (each.length + 1)), each])),
  fc.constant(swapped),
  fc.constantFrom(' ', '  ', '      ', '\t').map((more) => line((each) => [more + each])),
  fc.constant(line((each) => [each.trimStart()])),
  fc.constant(line((each) => [each.replace('"', '')])),
  fc.constant(line((each) => [each.replaceAll('"', "'")])),
  fc.constantFrom(...MARKERS).map((marker) => line((each) => [marker, each])),
  fc.constantFrom(...CONTROLS, ...MARKS).map(insert),
  fc.string({ unit: 'binary', maxLength: 8 }).map(insert),
  fc.constant<Change>((text, at) => text.slice(0, at % (text.length + 1))),
  fc.constant<Change>((text, at) => text + text.slice(at % (text.length + 1))),
  fc.constant<Change>((text) => text.replaceAll('\n', '\r\n')),
  fc.constant<Change>((text, at) => text.replaceAll('\n', '\n'.repeat(1 + (at % 3)))),
  fc.constantFrom('[', '{ a: ', '- ').map(
    (each): Change =>
      (text) =>
        text + each.repeat(300),
  ),
);

function swapped(text: string, at: number): string {
  const all = text.split('\n');
  const [one, two] = [at % all.length, (at * 7 + 1) % all.length];
  return all
    .with(one, all[two] ?? '')
    .with(two, all[one] ?? '')
    .join('\n');
}

const mutation = fc.tuple(
  base,
  fc.array(fc.tuple(change, fc.nat()), { minLength: 1, maxLength: 4 }),
);

/** Something that the analyst would do to the file. */
function operationsOn(path: string): readonly Operation[] {
  switch (fileKind(path)) {
    case 'annotations': {
      const source = sourceOfPath(path);
      const entity = recordId(ENTITIES[0]?.path ?? '');
      return [
        { op: 'annotate', source, start: 100, end: 107, entity },
        { op: 'setSource', source, title: 'Another title' },
      ];
    }
    case 'entity':
      return [{ op: 'updateEntity', id: recordId(path), note: 'another', addAliases: ['A'] }];
    case 'event':
      return [{ op: 'updateEvent', id: recordId(path), note: 'another' }];
    case 'schema':
    case undefined:
      return [];
  }
}

test('mutated files throw nothing, take no second each, and are not written unless they parse', () => {
  const source = SourceText.of('Words of a source. '.repeat(50));
  const around = { sourceText: () => source, newAnnotationId: () => 'a-zzzzzz' };
  fc.assert(
    fc.property(mutation, ([{ path, text }, changes]) => {
      const mutated = changes.reduce((each, [edit, at]) => edit(each, at), text);
      const store = new Store();
      for (const entity of ENTITIES) store.replaceFile(entity.path, entity.text);
      store.removeFile(path);
      const started = process.cpuUsage();
      store.replaceFile(path, mutated);
      const results = operationsOn(path).map((operation) => perform(store, around, [operation]));
      const { user, system } = process.cpuUsage(started);
      assert.ok((user + system) / 1_000 < LONGEST, 'it takes too long');

      const isReadable = store.file(path)?.readable === true;
      for (const performed of results) {
        const written = performed.ok
          ? performed.changes.filter((each) => each.path === path).map(({ after }) => after ?? '')
          : [];
        if (!isReadable) assert.deepEqual(written, []);
        for (const after of written)
          assert.ok(parseFile(path, after)?.content !== undefined, after);
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});
