/** The part of a source that is compared, and its words. */
import type { SourceText } from '../../text/sourceText';
import { countBelow } from '../../text/search';
import { joined, type Span } from '../../text/span';

/** Places are code points of the parts that are the document, laid end to end. */
export interface ReadText {
  /** In code points. */
  readonly length: number;
  /** Starts and ends of the words, in order. */
  readonly words: readonly Span[];
  /** Where code points `[start, end)` of the source are in it; absent when they are outside. */
  readonly place: (span: Span) => Span | undefined;
}

/** Scripts that write no space between words: each character counts as a word. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const WORD = new RegExp(`[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/**
 * Without `body`, in UTF-16, the whole source. Words are runs of letters, digits and the marks on them,
 * so that neither spaces nor punctuation count as what annotators agree not to mark.
 */
export function readText(source: SourceText, body?: readonly Span[]): ReadText {
  const { codePoints, text } = source;
  const parts = joined(body ?? [{ start: 0, end: text.length }]).map(({ start, end }) => ({
    start: codePoints.fromUtf16(start),
    end: codePoints.fromUtf16(end),
  }));
  let length = 0;
  const words: Span[] = [];
  const shifts = parts.map(({ start, end }) => {
    const shift = length - start;
    const from = codePoints.toUtf16(start);
    const part = text.slice(from, codePoints.toUtf16(end));
    for (const { 0: word, index } of part.matchAll(WORD)) {
      const at = from + index;
      words.push({
        start: codePoints.fromUtf16(at) + shift,
        end: codePoints.fromUtf16(at + word.length) + shift,
      });
    }
    length += end - start;
    return shift;
  });
  const place = (span: Span): Span | undefined => {
    const inside = parts.flatMap((part, index) => {
      const start = Math.max(span.start, part.start);
      const end = Math.min(span.end, part.end);
      const shift = shifts[index] ?? 0;
      return start < end ? [{ start: start + shift, end: end + shift }] : [];
    });
    const [first] = inside;
    const last = inside.at(-1);
    return first && last && { start: first.start, end: last.end };
  };
  return { length, words, place };
}

/** The words that a span touches, as the first and the one behind the last. */
export function wordsIn(words: Words, { start, end }: Span): Span {
  return { start: countBelow(words.ends, start + 1), end: countBelow(words.starts, end) };
}

/** Starts and ends of words, each in order. */
export interface Words {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}
