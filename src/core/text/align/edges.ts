/** From the edges of a passage, which may lie within a word, to the same edges in the new text. */
import { commonPrefix } from '../similarity';
import type { Span } from '../span';
import type { Alignment } from './alignment';

/**
 * The span of the new text for `span` of the old one, whose first token became `first` and whose
 * last became `last`: within a word after as many characters, and with the same space before and
 * after it where it had some.
 */
export function spanBetween(
  alignment: Alignment,
  span: Span,
  tokens: { readonly from: number; readonly last: number },
  now: { readonly first: number; readonly last: number },
): Span {
  const { old, now: fresh } = alignment;
  const firstStart = old.starts[tokens.from] ?? 0;
  const lastEnd = old.ends[tokens.last] ?? 0;
  const start =
    span.start <= firstStart
      ? (fresh.starts[now.first] ?? 0) - spaceBefore(alignment, span.start, firstStart, now.first)
      : within(alignment, tokens.from, now.first, span.start);
  const end =
    span.end >= lastEnd
      ? (fresh.ends[now.last] ?? 0) + spaceAfter(alignment, lastEnd, span.end, now.last)
      : within(alignment, tokens.last, now.last, span.end);
  return { start, end: Math.max(start, end) };
}

function spaceBefore({ old, now }: Alignment, from: number, to: number, token: number): number {
  if (from === to) return 0;
  const space = old.text.slice(from, to);
  return now.text.endsWith(space, now.starts[token] ?? 0) ? space.length : 0;
}

function spaceAfter({ old, now }: Alignment, from: number, to: number, token: number): number {
  if (from === to) return 0;
  const space = old.text.slice(from, to);
  return now.text.startsWith(space, now.ends[token] ?? 0) ? space.length : 0;
}

/** The offset in token `now` for `offset` in token `old`. */
function within(alignment: Alignment, old: number, now: number, offset: number): number {
  const written = textOf(alignment.old, old);
  const other = textOf(alignment.now, now);
  const start = alignment.now.starts[now] ?? 0;
  const inside = offset - (alignment.old.starts[old] ?? 0);
  if (written === other || inside <= commonPrefix(written, other)) return start + inside;
  const head = written.slice(0, inside).normalize('NFC');
  for (let length = other.length; length >= 0; length -= 1) {
    if (other.slice(0, length).normalize('NFC') === head) return start + length;
  }
  return start + Math.max(0, other.length - (written.length - inside));
}

function textOf({ text, starts, ends }: Alignment['old'], token: number): string {
  return text.slice(starts[token] ?? 0, ends[token] ?? 0);
}
