import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changedAnnotation, changedFields } from '../../../src/core/operations/changedFields';
import {
  insertAnnotation,
  newAnnotationFile,
  removeAnnotation,
  updateAnnotation,
  updateSource,
} from '../../../src/core/storage/editFile';
import { dropReferences, retargetReferences } from '../../../src/core/storage/editReferences';
import {
  insertRejection,
  removeRejections,
  updateRejection,
} from '../../../src/core/storage/editRejections';
import { sourceFields } from '../../../src/core/storage/fields';
import { parseFile, type ParsedFile } from '../../../src/core/storage/parse';
import { decodeAnnotationFile } from '../../../src/core/storage/annotationFile';
import { Findings } from '../../../src/core/storage/decode';
import type { Sections } from '../../../src/core/storage/sections';
import {
  aroundInsertion,
  aroundRecord,
  editRecords,
  splitFile,
} from '../../../src/core/storage/splitFile';
import { readWhole } from '../../../src/core/storage/whole';
import { annotation, rejection, sourceMetadata } from './records';
import { handWritten, mutated } from './yamlTexts';

/** Each run reads several files with the `yaml` package. */
const RUNS = process.env['LONG'] === '1' ? 50_000 : 2_000;

const PATH = 'annotations/s.txt.ann.yaml';

/** Everything that a reading says, places included. */
function said(parsed: ParsedFile | undefined): unknown {
  const content = parsed?.content;
  if (content?.kind !== 'annotations') return parsed;
  const { source, annotations, rejected, places } = content;
  return { source, annotations, rejected, places: [...places], problems: parsed?.problems };
}

/** Files of up to five records, as the product writes them or as people do. */
function file(): fc.Arbitrary<string> {
  const records = fc.uniqueArray(annotation(), { maxLength: 5, selector: ({ id }) => id });
  const rejections = fc.uniqueArray(rejection(), { maxLength: 2, selector: ({ id }) => id });
  const rejected = fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, rejections);
  const own = fc
    .tuple(sourceMetadata(), records, rejected)
    .map(([source, annotations, below]) => newAnnotationFile(source, annotations, below));
  return fc.oneof({ weight: 2, arbitrary: own }, { weight: 1, arbitrary: handWritten() });
}

interface Change {
  readonly at: number;
  readonly take: number;
  readonly toLine: boolean;
  readonly put: string;
}

/** One place of the text where lines or characters are lost, moved or put in. */
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  take: fc.oneof(fc.constant(0), fc.nat({ max: 4 }), fc.nat({ max: 120 })),
  toLine: fc.boolean(),
  put: fc.oneof(
    fc.constantFrom(
      '',
      '\n',
      ' ',
      '  ',
      '    ',
      '#',
      '  # c\n',
      '    # c\n',
      '# c\n',
      '"',
      ':',
      '  a-00000q:\n    exact: "q"\n',
      '  a-00000q:\n    exact: "q"',
      '  a-00000q:\n',
      '    note: "n"\n',
      '    exact: |\n',
      '    status: odd\n',
      'rejected:\n',
      'rejected:\n  r-00000q:\n    exact: "q"\n',
      '  r-00000q:\n    exact: "q"\n    type: time\n',
      'annotations:\n',
      '  "a-000001":\n    exact: plain\n',
      '\r\n',
      '\u2028',
      '---\n',
      '\t',
    ),
    fc.string({ maxLength: 3 }),
  ),
});

function changed(text: string, { at, take, toLine, put }: Change): string {
  const offset = text === '' ? 0 : at % (text.length + 1);
  const from = toLine ? text.lastIndexOf('\n', offset - 1) + 1 : offset;
  return text.slice(0, from) + put + text.slice(from + take);
}

test('a changed file says the same whether what was known of it is used or not', () => {
  fc.assert(
    fc.property(file(), fc.array(change, { minLength: 1, maxLength: 4 }), (start, changes) => {
      let text = start;
      let known = parseFile(PATH, text);
      for (const each of changes) {
        text = changed(text, each);
        const again = parseFile(PATH, text, known);
        assert.deepEqual(said(again), said(parseFile(PATH, text)), text);
        if (again?.content !== undefined) known = again;
      }
    }),
    { numRuns: RUNS },
  );
});

test('records are kept as the same objects where the change does not touch them', () => {
  const records = fc.uniqueArray(annotation(), {
    minLength: 5,
    maxLength: 5,
    selector: ({ id }) => id,
  });
  fc.assert(
    fc.property(records, (each) => {
      const annotations = each.map((one) => ({ ...one, targets: [one.targets[0]] as const }));
      const text = newAnnotationFile({ path: 's.txt' }, annotations);
      const known = parseFile(PATH, text);
      const again = parseFile(PATH, text.replace('\n    exact: "', '\n    exact: "new '), known);
      const [before, after] = [known?.content, again?.content];
      assert.ok(before?.kind === 'annotations' && after?.kind === 'annotations');
      assert.equal(after.annotations.length, 5);
      for (const at of [2, 3, 4]) assert.equal(after.annotations[at], before.annotations[at]);
    }),
    { numRuns: 200 },
  );
});

test('the fast readings say what the yaml package says of the whole file', () => {
  const texts = fc.oneof(file(), mutated(file()));
  fc.assert(
    fc.property(texts, (text) => {
      const parsed = parseFile(PATH, text);
      if (parsed?.content?.kind !== 'annotations') return;
      const { root, findings } = readWhole(text);
      assert.ok(root !== undefined && findings.length === 0, text);
      const problems = new Findings(PATH, text);
      const file = decodeAnnotationFile(root, PATH, problems);
      const { source, annotations, rejected, places } = file;
      const read = { source, annotations, rejected, places: [...places] };
      const whole = { ...read, problems: problems.problems };
      assert.deepEqual(said(parsed), whole, text);
    }),
    { numRuns: RUNS },
  );
});

test('an edit gives the same text whether what is known of the file is used or not', () => {
  fc.assert(
    fc.property(file(), annotation(), sourceMetadata(), fc.nat(), (text, wanted, source, at) => {
      const known = parseFile(PATH, text)?.sections;
      fc.pre(known !== undefined);
      const id = known.blocks[at % known.blocks.length]?.id ?? '';
      const changes = changedAnnotation({ ...wanted, note: 'other' }, wanted);
      const fields = changedFields({}, sourceFields(source));
      assert.equal(insertAnnotation(text, wanted, known), insertAnnotation(text, wanted));
      assert.equal(updateAnnotation(text, id, changes, known), updateAnnotation(text, id, changes));
      assert.equal(removeAnnotation(text, id, known), removeAnnotation(text, id));
      assert.equal(updateSource(text, 's.txt', fields, known), updateSource(text, 's.txt', fields));
    }),
    { numRuns: RUNS },
  );
});

test('an edit of a rejection gives the same text whether what is known of the file is used or not', () => {
  fc.assert(
    fc.property(file(), rejection(), fc.nat(), (text, wanted, at) => {
      const parsed = parseFile(PATH, text);
      const content = parsed?.content;
      fc.pre(content?.kind === 'annotations');
      const known = parsed?.sections;
      const { id } = content.rejected[at % content.rejected.length] ?? wanted;
      const ids = new Set([id]);
      const changes = new Map([['note', 'other']]);
      assert.equal(insertRejection(text, wanted, known), insertRejection(text, wanted));
      assert.equal(updateRejection(text, id, changes, known), updateRejection(text, id, changes));
      assert.equal(removeRejections(text, ids, known), removeRejections(text, ids));
    }),
    { numRuns: RUNS },
  );
});

test('the records that name another one are found and changed alike, however the file was read', () => {
  const change = { from: 'wang-yi', into: 'li-hui' };
  fc.assert(
    fc.property(file(), (text) => {
      const known = parseFile(PATH, text)?.sections;
      fc.pre(known !== undefined);
      assert.equal(
        retargetReferences(PATH, text, change, known),
        retargetReferences(PATH, text, change),
      );
      assert.equal(
        dropReferences(PATH, text, 'wang-yi', known),
        dropReferences(PATH, text, 'wang-yi'),
      );
    }),
    { numRuns: RUNS },
  );
});

test('edits of single records, one after the other, give what edits of the whole file give', () => {
  const step = fc.tuple(fc.constantFrom('insert', 'update', 'remove'), fc.nat(), annotation());
  fc.assert(
    fc.property(file(), fc.array(step, { minLength: 1, maxLength: 4 }), (start, steps) => {
      const sections = parseFile(PATH, start)?.sections;
      fc.pre(sections !== undefined);
      let split = splitFile(sections);
      for (const [kind, at, wanted] of steps) {
        const { text, blocks } = split.sections;
        const id = blocks[at % blocks.length]?.id ?? '';
        const changes = changedAnnotation({ ...wanted, note: 'other' }, wanted);
        const edit = (each: string, known?: Sections): string | undefined =>
          kind === 'insert'
            ? insertAnnotation(each, wanted, known)
            : kind === 'update'
              ? updateAnnotation(each, id, changes, known)
              : removeAnnotation(each, id, known);
        const range =
          kind === 'insert'
            ? aroundInsertion(split.sections, wanted)
            : aroundRecord(split.sections, id);
        const edited = range && editRecords(split, range, edit);
        if (edited === undefined) continue;
        assert.equal(edited.sections.text, edit(text));
        const whole = parseFile(PATH, edited.sections.text)?.sections;
        assert.deepEqual({ ...edited.sections }, whole);
        split = edited;
      }
    }),
    { numRuns: RUNS },
  );
});
