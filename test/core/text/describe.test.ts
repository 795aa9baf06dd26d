/** From spans to selectors. */
import assert from 'node:assert/strict';
import { describe as suite, it } from 'node:test';
import fc from 'fast-check';
import { describe } from '../../../src/core/text/describe';
import { SourceText } from '../../../src/core/text/sourceText';
import type { Target } from '../../../src/core/model/annotation';
import { textWithSpan } from '../arbitraries';
import { markedSpan } from '../markedText';

function described(marked: string): Target {
  const { text, span } = markedSpan(marked);
  return describe(SourceText.of(text), span);
}

suite('describing a passage', () => {
  it('quotes it with its context, cut at words', () => {
    const marked =
      'Dmytro Kuleba, Ukraine’s Foreign Minister, met with [[Wang Yi]], Director of the Office of the Central Commission.';
    assert.deepEqual(described(marked), {
      exact: 'Wang Yi',
      prefix: 'Foreign Minister, met with ',
      suffix: ', Director of the Office of the',
      start: 52,
      end: 59,
    });
  });

  it('takes all of a short text', () => {
    assert.deepEqual(described('He met [[Anna]].'), {
      exact: 'Anna',
      prefix: 'He met ',
      suffix: '.',
      start: 7,
      end: 11,
    });
  });

  it('counts in code points of the normalised text', () => {
    const { text, span } = markedSpan('😀\n🇨🇳 President [[Xi Jinping]]');
    const target = describe(SourceText.of(`\uFEFF${text.replace('\n', '\r\n')}`), span);
    assert.deepEqual([target.start, target.end], [15, 25]);
    assert.equal(target.prefix, '😀\n🇨🇳 President ');
  });

  it('takes an empty passage with its context', () => {
    const target = described('He met[[]] Anna.');
    assert.deepEqual([target.prefix, target.exact, target.suffix], ['He met', '', ' Anna.']);
  });

  it('takes 32 characters of a script without spaces', () => {
    const target = described(`${'习近平同乌克兰总统'.repeat(5)}[[泽连斯基]]${'通电话'.repeat(15)}`);
    assert.equal(target.prefix.length, 32);
    assert.equal(target.suffix.length, 32);
  });

  it('widens a span that ends within a character to the whole character', () => {
    const source = SourceText.of('a😀b😀c');
    assert.equal(describe(source, { start: 2, end: 5 }).exact, '😀b😀');
    assert.deepEqual(describe(source, { start: 2, end: 2 }), {
      exact: '',
      prefix: 'a',
      suffix: '😀b😀c',
      start: 1,
      end: 1,
    });
  });

  it('takes a span inside the text whatever its numbers are', () => {
    const source = SourceText.of('Anna');
    assert.equal(describe(source, { start: -3, end: 99 }).exact, 'Anna');
    assert.equal(describe(source, { start: 3, end: 1 }).exact, '');
    assert.equal(describe(source, { start: Number.NaN, end: Number.NaN }).exact, '');
  });

  it('gives a literal passage of the text with at most 32 code points on each side', () => {
    fc.assert(
      fc.property(textWithSpan(), ({ source, span }) => {
        const { exact, prefix, suffix, start, end } = describe(source, span);
        const from = span.start - prefix.length;
        assert.ok(source.text.startsWith(prefix + exact + suffix, from));
        assert.equal(exact, source.text.slice(span.start, span.end));
        assert.ok(Array.from(prefix).length <= 32);
        assert.ok(Array.from(suffix).length <= 32);
        assert.equal(source.codePoints.toUtf16(start), span.start);
        assert.equal(source.codePoints.toUtf16(end), span.end);
      }),
      { numRuns: 10_000 },
    );
  });

  it('cuts no word where a space is near', () => {
    const words = fc.array(fc.constantFrom('Xi', 'met', 'Володимир', 'O’Brien', '12-point', 'a'), {
      minLength: 30,
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, fc.nat(), (list, at) => {
        const text = list.join(' ');
        const index = at % list.length;
        const start = list.slice(0, index).reduce((length, word) => length + word.length + 1, 0);
        const span = { start, end: start + (list[index] ?? '').length };
        const { prefix, suffix } = describe(SourceText.of(text), span);
        for (const word of `${prefix}${suffix}`.trim().split(' ')) {
          assert.ok(word === '' || text.split(' ').includes(word) || word === prefix.trim(), word);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
