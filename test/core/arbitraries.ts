/** What fast-check draws texts and passages from: everything that breaks naive offsets, generously. */
import fc from 'fast-check';
import { SourceText } from '../../src/core/text/sourceText';
import type { Span } from '../../src/core/text/span';

const WORDS = [
  'Xi',
  'Zelensky',
  'Ukraine',
  'the',
  'of',
  'met',
  'said',
  '12-point',
  'U.S.',
  'O’Brien',
  'Володимир',
  '泽连斯基',
  '젤렌스키',
  'กรุงเทพ',
  'مرحبا',
  'supercalifragilisticexpialidocious-antidisestablishment',
];

const ODD = [
  '\r\n',
  '\r',
  '\n',
  '\n\n',
  '\uFEFF',
  '\u2028',
  '\u0085',
  '\t',
  '\u00A0',
  '\u200B',
  '\u200D',
  '\uFE0F',
  '\uFFFD',
  '\uD800',
  '\uDC00',
  'e\u0301',
  '\u0301',
  'Z\u0334\u0337\u0322\u0319',
  '😀',
  '👩‍👩‍👧',
  '👍🏽',
  '🇨🇳',
  '🇺',
  '𠮷',
  '각',
  'नि',
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 4, arbitrary: fc.constantFrom(...ODD) },
  { weight: 5, arbitrary: fc.constantFrom(' ', ' ', ', ', '. ', '-', '’s ', '“', '”', '(', ')') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('a', 'aa ', 'Xi ', '🇨🇳', '人', 'e\u0301'),
        fc.integer({ min: 2, max: 40 }),
      )
      .map(([unit, times]) => unit.repeat(times)),
  },
);

/** A decoded text: not normalised, possibly with lone surrogates, often repeating itself. */
export function text(): fc.Arbitrary<string> {
  const pieces = fc.array(piece, { maxLength: 24 }).map((parts) => parts.join(''));
  return fc.oneof(
    { weight: 5, arbitrary: pieces },
    {
      weight: 2,
      arbitrary: fc.tuple(pieces, pieces, pieces).map(([a, b, c]) => a + b + c + b + a + b),
    },
    { weight: 1, arbitrary: fc.constantFrom('', 'aaaa', '\uFEFF', '\r\n', '\uFEFF\uFEFF\r\r\n') },
  );
}

/** A source and a span of it on code point edges, empty ones included. */
export function textWithSpan(): fc.Arbitrary<{ source: SourceText; span: Span }> {
  return fc.tuple(text(), fc.nat(), fc.nat()).map(([decoded, a, b]) => {
    const source = SourceText.of(decoded);
    const edges = source.codePoints.length + 1;
    const start = source.codePoints.toUtf16(Math.min(a % edges, b % edges));
    const end = source.codePoints.toUtf16(Math.max(a % edges, b % edges));
    return { source, span: { start, end } };
  });
}
