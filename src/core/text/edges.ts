/**
 * Moving the edges of a passage by characters and words. Whatever is asked for, a span stays inside its
 * bounds, is never empty, and an edge that moved stands between two characters as readers see them.
 */
import { joined, type Span } from './span';
import { nextCharacter, nextWordEnd, nextWordStart } from './wordEdges';

/** One key: which edge, by how much, and whether on (1) or back (-1) in the text. */
export interface EdgeStep {
  /** `both` moves the passage as a whole. */
  readonly edge: 'start' | 'end' | 'both';
  readonly by: 'character' | 'word';
  readonly to: 1 | -1;
}

/** The span after a step; the same object when it cannot be done. UTF-16. */
export function steppedSpan(
  text: string,
  span: Span,
  { edge, by, to }: EdgeStep,
  bounds: Span = { start: 0, end: text.length },
): Span {
  const nextStart = by === 'word' ? nextWordStart : nextCharacter;
  const nextEnd = by === 'word' ? nextWordEnd : nextCharacter;
  let { start, end } = span;
  if (edge !== 'end') start = nextStart(text, start, to) ?? start;
  if (edge !== 'start') end = nextEnd(text, end, to) ?? end;
  if (edge === 'both') {
    if (start === span.start || end === span.end) return span;
    if (end <= start && to === 1) end = nextEnd(text, start, 1) ?? start;
    if (end <= start) start = nextStart(text, end, -1) ?? end;
  }
  const isMoved = start !== span.start || end !== span.end;
  const isInside = start >= bounds.start && end <= bounds.end;
  return isMoved && isInside && start < end ? { start, end } : span;
}

/** The fragments after a step of one of them, which never runs into another; the same list when nothing moved. */
export function steppedSpans(
  text: string,
  spans: readonly Span[],
  index: number,
  step: EdgeStep,
): readonly Span[] {
  const span = spans[index];
  if (span === undefined) return spans;
  const bounds = {
    start: spans[index - 1]?.end ?? 0,
    end: spans[index + 1]?.start ?? text.length,
  };
  const moved = steppedSpan(text, span, step, bounds);
  return moved === span ? spans : spans.with(index, moved);
}

/** Fragments with one more; absent when what is there covers it already. */
export function withFragment(spans: readonly Span[], added: Span): readonly Span[] | undefined {
  const covers = spans.some(({ start, end }) => start <= added.start && added.end <= end);
  return covers ? undefined : joined([...spans, added]);
}

/** What the fragments cover, as quotes show it. */
export function wordsOfSpans(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
}
