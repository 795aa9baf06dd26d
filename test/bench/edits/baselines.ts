/** What other programs do: search for quote and context in Hypothesis' manner, and a plain diff. */
import search from 'approx-string-match';
import type { Target } from '../../../src/core/model/annotation';
import type { Span } from '../../../src/core/text/span';

const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const;
const MOST_ERRORS = 256;

/**
 * The match of the quote with the best weighted score of quote, context and position; exact matches
 * of the quote only, where there are any. `hint` is the UTF-16 offset the target remembers.
 */
export function hypothesis(text: string, target: Target, hint: number): Span | undefined {
  const { exact } = target;
  if (exact === '') return undefined;
  const matches = matchesOf(text, exact, Math.min(MOST_ERRORS, exact.length / 2));
  const all = WEIGHTS.quote + WEIGHTS.prefix + WEIGHTS.suffix + WEIGHTS.position;
  let best: { readonly span: Span; readonly score: number } | undefined;
  for (const { start, end, errors } of matches) {
    const before = text.slice(Math.max(0, start - target.prefix.length), start);
    const after = text.slice(end, end + target.suffix.length);
    const score =
      (WEIGHTS.quote * (1 - errors / exact.length) +
        WEIGHTS.prefix * likeness(before, target.prefix) +
        WEIGHTS.suffix * likeness(after, target.suffix) +
        WEIGHTS.position * (1 - Math.abs(start - hint) / text.length)) /
      all;
    if (best === undefined || score > best.score) best = { span: { start, end }, score };
  }
  return best?.span;
}

function matchesOf(
  text: string,
  pattern: string,
  maxErrors: number,
): readonly { readonly start: number; readonly end: number; readonly errors: number }[] {
  const found = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
    found.push({ start: at, end: at + pattern.length, errors: 0 });
  }
  return found.length > 0 ? found : search(text, pattern, maxErrors);
}

function likeness(text: string, pattern: string): number {
  if (pattern === '') return 1;
  if (text === '') return 0;
  const [match] = matchesOf(text, pattern, pattern.length);
  return match === undefined ? 0 : 1 - match.errors / pattern.length;
}

/** Differences after which a plain diff gives up. */
const MOST_DIFFERENCES = 3_000;

/**
 * The offset in `now` for each of `before`, by the shortest edit script over words, spaces and signs
 * (Myers, greedy); -1 for what is deleted. `undefined` where the texts differ too much.
 */
export function plainDiff(before: string, now: string): Int32Array | undefined {
  const a = before.match(/[\p{L}\p{N}]+|[^]/gu) ?? [];
  const b = now.match(/[\p{L}\p{N}]+|[^]/gu) ?? [];
  const trace = shortestEdit(a, b);
  if (trace === undefined) return undefined;
  const partners = new Int32Array(a.length).fill(-1);
  let x = a.length;
  let y = b.length;
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const row = trace[d];
    if (row === undefined) break;
    const k = x - y;
    const at = (diagonal: number): number => row[diagonal + d + 1] ?? -1;
    const isDown = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const previous = isDown ? k + 1 : k - 1;
    const previousX = d === 0 ? 0 : at(previous);
    const previousY = previousX - previous;
    while (x > (d === 0 ? 0 : previousX) && y > (d === 0 ? 0 : previousY)) {
      x -= 1;
      y -= 1;
      partners[x] = y;
    }
    if (d > 0) {
      x = previousX;
      y = previousY;
    }
  }
  return offsets(a, b, partners, before.length);
}

/** The furthest points of each number of differences, one row each. */
function shortestEdit(
  a: readonly string[],
  b: readonly string[],
): readonly Int32Array[] | undefined {
  const rows: Int32Array[] = [];
  const size = 2 * MOST_DIFFERENCES + 3;
  const middle = MOST_DIFFERENCES + 1;
  const furthest = new Int32Array(size);
  for (let d = 0; d <= MOST_DIFFERENCES; d += 1) {
    rows.push(furthest.slice(middle - d - 1, middle + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const isDown =
        k === -d || (k !== d && (furthest[middle + k - 1] ?? 0) < (furthest[middle + k + 1] ?? 0));
      let x = isDown ? (furthest[middle + k + 1] ?? 0) : (furthest[middle + k - 1] ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      furthest[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return rows;
    }
  }
  return undefined;
}

function offsets(
  a: readonly string[],
  b: readonly string[],
  partners: Int32Array,
  length: number,
): Int32Array {
  const starts: number[] = [];
  let at = 0;
  for (const token of b) {
    starts.push(at);
    at += token.length;
  }
  const result = new Int32Array(length + 1).fill(-1);
  at = 0;
  a.forEach((token, index) => {
    const partner = partners[index] ?? -1;
    if (partner >= 0) {
      for (let inside = 0; inside < token.length; inside += 1) {
        result[at + inside] = (starts[partner] ?? 0) + inside;
      }
    }
    at += token.length;
  });
  return result;
}

/** The span for the first and last unit that are left of it. */
export function mapped(map: Int32Array | undefined, span: Span): Span | undefined {
  if (map === undefined) return undefined;
  let first = -1;
  let last = -1;
  for (let at = span.start; at < span.end; at += 1) {
    const place = map[at] ?? -1;
    if (place < 0) continue;
    if (first < 0) first = place;
    last = place;
  }
  return first < 0 ? undefined : { start: first, end: last + 1 };
}
