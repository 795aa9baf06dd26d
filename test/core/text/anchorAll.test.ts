/** All targets of a source together: what neighbours and the old text know, and what nobody can. */
import assert from 'node:assert/strict';
import { describe as suite, it } from 'node:test';
import fc from 'fast-check';
import type { Target } from '../../../src/core/model/annotation';
import { sameWords } from '../../../src/core/text/align/tokens';
import { anchorAll, type OldText } from '../../../src/core/text/anchorAll';
import type { Anchoring } from '../../../src/core/text/anchor';
import { describe } from '../../../src/core/text/describe';
import { SourceText } from '../../../src/core/text/sourceText';
import type { Span } from '../../../src/core/text/span';
import { text } from '../arbitraries';
import { markedText } from '../markedText';

const PARAGRAPHS = [
  'At noon the [[minister]] left for Geneva, where [[Anna Lee]] was waiting with the others.',
  '[[Xi]] spoke first. He thanked [[Anna Lee]] for the letter and asked about the harbour.',
  'In the evening [[Xi]] met the mayor. Nobody knows what the two of them talked about.',
  'The [[harbour]] was closed on Friday. A ship from Odesa had to wait outside for two days.',
] as const;

interface Known {
  readonly source: SourceText;
  readonly targets: readonly Target[];
}

function marked(before: string): Known {
  const { text: plain, spans } = markedText(before);
  const source = SourceText.of(plain);
  return { source, targets: spans.map((span) => describe(source, span)) };
}

/** The marks of `before` in `now`, with the old text and without it. */
function both(before: string, now: string): readonly (readonly Anchoring[])[] {
  const { source, targets } = marked(before);
  const fresh = SourceText.of(now);
  return [anchorAll(fresh, targets, { source }), anchorAll(fresh, targets)];
}

function isSure(result: Anchoring | undefined): result is Anchoring & { readonly span: Span } {
  return result?.kind === 'exact' || result?.kind === 'moved';
}

/** Every mark is found with certainty where `now` has it. */
function findsAll(before: string, now: string): void {
  const expected = markedText(now);
  for (const results of both(before, expected.text)) {
    assert.deepEqual(
      results.map((result) => (isSure(result) ? result.span : result)),
      expected.spans,
    );
  }
}

const ARTICLE = PARAGRAPHS.join('\n\n');

suite('all targets of an edited source', () => {
  it('are exact where nothing changed', () => {
    for (const results of both(ARTICLE, markedText(ARTICLE).text)) {
      assert.ok(results.every(({ kind }) => kind === 'exact'));
    }
  });

  it('are none for no targets', () => {
    assert.deepEqual(anchorAll(SourceText.of('x'), []), []);
  });

  it('are found after an insertion, in other lines and in other quotation marks', () => {
    findsAll(ARTICLE, `A new headline\n\n${ARTICLE}`);
    findsAll(ARTICLE, ARTICLE.replaceAll(' was ', '\nwas  '));
    findsAll(
      `He said “[[no]]” – and [[left]].\n\n${ARTICLE}`,
      `He said "[[no]]" - and [[left]].\n\n${ARTICLE}`,
    );
  });

  it('are found when paragraphs change places', () => {
    const [first, second, third, fourth] = PARAGRAPHS;
    const { source, targets } = marked(ARTICLE);
    const now = markedText([third, first, fourth, second].join('\n\n'));
    const results = anchorAll(SourceText.of(now.text), targets, { source });
    const at = (index: number): Span | undefined => now.spans[index];
    const expected = [at(1), at(2), at(4), at(5), at(0), at(3)];
    assert.deepEqual(
      results.map((result) => (isSure(result) ? result.span : result)),
      expected,
    );
  });

  it('are found in decomposed letters, accents included', () => {
    const before = `[[Zoé]] met [[André Müller]] in São Tomé on a Monday.\n\n${ARTICLE}`;
    const plain = markedText(before).text;
    for (const results of both(before, plain.normalize('NFD'))) {
      for (const [index, result] of results.entries()) {
        assert.ok(isSure(result), JSON.stringify(result));
        const quote = plain.normalize('NFD').slice(result.span.start, result.span.end);
        assert.equal(quote.normalize('NFC'), marked(before).targets[index]?.exact);
      }
    }
  });

  it('stay in their own place when their paragraph is copied elsewhere', () => {
    const copy = markedText(PARAGRAPHS[1]).text;
    findsAll(ARTICLE, `${ARTICLE}\n\n${copy}`);
  });
});

suite('a deleted passage', () => {
  it('is orphaned though its words stand elsewhere', () => {
    for (const results of both(ARTICLE, markedText(ARTICLE).text.replace('Xi spoke first. ', ''))) {
      assert.equal(results[2]?.kind, 'orphaned');
      assert.ok(isSure(results[4]));
    }
  });

  it('is never found with certainty elsewhere', () => {
    const names = fc.constantFrom('Xi', 'Anna Lee', 'Kyiv', 'the mayor', 'China');
    const sentence = fc
      .tuple(names, fc.constantFrom('said', 'denied', 'wrote'), fc.nat(999), names)
      .map(
        ([who, verb, count, whom]) =>
          `${who} ${verb} in report ${String(count)} that ${whom} left. `,
      );
    fc.assert(
      fc.property(
        fc.uniqueArray(sentence, { minLength: 3, maxLength: 12 }),
        fc.nat(),
        (all, at) => {
          const gone = at % all.length;
          const source = SourceText.of(all.join(''));
          let start = 0;
          const targets = all.map((each) => {
            const target = describe(source, { start, end: start + each.indexOf(' ') });
            start += each.length;
            return target;
          });
          const now = SourceText.of(all.filter((_, index) => index !== gone).join(''));
          const result = anchorAll(now, targets, { source })[gone];
          assert.ok(!isSure(result), JSON.stringify(result));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

suite('a passage whose words changed', () => {
  it('is similar, with what stands there now first', () => {
    const now = markedText(ARTICLE)
      .text.replace('the mayor', 'the mayor himself')
      .replace('Xi met', 'Xie met');
    for (const results of both(ARTICLE, now)) {
      const result = results[4];
      assert.ok(result?.kind === 'similar', JSON.stringify(result));
      assert.equal(now.slice(result.span.start, result.span.end), 'Xie');
      assert.equal(result.candidates[0]?.reason, 'words-changed');
      assert.equal(result.candidates[0].score, result.score);
      assert.deepEqual(result.candidates[0].span, result.span);
    }
  });
});

suite('the old text', () => {
  it('is used with the places that are known in it', () => {
    const { source, targets } = marked(ARTICLE);
    const stale = targets.map((target) => ({
      ...target,
      prefix: '',
      suffix: '',
      start: 0,
      end: 0,
    }));
    const old: OldText = { source, spans: markedText(ARTICLE).spans };
    const now = SourceText.of(`New.\n\n${source.text}`);
    assert.deepEqual(
      anchorAll(now, stale, old).map((result) => (isSure(result) ? result.span.start : undefined)),
      markedText(ARTICLE).spans.map(({ start }) => start + 6),
    );
  });

  it('says nothing of what was annotated after it', () => {
    const added = marked(`${ARTICLE}\n\nLater a [[second ship]] came in, to everyone’s surprise.`);
    const old = SourceText.of(markedText(ARTICLE).text);
    const results = anchorAll(SourceText.of(`New.\n\n${added.source.text}`), added.targets, {
      source: old,
    });
    assert.ok(results.every(isSure));
  });
});

suite('any targets of any text', () => {
  const spans = fc.array(fc.tuple(fc.nat(400), fc.nat(30)), { maxLength: 8 });
  const described = (
    source: SourceText,
    places: readonly (readonly [number, number])[],
  ): Target[] => places.map(([start, length]) => describe(source, { start, end: start + length }));
  const piece = fc.oneof(text(), fc.constantFrom('a', 'Xi', ' '));
  const target = fc.record({
    exact: piece,
    prefix: piece,
    suffix: piece,
    start: fc.oneof(fc.nat(60), fc.double()),
    end: fc.double(),
  });

  it('are exact in the text that they describe, known or not', () => {
    fc.assert(
      fc.property(text(), spans, (decoded, places) => {
        const source = SourceText.of(decoded);
        const targets = described(source, places);
        for (const old of [undefined, { source }]) {
          const results = anchorAll(source, targets, old);
          assert.ok(results.every(({ kind }) => kind === 'exact'));
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('never throw, and are sure of the same words only', () => {
    fc.assert(
      fc.property(
        text(),
        text(),
        spans,
        fc.array(target, { maxLength: 4 }),
        (one, two, places, more) => {
          const source = SourceText.of(one);
          const now = SourceText.of(two);
          const targets = [...described(source, places), ...more];
          for (const old of [undefined, { source }]) {
            const results = anchorAll(now, targets, old);
            assert.equal(results.length, targets.length);
            results.forEach((result, index) => {
              if (!isSure(result)) return;
              const quote = now.text.slice(result.span.start, result.span.end);
              assert.ok(sameWords(quote, targets[index]?.exact ?? ''), JSON.stringify(result));
            });
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('are independent of the order of the targets', () => {
    fc.assert(
      fc.property(
        text(),
        fc.nat(),
        fc.nat(40),
        text(),
        spans,
        (decoded, at, cut, added, places) => {
          const source = SourceText.of(decoded);
          const from = at % (source.text.length + 1);
          const edited = source.text.slice(0, from) + added + source.text.slice(from + cut);
          const now = SourceText.of(edited);
          const targets = described(source, places);
          for (const old of [undefined, { source }]) {
            const forward = anchorAll(now, targets, old);
            const backward = anchorAll(now, targets.toReversed(), old).toReversed();
            assert.deepEqual(backward, forward);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
