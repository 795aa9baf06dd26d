/** Records of one section of an annotation file, put in and taken out as the smallest edits. */
import type { TextEdit } from '../text/edits';
import { isNull } from './decode';
import { blockLines, editMap, lineEnd, lineStart, removeLines } from './editMap';
import type { FieldMap } from './emit';
import { entryOf, type Entry, type MapNode, type YamlNode } from './node';
import { mapPlace, type Place } from './rewritten';

/** A record to be put in: its fields in their order, and where its first target starts. */
export interface NewRecord {
  readonly id: string;
  /** Code points. */
  readonly start: number;
  readonly fields: FieldMap;
}

/** The lines of a record, its id at column 2. */
export function recordLines({ id, fields }: Pick<NewRecord, 'id' | 'fields'>): readonly string[] {
  return [`  ${id}:`, ...blockLines(fields, 4)];
}

/**
 * Edits that put the record into the section `key` in document order: behind the last one that starts
 * no later. The section is made at the end of the file. Absent when it has the id, or is no map.
 */
export function insertRecord(
  place: Place,
  key: string,
  record: NewRecord,
): readonly TextEdit[] | undefined {
  const { text, root, eol } = place;
  const section = entryOf(root, key);
  const value = section?.value;
  if (value !== undefined && value.kind !== 'map' && !isNull(value)) return undefined;
  const entries = value?.kind === 'map' ? value.entries : [];
  if (entries.some((entry) => entry.key === record.id)) return undefined;
  if (root.flow || (value?.kind === 'map' && value.flow && entries.length > 0)) {
    return insertIntoFlow(place, key, value, record);
  }
  const lines = joinLines(recordLines(record), eol);
  if (section === undefined) {
    const last = root.entries.at(-1);
    const at = last === undefined ? lineEnd(text, root.end) : recordEnd(text, root, last);
    return [{ start: at, end: at, newText: `${key}:${eol}${lines}` }];
  }
  if (value?.kind !== 'map' || entries.length === 0) return insertFirst(place, section, lines);
  const before = entries.findLast((entry) => !isAfter(entry, record));
  const at =
    before === undefined ? lineEnd(text, section.keySpan.end) : recordEnd(text, value, before);
  return [{ start: at, end: at, newText: indented(lines, value, place) }];
}

/**
 * Edits that take records out of the section `key`; comments outside of them stay. `whenEmpty` says
 * whether a section that then has none stays. Absent when one of them is not there.
 */
export function removeRecords(
  place: Place,
  key: string,
  ids: ReadonlySet<string>,
  whenEmpty: 'keep' | 'remove',
): readonly TextEdit[] | undefined {
  const { text, root } = place;
  const section = entryOf(root, key);
  const value = section?.value;
  if (section === undefined || value?.kind !== 'map') return undefined;
  const gone = value.entries.filter((entry) => ids.has(entry.key));
  if (gone.length < ids.size) return undefined;
  if (value.flow) {
    return editMap(mapPlace(place, value, []), new Map([...ids].map((id) => [id, undefined])));
  }
  const edits = gone.map((entry) => removeLines(text, value, entry, recordEnd(text, value, entry)));
  const [first] = edits;
  const last = edits.at(-1);
  if (value.entries.length > gone.length || first === undefined || last === undefined) return edits;
  const colon = colonEnd(text, section);
  const isBare =
    !root.flow &&
    text.slice(colon, first.start).trim() === '' &&
    edits.every(({ start }, index) => start === (edits[index - 1]?.end ?? start));
  if (whenEmpty === 'remove' && isBare) {
    const { start } = removeLines(text, root, section, last.end);
    return [{ start, end: last.end, newText: '' }];
  }
  return [{ start: colon, end: colon, newText: ' {}' }, ...edits];
}

/** The lines of the first record of a section that is empty or `{}`. */
function insertFirst({ text }: Place, section: Entry, lines: string): readonly TextEdit[] {
  const at = lineEnd(text, section.value.end);
  const records = { start: at, end: at, newText: lines };
  if (section.value.start === section.value.end) return [records];
  return [{ start: colonEnd(text, section), end: section.value.end, newText: '' }, records];
}

function insertIntoFlow(
  { text, root, eol }: Place,
  key: string,
  section: YamlNode | undefined,
  { id, fields }: NewRecord,
): readonly TextEdit[] {
  const record = { [id]: fields };
  if (section?.kind === 'map') {
    return editMap(
      { text, map: section, indent: 0, eol, order: [] },
      new Map(Object.entries(record)),
    );
  }
  return editMap({ text, map: root, indent: 0, eol, order: [] }, new Map([[key, record]]));
}

/** Behind the colon of a key. */
function colonEnd(text: string, entry: Entry): number {
  return text.indexOf(':', entry.keySpan.end) + 1;
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
function isAfter(entry: Entry, { id, start: own }: NewRecord): boolean {
  const map = entry.value.kind === 'map' ? entry.value : undefined;
  const start = entryOf(map, 'start')?.value ?? firstFragmentStart(map);
  const hint = start?.kind === 'scalar' ? start.value : undefined;
  if (typeof hint !== 'number') return false;
  return hint > own || (hint === own && entry.key > id);
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

export function joinLines(lines: readonly string[], eol: string): string {
  return lines.map((line) => line + eol).join('');
}
