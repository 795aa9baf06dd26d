/**
 * A quoted passage with its context and what is annotated there, put together from the annotation file
 * alone, so that an account does not change with what is open or where the source stands.
 */
import type { Annotation, Target } from '../model/annotation';
import { CodePoints } from '../text/codePoints';
import { contains, overlaps, type Span } from '../text/span';

/** An annotation of the same source that stands in the passage or its context. */
interface Placed {
  readonly annotation: Annotation;
  /** UTF-16, in the text of the surroundings. */
  readonly span: Span;
}

export interface Surroundings {
  /** Prefix, passage and suffix. */
  readonly text: string;
  /** Where the passage stands in it. */
  readonly passage: Span;
  /** The passage with as much of its sentence as the context holds. */
  readonly near: Span;
  /** Without the annotation itself, in the order of the source. */
  readonly placed: readonly Placed[];
}

const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*(?:\s|$)|\n/u;

/**
 * Others are placed by how far they are from the passage in the file, and only where their words stand:
 * offsets that were written at different times agree with one another or count for nothing.
 */
export function surroundingsOf(
  target: Target,
  own: Annotation,
  annotations: readonly Annotation[],
): Surroundings {
  const { prefix, exact, suffix } = target;
  const text = prefix + exact + suffix;
  const passage = { start: prefix.length, end: prefix.length + exact.length };
  const points = new CodePoints(text);
  const origin = target.start - new CodePoints(prefix).length;
  const limit = origin + points.length;
  const placed = annotations.flatMap((annotation) =>
    annotation.id === own.id || annotation.status === 'rejected'
      ? []
      : annotation.targets.flatMap(({ start, end, exact: words }): Placed[] => {
          if (start < origin || end > limit) return [];
          const from = points.toUtf16(start - origin);
          const span = { start: from, end: from + words.length };
          return text.startsWith(words, from) ? [{ annotation, span }] : [];
        }),
  );
  return { text, passage, near: nearOf(text, passage), placed };
}

/** Whether a place is in what another event is reported with, and not in a passage around this one. */
export function isOfOtherEvent(
  { passage, placed }: Surroundings,
  span: Span,
  isSameEvent: (id: string) => boolean,
): boolean {
  return placed.some(({ annotation: { event }, span: other }) => {
    if (event === undefined || isSameEvent(event) || !overlaps(other, span)) return false;
    return !contains(other, passage);
  });
}

function nearOf(text: string, { start, end }: Span): Span {
  const before = text.slice(0, start);
  const ends = [...before.matchAll(new RegExp(SENTENCE_END, 'gu'))].at(-1);
  const after = SENTENCE_END.exec(text.slice(end));
  return {
    start: ends === undefined ? 0 : ends.index + ends[0].length,
    end: after === null ? text.length : end + after.index,
  };
}
