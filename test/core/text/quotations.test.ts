import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { quotationAt } from '../../../src/core/text/quotations';
import { caretText } from '../markedText';

function quotation(marked: string): string | undefined {
  const { text, caret } = caretText(marked);
  const span = quotationAt(text, caret);
  return span && text.slice(span.start, span.end);
}

describe('the quotation at the caret', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['He said “we wa|nt peace” again', 'we want peace'],
    ['He said "we wa|nt peace" and "we wait"', 'we want peace'],
    ['Er sagt: „Wir wol|len“ heute', 'Wir wollen'],
    ['Il dit «nous voul|ons» hier', 'nous voulons'],
    ['他说「我们|要和平」。', '我们要和平'],
    ['cites ‘influ|ence on Russia’\n', 'influence on Russia'],
  ];
  for (const [marked, content] of cases) {
    it(`is ${content} in ${marked}`, () => {
      assert.equal(quotation(marked), content);
    });
  }

  it('leaves out the comma or full stop that English sets inside it', () => {
    assert.equal(quotation('“It is a ca|rd,” he said.'), 'It is a card');
    assert.equal(quotation('Xi: “No wa|r.”'), 'No war');
    assert.equal(quotation('Xi: “Why wa|r?”'), 'Why war?');
    assert.equal(quotation('Xi: “In the U|.S.”'), 'In the U.S.');
  });

  it('holds with the caret on its marks', () => {
    assert.equal(quotation('a |“b”'), 'b');
    assert.equal(quotation('a “b”|'), 'b');
    assert.equal(quotation('a | “b”'), undefined);
  });

  it('takes an apostrophe for none of its marks', () => {
    assert.equal(quotation('‘Ukraine’s bor|ders’ here'), 'Ukraine’s borders');
    assert.equal(quotation('“Ukraine’s borders ho|ld,” he said'), 'Ukraine’s borders hold');
    assert.equal(quotation('Ukraine’s bor|ders'), undefined);
  });

  it('is the innermost of nested ones', () => {
    assert.equal(quotation('“He said ‘n|o’ twice”'), 'no');
    assert.equal(quotation('“He sa|id ‘no’ twice”'), 'He said ‘no’ twice');
  });

  it('ends with its paragraph when it goes on in the next', () => {
    assert.equal(quotation('“One th|ing.\n\n“Another.”'), 'One thing');
  });

  it('is absent outside and without content', () => {
    assert.equal(quotation('a “b” |c'), undefined);
    assert.equal(quotation('a “|” c'), undefined);
  });

  it('is inside the text, whatever the text is', () => {
    const char = fc.constantFrom('a', ' ', '\n', '“', '”', '"', '‘', '’', '«', '»', '.', ',');
    const texts = fc.array(char, { maxLength: 24 }).map((chars) => chars.join(''));
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        const span = quotationAt(text, at % (text.length + 1));
        if (span === undefined) return;
        assert.ok(span.start < span.end && span.end <= text.length);
        assert.equal(text.slice(span.start, span.end).trim(), text.slice(span.start, span.end));
      }),
      { numRuns: 10_000 },
    );
  });
});
