/** From selectors back to spans: the law with `describe`, and what happens when the text changes. */
import assert from 'node:assert/strict';
import { describe as suite, it } from 'node:test';
import fc from 'fast-check';
import { sameWords } from '../../../src/core/text/align/tokens';
import { anchor, type Anchoring, type Candidate } from '../../../src/core/text/anchor';
import { describe } from '../../../src/core/text/describe';
import { SourceText } from '../../../src/core/text/sourceText';
import type { Target } from '../../../src/core/model/annotation';
import { text, textWithSpan } from '../arbitraries';
import { markedSpan } from '../markedText';

/** What becomes of the passage marked in `before` when the text is `now` without its mark. */
function reanchored(before: string, now: string): Anchoring {
  const marked = markedSpan(before);
  const target = describe(SourceText.of(marked.text), marked.span);
  return anchor(SourceText.of(now.replaceAll('[[', '').replaceAll(']]', '')), target);
}

/** The kind of the result and, of one passage, where `now` has its mark. */
function check(before: string, now: string, kind: Anchoring['kind']): void {
  const result = reanchored(before, now);
  assert.equal(result.kind, kind, JSON.stringify(result));
  if (!('span' in result)) return;
  assert.deepEqual(result.span, markedSpan(now).span);
}

const ARTICLE =
  'Dmytro Kuleba, Ukraine’s Foreign Minister, met with [[Wang Yi]], Director of the Office, in Guangzhou.';

suite('anchoring in the text that was described', () => {
  it('gives back every span exactly', () => {
    fc.assert(
      fc.property(textWithSpan(), ({ source, span }) => {
        assert.deepEqual(anchor(source, describe(source, span)), { kind: 'exact', span });
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives back spans of repeated text', () => {
    const source = SourceText.of('aaaa'.repeat(40));
    for (let start = 0; start < 160; start += 7) {
      const span = { start, end: start + 1 };
      assert.deepEqual(anchor(source, describe(source, span)), { kind: 'exact', span });
    }
  });

  it('gives back the whole of an empty text', () => {
    const span = { start: 0, end: 0 };
    const source = SourceText.of('');
    assert.deepEqual(anchor(source, describe(source, span)), { kind: 'exact', span });
  });
});

suite('anchoring after a change elsewhere', () => {
  it('finds a passage that text was inserted before', () => {
    check(ARTICLE, `A new headline.\n\n${ARTICLE}`, 'moved');
  });

  it('finds a paragraph that moved', () => {
    const before = `One paragraph.\n\n${ARTICLE}\n\nThe last paragraph of them all.`;
    const now = `The last paragraph of them all.\n\nOne paragraph.\n\n${ARTICLE}`;
    assert.equal(reanchored(before, now).kind, 'moved');
  });

  it('keeps a passage whose neighbours were rewritten in place', () => {
    check('[[Xi]] met Putin.', '[[Xi]] saw Putin.', 'exact');
  });

  it('finds a passage when one side of its context is whole', () => {
    check(ARTICLE, ARTICLE.replace('met with', 'spoke at length with'), 'moved');
    check(ARTICLE, `New. ${ARTICLE.replace(', Director of the', ' who leads the')}`, 'moved');
  });

  it('finds a passage between its context when words were added on both sides', () => {
    const now = ARTICLE.replace('[[Wang Yi]]', 'Minister [[Wang Yi]] himself');
    check(ARTICLE, now, 'moved');
  });

  it('finds the one of several with the best context', () => {
    const twice = `Later he phoned Wang Yi again. ${ARTICLE}`;
    check(ARTICLE, twice, 'moved');
  });

  it('finds a long quotation by itself', () => {
    check(
      'Some say: [[there are no signs yet of any such talks]], he added.',
      'New text. In it [[there are no signs yet of any such talks]]. End.',
      'moved',
    );
  });
});

suite('anchoring when the passage itself changed', () => {
  it('proposes a corrected spelling with a high score', () => {
    const result = reanchored(ARTICLE, ARTICLE.replace('Wang Yi', 'Wang Yì'));
    assert.ok(result.kind === 'similar' && result.score > 0.9);
    check(ARTICLE, ARTICLE.replace('Wang Yi', 'Wang Yì'), 'similar');
  });

  it('proposes what stands in its place with a lower score', () => {
    const changed = ARTICLE.replace('Wang Yi', 'Li Hui');
    check(ARTICLE, changed, 'similar');
    const [other, typo] = [changed, ARTICLE.replace('Wang Yi', 'Wang Yu')].map((now) =>
      reanchored(ARTICLE, now),
    );
    assert.ok(other?.kind === 'similar' && typo?.kind === 'similar' && other.score < typo.score);
  });

  it('proposes a variant next to one side of its context', () => {
    const before = 'In the evening the president phoned [[Zelensky]] from Moscow to talk it over.';
    check(
      before,
      'In the evening the president phoned [[Zelenskyy]], and nobody knows why.',
      'similar',
    );
    check(before, 'Nobody knew. He spoke to [[Zelenskyy]] from Moscow to talk it over.', 'similar');
  });

  it('prefers the place of the quote to the same words elsewhere', () => {
    const before = `${ARTICLE} Nobody expected it. In Beijing, Wang Yi said nothing.`;
    const now = before.replace('[[Wang Yi]]', '[[Wang Yì]]');
    assert.notEqual(reanchored(before, now).kind, 'moved');
    check(before, now, 'similar');
  });
});

suite('anchoring when the passage is gone', () => {
  it('gives up on a deleted passage though its place is still there', () => {
    check(ARTICLE, ARTICLE.replace('[[Wang Yi]]', ''), 'orphaned');
  });

  it('gives up on a deleted sentence', () => {
    check(`Before. ${ARTICLE} After.`, 'Before. After.', 'orphaned');
  });

  it('never jumps to another occurrence of a short quote', () => {
    const before =
      'At noon [[He]] left the room in a hurry. Then the talks went on until midnight.';
    check(before, 'Then the talks went on until midnight. He slept.', 'orphaned');
    const two = `${ARTICLE} He thanked Wang Yi and Wang Yi thanked him.`;
    assert.equal(reanchored(two, 'He thanked Wang Yi and Wang Yi thanked him.').kind, 'orphaned');
  });

  it('shows the only other occurrence without taking it', () => {
    const result = reanchored(ARTICLE, 'Nothing is left but a note on Wang Yi, dated later.');
    assert.ok(result.kind === 'ambiguous' && result.candidates.length === 1);
  });

  it('finds no name inside a word', () => {
    const before = 'The delegate thanked [[Anna]] for the tea.';
    check(before, 'Savannahs and Annapolis.', 'orphaned');
    check(before, 'The delegate thanked [[Annabel]] for the tea.', 'similar');
  });
});

suite('anchoring among twins', () => {
  const twins = `${'x '.repeat(40)}Ukrainian President [[Zelensky]] said no. `;

  it('takes the one at the hint', () => {
    const { text: one } = markedSpan(twins);
    check(twins, `${twins}${one}`, 'exact');
  });

  it('asks when both have moved, the nearest first', () => {
    const { text: one, span } = markedSpan(twins);
    const source = SourceText.of(one + one + one);
    const target = describe(source, { start: span.start + one.length, end: span.end + one.length });
    const result = anchor(SourceText.of(`y ${one}${one}${one}${one}`), target);
    assert.ok(result.kind === 'ambiguous');
    const starts = result.candidates.map((candidate) => candidate.span.start);
    assert.equal(starts[0], span.start + one.length + 2);
    assert.ok(result.candidates.every((candidate) => candidate.score === 1));
  });

  it('shows no more than a person can look through', () => {
    const target: Target = { exact: 'a', prefix: '', suffix: '', start: -1, end: -1 };
    const result = anchor(SourceText.of('a '.repeat(500)), target);
    assert.ok(result.kind === 'ambiguous' && result.candidates.length === 20);
  });
});

suite('anchoring a hand-written target', () => {
  const source = SourceText.of('Wang Yi met Dmytro Kuleba. Kuleba thanked Wang Yi. 😀 End.');
  const target = (fields: Partial<Target>): Target => ({
    exact: '',
    prefix: '',
    suffix: '',
    start: 0,
    end: 0,
    ...fields,
  });

  it('takes a quote without context that occurs once', () => {
    const result = anchor(source, target({ exact: 'Dmytro Kuleba', start: 999 }));
    assert.deepEqual(result, { kind: 'moved', span: { start: 12, end: 25 } });
  });

  it('prefers whole words, and takes a part of one when there is nothing else', () => {
    const text = SourceText.of('Annapolis welcomed Anna.');
    const whole = anchor(text, target({ exact: 'Anna', start: 99 }));
    assert.deepEqual(whole, { kind: 'moved', span: { start: 19, end: 23 } });
    const korean = anchor(
      SourceText.of('젤렌스키는 말했다'),
      target({ exact: '젤렌스키', start: 9 }),
    );
    assert.deepEqual(korean, { kind: 'moved', span: { start: 0, end: 4 } });
  });

  it('asks for one that occurs twice, and takes it where the hint says', () => {
    assert.equal(anchor(source, target({ exact: 'Wang Yi', start: 3 })).kind, 'ambiguous');
    assert.equal(anchor(source, target({ exact: 'Wang Yi', start: 42 })).kind, 'exact');
  });

  it('tells occurrences apart by the context given', () => {
    const result = anchor(source, target({ exact: 'Wang Yi', prefix: 'thanked ', start: 5 }));
    assert.deepEqual(result, { kind: 'moved', span: { start: 42, end: 49 } });
  });

  it('finds an empty quote by its context only', () => {
    const gap = target({ prefix: 'Wang Yi met ', suffix: 'Dmytro Kuleba', start: 40 });
    assert.deepEqual(anchor(source, gap), { kind: 'moved', span: { start: 12, end: 12 } });
    assert.equal(anchor(source, target({ start: 999 })).kind, 'orphaned');
    assert.equal(anchor(source, target({ prefix: 'not in it', start: 3 })).kind, 'orphaned');
  });

  it('takes numbers that are no offsets for no hint', () => {
    for (const start of [Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY, 1e12]) {
      assert.equal(anchor(source, target({ exact: 'End', start })).kind, 'moved');
    }
  });
});

suite('anchoring any target', () => {
  const piece = fc.oneof(text(), fc.string({ unit: 'binary', maxLength: 6 }), fc.constant('a'));
  const number = fc.oneof(fc.nat(60), fc.double(), fc.integer());

  it('never throws, and gives spans of the text and scores from 0 to 1', () => {
    const targets = fc.record({
      exact: piece,
      prefix: piece,
      suffix: piece,
      start: number,
      end: number,
    });
    fc.assert(
      fc.property(text(), targets, (decoded, target) => {
        const source = SourceText.of(decoded);
        const result = anchor(source, target);
        const found: readonly (Candidate | { readonly span: Candidate['span'] })[] =
          result.kind === 'ambiguous' ? result.candidates : 'span' in result ? [result] : [];
        for (const candidate of found) {
          const { start, end } = candidate.span;
          assert.ok(0 <= start && start <= end && end <= source.text.length);
          if ('score' in candidate) assert.ok(candidate.score >= 0 && candidate.score <= 1);
        }
        if (result.kind === 'exact' || result.kind === 'moved') {
          const { start, end } = result.span;
          assert.ok(sameWords(source.text.slice(start, end), target.exact));
        }
        if (result.kind === 'ambiguous') assert.ok(result.candidates.length > 0);
      }),
      { numRuns: 10_000 },
    );
  });

  it('never throws when the text around a described passage was edited', () => {
    fc.assert(
      fc.property(
        textWithSpan(),
        text(),
        fc.nat(),
        fc.nat(30),
        ({ source, span }, added, at, cut) => {
          const target = describe(source, span);
          const from = at % (source.text.length + 1);
          const now = source.text.slice(0, from) + added + source.text.slice(from + cut);
          const result = anchor(SourceText.of(now), target);
          if (result.kind === 'exact' || result.kind === 'moved') {
            const { start, end } = result.span;
            assert.ok(sameWords(SourceText.of(now).text.slice(start, end), target.exact));
          }
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

suite('anchoring a whole source', () => {
  const sentences = Array.from(
    { length: 700 },
    (_, index) =>
      `In report ${index} the minister of country ${index % 17} said that talks go on. `,
  );
  const source = SourceText.of(sentences.join(''));
  const targets = Array.from({ length: 1_000 }, (_, index) => {
    const start = Math.floor((index * (source.text.length - 20)) / 1_000);
    return describe(source, { start, end: start + 9 });
  });

  it('finds them all where they have not moved', () => {
    assert.ok(source.text.length > 40_000);
    for (const target of targets) assert.equal(anchor(source, target).kind, 'exact');
  });

  it('finds them all after a paragraph was inserted at the top', () => {
    const now = SourceText.of(`A paragraph that was not there before.\n\n${source.text}`);
    const results = targets.map((target) => anchor(now, target));
    assert.ok(results.every((result) => result.kind === 'moved'));
  });
});
