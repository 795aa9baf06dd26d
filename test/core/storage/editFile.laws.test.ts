import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changedAnnotation, changedFields } from '../../../src/core/operations/changedFields';
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
import { lineEnd, lineStart } from '../../../src/core/storage/editMap';
import { sourceFields } from '../../../src/core/storage/fields';
import { entryOf, type MapNode } from '../../../src/core/storage/node';
import { parseFile } from '../../../src/core/storage/parse';
import { annotation, sourceMetadata } from './records';
import { handWritten, mutated } from './yamlTexts';

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

function sectionOf(text: string): MapNode | undefined {
  const value = entryOf(readDocument(text).root, 'annotations')?.value;
  return value?.kind === 'map' ? value : undefined;
}

function hasEmptySection(text: string): boolean {
  const value = entryOf(readDocument(text).root, 'annotations')?.value;
  return value === undefined || value.kind === 'map' || isNull(value);
}

/** The product's own files, with LF and CRLF. */
function canonical(): fc.Arbitrary<string> {
  const annotations = fc.uniqueArray(annotation(), { maxLength: 3, selector: ({ id }) => id });
  return fc.tuple(sourceMetadata(), annotations, fc.boolean()).map(([source, each, crlf]) => {
    const text = newAnnotationFile(source, each);
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  });
}

/** Files that can be read and have their annotations in a map: the product's own, and people's. */
function readable(): fc.Arbitrary<{ text: string; file: AnnotationFile }> {
  return fc
    .oneof(
      { weight: 5, arbitrary: canonical() },
      { weight: 3, arbitrary: handWritten() },
      { weight: 1, arbitrary: mutated(canonical()) },
    )
    .filter((text) => !/^[ ]*\t/m.test(text))
    .map((text) => ({ text, file: read(text) }))
    .filter(
      (each): each is { text: string; file: AnnotationFile } =>
        each.file !== undefined && (each.file.places.size > 0 || hasEmptySection(each.text)),
    );
}

const EDITS = ['insert', 'remove', 'update', 'source'] as const;

test('a file says after an edit what it said before, and the edit', () => {
  const edits = fc.tuple(fc.constantFrom(...EDITS), fc.nat(), annotation(), sourceMetadata());
  fc.assert(
    fc.property(readable(), edits, ({ text, file }, [edit, at, wanted, source]) => {
      const chosen = file.annotations[at % Math.max(file.annotations.length, 1)];
      const rest = file.annotations.filter((each) => each !== chosen);
      if (edit === 'insert') {
        fc.pre(!file.places.has(wanted.id));
        const after = read(insertAnnotation(text, wanted) ?? '');
        assert.deepEqual(
          said(after),
          said({ ...file, annotations: [...file.annotations, wanted] }),
        );
      } else if (edit === 'source') {
        const changes = changedFields(sourceFields(file.source), sourceFields(source));
        const after = read(updateSource(text, 's.txt', changes) ?? '');
        assert.deepEqual(said(after), said({ ...file, source }));
      } else if (chosen !== undefined && edit === 'remove') {
        const after = read(removeAnnotation(text, chosen.id) ?? '');
        assert.deepEqual(said(after), said({ ...file, annotations: rest }));
      } else if (chosen !== undefined) {
        const updated = { ...wanted, id: chosen.id };
        const changes = changedAnnotation(chosen, updated);
        const after = read(updateAnnotation(text, chosen.id, changes) ?? '');
        assert.deepEqual(said(after), said({ ...file, annotations: [...rest, updated] }));
      }
    }),
    { numRuns: 10_000 },
  );
});

test('an edit changes no byte outside of its annotation', () => {
  fc.assert(
    fc.property(readable(), fc.nat(), annotation(), ({ text, file }, at, wanted) => {
      const entries = sectionOf(text)?.entries ?? [];
      const entry = entries[at % Math.max(entries.length, 1)];
      const chosen = file.annotations.find((each) => each.id === entry?.key);
      if (entry === undefined || chosen === undefined || sectionOf(text)?.flow === true) return;
      const above = text.slice(0, lineStart(text, entry.keySpan.start));
      const below = text.slice(lineEnd(text, entry.value.end));
      const changes = changedAnnotation(chosen, { ...wanted, id: chosen.id });
      const updated = updateAnnotation(text, chosen.id, changes) ?? '';
      assert.ok(updated.startsWith(above) && updated.endsWith(below), updated);
      if (file.places.has(wanted.id)) return;
      const inserted = insertAnnotation(text, wanted) ?? '';
      assert.equal(removeAnnotation(inserted, wanted.id), text, inserted);
    }),
    { numRuns: 10_000 },
  );
});
