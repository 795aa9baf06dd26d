import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  steppedSpan,
  steppedSpans,
  withFragment,
  wordsOfSpans,
  type EdgeStep,
} from '../../../src/core/text/edges';
import { graphemeEdges } from '../../../src/core/text/graphemes';
import type { Span } from '../../../src/core/text/span';
import { isWordEnd, isWordStart } from '../../../src/core/text/wordEdges';
import { processorTime } from '../processorTime';

/** The span between the brackets, and the text without them. */
function marked(words: string): { text: string; span: Span } {
  const start = words.indexOf('[');
  const end = words.indexOf(']') - 1;
  return { text: words.replace(/[[\]]/g, ''), span: { start, end } };
}

function shown(text: string, { start, end }: Span): string {
  return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
}

const KEYS: Readonly<Record<string, EdgeStep>> = {
  'end on': { edge: 'end', by: 'character', to: 1 },
  'end back': { edge: 'end', by: 'character', to: -1 },
  'start on': { edge: 'start', by: 'character', to: 1 },
  'start back': { edge: 'start', by: 'character', to: -1 },
  'end word on': { edge: 'end', by: 'word', to: 1 },
  'end word back': { edge: 'end', by: 'word', to: -1 },
  'start word on': { edge: 'start', by: 'word', to: 1 },
  'start word back': { edge: 'start', by: 'word', to: -1 },
  on: { edge: 'both', by: 'word', to: 1 },
  back: { edge: 'both', by: 'word', to: -1 },
};

const CASES: readonly (readonly [string, string, string])[] = [
  ['end on', 'met [Wang Y]i.', 'met [Wang Yi].'],
  ['end back', 'met [Wang Yi].', 'met [Wang Y]i.'],
  ['start on', 'met [Wang Yi].', 'met W[ang Yi].'],
  ['start back', 'met [Wang Yi].', 'met[ Wang Yi].'],
  ['end word on', 'met [Wang] Yi, who', 'met [Wang Yi], who'],
  ['end word on', 'met [Wang Yi], who', 'met [Wang Yi, who]'],
  ['end word on', 'met [Wa]ng Yi', 'met [Wang] Yi'],
  ['end word back', 'met [Wang Yi, who]', 'met [Wang Yi], who'],
  ['end word back', 'met [Wang Y]i', 'met [Wang] Yi'],
  ['start word back', 'Minister [Wang Yi]', '[Minister Wang Yi]'],
  ['start word on', '[Minister Wang Yi]', 'Minister [Wang Yi]'],
  ['on', 'met [Wang] Yi, who', 'met Wang [Yi], who'],
  ['on', 'met [Wang Yi], who left', 'met Wang [Yi, who] left'],
  ['back', 'met Wang [Yi], who', 'met [Wang] Yi, who'],
  // At the ends of the text, and where nothing would be left.
  ['end on', 'met [Yi]', 'met [Yi]'],
  ['start back', '[Yi] met', '[Yi] met'],
  ['end back', 'met [Y]i', 'met [Y]i'],
  ['start on', 'met [Y]i', 'met [Y]i'],
  ['end word back', 'met [Yi] now', 'met [Yi] now'],
  ['start word on', 'met [Yi] now', 'met [Yi] now'],
  ['end word on', 'met [Yi].', 'met [Yi].'],
  ['on', 'met [Yi].', 'met [Yi].'],
  ['back', '[met] Yi', '[met] Yi'],
  // Hyphens cut words, apostrophes and dots inside do not; possessive endings are none of the word.
  ['end word on', '[Ukraine]-Russia war', '[Ukraine-Russia] war'],
  ['end word back', '[Ukraine-Russia] war', '[Ukraine]-Russia war'],
  ['end word on', '[Mr] O’Brien’s aide', '[Mr O’Brien]’s aide'],
  ['end word back', '[Kuleba’s] visit', '[Kuleba]’s visit'],
  ['end word on', '[Kuleba]’s visit', '[Kuleba’s visit]'],
  ['start word on', '[l’État et] moi', 'l’État [et] moi'],
  ['end word on', '[the] U.S. side', '[the U.S]. side'],
  ['end word on', '[about] 1,000.5 tons', '[about 1,000.5] tons'],
  // Characters as readers see them.
  ['end on', 'cafe[ ]e\u0301te\u0301', 'cafe[ e\u0301]te\u0301'],
  ['end back', '[👩‍👩‍👧🇺🇦]', '[👩‍👩‍👧]🇺🇦'],
  ['end word on', '[ok]👍🏽👍🏽', '[ok👍🏽]👍🏽'],
  ['end word back', '[👩‍👩‍👧 🇺🇦🇨🇳]', '[👩‍👩‍👧 🇺🇦]🇨🇳'],
  ['start word on', '[😀Wang]', '😀[Wang]'],
  ['end on', '[a]\r\nb', '[a\r\n]b'],
  ['end word on', '[a]\r\n\r\nb', '[a\r\n\r\nb]'],
  // Where words are not separated, each character is one.
  ['end word on', '中国[外交]部长王毅', '中国[外交部]长王毅'],
  ['start word back', '中国[外交]部长', '中[国外交]部长'],
  ['end word on', '[王毅]Wang来', '[王毅Wang]来'],
  ['on', '中国[外交]部长', '中国外[交部]长'],
  ['end word on', '[ドナル]ド氏', '[ドナルド]氏'],
  ['end word on', '[Зустріч] міністра', '[Зустріч міністра]'],
];

for (const [key, before, after] of CASES) {
  test(`${key}: ${before} → ${after}`, () => {
    const { text, span } = marked(before);
    const step = KEYS[key];
    assert.ok(step !== undefined);
    assert.equal(shown(text, steppedSpan(text, span, step)), after);
  });
}

test('a fragment grows up to the next one and no further', () => {
  const text = 'Wang and Li Yi';
  const spans = [
    { start: 0, end: 4 },
    { start: 9, end: 14 },
  ];
  const on: EdgeStep = { edge: 'end', by: 'word', to: 1 };
  const grown = steppedSpans(text, spans, 0, on);
  assert.equal(wordsOfSpans(text, grown), 'Wang and … Li Yi');
  assert.equal(steppedSpans(text, grown, 0, on), grown);
  const back: EdgeStep = { edge: 'start', by: 'word', to: -1 };
  assert.equal(steppedSpans(text, grown, 1, back), grown);
  assert.equal(steppedSpans(text, spans, 5, on), spans);
});

test('one more fragment joins those that it touches; one that is covered is none', () => {
  const spans = [
    { start: 0, end: 4 },
    { start: 9, end: 14 },
  ];
  assert.deepEqual(withFragment(spans, { start: 6, end: 7 }), [
    { start: 0, end: 4 },
    { start: 6, end: 7 },
    { start: 9, end: 14 },
  ]);
  assert.deepEqual(withFragment(spans, { start: 4, end: 9 }), [{ start: 0, end: 14 }]);
  assert.equal(withFragment(spans, { start: 10, end: 14 }), undefined);
});

const PIECES = [
  'Wang',
  'Yi',
  ' ',
  ' ',
  '-',
  '’s',
  "O'Brien",
  '.',
  ', ',
  '\n',
  '\r\n',
  '“',
  '”',
  '1,000',
  '王',
  '毅',
  'ー',
  '😀',
  '👩‍👩‍👧',
  '🇺🇦',
  'e\u0301',
  '\u200d',
  '\ud83d',
  '한국',
  'ไทย',
  '_',
  'U.S.',
  '$',
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((each) => each.join(''));
const steps = fc.constantFrom(...Object.values(KEYS));
const spans = texts
  .filter((text) => text !== '')
  .chain((text) =>
    fc
      .tuple(fc.nat({ max: text.length - 1 }), fc.nat({ max: text.length - 1 }))
      .map(([a, b]) => ({ text, span: { start: Math.min(a, b), end: Math.max(a, b) + 1 } })),
  );

function isBetween(text: string, offset: number): boolean {
  return graphemeEdges(text, 0, text.length).includes(offset);
}

test('a step leaves a span inside the text that is not empty; what moved is between characters', () => {
  fc.assert(
    fc.property(spans, steps, ({ text, span }, step) => {
      const after = steppedSpan(text, span, step);
      assert.ok(after.start >= 0 && after.start < after.end && after.end <= text.length);
      if (after === span) return;
      if (after.start !== span.start) assert.ok(isBetween(text, after.start));
      if (after.end !== span.end) assert.ok(isBetween(text, after.end));
      if (step.edge === 'end') assert.equal(after.start, span.start);
      if (step.edge === 'start') assert.equal(after.end, span.end);
      const isOn = (a: number, b: number): boolean => (step.to === 1 ? b > a : b < a);
      assert.ok(step.edge === 'end' || isOn(span.start, after.start));
      assert.ok(step.edge === 'start' || isOn(span.end, after.end));
    }),
    { numRuns: 10_000 },
  );
});

test('a step and the same one back is where it began, from between characters or at the edge of words', () => {
  fc.assert(
    fc.property(spans, steps, ({ text, span }, step) => {
      const isWord = step.by === 'word';
      const startsRight = isWord ? isWordStart(text, span.start) : true;
      const endsRight = isWord ? isWordEnd(text, span.end) : true;
      if (step.edge !== 'end' && !(isBetween(text, span.start) && startsRight)) return;
      if (step.edge !== 'start' && !(isBetween(text, span.end) && endsRight)) return;
      const after = steppedSpan(text, span, step);
      if (after === span) return;
      const back = steppedSpan(text, after, { ...step, to: step.to === 1 ? -1 : 1 });
      assert.deepEqual(back, span, shown(text, after));
    }),
    { numRuns: 10_000 },
  );
});

test('words begin and end in turn, and no two overlap', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let isOpen = false;
      for (const edge of graphemeEdges(text, 0, text.length)) {
        if (isWordEnd(text, edge)) {
          assert.ok(isOpen, `${text.slice(0, edge)}|${text.slice(edge)}`);
          isOpen = false;
        }
        if (isWordStart(text, edge)) {
          assert.ok(!isOpen, `${text.slice(0, edge)}|${text.slice(edge)}`);
          isOpen = true;
        }
      }
      assert.ok(!isOpen, text);
    }),
    { numRuns: 10_000 },
  );
});

test('a long text without any word does not hold anybody up', () => {
  const text = `${' '.repeat(200_000)}x`;
  const span = { start: 0, end: 1 };
  const took = processorTime(() => {
    assert.equal(steppedSpan(text, span, { edge: 'end', by: 'word', to: 1 }).end, text.length);
  });
  assert.ok(took < 2000);
});
