/** A comparison for a terminal: what happened, source by source, with each passage in its context. */
import { groupChanges, type ChangeGroup } from '../../outline/review';
import type { Change } from '../change';
import type { Comparison } from '../compare';
import { wordsOf } from '../words';
import { harmless, SIGNS, summaryOf, type ReportContext } from './context';
import { excerptOf, haveSides, type ExcerptLine } from './excerpts';

const RESET = '\u001b[0m';
const COLOURS = { added: '\u001b[32m', removed: '\u001b[31m', changed: '\u001b[33m' } as const;
const BOLD = '\u001b[1m';
const DIM = '\u001b[2m';
const INVERSE = '\u001b[7m';

const TITLES = { entities: 'Entities', events: 'Events', schema: 'Schema' } as const;

/** With a line break at its end. Without colours the words of a passage stand in `⟦ ⟧`. */
export function textReport(
  { changes }: Comparison,
  context: ReportContext,
  colours = false,
): string {
  const paint = (code: string, text: string): string =>
    colours && text !== '' ? `${code}${text}${RESET}` : text;
  const blocks = groupChanges(changes).map((group) => {
    const lines = group.changes.flatMap((change) => linesOfChange(change, context, paint));
    return [paint(BOLD, harmless(titleOf(group))), ...lines, ''];
  });
  const summary = `${context.base} → ${context.head}: ${summaryOf(changes)}`;
  return [...blocks.flat(), paint(BOLD, harmless(summary))].map((line) => `${line}\n`).join('');
}

/** The heading of a group: the path of a source, or the kind of the records. */
export function titleOf({ kind, key }: ChangeGroup): string {
  return kind === 'source' ? key : TITLES[kind];
}

type Paint = (code: string, text: string) => string;

function linesOfChange(change: Change, context: ReportContext, paint: Paint): readonly string[] {
  const { title, details } = wordsOf(change, context.names);
  const colour = COLOURS[change.action];
  const head = `  ${paint(colour, `${SIGNS[change.action]} ${harmless(title)}`)}`;
  const excerpt = excerptOf(change, context);
  const hasSides = haveSides(change, excerpt);
  const width = Math.max(0, ...excerpt.map(({ line }) => String(line ?? '').length));
  return [
    head,
    ...details.map((detail) => `      ${harmless(detail)}`),
    ...excerpt.map((line) => excerptLine(line, { hasSides, width, colour, paint })),
  ];
}

interface Drawing {
  /** Whether each line says which side it is of. */
  readonly hasSides: boolean;
  readonly width: number;
  readonly colour: string;
  readonly paint: Paint;
}

function excerptLine(
  { side, line, pieces }: ExcerptLine,
  { hasSides, width, colour, paint }: Drawing,
): string {
  const sign = hasSides ? (side === 'before' ? '− ' : '+ ') : '';
  const own = hasSides ? (side === 'before' ? COLOURS.removed : COLOURS.added) : colour;
  const words = pieces.map(({ text, isMarked }) => {
    const safe = harmless(text).replaceAll('\n', ' ');
    if (!isMarked) return safe;
    const marked = paint(own + INVERSE, safe);
    return marked === safe ? `⟦${safe}⟧` : marked;
  });
  const place = `${String(line ?? '').padStart(width)} │ `;
  return `      ${paint(own, sign)}${paint(DIM, place)}${words.join('')}`;
}
