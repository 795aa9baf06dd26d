/** The passage of a change in its context, as lines with what changed marked. */
import type { Target } from '../../model/annotation';
import { cutAfter, cutBefore, isWordEdge } from '../../text/cut';
import type { SourceText } from '../../text/sourceText';
import type { Span } from '../../text/span';
import { commonEnds } from '../../text/edits';
import type { Change } from '../change';
import { diffLines } from '../compare/lineDiff';
import { linesOf, type LineSpan } from '../compare/lines';
import { passageOf, spansOf, type ChangedPassage, type PassageSide } from '../passageOf';
import type { ReportContext } from './context';

interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** One line of a source on one side. */
export interface ExcerptLine {
  readonly side: 'before' | 'after';
  /** One-based; absent where the text is not known and quote and context stand for it. */
  readonly line: number | undefined;
  readonly pieces: readonly Piece[];
}

/** UTF-16 units of a line that are shown on either side of what is marked. */
const AROUND = 70;
/** Lines of one passage, or of one change of the text, on one side. */
const MOST_LINES = 4;

const SEEN = new Set(['resized', 'replaced', 'reworded']);

/** Of a change on one side only that side; both where the passage itself changed. */
export function excerptOf(change: Change, context: ReportContext): readonly ExcerptLine[] {
  const passage = passageOf(change);
  if (passage === undefined) return [];
  if (change.kind === 'text') return textLines(passage, context);
  const { before, after } = passage;
  const isElsewhere = change.aspects.some((aspect) =>
    typeof aspect === 'string' ? SEEN.has(aspect) : aspect.field === 'source',
  );
  const showsBefore = before !== undefined && (after === undefined || isElsewhere);
  return [
    ...(showsBefore ? linesOn('before', before, context) : []),
    ...(after === undefined ? [] : linesOn('after', after, context)),
  ];
}

/** Whether lines have to say which side they are of: otherwise that is clear from what happened. */
export function haveSides(change: Change, excerpt: readonly ExcerptLine[]): boolean {
  if (change.kind === 'text' && change.action === 'changed') return true;
  return new Set(excerpt.map(({ side }) => side)).size > 1;
}

function linesOn(
  side: 'before' | 'after',
  { source, targets }: PassageSide,
  context: ReportContext,
): readonly ExcerptLine[] {
  const text = context.sourceText(source, side);
  const spans = text === undefined ? [] : spansOf(text, targets);
  if (text === undefined || spans.length === 0) {
    return targets.slice(0, MOST_LINES).map((target) => quotedLine(side, target));
  }
  const lines = markedLines(text, spans).slice(0, MOST_LINES);
  return lines.map(({ line, pieces }) => ({ side, line: line + 1, pieces }));
}

function quotedLine(side: 'before' | 'after', { prefix, exact, suffix }: Target): ExcerptLine {
  const pieces = [
    { text: prefix, isMarked: false },
    { text: exact, isMarked: true },
    { text: suffix, isMarked: false },
  ];
  return { side, line: undefined, pieces: pieces.filter(({ text }) => text !== '').map(onOneLine) };
}

function onOneLine({ text, isMarked }: Piece): Piece {
  return { text: text.replace(/\s+/g, ' '), isMarked };
}

/** The words of a source that differ; of one that came or went its first lines. */
function textLines(
  { before, after }: ChangedPassage,
  context: ReportContext,
): readonly ExcerptLine[] {
  const old = before && context.sourceText(before.source, 'before');
  const now = after && context.sourceText(after.source, 'after');
  if (old === undefined || now === undefined) {
    const [side, text] = old === undefined ? (['after', now] as const) : (['before', old] as const);
    return text === undefined ? [] : firstLines(side, text);
  }
  const changes = diffLines(linesOf(old.text), linesOf(now.text)).slice(0, MOST_LINES);
  return changes.flatMap((change) => {
    const [one, other] = [spanOf(old, change.before), spanOf(now, change.after)];
    const gone = shown('before', old, differing(old.text, one, now.text, other));
    const come = shown('after', now, differing(now.text, other, old.text, one));
    // Of lines that only came or went the other side has nothing to show.
    return [...(isEmpty(change.before) ? [] : gone), ...(isEmpty(change.after) ? [] : come)];
  });
}

function isEmpty({ first, end }: LineSpan): boolean {
  return first === end;
}

/** Of a span of a text what the other span does not have, in whole words. */
function differing(text: string, own: Span, other: string, its: Span): Span {
  const words = text.slice(own.start, own.end);
  const { prefix, suffix } = commonEnds(words, other.slice(its.start, its.end));
  let start = own.start + prefix;
  let end = own.end - suffix;
  while (start > own.start && !isWordEdge(text, start)) start--;
  while (end < own.end && !isWordEdge(text, end)) end++;
  return { start, end };
}

function shown(side: 'before' | 'after', source: SourceText, span: Span): readonly ExcerptLine[] {
  const lines = markedLines(source, [span]).slice(0, MOST_LINES);
  return lines.map(({ line, pieces }) => ({ side, line: line + 1, pieces }));
}

function spanOf({ lines }: SourceText, { first, end }: LineSpan): Span {
  if (first === end) {
    const { start } = lines.lineSpan(first);
    return { start, end: start };
  }
  return { start: lines.lineSpan(first).start, end: lines.lineSpan(end - 1).end };
}

function firstLines(side: 'before' | 'after', source: SourceText): readonly ExcerptLine[] {
  const lines = linesOf(source.text).flatMap((text, line) => (text.trim() === '' ? [] : [line]));
  return lines.slice(0, MOST_LINES - 1).flatMap((line) => {
    const { start, end } = source.lines.lineSpan(line);
    return shown(side, source, {
      start,
      end: Math.min(end, cutAfter(source.text, start, 2 * AROUND)),
    });
  });
}

/** The lines that the spans touch, zero-based, cut to what is near them. Spans in the order of the text. */
function markedLines(
  source: SourceText,
  spans: readonly Span[],
  around = AROUND,
): readonly { readonly line: number; readonly pieces: readonly Piece[] }[] {
  const byLine = new Map<number, Span[]>();
  for (const { start, end } of spans) {
    const last = source.lines.positionAt(Math.max(start, end - 1)).line;
    for (let { line } = source.lines.positionAt(start); line <= last; line++) {
      const whole = source.lines.lineSpan(line);
      const own = { start: Math.max(start, whole.start), end: Math.min(end, whole.end) };
      byLine.set(line, [...(byLine.get(line) ?? []), own]);
    }
  }
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([line, own]) => ({ line, pieces: piecesOf(source, line, own, around) }));
}

function piecesOf(
  { text, lines }: SourceText,
  line: number,
  spans: readonly Span[],
  around: number,
): readonly Piece[] {
  const whole = lines.lineSpan(line);
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const first = sorted[0]?.start ?? whole.start;
  const last = Math.max(...sorted.map(({ end }) => end));
  const from = Math.max(whole.start, cutBefore(text, first, around));
  const to = Math.min(whole.end, cutAfter(text, last, around));
  const pieces: Piece[] = [];
  const add = (start: number, end: number, isMarked: boolean): void => {
    if (start < end) pieces.push({ text: text.slice(start, end), isMarked });
  };
  if (from > whole.start) pieces.push({ text: '… ', isMarked: false });
  let at = from;
  for (const { start, end } of sorted) {
    add(at, start, false);
    add(Math.max(at, start), end, true);
    at = Math.max(at, end);
  }
  add(at, to, false);
  if (to < whole.end) pieces.push({ text: ' …', isMarked: false });
  return pieces;
}
