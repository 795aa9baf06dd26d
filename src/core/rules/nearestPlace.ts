/** Where a passage was that is no longer found: by what is left of its context, or by its neighbours. */
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import { certainSpan } from '../text/certainty';
import type { AnchoredTarget } from './rule';

/** Less context than this, in code units, says nothing about a place. */
const LEAST_CONTEXT = 8;

/**
 * An empty span in the source, for showing and not for writing: where one side of the context still
 * stands, else as far from the nearest certain neighbour as it was, else the start of the text.
 */
export function nearestPlace(
  source: SourceText,
  lost: AnchoredTarget,
  targets: readonly AnchoredTarget[],
): Span {
  const at = byContext(source.text, lost) ?? byNeighbours(source, lost, targets) ?? 0;
  return { start: at, end: at };
}

function byContext(text: string, { annotation, index }: AnchoredTarget): number | undefined {
  const { prefix = '', suffix = '' } = annotation.targets[index] ?? {};
  for (let length = Math.max(prefix.length, suffix.length); length >= LEAST_CONTEXT; length >>= 1) {
    const before = onlyPlace(text, prefix.slice(-length), length);
    if (before !== undefined) return before + length;
    const after = onlyPlace(text, suffix.slice(0, length), length);
    if (after !== undefined) return after;
  }
  return undefined;
}

/** Where the words stand, when they stand once and are as long as they should be. */
function onlyPlace(text: string, words: string, length: number): number | undefined {
  const at = words.length === length ? text.indexOf(words) : -1;
  return at === -1 || text.includes(words, at + 1) ? undefined : at;
}

function byNeighbours(
  source: SourceText,
  lost: AnchoredTarget,
  targets: readonly AnchoredTarget[],
): number | undefined {
  const hint = hintOf(lost);
  let nearest: { readonly distance: number; readonly span: Span } | undefined;
  for (const target of targets) {
    const span = certainSpan(target.anchoring);
    const distance = hint - hintOf(target);
    if (span === undefined) continue;
    if (nearest === undefined || Math.abs(distance) < Math.abs(nearest.distance)) {
      nearest = { distance, span };
    }
  }
  if (nearest === undefined) return undefined;
  const { codePoints } = source;
  const at = codePoints.fromUtf16(nearest.span.start) + nearest.distance;
  return codePoints.toUtf16(at);
}

function hintOf({ annotation, index }: AnchoredTarget): number {
  return annotation.targets[index]?.start ?? 0;
}
