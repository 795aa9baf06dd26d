/** The old text as far as its annotations quote it. */
import assert from 'node:assert/strict';
import { describe as suite, it } from 'node:test';
import fc from 'fast-check';
import { layersOf } from '../../../../src/core/text/align/islands';
import { describe } from '../../../../src/core/text/describe';
import { SourceText } from '../../../../src/core/text/sourceText';
import { text } from '../../arbitraries';

const target = (exact: string, start: number): Parameters<typeof layersOf>[0][number] => ({
  exact,
  prefix: '',
  suffix: '',
  start,
  end: start + exact.length,
});

function islandsOf(...targets: Parameters<typeof layersOf>[0]): readonly (readonly string[])[] {
  const layers = layersOf(targets, [...targets.keys()]);
  return layers.map((layer) => layer.islands.map(({ start, end }) => layer.text.slice(start, end)));
}

suite('what targets remember together', () => {
  it('is joined where they overlap or adjoin, and apart elsewhere', () => {
    assert.deepEqual(islandsOf(target('ab', 0), target('bcd', 1), target('e', 4), target('z', 9)), [
      ['abcde', 'z'],
    ]);
  });

  it('is in another layer where two contradict each other', () => {
    assert.deepEqual(islandsOf(target('abc', 0), target('xyz', 1), target('c', 2)), [
      ['abc'],
      ['xyz'],
    ]);
  });

  it('counts code points', () => {
    assert.deepEqual(islandsOf(target('😀a', 0), target('ab', 1)), [['😀ab']]);
  });

  it('agrees with the text that they all describe', () => {
    const places = fc.array(fc.tuple(fc.nat(300), fc.nat(40)), { maxLength: 12 });
    fc.assert(
      fc.property(text(), places, (decoded, spans) => {
        const source = SourceText.of(decoded);
        const targets = spans.map(([start, length]) =>
          describe(source, { start, end: start + length }),
        );
        const layers = layersOf(targets, [...targets.keys()]);
        assert.ok(layers.length <= 1);
        for (const { text: known, islands, passages } of layers) {
          for (const { start, end } of islands) {
            assert.ok(source.text.includes(known.slice(start, end)));
          }
          for (const { index, span } of passages) {
            assert.equal(known.slice(span.start, span.end), targets[index]?.exact);
          }
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
