/** A longest ascending row of numbers. */

/** The indexes of a longest row of numbers that ascend, of `numbers` without repetitions. */
export function longestAscending(numbers: readonly number[]): readonly number[] {
  if (numbers.every((each, index) => index === 0 || (numbers[index - 1] ?? each) < each)) {
    return numbers.map((_, index) => index);
  }
  /** By length less one, the index of the smallest number that ends a row of it. */
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, each] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? -1] ?? each) < each) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const row: number[] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = previous[at] ?? -1) row.push(at);
  return row.reverse();
}
