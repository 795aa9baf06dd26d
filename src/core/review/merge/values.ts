/** One key of a map that both sides changed: maps by key, lists by item, anything else as a whole. */
import type { MapNode } from '../../storage/node';
import {
  columnBelow,
  headKey,
  headOf,
  mergedComment,
  mergedHeader,
  type FieldPlace,
  type SomeLocated,
} from './heads';
import { mergeList } from './lists';
import { mergeParts, type Decision, type Sides, type Three } from './mergeParts';
import { zipped, type GapOrder } from './order';
import {
  childMap,
  inBraces,
  meaning,
  NO_PARTS,
  type Located,
  type Part,
  type Parts,
} from './parts';
import { agreed, eachSide, fieldConflict, joined, type Versions } from './versions';

/** The lines of all keys of a map; new ones in the `order` of the format, others by their names. */
export function mergeFields(
  three: Three<Parts>,
  order: readonly string[],
  decide: Decision,
): Versions {
  const merged = mergeParts(three, decide, () => byRank(order));
  const lines = merged.parts.map(({ loose, versions }) =>
    eachSide(versions, (text) => (text === '' ? '' : loose + text)),
  );
  return joined([...lines, agreed(merged.tail)]);
}

export function byRank(order: readonly string[]): GapOrder {
  const rank = (key: string): number => {
    const at = order.indexOf(key);
    return at === -1 ? order.length : at;
  };
  return zipped((a, b) => rank(a) < rank(b) || (rank(a) === rank(b) && a < b));
}

/** Three-way by the lines of each key: what one side left alone is as the other has it. */
export function fieldDecision(placeOf: (key: string) => FieldPlace): Decision {
  return (key, sides) => {
    const versions = byLines(sides) ?? mergeSides(placeOf(key), sides);
    return versions.ours === '' && versions.theirs === '' ? undefined : versions;
  };
}

/** Absent where both sides changed it, each in its own way; what is not there has no lines. */
export function byLines({ base, ours, theirs }: Sides): Versions | undefined {
  if (ours?.text === theirs?.text) return agreed(ours?.text ?? '');
  if (ours?.text === base?.text) return agreed(theirs?.text ?? '');
  if (theirs?.text === base?.text) return agreed(ours?.text ?? '');
  return undefined;
}

function mergeSides(place: FieldPlace, { base, ours, theirs }: Sides): Versions {
  const located = { base: base?.located(), ours: ours?.located(), theirs: theirs?.located() };
  const isRead = (ours === undefined) === (located.ours === undefined);
  const areRead = isRead && (theirs === undefined) === (located.theirs === undefined);
  if (areRead) return mergeField(place, located);
  return {
    ours: ours?.text ?? '',
    theirs: theirs?.text ?? '',
    conflicts: [fieldConflict(place.path, located.ours?.entry.value, located.theirs?.entry.value)],
  };
}

/** Where one side took away what the other changed, lists and maps lose what was taken away only. */
export function mergeField(place: FieldPlace, sides: SomeLocated): Versions {
  const values = [sides.base, sides.ours, sides.theirs].flatMap((each) => each?.entry.value ?? []);
  if (values.every(({ kind }) => kind === 'map')) return mergeMap(place, sides);
  const list = values.every(({ kind }) => kind === 'seq') ? mergeList(place, sides) : undefined;
  return list ?? mergeWhole(place, sides);
}

/** A value as a whole, and what is behind it on its line by itself. */
function mergeWhole({ path }: FieldPlace, sides: SomeLocated): Versions {
  const { base, ours, theirs } = sides;
  const behind = mergedComment(sides);
  const linesOf = (located: Located | undefined): string =>
    located === undefined ? '' : headOf(located) + behind;
  const [mine, their] = [linesOf(ours), linesOf(theirs)];
  if (saysSame(ours, theirs)) return agreed(mine < their ? mine : their);
  if (saysSame(base, ours)) return agreed(their);
  if (saysSame(base, theirs)) return agreed(mine);
  const conflict = fieldConflict(path, ours?.entry.value, theirs?.entry.value);
  return { ours: mine, theirs: their, conflicts: [conflict] };
}

function saysSame(one: Located | undefined, other: Located | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return meaning(one.entry.value) === meaning(other.entry.value);
}

function mergeMap(place: FieldPlace, sides: SomeLocated): Versions {
  const isFlow = [sides.ours, sides.theirs].every((each) => each === undefined || isInBraces(each));
  const column = isFlow ? 0 : columnBelow(place, sides, mapOf);
  const cut = (located: Located | undefined): Parts =>
    located === undefined ? NO_PARTS : isFlow ? bracedParts(located) : childMap(located, column);
  const three = { base: cut(sides.base), ours: cut(sides.ours), theirs: cut(sides.theirs) };
  const below = (key: string): FieldPlace => ({ path: `${place.path}.${key}`, column });
  const fields = mergeFields(three, [], fieldDecision(below));
  if (!isFlow) {
    const header = mergedHeader(sides, place.column);
    return eachSide(fields, (text) => (text === '' ? '' : header + text));
  }
  const head = `${' '.repeat(place.column)}${headKey(sides)}`;
  const behind = mergedComment(sides);
  return eachSide(fields, (text) => {
    const pairs = text.split('\n').filter((pair) => pair !== '');
    return pairs.length === 0 ? '' : `${head}: { ${pairs.join(', ')} }${behind}`;
  });
}

function mapOf({ entry }: Located): MapNode | undefined {
  return entry.value.kind === 'map' ? entry.value : undefined;
}

function isInBraces(located: Located): boolean {
  return mapOf(located)?.flow === true;
}

/** The entries of a map in braces, each as a line. */
export function bracedParts({ doc, entry }: Located): Parts {
  const entries = entry.value.kind === 'map' ? entry.value.entries : [];
  const parts = entries.map((each): Part => {
    const own = { doc, entry: each, start: each.keySpan.start, end: each.value.end };
    return { key: each.key, loose: '', text: `${inBraces(own)}\n`, located: () => own };
  });
  return { parts, tail: '' };
}
