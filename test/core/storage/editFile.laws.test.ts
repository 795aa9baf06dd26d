import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { commonEnds } from '../../../src/core/text/edits';
import { changedAnnotation, changedFields } from '../../../src/core/operations/changedFields';
import type { Annotation } from '../../../src/core/model/annotation';
import type { AnnotationFile } from '../../../src/core/storage/annotationFile';
import { isNull } from '../../../src/core/storage/decode';
import { readDocument } from '../../../src/core/storage/document';
import {
  insertAnnotation,
  newAnnotationFile,
  removeAnnotation,
  updateAnnotation,
  updateSource,
} from '../../../src/core/storage/editFile';
import { lineStart } from '../../../src/core/storage/editMap';
import { sourceFields } from '../../../src/core/storage/fields';
import { entryOf } from '../../../src/core/storage/node';
import { parseFile } from '../../../src/core/storage/parse';
import { annotation, sourceMetadata } from './records';
import { handWritten, mutated } from './yamlTexts';

const RUNS = process.env['LONG'] === '1' ? 100_000 : 4_000;
const PATH = 'annotations/s.txt.ann.yaml';

function read(text: string): AnnotationFile | undefined {
  const content = parseFile(PATH, text)?.content;
  return content?.kind === 'annotations' ? content : undefined;
}

/** What a file says, without its order. */
function said(file: AnnotationFile | undefined): object | undefined {
  return (
    file && { source: file.source, ...Object.fromEntries(file.annotations.map((a) => [a.id, a])) }
  );
}

function hasEmptySection(text: string): boolean {
  const value = entryOf(readDocument(text).root, 'annotations')?.value;
  return value === undefined || value.kind === 'map' || isNull(value);
}

/** The product's own files, with LF and CRLF. */
function canonical(): fc.Arbitrary<string> {
  const annotations = fc.uniqueArray(annotation(), { maxLength: 2, selector: ({ id }) => id });
  return fc.tuple(sourceMetadata(), annotations, fc.boolean()).map(([source, each, crlf]) => {
    const text = newAnnotationFile(source, each);
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  });
}

/** Files that can be read and have their annotations in a map: the product's own, and people's. */
function readable(): fc.Arbitrary<{ text: string; file: AnnotationFile }> {
  return fc
    .oneof(
      { weight: 7, arbitrary: canonical() },
      { weight: 2, arbitrary: handWritten() },
      { weight: 1, arbitrary: mutated(canonical()) },
    )
    .filter((text) => !/^[ ]*\t/m.test(text))
    .map((text) => ({ text, file: read(text) }))
    .filter(
      (each): each is { text: string; file: AnnotationFile } =>
        each.file !== undefined && (each.file.places.size > 0 || hasEmptySection(each.text)),
    );
}

/** The text above the lines of a record, and from the next record or section on. */
function around(text: string, file: AnnotationFile, id: string): { above: string; below: string } {
  const place = file.places.get(id);
  assert.ok(place !== undefined);
  const start = lineStart(text, place.start);
  const later = [...file.places.values()].filter((each) => each.start > place.start);
  const ends = later.map((each) => lineStart(text, each.start));
  const section = text.slice(place.end).search(/\n[^\s#]/);
  if (section !== -1) ends.push(place.end + section + 1);
  const end = Math.min(...ends, text.length);
  return { above: text.slice(0, start), below: text.slice(end) };
}

/** Whether the records stand on lines of their own. */
function isBlock(text: string): boolean {
  return !/^annotations *: *\{.*\S.*\}/m.test(text) && !text.startsWith('{');
}

const EDITS = ['insert', 'remove', 'update', 'source'] as const;

test('an edit does what it says and nothing else, and changes no byte outside of its annotation', () => {
  const edits = fc.tuple(fc.constantFrom(...EDITS), fc.nat(), annotation(), sourceMetadata());
  fc.assert(
    fc.property(readable(), edits, ({ text, file }, [edit, at, wanted, source]) => {
      const { annotations } = file;
      const chosen = annotations[at % Math.max(annotations.length, 1)];
      const rest = annotations.filter((each) => each !== chosen);
      if (edit === 'insert') {
        fc.pre(!file.places.has(wanted.id));
        const after = insertAnnotation(text, wanted) ?? '';
        const expected = { ...file, annotations: [...annotations, wanted] };
        assert.deepEqual(said(read(after)), said(expected));
        if (file.places.size > 0) assert.ok(holds(after, text), after);
      } else if (edit === 'source') {
        const changes = changedFields(sourceFields(file.source), sourceFields(source));
        const after = updateSource(text, 's.txt', changes) ?? '';
        assert.deepEqual(said(read(after)), said({ ...file, source }));
      } else if (chosen !== undefined) {
        const updated = { ...wanted, id: chosen.id };
        const changes = changedAnnotation(chosen, updated);
        const after =
          edit === 'remove'
            ? removeAnnotation(text, chosen.id)
            : updateAnnotation(text, chosen.id, changes);
        assert.ok(after !== undefined);
        const expected = edit === 'remove' ? rest : [...rest, updated];
        assert.deepEqual(said(read(after)), said({ ...file, annotations: expected }));
        if (!isBlock(text) || (edit === 'remove' && file.places.size === 1)) return;
        const lineBreak = text.endsWith('\n') ? '' : text.includes('\r\n') ? '\r\n' : '\n';
        const { above, below } = around(text + lineBreak, file, chosen.id);
        const whole = after + lineBreak;
        assert.ok(whole.startsWith(above) && whole.endsWith(below), after);
      }
    }),
    { numRuns: RUNS },
  );
});

/** Whether `longer` is `text` with something put in at one place. */
function holds(longer: string, text: string): boolean {
  const { prefix, suffix } = commonEnds(longer, text);
  return prefix + suffix === text.length;
}

test('an annotation that is put in and taken out again leaves no trace', () => {
  fc.assert(
    fc.property(readable(), annotation(), ({ text, file }, added) => {
      fc.pre(file.places.size > 0 && !file.places.has(added.id));
      assert.equal(removeAnnotation(insertAnnotation(text, added) ?? '', added.id), text);
    }),
    { numRuns: 2000 },
  );
});

test('annotations put in, in whatever order, stand in document order', () => {
  const annotations = fc.uniqueArray(annotation(), { maxLength: 4, selector: ({ id }) => id });
  const inOrder = (a: Annotation, b: Annotation): number =>
    a.targets[0].start === b.targets[0].start
      ? Number(a.id > b.id) - Number(a.id < b.id)
      : a.targets[0].start - b.targets[0].start;
  fc.assert(
    fc.property(annotations, (each) => {
      let text = newAnnotationFile({ path: 's.txt' }, []);
      for (const added of each) text = insertAnnotation(text, added) ?? '';
      assert.deepEqual(read(text)?.annotations, [...each].sort(inOrder));
    }),
    { numRuns: 2000 },
  );
});

test('no edit throws, whatever the file holds, and each leaves a file that is read or none', () => {
  fc.assert(
    fc.property(mutated(handWritten()), annotation(), sourceMetadata(), (text, wanted, source) => {
      const id = /a-[0-9a-z]+/.exec(text)?.[0] ?? wanted.id;
      const changes = changedAnnotation({ ...wanted, note: 'other' }, wanted);
      for (const after of [
        insertAnnotation(text, wanted),
        updateAnnotation(text, id, changes),
        removeAnnotation(text, id),
        updateSource(text, 's.txt', changedFields({}, sourceFields(source))),
      ]) {
        assert.ok(
          after === undefined || read(text) === undefined || read(after) !== undefined,
          after,
        );
      }
    }),
    { numRuns: 2000 },
  );
});
