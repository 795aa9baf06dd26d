/** The smallest edits that set or remove keys of one YAML map; other bytes stay. */
import type { TextEdit } from '../text/edits';
import { editFlowMap } from './editFlowMap';
import { field, fieldsOf, flow, isList, type FieldMap, type FieldValue } from './emit';
import { compareEdits, gapBefore, isSame, type MapPlace } from './mapPlace';
import { entryOf, plainValue, type Entry, type MapNode, type SeqNode, type YamlNode } from './node';

/**
 * Edits that make each key of `changes` have its value; `undefined` removes the key. Keys that have
 * the value already cause no edit. In order of the text, without overlaps.
 */
export function editMap(
  place: MapPlace,
  changes: ReadonlyMap<string, FieldValue | undefined>,
): readonly TextEdit[] {
  const { text, map } = place;
  if (map.flow) return editFlowMap(place, changes);
  const edits: TextEdit[] = [];
  const added: [string, FieldValue][] = [];
  for (const [key, value] of changes) {
    const entry = entryOf(place.map, key);
    if (entry === undefined) {
      if (value !== undefined) added.push([key, value]);
    } else if (value === undefined) {
      edits.push(removeLines(text, map, entry, lineEnd(text, entry.value.end)));
    } else if (!isSame(entry, value)) {
      edits.push(...replacement(place, entry, value));
    }
  }
  const kept = place.map.entries.filter(
    ({ key }) => !changes.has(key) || changes.get(key) !== undefined,
  );
  const insertions = additions(place, added, kept);
  return mergeTouching([...edits, ...insertions].sort(compareEdits));
}

function replacement(place: MapPlace, entry: Entry, value: FieldValue): readonly TextEdit[] {
  const { text, indent, eol } = place;
  const old = entry.value;
  if (old.kind === 'seq' && !old.flow && isList(value) && value.length > 0) {
    return editItems(place, old, entry.key, value);
  }
  if (old.kind === 'scalar' && typeof value !== 'object') {
    const gap = gapBefore(entry);
    return [{ start: old.start, end: scalarEnd(text, old), newText: gap + flow(entry.key, value) }];
  }
  const lines = field(entry.key, value, indent);
  const newText = lines.join(eol).slice(indent);
  return [{ start: entry.keySpan.start, end: scalarEnd(text, old), newText }];
}

/** Block scalars end after their last line break, which stays. */
export function scalarEnd(
  text: string,
  node: { readonly start: number; readonly end: number },
): number {
  let end = node.end;
  if (end > node.start && text[end - 1] === '\n') end--;
  if (end > node.start && text[end - 1] === '\r' && text[end] === '\n') end--;
  return end;
}

/** Replaces the items between the common head and the common tail; the lines of the others stay. */
function editItems(
  place: MapPlace,
  seq: SeqNode,
  key: string,
  value: readonly FieldValue[],
): readonly TextEdit[] {
  const { text, eol } = place;
  const old = seq.items.map((item) => JSON.stringify(plainValue(item)));
  const next = value.map((item) => JSON.stringify(item));
  let head = 0;
  while (head < old.length && head < next.length && old[head] === next[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < next.length - head &&
    old[old.length - 1 - tail] === next[next.length - 1 - tail]
  ) {
    tail++;
  }
  const dash = text.slice(lineStart(text, seq.start), seq.start);
  const lines = value
    .slice(head, value.length - tail)
    .map((item) => `${dash}- ${flow(key, item)}${eol}`)
    .join('');
  const before = seq.items[head - 1];
  const first = seq.items[head];
  const last = seq.items[old.length - tail - 1];
  const start = before === undefined ? lineStart(text, seq.start) : lineEnd(text, before.end);
  const end =
    first === undefined || last === undefined || head >= old.length - tail
      ? start
      : lineEnd(text, last.end);
  return [{ start, end, newText: lines }];
}

function additions(
  place: MapPlace,
  added: readonly (readonly [string, FieldValue])[],
  kept: readonly Entry[],
): readonly TextEdit[] {
  const { text, map, indent, eol, order } = place;
  const rank = (key: string): number => {
    const index = order.indexOf(key);
    return index === -1 ? order.length : index;
  };
  const sorted = [...added].sort(([a], [b]) => rank(a) - rank(b));
  return sorted.map(([key, value]) => {
    const before = kept.findLast((entry) => rank(entry.key) <= rank(key));
    const at = before === undefined ? lineStart(text, map.start) : lineEnd(text, before.value.end);
    const lines = field(key, value, indent)
      .map((line) => line + eol)
      .join('');
    return { start: at, end: at, newText: lines };
  });
}

/**
 * Takes away the lines of an entry up to `end`. Blank lines behind it go too when they would become
 * part of a block scalar that keeps them (`|+`).
 */
export function removeLines(text: string, map: MapNode, entry: Entry, end: number): TextEdit {
  const start = lineStart(text, entry.keySpan.start);
  const before = map.entries[map.entries.indexOf(entry) - 1];
  const keeps = before !== undefined && keepsBlankLines(text, before.value);
  return { start, end: keeps ? blankLinesEnd(text, end) : end, newText: '' };
}

function keepsBlankLines(text: string, node: YamlNode): boolean {
  if (node.kind === 'scalar') return /^[|>][1-9]?\+/.test(text.slice(node.start, node.start + 3));
  const last = node.kind === 'map' ? node.entries.at(-1)?.value : node.items.at(-1);
  return last !== undefined && keepsBlankLines(text, last);
}

function blankLinesEnd(text: string, from: number): number {
  const blank = /(?:[ \t]*\r?\n)*/y;
  blank.lastIndex = from;
  return from + (blank.exec(text)?.[0].length ?? 0);
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** After the line break of the line that ends a value at `offset`; values may end with that break. */
export function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const feed = text.indexOf('\n', offset);
  return feed === -1 ? text.length : feed + 1;
}

/** Edits at one place become one, so that they can be applied and inverted as a list. */
export function mergeTouching(edits: readonly TextEdit[]): readonly TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (last?.end === edit.start) {
      merged[merged.length - 1] = {
        start: last.start,
        end: edit.end,
        newText: last.newText + edit.newText,
      };
    } else {
      merged.push(edit);
    }
  }
  return merged;
}

/** The lines of a whole block map, for a new record or file. */
export function blockLines(fields: FieldMap, indent: number): readonly string[] {
  return fieldsOf(fields).flatMap(([key, value]) => field(key, value, indent));
}
