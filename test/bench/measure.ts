/** Figures of a benchmark, and how they are printed. */

/** The value below which `share` per cent of the figures lie (nearest rank). */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const rank = Math.ceil((share / 100) * sorted.length);
  return sorted[Math.max(0, rank - 1)] ?? Number.NaN;
}

export function median(figures: readonly number[]): number {
  return percentile(figures, 50);
}

/** One table: a line a figure. */
export function report(title: string, rows: readonly (readonly [string, string])[]): void {
  const width = Math.max(...rows.map(([name]) => name.length));
  console.log(title);
  for (const [name, figure] of rows) console.log(`  ${name.padEnd(width)}  ${figure}`);
}
