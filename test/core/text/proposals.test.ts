/** What is proposed for a quote that changed. */
import assert from 'node:assert/strict';
import { describe as suite, it } from 'node:test';
import { describe } from '../../../src/core/text/describe';
import { endsOfPrefix, proposals, startsOfSuffix } from '../../../src/core/text/proposals';
import { SourceText } from '../../../src/core/text/sourceText';
import { markedSpan } from '../markedText';

/** The proposals for the passage marked in `before`, as they read in `now`, with their scores. */
function proposed(before: string, now: string): readonly (readonly [string, number])[] {
  const { text, span } = markedSpan(before);
  const found = proposals(now, describe(SourceText.of(text), span));
  return found.map(({ span: { start, end }, score }) => [
    now.slice(start, end),
    Math.round(score * 100),
  ]);
}

const BEFORE =
  'In the evening the minister phoned [[Volodymyr Zelensky]] to discuss the plan once more.';
const around = (middle: string): string =>
  `In the evening the minister phoned ${middle} to discuss the plan once more.`;

suite('a proposal', () => {
  it('is what the context encloses now, the more alike the better', () => {
    assert.deepEqual(proposed(BEFORE, around('Volodymyr Zelenskyy')), [
      ['Volodymyr Zelenskyy', 97],
    ]);
    const [[, other] = ['', 100]] = proposed(BEFORE, around('his mother'));
    assert.ok(other < 70 && other >= 50);
  });

  it('is the quote itself when words were added around it', () => {
    assert.deepEqual(proposed(BEFORE, around('President Volodymyr Zelensky himself')), [
      ['Volodymyr Zelensky', 100],
    ]);
  });

  it('is not made for what is deleted, or grew beyond likeness', () => {
    assert.deepEqual(proposed(BEFORE, around('')), []);
    assert.deepEqual(proposed(BEFORE, around('…')), []);
    assert.deepEqual(proposed(BEFORE, around('a friend of a friend '.repeat(9))), []);
  });

  it('is a variant next to the one side that is left, with whole words', () => {
    const start = 'In the evening the minister phoned Volodimir Zelenskyj and hung up.';
    assert.deepEqual(proposed(BEFORE, start)[0]?.[0], 'Volodimir Zelenskyj');
    const end = 'Nobody: Vladimir Zelensky to discuss the plan once more.';
    assert.deepEqual(proposed(BEFORE, end)[0]?.[0], 'Vladimir Zelensky');
  });

  it('is not made next to one side for something unlike', () => {
    assert.deepEqual(proposed(BEFORE, 'In the evening the minister phoned his mother.'), []);
  });

  it('is made for each place where the context stands, the best first', () => {
    const now = `${around('Wladimir Zelensky')} ${around('Volodymyr Zelenskyy')}`;
    assert.deepEqual(
      proposed(BEFORE, now).map(([passage]) => passage),
      ['Volodymyr Zelenskyy', 'Wladimir Zelensky'],
    );
  });
});

suite('the context', () => {
  it('is found by its near part when its far part changed', () => {
    assert.deepEqual(
      endsOfPrefix('… that minister phoned Xi', 'the foreign minister phoned '),
      [23],
    );
    assert.deepEqual(
      startsOfSuffix('Xi to discuss the plans', ' to discuss the plan once more'),
      [2],
    );
  });

  it('is not looked for when it is short', () => {
    assert.deepEqual(endsOfPrefix('He met Anna', 'He met '), []);
    assert.deepEqual(startsOfSuffix('Anna left', ' left'), []);
  });
});
