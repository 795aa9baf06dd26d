/** Changes of a text as data. */
import type { Span } from './span';

/** Replace `[start, end)` by `newText`; UTF-16 offsets in the text before the change. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** The text after `edits`, which are in order and do not overlap (two insertions at one offset keep their order). */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const edit of edits) {
    if (edit.start < from || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edit [${edit.start}, ${edit.end}) overlaps another or leaves the text`);
    }
    result += text.slice(from, edit.start) + edit.newText;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** Texts are compared in pieces of this length before single characters are. */
const PIECE = 1024;

/** Lengths of the common head and, behind it, the common tail of two texts, in UTF-16 code units. */
export function commonEnds(a: string, b: string): { prefix: number; suffix: number } {
  const limit = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix + PIECE <= limit && a.startsWith(b.slice(prefix, prefix + PIECE), prefix)) {
    prefix += PIECE;
  }
  while (prefix < limit && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  const rest = limit - prefix;
  let suffix = 0;
  while (
    suffix + PIECE <= rest &&
    a.endsWith(b.slice(b.length - suffix - PIECE, b.length - suffix), a.length - suffix)
  ) {
    suffix += PIECE;
  }
  while (
    suffix < rest &&
    a.charCodeAt(a.length - 1 - suffix) === b.charCodeAt(b.length - 1 - suffix)
  ) {
    suffix++;
  }
  return { prefix, suffix };
}
