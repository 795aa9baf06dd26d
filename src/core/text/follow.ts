/** Where a span is after its text was edited. */
import type { TextEdit } from './edits';
import type { Span } from './span';

/**
 * The span after one edit, or `undefined` when the edit takes all of it away. Typing inside the span
 * stretches it, typing at an edge does not; a deletion that reaches into the span shrinks it, and
 * what was typed in place of the deleted text counts as outside. An empty span stays where it is
 * until a deletion encloses it; text typed at it goes before it.
 */
export function follow(span: Span, edit: TextEdit): Span | undefined {
  const shift = edit.newText.length - (edit.end - edit.start);
  const insertion = edit.start === edit.end;
  if (span.start === span.end && !insertion && edit.start < span.start && span.end < edit.end) {
    return undefined;
  }
  if (edit.end <= span.start) return { start: span.start + shift, end: span.end + shift };
  if (edit.start >= span.end) return span;
  if (edit.start <= span.start && edit.end >= span.end) return undefined;
  if (edit.start < span.start) {
    return { start: edit.start + edit.newText.length, end: span.end + shift };
  }
  return { start: span.start, end: edit.end > span.end ? edit.start : span.end + shift };
}
