/** Where a passage is in words that replaced it, when they are much the same words. */
import { isWordEdge } from '../cut';
import type { Span } from '../span';

/** Code units of a replacement that is compared letter by letter. */
export const MOST_LETTERS = 400;

/** Share of letters that the passage and its new words must have in common. */
const ALIKE = 0.6;

/** A change of `[from, to)` of the text before, with as much around it as the passage needs. */
export interface Replacement {
  readonly before: string;
  readonly after: string;
  /** How many code units at the start, and at the end, are the same in both. */
  readonly head: number;
  readonly tail: number;
}

/**
 * The passage in `after` that the letters of `span` (in `before`) went to, in whole words if it was
 * of whole words; absent when fewer than three fifths of the letters are the same, and when they may
 * as well have gone elsewhere.
 */
export function alignedSpan(change: Replacement, span: Span): Span | undefined {
  const { before, after, head, tail } = change;
  const removed = before.slice(head, before.length - tail);
  const inserted = after.slice(head, after.length - tail);
  if (Math.max(removed.length, inserted.length) > MOST_LETTERS) return undefined;
  const first = mapped(change, span, matchedLetters(removed, inserted));
  const last = mapped(change, span, matchedFromEnd(removed, inserted));
  return first?.start === last?.start && first?.end === last?.end ? first : undefined;
}

function mapped(
  { before, after, head, tail }: Replacement,
  span: Span,
  matches: readonly number[],
): Span | undefined {
  const shift = after.length - before.length;
  let kept = 0;
  let start: number | undefined;
  let end = 0;
  for (let at = span.start; at < span.end; at += 1) {
    const place = imageOf(at);
    if (place === undefined) continue;
    kept += 1;
    start ??= place;
    end = place + 1;
  }
  if (start === undefined) return undefined;
  if (isWordEdge(before, span.start)) start = wordStart(after, start, Math.min(start, head));
  if (isWordEdge(before, span.end)) end = wordEnd(after, end, Math.max(end, after.length - tail));
  const alike = (2 * kept) / (span.end - span.start + end - start);
  return alike >= ALIKE ? { start, end } : undefined;

  function imageOf(at: number): number | undefined {
    if (at < head) return at;
    if (at >= before.length - tail) return at + shift;
    const match = matches[at - head] ?? -1;
    return match < 0 ? undefined : head + match;
  }
}

function wordStart(text: string, from: number, least: number): number {
  let at = from;
  while (at > least && !isWordEdge(text, at)) at -= 1;
  return at;
}

function wordEnd(text: string, from: number, most: number): number {
  let at = from;
  while (at < most && !isWordEdge(text, at)) at += 1;
  return at;
}

/** For each code unit of `a` its place in `b` by a longest common subsequence, or -1. */
function matchedLetters(a: string, b: string): readonly number[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a.charCodeAt(i) === b.charCodeAt(j)
          ? 1 + (lengths[(i + 1) * width + j + 1] ?? 0)
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const matches = new Array<number>(a.length).fill(-1);
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a.charCodeAt(i) === b.charCodeAt(j)) {
      matches[i] = j;
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return matches;
}

/** The same, with each letter as near to the end of `b` as it can be. */
function matchedFromEnd(a: string, b: string): readonly number[] {
  return matchedLetters(reversed(a), reversed(b))
    .toReversed()
    .map((match) => (match < 0 ? match : b.length - 1 - match));
}

function reversed(text: string): string {
  return text.split('').reverse().join('');
}
