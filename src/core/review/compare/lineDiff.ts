/**
 * Which lines of two texts differ. Lines that stand once in both hold long texts together, as in the
 * patience diff of Bram Cohen; between them the shortest difference is looked for after Myers
 * (https://doi.org/10.1007/BF01840446), up to a bound that keeps the whole near linear.
 */
import type { LineSpan } from './lines';
import { longestAscending } from './longestAscending';

/** Lines of the one text that stand in the place of lines of the other; one of the two may be empty. */
export interface LineChange {
  readonly before: LineSpan;
  readonly after: LineSpan;
}

/** Above so many differing lines between two fixed lines all of them count as changed. */
const MOST_DIFFERENCES = 400;

/** Parts of so many lines together are compared as they are. */
const SHORT = 100;

interface Region {
  readonly a: LineSpan;
  readonly b: LineSpan;
}

/** In order; what is not in a change is the same in both. */
export function diffLines(a: readonly string[], b: readonly string[]): readonly LineChange[] {
  const changes: LineChange[] = [];
  const regions: Region[] = [{ a: { first: 0, end: a.length }, b: { first: 0, end: b.length } }];
  for (let region = regions.pop(); region !== undefined; region = regions.pop()) {
    const inner = trimmed(a, b, region);
    const isEmpty = inner.a.first === inner.a.end || inner.b.first === inner.b.end;
    const anchors = isEmpty || isShort(inner) ? [] : anchorsIn(a, b, inner);
    if (anchors.length === 0) {
      changes.push(...(isEmpty ? [wholly(inner)] : shortest(a, b, inner)));
    } else {
      regions.push(...between(inner, anchors).reverse());
    }
  }
  return joined(changes);
}

function isShort({ a, b }: Region): boolean {
  return a.end - a.first + b.end - b.first <= SHORT;
}

function wholly({ a, b }: Region): LineChange {
  return { before: a, after: b };
}

function trimmed(a: readonly string[], b: readonly string[], region: Region): Region {
  let { first: i, end: iEnd } = region.a;
  let { first: j, end: jEnd } = region.b;
  while (i < iEnd && j < jEnd && a[i] === b[j]) [i, j] = [i + 1, j + 1];
  while (i < iEnd && j < jEnd && a[iEnd - 1] === b[jEnd - 1]) [iEnd, jEnd] = [iEnd - 1, jEnd - 1];
  return { a: { first: i, end: iEnd }, b: { first: j, end: jEnd } };
}

type Pair = readonly [a: number, b: number];

/** Lines that stand once in each part of the region, as many as are in one order. */
function anchorsIn(a: readonly string[], b: readonly string[], region: Region): readonly Pair[] {
  const inA = onceIn(a, region.a);
  const inB = onceIn(b, region.b);
  const pairs: Pair[] = [];
  for (const [line, at] of inA) {
    const other = inB.get(line) ?? -1;
    if (at >= 0 && other >= 0) pairs.push([at, other]);
  }
  return longestAscending(pairs.map(([, at]) => at)).flatMap((index) => {
    const pair = pairs[index];
    return pair === undefined ? [] : [pair];
  });
}

/** Where each line is; -1 for lines that are there more than once. In the order of the first ones. */
function onceIn(lines: readonly string[], { first, end }: LineSpan): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let at = first; at < end; at++) {
    const line = lines[at] ?? '';
    places.set(line, places.has(line) ? -1 : at);
  }
  return places;
}

function between({ a, b }: Region, anchors: readonly Pair[]): Region[] {
  const regions: Region[] = [];
  let [i, j] = [a.first, b.first];
  for (const [x, y] of [...anchors, [a.end, b.end] as const]) {
    regions.push({ a: { first: i, end: x }, b: { first: j, end: y } });
    [i, j] = [x + 1, y + 1];
  }
  return regions;
}

/** The shortest difference of two parts that begin and end differently. */
function shortest(
  a: readonly string[],
  b: readonly string[],
  region: Region,
): readonly LineChange[] {
  const [i, j] = [region.a.first, region.b.first];
  const [width, height] = [region.a.end - i, region.b.end - j];
  const most = Math.min(width + height, MOST_DIFFERENCES);
  const trail: Int32Array[] = [];
  let furthest = new Int32Array(2 * most + 3);
  const middle = most + 1;
  for (let steps = 0; steps <= most; steps++) {
    const next = furthest.slice();
    for (let k = -steps; k <= steps; k += 2) {
      const down =
        k === -steps ||
        (k !== steps && at(furthest, middle + k - 1) < at(furthest, middle + k + 1));
      let x = down ? at(furthest, middle + k + 1) : at(furthest, middle + k - 1) + 1;
      while (x < width && x - k < height && a[i + x] === b[j + x - k]) x++;
      next[middle + k] = x;
      if (x >= width && x - k >= height) {
        trail.push(furthest);
        return walkedBack(trail, region, middle);
      }
    }
    trail.push(furthest);
    furthest = next;
  }
  return [wholly(region)];
}

/** `trail[n]` is how far each diagonal was after `n - 1` steps. */
function walkedBack(
  trail: readonly Int32Array[],
  { a, b }: Region,
  middle: number,
): readonly LineChange[] {
  const changes: LineChange[] = [];
  let [x, y] = [a.end - a.first, b.end - b.first];
  for (let steps = trail.length - 1; steps > 0; steps--) {
    const furthest = trail[steps] ?? new Int32Array(0);
    const k = x - y;
    const down =
      k === -steps || (k !== steps && at(furthest, middle + k - 1) < at(furthest, middle + k + 1));
    const fromX = at(furthest, middle + (down ? k + 1 : k - 1));
    const fromY = fromX - (down ? k + 1 : k - 1);
    const place = { a: a.first + fromX, b: b.first + fromY };
    changes.push({
      before: { first: place.a, end: place.a + (down ? 0 : 1) },
      after: { first: place.b, end: place.b + (down ? 1 : 0) },
    });
    [x, y] = [fromX, fromY];
  }
  return changes.reverse();
}

function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0;
}

/** In order, those that touch as one, and none that are empty. */
function joined(changes: readonly LineChange[]): readonly LineChange[] {
  const result: LineChange[] = [];
  for (const change of changes) {
    const { before, after } = change;
    if (before.first === before.end && after.first === after.end) continue;
    const last = result.at(-1);
    if (last?.before.end === before.first && last.after.end === after.first) {
      result[result.length - 1] = {
        before: { first: last.before.first, end: before.end },
        after: { first: last.after.first, end: after.end },
      };
    } else {
      result.push(change);
    }
  }
  return result;
}
