/** Binary search in sorted numbers. */

/** How many of `sorted` (ascending) are less than `value`. */
export function countBelow(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `value` as a whole number in `[low, high]`; NaN becomes `low`. */
export function clamp(value: number, low: number, high: number): number {
  if (!(value > low)) return low;
  return value < high ? Math.trunc(value) : high;
}
