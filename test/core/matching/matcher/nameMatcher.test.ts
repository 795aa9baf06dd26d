import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MatchOptions } from '../../../../src/core/matching/matcher/characters';
import { isSearchable } from '../../../../src/core/matching/matcher/keys';
import { type Name, NameMatcher } from '../../../../src/core/matching/matcher/nameMatcher';
import { TABLES } from './tables';

/** The text with exact hits in `[…]` and inflected ones in `{…}`. */
function marked(text: string, names: readonly (string | Name)[], options?: MatchOptions): string {
  const all = names.map((name) => (typeof name === 'string' ? { text: name, id: name } : name));
  let result = '';
  let from = 0;
  for (const { start, end, form } of new NameMatcher(all, options).hits(text)) {
    const [open, close] = form === 'exact' ? ['[', ']'] : ['{', '}'];
    result += text.slice(from, start) + open + text.slice(start, end) + close;
    from = end;
  }
  return result + text.slice(from);
}

for (const { about, options, rows } of TABLES) {
  describe(about, () => {
    for (const [expected, ...names] of rows) {
      it(JSON.stringify(expected), () => {
        assert.equal(marked(expected.replaceAll(/[[\]{}]/g, ''), names, options), expected);
      });
    }
  });
}

describe('the entities of a hit', () => {
  const names = [
    { text: 'Zelensky', id: 'volodymyr' },
    { text: 'ZELENSKY', id: 'olena' },
    { text: 'Zelenský', id: 'volodymyr' },
  ];

  it('are all that have the name, once each, in the order of the names', () => {
    const [hit] = new NameMatcher(names).hits('Zelensky');
    assert.deepEqual(hit?.ids, ['volodymyr', 'olena']);
  });

  it('are only those whose name is meant in that case', () => {
    const matcher = new NameMatcher([
      { text: 'US', id: 'country' },
      { text: 'us', id: 'people' },
    ]);
    assert.deepEqual(
      matcher.hits('US us').map(({ ids }) => ids),
      [['country', 'people'], ['people']],
    );
  });

  it('are those whose name stands there exactly, rather than in another form', () => {
    const matcher = new NameMatcher([
      { text: 'Путин', id: 'he' },
      { text: 'Путина', id: 'she' },
    ]);
    assert.deepEqual(
      matcher.hits('Путина').map(({ ids, form }) => [ids, form]),
      [[['she'], 'exact']],
    );
  });
});

describe('names that are never looked for', () => {
  const never = [
    '',
    ' ',
    'X',
    'x.',
    '(X)',
    '7',
    'か',
    '가',
    '…',
    '—',
    '“”',
    '.*',
    '\u0301ab',
    '\ud83c',
    '\u00ad',
  ];
  const looked = ['Xi', 'G7', '中', 'C++', '🇨🇳', '❤', 'X1', '47', 'U.S.', '푸틴', '@Xi'];
  for (const name of never) {
    it(`${JSON.stringify(name)} is ignored, and said to be`, () => {
      const matcher = new NameMatcher([{ text: name, id: 'a' }]);
      assert.equal(isSearchable(name), false);
      assert.equal(matcher.ignored.length, 1);
      assert.deepEqual(matcher.hits(`x ${name} X7かが가 … — “” .* ab`), []);
    });
  }
  for (const name of looked) {
    it(`${JSON.stringify(name)} is none of them`, () => {
      const matcher = new NameMatcher([{ text: name, id: 'a' }]);
      assert.equal(isSearchable(name), true);
      assert.deepEqual(matcher.ignored, []);
      assert.equal(matcher.hits(`- ${name} -`).length, 1);
    });
  }
});

describe('many names', () => {
  it('are looked for at once, 100,000 of them', () => {
    const names = Array.from({ length: 100_000 }, (_, index) => ({
      text: `Anna ${(index * 7919).toString(36)} of Place${String(index % 1000)}`,
      id: String(index),
    }));
    const matcher = new NameMatcher(names);
    const text = `Then ${names[99_999]?.text ?? ''} met ANNA 0 OF PLACE0.`;
    assert.deepEqual(
      matcher.hits(text).map(({ ids }) => ids),
      [['99999'], ['0']],
    );
  });

  it('may overlap all along a text, be hyphenated without end, and be flags in a row', () => {
    const count = (name: string, text: string): number =>
      new NameMatcher([{ text: name, id: 'a' }]).hits(text).length;
    assert.equal(count('哈哈', '哈'.repeat(40_000)), 20_000);
    assert.equal(count('a b', `a${'\u00ad'.repeat(50_000)}b`), 1);
    assert.equal(count('🇨🇨', '🇨'.repeat(20_000)), 10_000);
  });

  it('may be none, and very long', () => {
    assert.deepEqual(new NameMatcher([]).hits('Xi Jinping'), []);
    const long = 'Ab '.repeat(20_000).trim();
    const hits = new NameMatcher([{ text: long, id: 'a' }]).hits(
      `${long.replaceAll(' ', '\u00ad')}!`,
    );
    assert.deepEqual(
      hits.map(({ start, end }) => [start, end]),
      [[0, long.length]],
    );
  });
});
