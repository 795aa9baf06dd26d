/** A list in three versions: items that a side took away go, those that it added stay. */
import type { SeqNode } from '../../storage/node';
import {
  columnBelow,
  headKey,
  mergedComment,
  mergedHeader,
  type FieldPlace,
  type SomeLocated,
} from './heads';
import { hasItems, itemsOf, type Item } from './listItems';
import { mergeItem } from './mergeItem';
import { mergeParts, type Sides, type Three } from './mergeParts';
import { inRuns, type GapOrder } from './order';
import { meaning, NO_PARTS, type Located, type Parts } from './parts';
import { rivals } from './rivals';
import { threadOrder } from './threadOrder';
import { agreed, eachSide, joined, type Versions } from './versions';

const THREAD = 'thread';

/** Absent for lists whose items cannot be told apart. */
export function mergeList(place: FieldPlace, sides: SomeLocated): Versions | undefined {
  const lists = [sides.base, sides.ours, sides.theirs].flatMap(
    (each) => (each && listOf(each)) ?? [],
  );
  if (!lists.every(hasItems)) return undefined;
  const isFlow = [sides.ours, sides.theirs].every(
    (each) => each === undefined || listOf(each)?.flow === true,
  );
  const column = isFlow ? undefined : columnBelow(place, sides, listOf);
  const cut = (located: Located | undefined): Parts<Item> => {
    const list = located && listOf(located);
    return located === undefined || list === undefined ? NO_PARTS : itemsOf(located, list, column);
  };
  const three = { base: cut(sides.base), ours: cut(sides.ours), theirs: cut(sides.theirs) };
  const items = mergeItems(place, three);
  if (!isFlow) {
    const header = mergedHeader(sides, place.column);
    return eachSide(items, (text) => (text === '' ? '' : header + text));
  }
  const head = `${' '.repeat(place.column)}${headKey(sides)}`;
  const behind = mergedComment(sides);
  return eachSide(items, (text) => {
    const each = text.split('\n').filter((item) => item !== '');
    return each.length === 0 ? '' : `${head}: [${each.join(', ')}]${behind}`;
  });
}

function listOf({ entry }: Located): SeqNode | undefined {
  return entry.value.kind === 'seq' ? entry.value : undefined;
}

function mergeItems(place: FieldPlace, three: Three<Parts<Item>>): Versions {
  const each = [...three.ours.parts, ...three.theirs.parts];
  const byKey = new Map(each.map((item) => [item.key, item]));
  const exclusive = rivals(place.path, three);
  const gap = (): GapOrder =>
    place.path === THREAD
      ? threadOrder(byKey)
      : inRuns((one, other) => one.join('\n') < other.join('\n'));
  const merged = mergeParts(
    three,
    (key, sides) => exclusive.get(key) ?? itemDecision(place, sides),
    gap,
  );
  const lines = merged.parts.map(({ loose, versions }) =>
    eachSide(versions, (text) => (text === '' ? '' : loose + text)),
  );
  return joined([...lines, agreed(merged.tail)]);
}

/** An item that one side took away and the other changed stays, as changed. */
function itemDecision(place: FieldPlace, sides: Sides<Item>): Versions | undefined {
  const { base, ours, theirs } = sides;
  if (ours?.text === theirs?.text) return ours && agreed(ours.text);
  if (ours?.text === base?.text) return theirs && agreed(theirs.text);
  if (theirs?.text === base?.text) return ours && agreed(ours.text);
  const left = ours ?? theirs;
  const isOnOne = ours === undefined || theirs === undefined;
  if (isOnOne && base !== undefined && left !== undefined) {
    return meaning(base.node) === meaning(left.node) ? undefined : agreed(left.text);
  }
  return mergeItem(place, sides);
}
