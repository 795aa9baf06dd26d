import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  paragraphAt,
  sentenceAt,
  sentencePassageAt,
  sentencesAround,
  trimmed,
} from '../../../src/core/text/sentences';
import type { Span } from '../../../src/core/text/span';
import { caretText, markedSpan, markedText } from '../markedText';

function words(text: string, span: Span | undefined): string | undefined {
  return span && text.slice(span.start, span.end);
}

function sentence(marked: string): string | undefined {
  const { text, caret } = caretText(marked);
  return words(text, sentenceAt(text, caret));
}

describe('the sentence at the caret', () => {
  it('goes from mark to mark', () => {
    assert.equal(sentence('He came. She |spoke. They left.'), 'She spoke.');
    assert.equal(sentence('He ca|me. She spoke.'), 'He came.');
    assert.equal(sentence('Who? Me! And y|ou'), 'And you');
  });

  it('is the later one where two meet', () => {
    assert.equal(sentence('He came. |She spoke.'), 'She spoke.');
  });

  it('does not end with an abbreviation or an initial', () => {
    assert.equal(sentence('Mr. Small sp|oke to J. Kirby.'), 'Mr. Small spoke to J. Kirby.');
    assert.equal(sentence('In the U.S. Senate they v|oted.'), 'In the U.S. Senate they voted.');
  });

  it('keeps the quotation marks behind its last mark', () => {
    assert.equal(sentence('He said: “There is no w|ar.” Xi left.'), 'He said: “There is no war.”');
  });

  it('ends with a headline but not with a hard-wrapped line', () => {
    assert.equal(sentence('Xi calls Ze|lensky\nUkraine is glad'), 'Xi calls Zelensky');
    assert.equal(sentence('The call las|ted\nan hour. It ended.'), 'The call lasted\nan hour.');
    assert.equal(sentence('The call lasted\nan ho|ur. It ended.'), 'The call lasted\nan hour.');
  });

  it('knows the full stop of scripts without spaces', () => {
    assert.equal(sentence('习近平通话。泽|连斯基说。'), '泽连斯基说。');
  });

  it('is absent on a blank line', () => {
    assert.equal(sentence('One.\n|\nTwo.'), undefined);
    assert.equal(sentence('|'), undefined);
  });

  it('touches the caret in every text', () => {
    const char = fc.constantFrom('a', 'B', '.', ' ', '\n', '“', '”', '。', '5');
    const texts = fc.array(char, { maxLength: 30 }).map((chars) => chars.join(''));
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        const offset = at % (text.length + 1);
        const span = sentenceAt(text, offset);
        if (span === undefined) return;
        assert.ok(span.start < span.end && span.end <= text.length);
        const between = text.slice(Math.min(offset, span.end), Math.max(offset, span.start));
        assert.equal(between.trim(), '');
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('the sentence as a passage', () => {
  it('leaves out a full stop at its end, and nothing else', () => {
    const passage = (marked: string): string | undefined => {
      const { text, caret } = caretText(marked);
      return words(text, sentencePassageAt(text, caret));
    };
    assert.equal(passage('Xi c|alled. He left.'), 'Xi called');
    assert.equal(passage('Who c|alled?'), 'Who called?');
    assert.equal(passage('He s|aid: “No.”'), 'He said: “No.”');
    assert.equal(passage('He is in the U|.S.'), 'He is in the U.S.');
    assert.equal(passage('And th|en...'), 'And then...');
  });
});

describe('what stands around a passage', () => {
  it('is the sentences that it touches', () => {
    const { text, span } = markedSpan('One. Two [[is. Three]] was. Four.');
    assert.equal(words(text, sentencesAround(text, span)), 'Two is. Three was.');
  });

  it('is the paragraph between blank lines', () => {
    const { text, caret } = caretText('One.\n\nTwo\nth|ree.\n \nFour.');
    assert.equal(words(text, paragraphAt(text, caret)), 'Two\nthree.');
  });

  it('can be trimmed of white space', () => {
    const { text, spans } = markedText('a[[ b c \n]]d[[ ]]');
    assert.deepEqual(
      spans.map((span) => words(text, trimmed(text, span))),
      ['b c', ''],
    );
  });
});
