/** THE TABLE of the forms in which agreement is reported. */
import type { Agreement } from '../../core/review/agreement/agreement';
import { agreementCsv, agreementMarkdown } from '../../core/review/agreement/reports';
import {
  agreementTable,
  countsInWords,
  leftOut,
  legendOf,
  measuresFor,
  shortValue,
} from '../../core/review/agreement/tables';
import { alignedRows, plural } from '../terminal';

export const AGREEMENT_REPORTS: ReadonlyMap<string, (agreement: Agreement) => string> = new Map([
  ['text', agreementText],
  ['json', (agreement) => `${JSON.stringify(agreement, null, 2)}\n`],
  ['markdown', agreementMarkdown],
  ['csv', agreementCsv],
]);

const HEADINGS = { total: 'ALL', type: 'TYPE', source: 'SOURCE' } as const;

function agreementText(agreement: Agreement): string {
  const measures = measuresFor(agreement.annotators.length);
  const { head, rows } = agreementTable(agreement, measures, shortValue);
  const kinds = ['total', 'type', 'source'] as const;
  const lines = kinds.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    if (own.length === 0) return [];
    const names = own.map(({ name, cells }) => [name, ...cells]);
    return [[HEADINGS[kind], ...head], ...names, []];
  });
  const sentences = [
    ...agreement.between.map((each) => `${countsInWords(each)}.`),
    ...legendOf(agreement, measures).map((each) => `${each}.`),
    ...leftOut(agreement),
  ];
  const { annotators, sources } = agreement;
  const title = `${annotators.join(', ')}: ${plural(sources.length, 'source')}\n\n`;
  return [title, alignedRows(lines), ...sentences.map((each) => `${each}\n`)].join('');
}
