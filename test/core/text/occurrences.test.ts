/** Where quotes stand, and what of their context stands there. */
import assert from 'node:assert/strict';
import { describe as suite, it } from 'node:test';
import { describe } from '../../../src/core/text/describe';
import { occurrences, placesOf, standsAt, weigh } from '../../../src/core/text/occurrences';
import { SourceText } from '../../../src/core/text/sourceText';
import type { Target } from '../../../src/core/model/annotation';
import { markedSpan } from '../markedText';

function targetOf(marked: string): Target {
  const { text, span } = markedSpan(marked);
  return describe(SourceText.of(text), span);
}

const TARGET = targetOf(
  'The president, speaking in Kyiv, thanked [[Xi]] for the call on Wednesday.',
);

suite('the places of a string', () => {
  it('include those that overlap', () => {
    assert.deepEqual(placesOf('aaaa', 'aa'), [0, 1, 2]);
  });

  it('are none for an empty string', () => {
    assert.deepEqual(placesOf('abc', ''), []);
  });
});

suite('a quote with its context', () => {
  it('stands only where all three parts do', () => {
    const target: Target = { exact: 'b', prefix: 'a', suffix: 'c', start: 0, end: 1 };
    assert.equal(standsAt('xabc', target, 2), true);
    assert.equal(standsAt('xabd', target, 2), false);
    assert.equal(standsAt('xbbc', target, 2), false);
    assert.equal(standsAt('bc', target, 0), false);
  });
});

suite('an occurrence', () => {
  const at = (text: string): readonly (readonly [number, number, boolean])[] =>
    occurrences(text, TARGET).map(({ span, score, convincing }) => [
      span.start,
      Math.round(score * 100),
      convincing,
    ]);

  it('has the score 1 with all of its context', () => {
    assert.deepEqual(at('The president, speaking in Kyiv, thanked Xi for the call on Wednesday.'), [
      [41, 100, true],
    ]);
  });

  it('convinces with one whole side', () => {
    const [found] = at('The president, speaking in Kyiv, thanked Xi again.');
    assert.ok(found !== undefined && found[2] && found[1] > 40 && found[1] < 60);
  });

  it('convinces with a part of both sides', () => {
    assert.deepEqual(at('In Lviv she thanked Xi for the call.')[0]?.[2], true);
  });

  it('does not convince with a word or two', () => {
    assert.equal(at('Nobody thanked Xi at all.')[0]?.[2], false);
    assert.equal(at('It was Xi for the first time.')[0]?.[2], false);
  });

  it('is no part of a longer word when the quote was a word', () => {
    assert.deepEqual(at('The president, speaking in Kyiv, thanked Xiao for the call.'), []);
  });

  it('may be part of a word when the quote was', () => {
    const inside = targetOf('She said [[Zelensky]]y twice.');
    assert.equal(occurrences('She said Zelenskyy thrice.', inside).length, 1);
  });

  it('of an empty quote is where one side of its context ends', () => {
    const gap = targetOf('He met[[]] Anna.');
    const found = occurrences('Yesterday He met only Anna. She met Anna.', gap);
    assert.deepEqual(
      found.map(({ span }) => span.start),
      [16, 21, 35],
    );
  });

  it('at the start of the text convinces when the quote was at the start', () => {
    const first = targetOf('[[Xi]] met Putin.');
    assert.equal(occurrences('Xi saw Putin.', first)[0]?.convincing, true);
    assert.equal(occurrences('And Xi saw Putin.', first)[0]?.convincing, false);
  });
});

suite('the weight of context', () => {
  it('is its length, more in scripts with a sign for each syllable or word', () => {
    assert.equal(weigh('met with '), 9);
    assert.equal(weigh('总统'), 4);
    assert.equal(weigh('대통령 '), 7);
  });

  it('is nothing without letters', () => {
    assert.equal(weigh(' … — “'), 0);
    assert.equal(weigh(''), 0);
  });
});
