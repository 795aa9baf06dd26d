/**
 * Changes of annotation and record files as the smallest text edits. Every function reads `text`
 * anew and gives the new text; a file that does not parse gives `undefined` and stays as it is.
 */
import type { Annotation } from '../model/annotation';
import type { Entity, EventRecord, SourceMetadata } from '../model/records';
import { applyEdits, type TextEdit } from '../text/edits';
import { readDocument, recordEntry, type YamlDocument } from './document';
import { blockLines, editMap, insertLines, lineEnd, lineStart } from './editMap';
import { type FieldMap, type FieldValue } from './emit';
import {
  ANNOTATION_KEYS,
  annotationFields,
  ENTITY_KEYS,
  entityFields,
  EVENT_KEYS,
  eventFields,
  SOURCE_KEYS,
  sourceFields,
} from './fields';
import { entryOf, type Entry, type MapNode } from './node';
import { FORMATS } from './parse';

/** Keys to set, or with `undefined` to remove. */
export type FieldChanges = ReadonlyMap<string, FieldValue | undefined>;

export function newAnnotationFile(
  source: SourceMetadata,
  annotations: readonly Annotation[],
): string {
  const head = blockLines({ format: FORMATS.annotations, source: sourceFields(source) }, 0);
  const records = annotations.flatMap((annotation) => recordLines(annotation));
  const section = records.length === 0 ? ['annotations: {}'] : ['annotations:', ...records];
  return joinLines([...head, ...section], '\n');
}

export function newEntityFile(entity: Entity): string {
  const head = { format: FORMATS.entity, id: entity.id };
  return joinLines(blockLines({ ...head, ...entityFields(entity) }, 0), '\n');
}

export function newEventFile(event: EventRecord): string {
  const head = { format: FORMATS.event, id: event.id };
  return joinLines(blockLines({ ...head, ...eventFields(event) }, 0), '\n');
}

/** The text with one more annotation, in document order: after the last one that starts no later. */
export function insertAnnotation(text: string, annotation: Annotation): string | undefined {
  const document = writable(text);
  const root = document?.root;
  if (document === undefined || root === undefined) return undefined;
  const eol = eolOf(text);
  const lines = joinLines(recordLines(annotation), eol);
  const section = entryOf(root, 'annotations');
  if (section === undefined) {
    const at = lineEnd(text, root.end);
    return edited(text, [insertLines(text, at, at, `annotations:${eol}${lines}`, eol)]);
  }
  const value = section.value;
  if (value.kind !== 'map' || value.entries.length === 0) {
    if (value.kind === 'seq' || (value.kind === 'scalar' && value.value !== null)) return undefined;
    const colon = section.keySpan.end + 1;
    const at = lineEnd(text, value.end);
    const records = insertLines(text, at, at, lines, eol);
    if (value.kind === 'scalar') return edited(text, [records]);
    return edited(text, [{ start: colon, end: value.end, newText: '' }, records]);
  }
  if (value.flow) {
    const changes = new Map<string, FieldValue>([[annotation.id, annotationFields(annotation)]]);
    const place = { text, map: value, indent: 0, eol, order: [] };
    return edited(text, editMap(place, changes));
  }
  const before = value.entries.findLast((entry) => !isAfter(entry, annotation));
  const at =
    before === undefined ? lineEnd(text, section.keySpan.end) : recordEnd(text, value, before);
  return edited(text, [insertLines(text, at, at, indented(lines, value, text, eol), eol)]);
}

/** The text with the fields of one annotation changed. */
export function updateAnnotation(
  text: string,
  id: string,
  changes: FieldChanges,
): string | undefined {
  const document = writable(text);
  const map = document === undefined ? undefined : recordEntry(document, id)?.value;
  if (map?.kind !== 'map') return undefined;
  return edited(text, editMap(mapPlace(text, map, ANNOTATION_KEYS), changes));
}

/** The text without one annotation; comments outside the record stay. */
export function removeAnnotation(text: string, id: string): string | undefined {
  const document = writable(text);
  const section = entryOf(document?.root, 'annotations');
  const value = section?.value;
  if (section === undefined || value?.kind !== 'map') return undefined;
  const entry = entryOf(value, id);
  if (entry === undefined) return undefined;
  if (value.flow) {
    const place = { text, map: value, indent: 0, eol: eolOf(text), order: [] };
    return edited(text, editMap(place, new Map([[id, undefined]])));
  }
  const start = lineStart(text, entry.keySpan.start);
  const end = recordEnd(text, value, entry);
  const edits: TextEdit[] = [{ start, end, newText: '' }];
  if (value.entries.length === 1) {
    const colon = section.keySpan.end + 1;
    edits.unshift({ start: colon, end: colon, newText: ' {}' });
  }
  return edited(text, edits);
}

/** The text with keys of `source:` changed; the section is made when it is not there. */
export function updateSource(
  text: string,
  path: string,
  changes: FieldChanges,
): string | undefined {
  const root = writable(text)?.root;
  if (root === undefined) return undefined;
  const entry = entryOf(root, 'source');
  if (entry?.value.kind === 'map' && entry.value.entries.length > 0) {
    return edited(text, editMap(mapPlace(text, entry.value, SOURCE_KEYS), changes));
  }
  const fields: FieldMap = Object.fromEntries([['path', path], ...changes]);
  const ordered: FieldMap = Object.fromEntries(SOURCE_KEYS.map((key) => [key, fields[key]]));
  const place = mapPlace(text, root, ['format', 'source', 'annotations']);
  return edited(text, editMap(place, new Map([['source', ordered]])));
}

/** The text of an entity file with keys changed. */
export function updateEntityFile(text: string, changes: FieldChanges): string | undefined {
  return updateRoot(text, changes, ENTITY_KEYS);
}

/** The text of an event file with keys changed. */
export function updateEventFile(text: string, changes: FieldChanges): string | undefined {
  return updateRoot(text, changes, EVENT_KEYS);
}

function updateRoot(
  text: string,
  changes: FieldChanges,
  order: readonly string[],
): string | undefined {
  const root = writable(text)?.root;
  if (root === undefined) return undefined;
  return edited(text, editMap(mapPlace(text, root, order), changes));
}

function writable(text: string): YamlDocument | undefined {
  const document = readDocument(text);
  return document.findings.length === 0 ? document : undefined;
}

function edited(text: string, edits: readonly TextEdit[]): string {
  return applyEdits(text, edits);
}

function mapPlace(
  text: string,
  map: MapNode,
  order: readonly string[],
): { text: string; map: MapNode; indent: number; eol: string; order: readonly string[] } {
  const bom = text.startsWith('\ufeff') && lineStart(text, map.start) === 0 ? 1 : 0;
  const indent = map.start - lineStart(text, map.start) - bom;
  return { text, map, indent, eol: eolOf(text), order };
}

function recordLines(annotation: Annotation): readonly string[] {
  return [`  ${annotation.id}:`, ...blockLines(annotationFields(annotation), 4)];
}

/** Canonical record lines at the column of the records of a file written by hand. */
function indented(lines: string, map: MapNode, text: string, eol: string): string {
  const indent = map.start - lineStart(text, map.start);
  if (indent === 2) return lines;
  const shift = ' '.repeat(indent);
  return lines
    .split(eol)
    .map((line) => (line === '' ? line : shift + line.slice(2)))
    .join(eol);
}

/** Document order: by start, then id. Records without a start keep their place. */
function isAfter(entry: Entry, annotation: Annotation): boolean {
  const map = entry.value.kind === 'map' ? entry.value : undefined;
  const start = entryOf(map, 'start')?.value ?? firstFragmentStart(map);
  const hint = start?.kind === 'scalar' ? start.value : undefined;
  if (typeof hint !== 'number') return false;
  const own = annotation.targets[0].start;
  return hint > own || (hint === own && entry.key > annotation.id);
}

function firstFragmentStart(map: MapNode | undefined): Entry['value'] | undefined {
  const fragments = entryOf(map, 'fragments')?.value;
  const first = fragments?.kind === 'seq' ? fragments.items[0] : undefined;
  return first?.kind === 'map' ? entryOf(first, 'start')?.value : undefined;
}

/** After the last line of a record, comments that are indented as its fields are included. */
function recordEnd(text: string, map: MapNode, entry: Entry): number {
  const column = map.start - lineStart(text, map.start);
  let end = lineEnd(text, entry.value.end);
  for (let at = end; at < text.length;) {
    const next = lineEnd(text, at + 1);
    const line = text.slice(at, next);
    const indent = line.search(/\S/);
    if (indent === -1) {
      at = next;
      continue;
    }
    if (indent <= column || line[indent] !== '#') break;
    at = next;
    end = next;
  }
  return end;
}

function eolOf(text: string): string {
  const feed = text.indexOf('\n');
  return feed > 0 && text[feed - 1] === '\r' ? '\r\n' : '\n';
}

function joinLines(lines: readonly string[], eol: string): string {
  return lines.map((line) => line + eol).join('');
}
