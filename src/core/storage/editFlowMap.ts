/** Edits of a map in braces: `{ key: value, key: value }`. */
import type { TextEdit } from '../text/edits';
import { flow, flowPair, type FieldValue } from './emit';
import { compareEdits, gapBefore, isSame, type MapPlace } from './mapPlace';
import type { Entry, MapNode } from './node';

/** As `editMap`; the text between the entries that stay is kept. */
export function editFlowMap(
  { map }: MapPlace,
  changes: ReadonlyMap<string, FieldValue | undefined>,
): readonly TextEdit[] {
  const isKept = ({ key }: Entry): boolean => !changes.has(key) || changes.get(key) !== undefined;
  const keys = new Set(map.entries.map((entry) => entry.key));
  const added = [...changes].flatMap(([key, value]) =>
    value === undefined || keys.has(key) ? [] : [flowPair(key, value)],
  );
  const last = map.entries.findLast(isKept);
  if (last === undefined) {
    if (added.length === 0 && map.entries.length === 0) return [];
    const newText = added.length === 0 ? '' : ` ${added.join(', ')} `;
    return [{ start: map.start + 1, end: map.end - 1, newText }];
  }
  const edits = [...replacements(map, changes), ...removals(map, isKept)];
  if (added.length > 0) {
    const newText = added.map((pair) => `, ${pair}`).join('');
    edits.push({ start: last.value.end, end: last.value.end, newText });
  }
  return edits.sort(compareEdits);
}

function replacements(
  map: MapNode,
  changes: ReadonlyMap<string, FieldValue | undefined>,
): readonly TextEdit[] {
  return map.entries.flatMap((entry) => {
    const value = changes.get(entry.key);
    if (value === undefined || isSame(entry, value)) return [];
    const { start, end } = entry.value;
    return [{ start, end, newText: gapBefore(entry) + flow(entry.key, value) }];
  });
}

/** Takes entries away with the comma before them, or with what follows where none before them stays. */
function removals(map: MapNode, isKept: (entry: Entry) => boolean): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const [index, entry] of map.entries.entries()) {
    if (isKept(entry)) continue;
    const before = map.entries[index - 1];
    const isLeading = !map.entries.slice(0, index).some(isKept);
    const start = isLeading ? entry.keySpan.start : (before?.value.end ?? entry.keySpan.start);
    const next = map.entries[index + 1];
    const end = isLeading ? (next?.keySpan.start ?? entry.value.end) : entry.value.end;
    edits.push({ start, end, newText: '' });
  }
  return edits;
}
