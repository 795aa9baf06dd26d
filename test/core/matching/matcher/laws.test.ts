import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Name, NameMatcher } from '../../../../src/core/matching/matcher/nameMatcher';
import { splitsPair } from '../../../../src/core/text/codePoints';
import { contains, overlaps } from '../../../../src/core/text/span';
import { text as oddText } from '../../arbitraries';
import { expectedHits } from './reference';

const RUNS = process.env['LONG'] === '1' ? 100_000 : 2_500;

const WORDS = [
  'Xi',
  'US',
  'us',
  'Wang',
  'wang',
  'Yi',
  'NATO',
  'of',
  'a',
  'Łódź',
  'Zelenský',
  'McKay',
  'U.S.',
  'A.',
  'G7',
  'Київ',
  'Путин',
  'Зеленський',
  'Россия',
  'и',
  'Άρης',
  'Ωνάσης',
  '中',
  '中国',
  '国',
  '泽连斯基',
  'ロシア',
  'ガザ',
  'がか',
  'か',
  '푸틴',
  '푸',
  '한국',
  '은',
  '에게',
  '의',
  '😀',
  '🇨🇳',
  '12',
  '"',
  '“',
  '-',
  '–',
  '·',
  '.',
  '(',
  '.*',
  'é',
  'ñ',
];
const BETWEEN = [
  ' ',
  ' ',
  '',
  '-',
  '–',
  ' \n',
  '\r\n  ',
  '\n\n',
  '\u00ad',
  '\u00ad\n',
  '-\n ',
  '\u2060',
  "'",
  '’s ',
  '\ufeff',
  ', ',
  '  ',
];
const ENDINGS = [
  'а',
  'у',
  'ого',
  'ом',
  'и',
  'ы',
  '은',
  '으로',
  '에서는',
  "'s",
  '’s',
  's',
  '\u0301',
  '\u3099',
  '\u00ad',
];

const word = fc.constantFrom(...WORDS);
const between = fc.constantFrom(...BETWEEN);
const phrase = fc
  .array(fc.tuple(word, between), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map((pair) => pair.join('')).join(''))
  .chain((joined) =>
    fc.constantFrom(joined, joined.trim(), joined.normalize('NFD'), joined.toUpperCase()),
  );
const name = fc.record(
  {
    text: fc.oneof(word, phrase),
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    language: fc.constantFrom('pl', 'uk', 'en'),
  },
  { requiredKeys: ['text', 'id'] },
);

/** Names with what surrounds and changes them. */
function textOf(names: readonly Name[]): fc.Arbitrary<string> {
  const known = names.length === 0 ? word : fc.constantFrom(...names.map((each) => each.text));
  const changed = fc
    .tuple(fc.oneof({ weight: 3, arbitrary: known }, phrase, word), fc.nat({ max: 7 }), between)
    .map(([each, how, space]) => {
      if (how === 0) return each.toLowerCase();
      if (how === 1) return each.toUpperCase();
      if (how === 2) return each.normalize('NFD');
      if (how === 3) return each.replaceAll(/\s+/g, space);
      return how === 4 ? each.replace(/^[a-zа-яё\uac00-\ud7a3]/iu, '$&\u00ad') : each;
    });
  const piece = fc.oneof({ weight: 4, arbitrary: changed }, fc.constantFrom(...ENDINGS), between);
  return fc.array(piece, { maxLength: 10 }).map((parts) => parts.join(''));
}

const scene = fc
  .array(name, { maxLength: 5 })
  .chain((names) => fc.tuple(fc.constant(names), textOf(names)));
const options = fc.record({ matchCase: fc.boolean(), matchAccents: fc.boolean() });

describe('the matcher', () => {
  it('finds what a plain search for each name finds, scripts mixed', () => {
    fc.assert(
      fc.property(scene, options, ([names, text], how) => {
        const matcher = new NameMatcher(names, how);
        const looked = names.filter((each) => !matcher.ignored.includes(each));
        assert.deepEqual(matcher.hits(text), expectedHits(looked, text, how));
      }),
      { numRuns: RUNS },
    );
  });

  it('finds in a part what it finds there in the whole, and nothing that leaves it', () => {
    fc.assert(
      fc.property(scene, fc.nat(), fc.nat(), ([names, text], a, b) => {
        const matcher = new NameMatcher(names);
        const edges = [a % (text.length + 1), b % (text.length + 1)].sort((one, two) => one - two);
        const part = { start: edges[0] ?? 0, end: edges[1] ?? 0 };
        const all = matcher.hits(text);
        const cut = all.some((hit) => overlaps(hit, part) && !contains(part, hit));
        const inside = matcher.hits(text, part);
        assert.ok(inside.every((hit) => contains(part, hit)));
        if (!cut)
          assert.deepEqual(
            inside,
            all.filter((hit) => contains(part, hit)),
          );
      }),
      { numRuns: 1000 },
    );
  });

  it('takes any text and any name', () => {
    fc.assert(
      fc.property(oddText(), fc.array(oddText(), { maxLength: 4 }), options, (text, words, how) => {
        const matcher = new NameMatcher(
          words.map((each) => ({ text: each, id: each })),
          how,
        );
        let end = 0;
        for (const hit of matcher.hits(text)) {
          assert.ok(hit.start >= end && hit.end > hit.start && hit.end <= text.length);
          assert.ok(!splitsPair(text, hit.start) && !splitsPair(text, hit.end));
          ({ end } = hit);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
