/** What a token is, and which tokens read the same. */
import assert from 'node:assert/strict';
import { describe as suite, it } from 'node:test';
import fc from 'fast-check';
import { BREAK, sameWords, tokenAfter, Vocabulary } from '../../../../src/core/text/align/tokens';
import { text } from '../../arbitraries';

function written(of: string): readonly string[] {
  const { starts, ends } = new Vocabulary().tokens(of);
  return Array.from(starts, (start, index) => of.slice(start, ends[index]));
}

suite('the tokens of a text', () => {
  it('are words, signs and single characters of scripts without spaces', () => {
    assert.deepEqual(written('O’Brien said: 12-point…'), [
      'O',
      '’',
      'Brien',
      'said',
      ':',
      '12',
      '-',
      'point',
      '…',
    ]);
    assert.deepEqual(written('泽连 😀--e\u0301t\u0301...'), [
      '泽',
      '连',
      '😀',
      '--',
      'e\u0301t\u0301',
      '...',
    ]);
  });

  it('have a break between the ranges asked for', () => {
    const tokens = new Vocabulary().tokens('one two', [
      { start: 0, end: 3 },
      { start: 4, end: 7 },
    ]);
    assert.deepEqual([...tokens.ids], [0, BREAK, 1]);
  });

  it('cover everything but space, in order', () => {
    fc.assert(
      fc.property(text(), (of) => {
        const { starts, ends } = new Vocabulary().tokens(of);
        let end = 0;
        starts.forEach((start, index) => {
          assert.ok(start >= end && (ends[index] ?? 0) > start);
          assert.match(of.slice(end, start), /^[\s\u200B\u00AD\u0085]*$/u);
          end = ends[index] ?? 0;
        });
      }),
    );
  });

  it('are found by an offset', () => {
    const tokens = new Vocabulary().tokens('one two');
    assert.deepEqual(
      [0, 2, 3, 4, 7].map((offset) => tokenAfter(tokens, offset)),
      [0, 0, 1, 1, 2],
    );
  });
});

suite('the same words', () => {
  it('may be spaced, encoded and drawn differently', () => {
    assert.ok(sameWords('“Zoé’s  plan” — now…', '"Zoe\u0301\'s\nplan" - now...'));
    assert.ok(sameWords('', ' '));
  });

  it('have the same case and letters', () => {
    assert.ok(!sameWords('Xi', 'xi'));
    assert.ok(!sameWords('Xi Jinping', 'XiJinping'));
    assert.ok(!sameWords('Xi', 'Xi Jinping'));
  });
});
