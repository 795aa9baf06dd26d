/** How many problems there are of each severity. */
import type { Problem } from '../../core/model/problem';

export type Counts = Readonly<Record<Problem['severity'], number>>;

export function countsOf(problems: readonly Problem[]): Counts {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
}
