/** Which order the things of a list or map have after a merge, whichever side is ours. */

/** The keys of three versions, each key once, in their orders. */
export interface Orders {
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/** Puts what two sides have added at one place into one order; the same with the sides exchanged. */
export type GapOrder = (one: readonly string[], other: readonly string[]) => readonly string[];

/**
 * The order of the `kept` keys, each of which some side has. What both have is in the order of the side
 * that changed it; what one has stands behind what it stands behind there.
 */
export function mergedOrder(
  { base, ours, theirs }: Orders,
  kept: ReadonlySet<string>,
  gap: GapOrder,
): readonly string[] {
  if (kept.size === ours.length && isSameList(ours, theirs)) return ours;
  const known = new Set(theirs);
  const common = new Set(ours.filter((key) => kept.has(key) && known.has(key)));
  const [one, other] = [ours, theirs].map((keys) => keys.filter((key) => common.has(key)));
  const spine = spineOf(base, one ?? [], other ?? []);
  const ourRuns = runsOf(ours, kept, common);
  const theirRuns = runsOf(theirs, kept, common);
  const order: string[] = [];
  for (const anchor of [undefined, ...spine]) {
    if (anchor !== undefined) order.push(anchor);
    const [our, their] = [ourRuns.get(anchor), theirRuns.get(anchor)];
    if (our === undefined || their === undefined) order.push(...(our ?? their ?? []));
    else order.push(...gap(our, their));
  }
  return order;
}

function spineOf(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  if (isSameList(ours, theirs)) return ours;
  const known = new Set(base);
  const common = new Set(ours);
  const before = base.filter((key) => common.has(key));
  const isAsBefore = (keys: readonly string[]): boolean =>
    isSameList(
      keys.filter((key) => known.has(key)),
      before,
    );
  const [mine, other] = [isAsBefore(ours), isAsBefore(theirs)];
  if (mine !== other) return mine ? theirs : ours;
  return ours.join('\n') < theirs.join('\n') ? ours : theirs;
}

/** What only one side has, by the last key before it that both have. */
function runsOf(
  keys: readonly string[],
  kept: ReadonlySet<string>,
  common: ReadonlySet<string>,
): ReadonlyMap<string | undefined, readonly string[]> {
  const runs = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const key of keys) {
    if (common.has(key)) {
      anchor = key;
    } else if (kept.has(key)) {
      const run = runs.get(anchor);
      if (run === undefined) runs.set(anchor, [key]);
      else run.push(key);
    }
  }
  return runs;
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index]);
}

/** Two runs, each in its own order, with the smaller of the two next keys first. */
export function zipped(isBefore: (a: string, b: string) => boolean): GapOrder {
  return (one, other) => {
    const order: string[] = [];
    let [i, j] = [0, 0];
    for (let a = one[0], b = other[0]; a !== undefined || b !== undefined;) {
      if (b === undefined || (a !== undefined && isBefore(a, b))) {
        if (a !== undefined) order.push(a);
        a = one[++i];
      } else {
        order.push(b);
        b = other[++j];
      }
    }
    return order;
  };
}

/** One run behind the other. */
export function inRuns(
  isBefore: (a: readonly string[], b: readonly string[]) => boolean,
): GapOrder {
  return (one, other) => (isBefore(one, other) ? [...one, ...other] : [...other, ...one]);
}

/** The keys with a number behind those that were there before, so that each is there once. */
export function numbered(keys: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return times === 0 ? key : `${key}\u0000${times}`;
  });
}
