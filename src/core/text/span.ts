/** A passage of text as half-open offsets `[start, end)`, and how passages relate. */

/** Half-open range of UTF-16 code units: `start` inclusive, `end` exclusive, `start <= end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies in the span or touches one of its edges (a caret right after a name is on it). */
export function touches(span: Span, offset: number): boolean {
  return offset >= span.start && offset <= span.end;
}

/** Whether the spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` contains every code unit of `inner`; equal spans contain each other. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Document order: by start, and of two spans with one start the longer first. */
export function compareSpans(a: Span, b: Span): number {
  return a.start === b.start ? b.end - a.end : a.start - b.start;
}
