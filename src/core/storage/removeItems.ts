/** Items of one list of a map, taken out as the smallest edits. */
import type { TextEdit } from '../text/edits';
import { editMap, lineEnd, lineStart } from './editMap';
import type { Entry, MapNode, SeqNode, YamlNode } from './node';
import { mapPlace, type Place } from './rewritten';

/** Edits without the items that `isGone` says; a list that then has nothing goes with its key. */
export function removeItems(
  place: Place,
  map: MapNode,
  { key, value }: Entry,
  isGone: (item: YamlNode) => boolean,
): readonly TextEdit[] {
  if (value.kind !== 'seq' || !value.items.some(isGone)) return [];
  if (value.items.every(isGone)) {
    return editMap(mapPlace(place, map, []), new Map([[key, undefined]]));
  }
  if (value.flow) return removeInline(value, isGone);
  return value.items.filter(isGone).map(({ start, end }) => ({
    start: lineStart(place.text, start),
    end: lineEnd(place.text, end),
    newText: '',
  }));
}

/** An item goes with the comma before it, or with what follows where none before it stays. */
function removeInline(
  { items }: SeqNode,
  isGone: (item: YamlNode) => boolean,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let isLeading = true;
  for (const [index, item] of items.entries()) {
    if (!isGone(item)) {
      isLeading = false;
    } else if (isLeading) {
      edits.push({ start: item.start, end: items[index + 1]?.start ?? item.end, newText: '' });
    } else {
      edits.push({ start: items[index - 1]?.end ?? item.start, end: item.end, newText: '' });
    }
  }
  return edits;
}
