/** From a passage of the old text to its place in the new one, by what its tokens became. */
import { longestReplacement } from '../proposals';
import { similarity } from '../similarity';
import type { Span } from '../span';
import type { Alignment } from './alignment';
import { spanBetween } from './edges';
import { convinces, LONG_PASSAGE, type Range } from './evidence';
import { BREAK, tokenAfter, type Tokens } from './tokens';

/**
 * What became of a passage. `sure`: it stands there, with the same words. `likely`: the same words,
 * with too little around them to be sure. `changed`: other words in its place. `gone`: what was
 * around it adjoins now. `unknown`: nothing of it and too little around it was aligned.
 */
export type Fate =
  | { readonly kind: 'sure'; readonly span: Span }
  | { readonly kind: 'likely'; readonly span: Span }
  | { readonly kind: 'changed'; readonly span: Span; readonly score: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unknown' };

const GONE: Fate = { kind: 'gone' };
const UNKNOWN: Fate = { kind: 'unknown' };
const HAS_LETTER = /[\p{L}\p{N}\p{S}]/u;
/** The share of a passage that must stand where only that share shows where it is. */
const MOST_OF_IT = 0.5;
/** How alike a long passage and what took its place must be; a name may give way to any other. */
const LITTLE_LIKE = 0.35;
/** How alike a part of what stands between the neighbours must be to be taken for all of it. */
const MUCH_LIKE = 0.6;
const WIDEST = 40;
const LONGEST = 60;
/** Characters by which a passage may grow that still begins and ends as it did. */
const MOST_GROWTH = 2_000;

/** What became of a passage, and what that was read from. */
export interface Placed {
  readonly fate: Fate;
  readonly alignment: Alignment;
  /** Its tokens in the old text; absent when it has none. */
  readonly range: Range | undefined;
}

/** Where the passage `span` of the old text is now. */
export function placeOf(alignment: Alignment, span: Span): Placed {
  const range = rangeOf(alignment.old, span);
  return { fate: fateOf(alignment, span, range), alignment, range };
}

function fateOf(alignment: Alignment, span: Span, range: Range | undefined): Fate {
  if (range === undefined) return UNKNOWN;
  const first = rowOf(alignment, range);
  if (first < 0) return changedPlace(alignment, range, span);
  const last = first + range.to - range.from - 1;
  const tokens = { from: range.from, last: range.to - 1 };
  const place = spanBetween(alignment, span, tokens, { first, last });
  return { kind: convinces(alignment, range, first) ? 'sure' : 'likely', span: place };
}

/** The tokens that the span touches; absent when it touches none, or a break. */
function rangeOf(tokens: Tokens, span: Span): Range | undefined {
  const from = tokenAfter(tokens, span.start);
  let to = from;
  while (to < tokens.starts.length && (tokens.starts[to] ?? Infinity) < span.end) {
    if (tokens.ids[to] === BREAK) return undefined;
    to += 1;
  }
  return to > from ? { from, to } : undefined;
}

/** The token from which on all of the range stands in a row; -1 when it does not. */
function rowOf({ toNew }: Alignment, { from, to }: Range): number {
  const first = toNew[from] ?? -1;
  if (first < 0) return -1;
  for (let at = from + 1; at < to; at += 1) if (toNew[at] !== first + at - from) return -1;
  return first;
}

function changedPlace(alignment: Alignment, range: Range, span: Span): Fate {
  const first = firstNow(alignment, range);
  const last = lastNow(alignment, range);
  if (first === undefined || last === undefined) return partLeft(alignment, range);
  if (last < first) return last === first - 1 ? GONE : partLeft(alignment, range);
  if (isTakenByOthers(alignment, range, first, last)) return partLeft(alignment, range);
  const tokens = { from: range.from, last: range.to - 1 };
  const isOwn = isKnown(alignment, range.from) && isKnown(alignment, range.to - 1);
  const nearest = isOwn ? { first, last } : mostAlike(alignment, range, first, last);
  return changed(alignment, range, spanBetween(alignment, span, tokens, nearest));
}

/** The row between two tokens that is most like the passage, where words were put in beside it too. */
function mostAlike(
  { old, now }: Alignment,
  { from, to }: Range,
  first: number,
  last: number,
): { readonly first: number; readonly last: number } {
  const size = to - from;
  const all = { first, last };
  const quote = old.text.slice(old.starts[from], old.ends[to - 1]);
  if (last - first < size || last - first > WIDEST || quote.length > LONGEST) return all;
  let best = all;
  let score = MUCH_LIKE;
  for (let length = Math.max(1, size - 1); length <= size + 1; length += 1) {
    for (let start = first; start + length - 1 <= last; start += 1) {
      const end = start + length - 1;
      const likeness = similarity(quote, now.text.slice(now.starts[start], now.ends[end]));
      if (likeness <= score) continue;
      score = likeness;
      best = { first: start, last: end };
    }
  }
  return best;
}

function changed(alignment: Alignment, range: Range, span: Span): Fate {
  const { old, now } = alignment;
  const quote = old.text.slice(old.starts[range.from], old.ends[range.to - 1]);
  const passage = now.text.slice(span.start, span.end);
  const isOwn = isKnown(alignment, range.from) && isKnown(alignment, range.to - 1);
  const most = isOwn ? MOST_GROWTH + longestReplacement(quote) : longestReplacement(quote);
  if (passage.length > most || !HAS_LETTER.test(passage)) return UNKNOWN;
  const likeness = similarity(quote, passage);
  if (quote.length >= LONG_PASSAGE && likeness < LITTLE_LIKE) return UNKNOWN;
  return { kind: 'changed', span, score: (1 + likeness) / 2 };
}

function isKnown({ toNew, changed: letters }: Alignment, token: number): boolean {
  return (toNew[token] ?? -1) >= 0 || (letters[token] ?? -1) >= 0;
}

/** The first token of what took the passage's place: its own, or the one after its old neighbour. */
function firstNow({ toNew, changed: letters }: Alignment, { from }: Range): number | undefined {
  const own = Math.max(toNew[from] ?? -1, letters[from] ?? -1);
  if (own >= 0) return own;
  const before = toNew[from - 1] ?? -1;
  return before >= 0 ? before + 1 : undefined;
}

function lastNow({ toNew, changed: letters }: Alignment, { to }: Range): number | undefined {
  const own = Math.max(toNew[to - 1] ?? -1, letters[to - 1] ?? -1);
  if (own >= 0) return own;
  const after = toNew[to] ?? -1;
  return after >= 0 ? after - 1 : undefined;
}

/** Whether something from elsewhere in the old text moved to between these tokens. */
function isTakenByOthers(
  { toOld }: Alignment,
  { from, to }: Range,
  first: number,
  last: number,
): boolean {
  for (let at = first; at <= last; at += 1) {
    const old = toOld[at] ?? -1;
    if (old >= 0 && (old < from || old >= to)) return true;
  }
  return false;
}

/** From the first to the last token that is left, if most of the passage is between them. */
function partLeft(alignment: Alignment, range: Range): Fate {
  const { toNew, old, now } = alignment;
  let first = -1;
  let last = -1;
  let letters = 0;
  let all = 0;
  for (let at = range.from; at < range.to; at += 1) {
    const length = (old.ends[at] ?? 0) - (old.starts[at] ?? 0);
    all += length;
    const place = toNew[at] ?? -1;
    if (place < 0 || place < last) continue;
    if (first < 0) first = place;
    last = place;
    letters += length;
  }
  if (first < 0 || letters < all * MOST_OF_IT) return UNKNOWN;
  const span = { start: now.starts[first] ?? 0, end: now.ends[last] ?? 0 };
  return changed(alignment, range, span);
}
