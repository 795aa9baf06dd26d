/** Agreement as Markdown and as comma-separated values. */
import { MEASURES, type Agreement } from './agreement';
import type { Measured } from './measured';
import {
  agreementTable,
  countsInWords,
  leftOut,
  legendOf,
  measuresFor,
  shortValue,
  type AgreementRow,
} from './tables';

/** For a description or comment of a pull request. */
export function agreementMarkdown(agreement: Agreement): string {
  const measures = measuresFor(agreement.annotators.length);
  const { head, rows } = agreementTable(agreement, measures, shortValue);
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |\n`;
  const legend = legendOf(agreement, measures);
  const sentences = [
    ...agreement.between.map((each) => `${countsInWords(each)}.`),
    ...(legend.length === 0 ? [] : [`${legend.join('; ')}.`]),
    ...leftOut(agreement),
  ];
  return [
    line(['', ...head]),
    line(['---', ...head.map(() => '--:')]),
    ...rows.map(({ kind, name, cells }) => line([kind === 'total' ? 'all' : name, ...cells])),
    '\n',
    ...sentences.map((sentence) => `- ${escaped(sentence)}\n`),
  ].join('');
}

/** Names are read as they are written, and none ends a row. */
function escaped(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[|\\<>`*_[\]]/g, '\\$&');
}

/** A line for each row, with all measures and all decimals; empty where a measure has no value. */
export function agreementCsv(agreement: Agreement): string {
  const cellOf = ({ value }: Measured): string => (value === undefined ? '' : String(value));
  const { rows } = agreementTable(agreement, MEASURES, cellOf);
  const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;
  const row = ({ kind, name, cells }: AgreementRow): string => line([kind, name, ...cells]);
  const { annotators } = agreement;
  return [line(['kind', 'name', ...annotators, ...MEASURES]), ...rows.map(row)].join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
