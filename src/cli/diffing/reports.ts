/** THE TABLE of the forms in which a comparison is reported. */
import type { Comparison } from '../../core/review/compare';
import type { ReportContext } from '../../core/review/reports/context';
import { htmlReport } from '../../core/review/reports/html';
import { jsonReport } from '../../core/review/reports/json';
import { markdownReport } from '../../core/review/reports/markdown';
import { textReport } from '../../core/review/reports/text';

interface DiffContext extends ReportContext {
  /** Whether it goes to a terminal that shows colours. */
  readonly colours: boolean;
}

export interface DiffReport {
  /** Whether names of records and texts of sources are looked up for it. */
  readonly quotes: boolean;
  readonly write: (comparison: Comparison, context: DiffContext) => string;
}

export const DIFF_REPORTS: ReadonlyMap<string, DiffReport> = new Map<string, DiffReport>([
  ['text', { quotes: true, write: (all, context) => textReport(all, context, context.colours) }],
  ['markdown', { quotes: true, write: markdownReport }],
  ['json', { quotes: false, write: jsonReport }],
  ['html', { quotes: true, write: htmlReport }],
]);
