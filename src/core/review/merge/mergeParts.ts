/** The keys of a map, records of a section or items of a list in three versions → their order and comments. */
import { mergedOrder, numbered, zipped, type GapOrder } from './order';
import type { Part, Parts } from './parts';
import type { Versions } from './versions';

/** What is left of a part after the merge. */
interface MergedPart {
  readonly key: string;
  readonly loose: string;
  readonly versions: Versions;
}

export interface MergedParts {
  readonly parts: readonly MergedPart[];
  readonly tail: string;
}

/** Three versions; all without parts where there is no base. */
export interface Three<T> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}

/** The same part in three versions, of which a side has at least one. */
export interface Sides<P extends Part = Part> {
  readonly base: P | undefined;
  readonly ours: P | undefined;
  readonly theirs: P | undefined;
}

export type Decision<P extends Part = Part> = (
  key: string,
  sides: Sides<P>,
) => Versions | undefined;

/** `decide` says what becomes of each part; absent means that it goes. Comments never conflict. */
export function mergeParts<P extends Part>(
  { base, ours, theirs }: Three<Parts<P>>,
  decide: Decision<P>,
  gap: (sides: ReadonlyMap<string, Sides<P>>) => GapOrder,
): MergedParts {
  const sides = sidesOf(base, ours, theirs);
  const versions = new Map<string, Versions>();
  for (const [key, each] of sides) {
    const decided = decide(key, each);
    if (decided !== undefined) versions.set(key, decided);
  }
  const kept = new Set(versions.keys());
  const keysOf = ({ parts }: Parts): readonly string[] => parts.map(({ key }) => key);
  const orders = { base: keysOf(base), ours: keysOf(ours), theirs: keysOf(theirs) };
  const order = mergedOrder(orders, kept, gap(sides));
  const rescued = rescuedComments({ ours, theirs }, sides, kept);
  const parts = order.flatMap((key): readonly MergedPart[] => {
    const own = versions.get(key);
    const each = sides.get(key);
    if (own === undefined || each === undefined) return [];
    const loose = (rescued.get(key) ?? '') + looseOf(each);
    return [{ key, loose, versions: own }];
  });
  const tail = mergedLines(base.tail, ours.tail, theirs.tail);
  return { parts, tail: (rescued.get(undefined) ?? '') + tail };
}

function sidesOf<P extends Part>(
  base: Parts<P>,
  ours: Parts<P>,
  theirs: Parts<P>,
): ReadonlyMap<string, Sides<P>> {
  const sides = new Map<string, Sides<P>>();
  const others = new Map(theirs.parts.map((part) => [part.key, part]));
  const before = new Map(base.parts.map((part) => [part.key, part]));
  for (const part of ours.parts) {
    const { key } = part;
    sides.set(key, { base: before.get(key), ours: part, theirs: others.get(key) });
  }
  for (const [key, part] of others) {
    if (!sides.has(key)) sides.set(key, { base: before.get(key), ours: undefined, theirs: part });
  }
  for (const [key, part] of before) {
    if (!sides.has(key)) sides.set(key, { base: part, ours: undefined, theirs: undefined });
  }
  return sides;
}

function looseOf({ base, ours, theirs }: Sides): string {
  if (ours === undefined) return theirs?.loose ?? '';
  if (theirs === undefined) return ours.loose;
  return mergedLines(base?.loose, ours.loose, theirs.loose);
}

/** The lines that a side wrote above a part that goes: they come to stand above what is behind it there. */
function rescuedComments(
  { ours, theirs }: Pick<Three<Parts>, 'ours' | 'theirs'>,
  sides: ReadonlyMap<string, Sides>,
  kept: ReadonlySet<string>,
): ReadonlyMap<string | undefined, string> {
  const rescued = new Map<string | undefined, string>();
  if (kept.size === sides.size) return rescued;
  for (const { parts } of [ours, theirs]) {
    let waiting = '';
    for (const { key, loose } of parts) {
      const before = sides.get(key)?.base?.loose;
      if (!kept.has(key) && before !== undefined && loose !== before) {
        waiting += mergedLines(before, loose, '');
      } else if (kept.has(key) && waiting !== '') {
        rescued.set(key, (rescued.get(key) ?? '') + waiting);
        waiting = '';
      }
    }
    if (waiting !== '') rescued.set(undefined, (rescued.get(undefined) ?? '') + waiting);
  }
  return rescued;
}

/** Comments and blank lines: what either side took away goes, what either added stays. */
export function mergedLines(base: string | undefined, ours: string, theirs: string): string {
  if (ours === theirs || base === theirs) return ours;
  if (base === ours) return theirs;
  const cut = (text: string): readonly string[] => numbered(text.match(/.*\n|.+$/g) ?? []);
  const [before, one, other] = [cut(base ?? ''), cut(ours), cut(theirs)];
  const [known, mine, their] = [new Set(before), new Set(one), new Set(other)];
  const kept = new Set(
    [...one, ...other].filter((line) => (mine.has(line) && their.has(line)) || !known.has(line)),
  );
  const order = mergedOrder({ base: before, ours: one, theirs: other }, kept, zipped(isSmaller));
  return order.map((line) => line.split('\u0000')[0] ?? '').join('');
}

function isSmaller(a: string, b: string): boolean {
  return a < b;
}
