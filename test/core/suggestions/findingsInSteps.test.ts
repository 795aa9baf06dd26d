import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { datedExpressionsIn } from '../../../src/core/dates/timesIn';
import { Findings } from '../../../src/core/suggestions/findings';
import { uncasedNamesIn } from '../../../src/core/suggestions/uncasedNames';
import { unknownNamesIn } from '../../../src/core/suggestions/unknownNames';
import { SourceText } from '../../../src/core/text/sourceText';

const LINES = [
  'President Karel Novak met Ms. Ada Lovelace in Prague last month.',
  'Two days later, on 3 May 2024, the Prague Institute replied.',
  '젤렌스키 대통령은 오늘 도착했다.',
  '习近平主席在北京会见了泽连斯基总统。',
  'Talks Continue In Vienna As Leaders Meet',
  '',
  'nobody was named here, in two thousand and four',
];
const texts = fc
  .array(fc.constantFrom(...LINES), { maxLength: 12 })
  .map((lines) => SourceText.of(lines.join('\n')));

describe('findings that are made in steps', () => {
  it('are those of the whole text', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(undefined, '2024-06-15'), (text, published) => {
        const findings = new Findings(text);
        const steps = findings.prepare(published);
        while (steps.next().done !== true);
        const whole = { start: 0, end: text.text.length };
        const names = [...unknownNamesIn(text.text, whole), ...uncasedNamesIn(text.text, whole)];
        assert.deepEqual(
          findings.names,
          names.sort((a, b) => a.start - b.start),
        );
        assert.deepEqual(findings.names, new Findings(text).names);
        assert.deepEqual(
          findings.times(published),
          datedExpressionsIn(text.text, whole, published),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('are in order, whatever the length of the text', () => {
    const text = SourceText.of(LINES.join('\n').repeat(60));
    const { names } = new Findings(text);
    const whole = { start: 0, end: text.text.length };
    assert.ok(names.length > 100);
    assert.ok(names.every(({ start }, index) => start >= (names[index - 1]?.start ?? 0)));
    const uncased = uncasedNamesIn(text.text, whole);
    assert.equal(names.length, unknownNamesIn(text.text, whole).length + uncased.length);
  });
});
