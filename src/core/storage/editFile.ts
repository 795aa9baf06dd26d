/**
 * Changes of annotation and record files as the smallest text edits. Every function gives the new
 * text; a file that does not parse gives `undefined` and stays as it is. `known` is what reading the
 * same text found before: with it only the records that the change needs are read again.
 */
import type { Annotation } from '../model/annotation';
import type { Entity, EventRecord, SourceMetadata } from '../model/records';
import { applyEdits, type TextEdit } from '../text/edits';
import { isNull } from './decode';
import { nodesOf, readDocument } from './document';
import { blockLines, editMap, lineEnd, lineStart, removeLines } from './editMap';
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
import type { MapPlace } from './mapPlace';
import { entryOf, mapAt, type Entry, type MapNode, type YamlNode } from './node';
import { FORMATS } from './parse';
import type { Sections } from './sections';
import { aroundInsertion, aroundRecord, type BlockRange } from './splitFile';

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

/**
 * The text with one more annotation, in document order: after the last one that starts no later.
 * `undefined` also when the file has a record with its id.
 */
export function insertAnnotation(
  text: string,
  annotation: Annotation,
  known?: Sections,
): string | undefined {
  const near = known && aroundInsertion(known, annotation);
  return rewritten(text, { known, near }, (place) => {
    const section = entryOf(place.root, 'annotations');
    const value = section?.value;
    if (value !== undefined && value.kind !== 'map' && !isNull(value)) return undefined;
    const entries = value?.kind === 'map' ? value.entries : [];
    if (entries.some(({ key }) => key === annotation.id)) return undefined;
    if (place.root.flow || (value?.kind === 'map' && value.flow && entries.length > 0)) {
      return insertIntoFlow(place, value, annotation);
    }
    const lines = joinLines(recordLines(annotation), place.eol);
    if (section === undefined) {
      const at = lineEnd(place.text, place.root.end);
      return [{ start: at, end: at, newText: `annotations:${place.eol}${lines}` }];
    }
    if (value?.kind !== 'map' || entries.length === 0) return insertFirst(place, section, lines);
    const before = entries.findLast((entry) => !isAfter(entry, annotation));
    const at =
      before === undefined
        ? lineEnd(place.text, section.keySpan.end)
        : recordEnd(place.text, value, before);
    return [{ start: at, end: at, newText: indented(lines, value, place) }];
  });
}

/** The lines of the first record under `annotations:`, which is empty or `{}`. */
function insertFirst({ text }: Place, section: Entry, lines: string): readonly TextEdit[] {
  const at = lineEnd(text, section.value.end);
  const records = { start: at, end: at, newText: lines };
  if (section.value.start === section.value.end) return [records];
  return [{ start: colonEnd(text, section), end: section.value.end, newText: '' }, records];
}

function insertIntoFlow(
  { text, root, eol }: Place,
  section: YamlNode | undefined,
  annotation: Annotation,
): readonly TextEdit[] {
  const record = { [annotation.id]: annotationFields(annotation) };
  if (section?.kind === 'map') {
    return editMap(
      { text, map: section, indent: 0, eol, order: [] },
      new Map(Object.entries(record)),
    );
  }
  return editMap(
    { text, map: root, indent: 0, eol, order: [] },
    new Map([['annotations', record]]),
  );
}

/** The text with the fields of one annotation changed. */
export function updateAnnotation(
  text: string,
  id: string,
  changes: FieldChanges,
  known?: Sections,
): string | undefined {
  const near = known && aroundRecord(known, id);
  return rewritten(text, { known, near }, (place) => {
    const map = mapAt(mapAt(place.root, 'annotations'), id);
    return map && editMap(mapPlace(place, map, ANNOTATION_KEYS), changes);
  });
}

/** The text without one annotation; comments outside the record stay. */
export function removeAnnotation(text: string, id: string, known?: Sections): string | undefined {
  const near = known && aroundRecord(known, id);
  return rewritten(text, { known, near }, (place) => {
    const section = entryOf(place.root, 'annotations');
    const value = section?.value;
    const entry = value?.kind === 'map' ? entryOf(value, id) : undefined;
    if (section === undefined || value?.kind !== 'map' || entry === undefined) return undefined;
    if (value.flow) return editMap(mapPlace(place, value, []), new Map([[id, undefined]]));
    const lines = removeLines(place.text, value, entry, recordEnd(place.text, value, entry));
    if (value.entries.length > 1) return [lines];
    const colon = colonEnd(place.text, section);
    return [{ start: colon, end: colon, newText: ' {}' }, lines];
  });
}

/** The text with keys of `source:` changed; the section is made when it is not there. */
export function updateSource(
  text: string,
  path: string,
  changes: FieldChanges,
  known?: Sections,
): string | undefined {
  const near = known && { first: known.blocks.length - 1, last: known.blocks.length };
  return rewritten(text, { known, near }, (place) => {
    const map = mapAt(place.root, 'source');
    if (map !== undefined && map.entries.length > 0) {
      return editMap(mapPlace(place, map, SOURCE_KEYS), changes);
    }
    const fields: FieldMap = Object.fromEntries([['path', path], ...changes]);
    const ordered: FieldMap = Object.fromEntries(SOURCE_KEYS.map((key) => [key, fields[key]]));
    const root = mapPlace(place, place.root, ['format', 'source', 'annotations']);
    return editMap(root, new Map([['source', ordered]]));
  });
}

/** The text of an entity file with keys changed. */
export function updateEntityFile(text: string, changes: FieldChanges): string | undefined {
  return rewritten(text, {}, (place) => editMap(mapPlace(place, place.root, ENTITY_KEYS), changes));
}

/** The text of an event file with keys changed. */
export function updateEventFile(text: string, changes: FieldChanges): string | undefined {
  return rewritten(text, {}, (place) => editMap(mapPlace(place, place.root, EVENT_KEYS), changes));
}

/** A file that may be written, its last line with a line break. */
export interface Place {
  readonly text: string;
  readonly root: MapNode;
  readonly eol: string;
}

/**
 * The text after the edits that `plan` makes; `undefined` when it does not parse or cannot be edited
 * so. A file that has no line break at its end stays without one.
 */
export function rewritten(
  text: string,
  reading: Reading,
  plan: (place: Place) => readonly TextEdit[] | undefined,
): string | undefined {
  const eol = eolOf(text);
  const added = text.endsWith('\n') ? '' : eol;
  const whole = text + added;
  const root = knownRoot(whole, reading) ?? readableRoot(whole);
  if (root === undefined) return undefined;
  const edits = plan({ text: whole, root, eol });
  if (edits === undefined) return undefined;
  const after = applyEdits(whole, edits);
  return after.endsWith(added) ? after.slice(0, after.length - added.length) : after;
}

/** What of a file is known, and which of its records an edit has to see. */
interface Reading {
  readonly known?: Sections | undefined;
  readonly near?: BlockRange | undefined;
}

function knownRoot(text: string, { known, near }: Reading): MapNode | undefined {
  if (known === undefined || near === undefined || known.text !== text) return undefined;
  return nodesOf(known, near);
}

function readableRoot(text: string): MapNode | undefined {
  const { root, findings } = readDocument(text);
  return findings.length > 0 ? undefined : root;
}

/** Behind the colon of a key. */
function colonEnd(text: string, entry: Entry): number {
  return text.indexOf(':', entry.keySpan.end) + 1;
}

export function mapPlace({ text, eol }: Place, map: MapNode, order: readonly string[]): MapPlace {
  const bom = text.startsWith('\ufeff') && lineStart(text, map.start) === 0 ? 1 : 0;
  return { text, map, indent: map.start - lineStart(text, map.start) - bom, eol, order };
}

function recordLines(annotation: Annotation): readonly string[] {
  return [`  ${annotation.id}:`, ...blockLines(annotationFields(annotation), 4)];
}

/** Canonical record lines at the column of the records of a file written by hand. */
function indented(lines: string, map: MapNode, { text, eol }: Place): string {
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
