/** Which lines of two versions of a file differ, and which part of the file each of them belongs to. */
import { diffLines } from './lineDiff';
import type { LineSpan } from './lines';
import { longestAscending } from './longestAscending';
import { PartLines, type PartText } from './partLines';
import type { Part } from './parts';
import type { Side } from './side';

/** Lines that differ and belong to one part; one of the two spans may be empty. */
export interface Hunk {
  /** The part as `partKey` calls it; absent for comments and blank lines between what is said. */
  readonly owner: string | undefined;
  readonly before: LineSpan;
  readonly after: LineSpan;
}

export function partKey({ kind, id }: Pick<Part, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/**
 * In the order in which both versions can be read side by side: what is in no hunk is the same lines
 * in the same order in both. A part that stands before other parts than it did has all of its lines
 * in hunks.
 */
export function hunksOf(before: Side, after: Side): readonly Hunk[] {
  const sides = { old: new PartLines(before), now: new PartLines(after) };
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  const ends = [before.parts.length, after.parts.length] as const;
  for (const [x, y] of [...pairedParts(before.parts, after.parts), ends]) {
    if (i < x || j < y) hunks.push(...unpaired(sides, { before, after }, [i, x], [j, y]));
    const [one, other] = [before.parts[x], after.parts[y]];
    if (one !== undefined && other !== undefined && !isSame(before, one, after, other)) {
      hunks.push(...inner(sides, x, y));
    }
    [i, j] = [x + 1, y + 1];
  }
  return withoutSameLoose(hunks, before, after);
}

/** Indexes of parts that both have, as many as are in one order. */
function pairedParts(
  before: readonly Part[],
  after: readonly Part[],
): readonly (readonly [number, number])[] {
  const places = new Map(after.map((part, index) => [partKey(part), index]));
  const pairs = before.flatMap((part, index): (readonly [number, number])[] => {
    const place = places.get(partKey(part));
    return place === undefined ? [] : [[index, place]];
  });
  return longestAscending(pairs.map(([, place]) => place)).flatMap((index) => {
    const pair = pairs[index];
    return pair === undefined ? [] : [pair];
  });
}

function isSame(before: Side, one: Part, after: Side, other: Part): boolean {
  if (one.block !== undefined && one.block === other.block) return true;
  if (one.end - one.start !== other.end - other.start) return false;
  return before.text.slice(one.start, one.end) === after.text.slice(other.start, other.end);
}

interface Sides {
  readonly old: PartLines;
  readonly now: PartLines;
}

/** Parts that went and parts that came between two others, in document order. */
function unpaired(
  { old, now }: Sides,
  { before, after }: { readonly before: Side; readonly after: Side },
  [i, x]: readonly [number, number],
  [j, y]: readonly [number, number],
): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [gone, come] = [i, j];
  let [lineBefore, lineAfter] = [old.first(i), now.first(j)];
  while (gone < x || come < y) {
    const [one, other] = [before.parts[gone], after.parts[come]];
    const isComing =
      gone >= x || (come < y && one !== undefined && other !== undefined && isEarlier(other, one));
    const text = isComing ? now.at(come++) : old.at(gone++);
    if (text === undefined) continue;
    for (const { owner, first, end } of runsOf(
      text,
      (isComing ? now : old).areLoose(text, 'around'),
    )) {
      const place = {
        first: isComing ? lineBefore : lineAfter,
        end: isComing ? lineBefore : lineAfter,
      };
      hunks.push({
        owner,
        before: isComing ? place : { first, end },
        after: isComing ? { first, end } : place,
      });
    }
    if (isComing) lineAfter = text.first + text.lines.length;
    else lineBefore = text.first + text.lines.length;
  }
  return hunks;
}

function isEarlier(one: Part, other: Part): boolean {
  if (one.kind !== other.kind) return false;
  return one.place < other.place || (one.place === other.place && one.id < other.id);
}

/** What differs between two versions of one part. */
function inner({ old, now }: Sides, x: number, y: number): readonly Hunk[] {
  const [one, other] = [old.at(x), now.at(y)];
  if (one === undefined || other === undefined) return [];
  const looseOld = old.areLoose(one, 'everywhere');
  const looseNow = now.areLoose(other, 'everywhere');
  return diffLines(one.lines, other.lines).flatMap(({ before, after }): readonly Hunk[] => {
    const gone = runsOf(one, looseOld, before);
    const come = runsOf(other, looseNow, after);
    const behind = { first: one.first + before.end, end: one.first + before.end };
    const above = { first: other.first + after.first, end: other.first + after.first };
    return [
      ...gone.map(({ owner, first, end }) => ({ owner, before: { first, end }, after: above })),
      ...come.map(({ owner, first, end }) => ({ owner, before: behind, after: { first, end } })),
    ];
  });
}

type Run = LineSpan & { readonly owner: string | undefined };

/** Lines of a part, counted in the file, in runs that belong to it or are loose. */
function runsOf(
  { part, first, lines }: PartText,
  loose: readonly boolean[],
  within: LineSpan = { first: 0, end: lines.length },
): readonly Run[] {
  const runs: { first: number; end: number; owner: string | undefined }[] = [];
  for (let line = within.first; line < within.end; line++) {
    const owner = loose[line] === true ? undefined : partKey(part);
    const last = runs.at(-1);
    if (last !== undefined && last.owner === owner) last.end++;
    else runs.push({ owner, first: first + line, end: first + line + 1 });
  }
  return runs;
}

/** Comments and blank lines that only stand below another record now are no difference. */
function withoutSameLoose(hunks: readonly Hunk[], before: Side, after: Side): readonly Hunk[] {
  const result: Hunk[] = [];
  let lines: readonly [readonly string[], readonly string[]] | undefined;
  for (let from = 0; from < hunks.length;) {
    let to = from + 1;
    while (to < hunks.length && touches(hunks[to - 1], hunks[to])) to++;
    const region = hunks.slice(from, to);
    from = to;
    const hasBoth =
      region.some((hunk) => isLoose(hunk, 'before')) &&
      region.some((hunk) => isLoose(hunk, 'after'));
    if (!hasBoth) {
      result.push(...region);
      continue;
    }
    lines ??= [before.text.split('\n'), after.text.split('\n')];
    result.push(...cutAt(region, samePairs(region, lines[0], lines[1])));
  }
  return result;
}

function touches(one: Hunk | undefined, other: Hunk | undefined): boolean {
  return (
    one !== undefined &&
    one.before.end === other?.before.first &&
    one.after.end === other.after.first
  );
}

function isLoose({ owner, ...spans }: Hunk, which: 'before' | 'after'): boolean {
  return owner === undefined && spans[which].first < spans[which].end;
}

function samePairs(
  region: readonly Hunk[],
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  const loose = (which: 'before' | 'after'): readonly number[] =>
    region.filter(({ owner }) => owner === undefined).flatMap((hunk) => numbersIn(hunk[which]));
  const [gone, come] = [loose('before'), loose('after')];
  const changes = diffLines(
    gone.map((line) => before[line] ?? ''),
    come.map((line) => after[line] ?? ''),
  );
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  const end = { first: gone.length, end: gone.length };
  for (const change of [...changes, { before: end, after: end }]) {
    for (; i < change.before.first; i++, j++) {
      const [one, other] = [gone[i], come[j]];
      if (one !== undefined && other !== undefined) pairs.push([one, other]);
    }
    [i, j] = [change.before.end, change.after.end];
  }
  return pairs;
}

function numbersIn({ first, end }: LineSpan): readonly number[] {
  return Array.from({ length: end - first }, (_, index) => first + index);
}

/** The region without these lines, which are the same in both, and in an order in which they can be. */
function cutAt(
  region: readonly Hunk[],
  pairs: readonly (readonly [number, number])[],
): readonly Hunk[] {
  if (pairs.length === 0) return region;
  let [i, j] = [region[0]?.before.first ?? 0, region[0]?.after.first ?? 0];
  const ends = [region.at(-1)?.before.end ?? i, region.at(-1)?.after.end ?? j] as const;
  const hunks: Hunk[] = [];
  for (const [x, y] of [...pairs, ends]) {
    let [lineBefore, lineAfter] = [i, j];
    for (const { owner, before, after } of region) {
      const one = common(before, { first: i, end: x });
      const other = common(after, { first: j, end: y });
      if (one === undefined && other === undefined) continue;
      const hunk = {
        owner,
        before: one ?? { first: lineBefore, end: lineBefore },
        after: other ?? { first: lineAfter, end: lineAfter },
      };
      hunks.push(hunk);
      [lineBefore, lineAfter] = [hunk.before.end, hunk.after.end];
    }
    [i, j] = [x + 1, y + 1];
  }
  return hunks;
}

function common(one: LineSpan, other: LineSpan): LineSpan | undefined {
  const first = Math.max(one.first, other.first);
  const end = Math.min(one.end, other.end);
  return first < end ? { first, end } : undefined;
}
