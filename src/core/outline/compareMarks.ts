/** Where compared annotations are in a text: each side of each pair. */
import type { Annotation } from '../model/annotation';
import type { Pair } from '../review/pairs';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';

export interface CompareMark {
  readonly pair: Pair;
  readonly side: 'a' | 'b';
  /** UTF-16, in document order; at least one. */
  readonly spans: readonly Span[];
}

/** Both sides of the pair, in the text that annotators were compared in. */
export function marksOfPair(pair: Pair, text: SourceText): readonly CompareMark[] {
  return (['a', 'b'] as const).flatMap((side) => {
    const annotation = pair[side];
    return annotation === undefined ? [] : [{ pair, side, spans: spansOf(annotation, text) }];
  });
}

/** The pairs with a side that contains or touches an offset, the shortest first. */
export function pairsAt(pairs: readonly Pair[], text: SourceText, offset: number): readonly Pair[] {
  const at = text.codePoints.fromUtf16(offset);
  const touching = (annotation: Annotation): boolean =>
    annotation.targets.some(({ start, end }) => start <= at && at <= end);
  return pairs
    .filter(({ a, b }) => [a, b].some((each) => each !== undefined && touching(each)))
    .sort((one, other) => lengthOf(one) - lengthOf(other));
}

/** From the first character of either side to the last; UTF-16. */
export function extentOfPair(pair: Pair, text: SourceText): Span {
  const spans = marksOfPair(pair, text).flatMap((mark) => mark.spans);
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

function spansOf({ targets }: Annotation, { codePoints }: SourceText): readonly Span[] {
  return targets.map(({ start, end }) => ({
    start: codePoints.toUtf16(start),
    end: codePoints.toUtf16(end),
  }));
}

function lengthOf({ a, b }: Pair): number {
  const targets = [a, b].flatMap((each) => each?.targets ?? []);
  return targets.reduce((sum, { start, end }) => sum + end - start, 0);
}
