/** Figures against limits: what was reached and what was not, as a table and as an exit code. */

export interface Verdict {
  readonly name: string;
  readonly figure: number;
  readonly limit: number;
  readonly unit: '×' | 'ms' | 'MB';
  /** What the figure is made of, in words. */
  readonly from: string;
}

/** Prints a line for each; a limit that is missed makes the process end with 1. */
export function judge(title: string, verdicts: readonly Verdict[]): void {
  const width = Math.max(...verdicts.map(({ name }) => name.length));
  console.log(title);
  for (const { name, figure, limit, unit, from } of verdicts) {
    const reached = figure <= limit;
    if (!reached) process.exitCode = 1;
    const said = `${inUnit(figure, unit)} of at most ${inUnit(limit, unit)}`;
    console.log(`  ${reached ? '✔' : '✖'} ${name.padEnd(width)}  ${said.padEnd(26)}  ${from}`);
  }
}

function inUnit(figure: number, unit: Verdict['unit']): string {
  return unit === '×' ? `${figure.toFixed(2)}×` : `${figure.toFixed(figure < 10 ? 1 : 0)} ${unit}`;
}
