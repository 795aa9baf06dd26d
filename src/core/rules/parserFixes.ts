/** Fixes for files as the parser found them, most of which do not parse: edits of their text. */
import { repaired } from '../review/conflicted/resolve';
import { idInMarker } from '../review/merge/markers';
import { conflictsIn } from '../storage/conflicts';
import { readWhole } from '../storage/whole';
import { removeAnnotation, updateAnnotation } from '../storage/editFile';
import { removeRejections } from '../storage/editRejections';
import { REJECTED } from '../storage/rejections';
import { lineEnd, removeLines } from '../storage/editMap';
import { flow } from '../storage/emit';
import { entryOf, plainValue, type Entry, type MapNode, type YamlNode } from '../storage/node';
import { fileKind, type FileKind } from '../storage/paths';
import type { StoredFile } from '../store/store';
import { applyEdits } from '../text/edits';
import type { Span } from '../text/span';
import { byText, type Fix } from './fix';

/** Ours, theirs or both; for a marker without its others, the line away. */
export function conflictFixes(file: StoredFile, span: Span): readonly Fix[] {
  const { text } = file;
  const { conflicts, strays } = conflictsIn(text);
  const conflict = conflicts.find(({ marker }) => marker.start === span.start);
  if (conflict === undefined) {
    const stray = strays.find(({ start }) => start === span.start);
    if (stray === undefined) return [];
    const after = text.slice(0, stray.start) + text.slice(lineEnd(text, stray.end));
    return byText(file, 'Remove the marker', after, true);
  }
  const ours = text.slice(conflict.ours.start, conflict.ours.end);
  const theirs = text.slice(conflict.theirs.start, conflict.theirs.end);
  const resolved = (kept: string): string =>
    text.slice(0, conflict.start) + kept + text.slice(conflict.end);
  const isSame = ours === theirs;
  // Between markers of a merge by record stand two versions of one record, which has one id.
  const isRecord = idInMarker(text.slice(conflict.marker.start, conflict.marker.end)) !== undefined;
  const both = isSame || isRecord ? undefined : resolved(ours + theirs);
  return [
    ...(isSame ? [] : mergeFixes(file)),
    ...byText(file, 'Keep our side', resolved(ours), isSame),
    ...byText(file, 'Keep their side', isSame ? undefined : resolved(theirs)),
    ...byText(file, 'Keep both', both),
  ];
}

/** The whole file merged by record, where that settles every conflict of it. */
function mergeFixes(file: StoredFile): readonly Fix[] {
  const merged = repaired(file.path, file.text);
  if (merged === undefined || merged.conflicts.length > 0) return [];
  return byText(file, 'Merge the file record by record, keeping both sides', merged.text, true);
}

/** One of two entries with the same key goes; preferred when they say the same. */
export function duplicateFixes(file: StoredFile, span: Span): readonly Fix[] {
  const { root } = readWhole(file.text);
  const pair = root === undefined ? undefined : pairAt(root, span.start);
  if (pair === undefined || pair.map.flow) return [];
  const { map, first, second } = pair;
  const isSame =
    JSON.stringify(plainValue(first.value)) === JSON.stringify(plainValue(second.value));
  const without = (entry: Entry): string =>
    applyEdits(file.text, [removeLines(file.text, map, entry, lineEnd(file.text, endOf(entry)))]);
  const keepFirst = `Keep the first “${first.key}”`;
  return [
    ...(isSame ? [] : mergeFixes(file)),
    ...byText(file, isSame ? 'Remove this copy' : keepFirst, without(second), isSame),
    ...byText(file, `Keep this “${first.key}”`, isSame ? undefined : without(first)),
  ];
}

/** Takes a record out that says nothing. */
export function removalFixes(file: StoredFile, span: Span): readonly Fix[] {
  const title = (id: string): string => `Remove “${id}”, which quotes nothing`;
  const rejected = recordIdAt(file, span, REJECTED);
  if (rejected !== undefined) {
    return byText(file, title(rejected), removeRejections(file.text, new Set([rejected])), true);
  }
  const id = recordIdAt(file, span);
  return id === undefined ? [] : byText(file, title(id), removeAnnotation(file.text, id), true);
}

/** The entity or the event stays. */
export function otherBodyFixes(file: StoredFile, span: Span): readonly Fix[] {
  const id = recordIdAt(file, span);
  const content = file.content?.kind === 'annotations' ? file.content : undefined;
  const annotation = content?.annotations.find((each) => each.id === id);
  if (id === undefined || annotation === undefined) return [];
  const without = (key: string): string | undefined =>
    updateAnnotation(file.text, id, new Map([[key, undefined]]));
  return [
    ...byText(file, `Keep the entity “${annotation.entity ?? ''}”`, without('event')),
    ...byText(file, `Keep the event “${annotation.event ?? ''}”`, without('entity')),
  ];
}

/** Another value at the span, quoted as the key asks. */
export function replacementFixes(
  file: StoredFile,
  { start, end }: Span,
  key: string,
  value: string,
  verb: string,
  isSure: boolean,
): readonly Fix[] {
  if (start === end) return [];
  const after = file.text.slice(0, start) + flow(key, value) + file.text.slice(end);
  return byText(file, `${verb}: “${value}”`, after, isSure);
}

/** The `format:` line at the top of a file that has none, or in place of one that is no format. */
export function formatFixes(
  file: StoredFile,
  formats: Readonly<Record<FileKind, string>>,
): readonly Fix[] {
  const kind = fileKind(file.path);
  const { root } = readWhole(file.text);
  if (kind === undefined || root === undefined || root.flow) return [];
  const format = formats[kind];
  const stated = entryOf(root, 'format')?.value;
  const title = `Write “format: ${format}”`;
  if (stated !== undefined && stated.start < stated.end) {
    const after = file.text.slice(0, stated.start) + format + file.text.slice(stated.end);
    return byText(file, title, after);
  }
  if (stated !== undefined) return [];
  const eol = /\r?\n/.exec(file.text)?.[0] ?? '\n';
  const head = file.text.startsWith('\ufeff') ? 1 : 0;
  const after = `${file.text.slice(0, head)}format: ${format}${eol}${file.text.slice(head)}`;
  return byText(file, title, after, true);
}

function recordIdAt(
  { text }: StoredFile,
  { start }: Span,
  name = 'annotations',
): string | undefined {
  const section = entryOf(readWhole(text).root, name)?.value;
  const entries = section?.kind === 'map' ? section.entries : [];
  return entries.find(({ keySpan }) => keySpan.start === start)?.key;
}

interface Pair {
  readonly map: MapNode;
  readonly first: Entry;
  readonly second: Entry;
}

/** The entry whose key starts at the offset, and the one before it in its map with the same key. */
function pairAt(node: YamlNode, offset: number): Pair | undefined {
  if (node.kind === 'scalar') return undefined;
  if (node.kind === 'map') {
    const second = node.entries.find(({ keySpan }) => keySpan.start === offset);
    const first = node.entries.find((entry) => entry.key === second?.key);
    if (second !== undefined && first !== undefined && first !== second) {
      return { map: node, first, second };
    }
  }
  const below = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.items;
  for (const each of below) {
    const pair = each.start <= offset && offset <= each.end ? pairAt(each, offset) : undefined;
    if (pair !== undefined) return pair;
  }
  return undefined;
}

/** An entry without a value ends with its key. */
function endOf({ keySpan, value }: Entry): number {
  return Math.max(keySpan.end, value.end);
}
