/** Rows of tokens that stand once in each of two texts, and the heaviest order that they keep. */

/** `length` tokens from `old` in the old text equal as many from `now` in the new one. */
export interface Run {
  readonly old: number;
  readonly now: number;
  readonly length: number;
}

/** Half-open ranges of tokens, one of each text. */
export interface Region {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

const MANY = -2;

/**
 * The rows of `size` tokens that stand exactly once in each side of the region, those that follow
 * each other joined; in the order of the old text. Ids below 0 equal nothing.
 */
export function uniqueRuns(
  oldIds: Int32Array,
  newIds: Int32Array,
  region: Region,
  size: number,
): readonly Run[] {
  const { oldFrom, oldTo, newFrom, newTo } = region;
  const places = Math.max(0, oldTo - oldFrom - size + 1);
  if (places === 0 || newTo - newFrom < size) return [];
  const mask = (1 << (33 - Math.clz32(places))) - 1;
  const first = new Int32Array(mask + 1).fill(-1);
  const next = new Int32Array(mask + 1).fill(-1);
  const isTwice = new Uint8Array(mask + 1);
  const slotOf = (ids: Int32Array, at: number): number => {
    let slot = hashOf(ids, at, size) & mask;
    for (;;) {
      const entry = first[slot] ?? -1;
      if (entry < 0 || isEqual(oldIds, entry, ids, at, size)) return slot;
      slot = (slot + 1) & mask;
    }
  };
  for (let at = oldFrom; at <= oldTo - size; at += 1) {
    if (hasBreak(oldIds, at, size)) continue;
    const slot = slotOf(oldIds, at);
    if ((first[slot] ?? -1) < 0) first[slot] = at;
    else isTwice[slot] = 1;
  }
  for (let at = newFrom; at <= newTo - size; at += 1) {
    if (hasBreak(newIds, at, size)) continue;
    const slot = slotOf(newIds, at);
    if ((first[slot] ?? -1) >= 0) next[slot] = next[slot] === -1 ? at : MANY;
  }
  const runs: Run[] = [];
  let open: { old: number; now: number; length: number } | undefined;
  for (let at = oldFrom; at <= oldTo - size; at += 1) {
    if (hasBreak(oldIds, at, size)) continue;
    const slot = slotOf(oldIds, at);
    const now = next[slot] ?? -1;
    if (now < 0 || isTwice[slot] === 1) continue;
    if (open !== undefined && at <= open.old + open.length && now - at === open.now - open.old) {
      open.length = at - open.old + size;
      continue;
    }
    open = { old: at, now, length: size };
    runs.push(open);
  }
  return runs;
}

/**
 * The runs, taken whole or shortened, that have most tokens together and keep one order in both
 * texts. `runs` are in the order of the old text.
 */
export function heaviestChain(runs: readonly Run[]): readonly Run[] {
  const weights = new Float64Array(runs.length);
  const previous = new Int32Array(runs.length).fill(-1);
  const order = runs.map((_, index) => index);
  const byNow = [...order].sort((a, b) => (runs[a]?.now ?? 0) - (runs[b]?.now ?? 0));
  const rank = new Int32Array(runs.length);
  byNow.forEach((index, at) => (rank[index] = at));
  const best = new Int32Array(runs.length + 1).fill(-1);
  let heaviest = -1;
  for (const index of order) {
    let before = -1;
    for (let at = rank[index] ?? 0; at > 0; at -= at & -at) {
      const other = best[at] ?? -1;
      if (other >= 0 && (weights[other] ?? 0) > (weights[before] ?? 0)) before = other;
    }
    previous[index] = before;
    weights[index] = (weights[before] ?? 0) + (runs[index]?.length ?? 0);
    if ((weights[index] ?? 0) > (weights[heaviest] ?? 0)) heaviest = index;
    for (let at = (rank[index] ?? 0) + 1; at <= runs.length; at += at & -at) {
      const other = best[at] ?? -1;
      if (other < 0 || (weights[index] ?? 0) > (weights[other] ?? 0)) best[at] = index;
    }
  }
  const chain: Run[] = [];
  for (let at = heaviest; at >= 0; at = previous[at] ?? -1) {
    const run = runs[at];
    if (run !== undefined) chain.push(run);
  }
  return withoutOverlap(chain.reverse());
}

function withoutOverlap(chain: readonly Run[]): readonly Run[] {
  let oldEnd = 0;
  let newEnd = 0;
  const kept: Run[] = [];
  for (const { old, now, length } of chain) {
    const cut = Math.max(0, oldEnd - old, newEnd - now);
    if (cut >= length) continue;
    kept.push({ old: old + cut, now: now + cut, length: length - cut });
    oldEnd = old + length;
    newEnd = now + length;
  }
  return kept;
}

function hasBreak(ids: Int32Array, at: number, size: number): boolean {
  for (let index = at; index < at + size; index += 1) if ((ids[index] ?? -1) < 0) return true;
  return false;
}

function isEqual(
  one: Int32Array,
  at: number,
  two: Int32Array,
  other: number,
  size: number,
): boolean {
  for (let index = 0; index < size; index += 1) {
    if (one[at + index] !== two[other + index]) return false;
  }
  return true;
}

function hashOf(ids: Int32Array, at: number, size: number): number {
  let hash = 0;
  for (let index = at; index < at + size; index += 1) {
    hash = Math.imul(hash ^ (ids[index] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
