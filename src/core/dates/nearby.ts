/** The date that the text gives for a passage. */
import { paragraphAt, sentencesAround } from '../text/sentences';
import { contains, overlaps, type Span } from '../text/span';
import { timeExpressionsIn, valueOfExpression } from './timesIn';

/** A time expression that the text has, and what it means. */
export interface DatedPassage {
  readonly words: string;
  /** EDTF. */
  readonly value: string;
}

/**
 * The date nearest to a passage: inside it, in its sentence, or before it in its paragraph. `annotated` are
 * the time annotations of the source with their values, which count before what the words themselves
 * suggest. `undefined` when nothing there has a value.
 */
export function dateNear(
  text: string,
  passage: Span,
  annotated: readonly { readonly span: Span; readonly value: string }[],
  published: string | undefined,
): DatedPassage | undefined {
  const sentence = sentencesAround(text, passage);
  const before = { start: paragraphAt(text, passage.start).start, end: sentence.start };
  const candidates = [
    ...annotated,
    ...timeExpressionsIn(text, { start: before.start, end: sentence.end })
      .filter((span) => !annotated.some((each) => overlaps(each.span, span)))
      .flatMap((span) => {
        const value = valueOfExpression(text.slice(span.start, span.end), published);
        return value === undefined ? [] : [{ span, value }];
      }),
  ];
  for (const zone of [passage, sentence, before]) {
    const inside = candidates.filter(({ span }) => contains(zone, span));
    inside.sort((a, b) => gap(a.span, passage) - gap(b.span, passage));
    const [nearest] = inside;
    if (nearest !== undefined) {
      const { span, value } = nearest;
      return { words: text.slice(span.start, span.end), value };
    }
  }
  return undefined;
}

function gap(span: Span, passage: Span): number {
  return Math.max(0, span.start - passage.end, passage.start - span.end);
}
