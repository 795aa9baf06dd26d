import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';
import { colorOf } from '../../../src/core/schema/lookup';
import { isPaletteColor, PALETTE, type PaletteColor } from '../../../src/core/schema/palette';
import { ciede2000, contrast, seenDifference, VISIONS } from './colour-vision';

const COLORS = Object.keys(PALETTE).filter(isPaletteColor);
const BUILTIN = Object.keys(BUILTIN_SCHEMA.entityTypes).map((id) => colorOf(BUILTIN_SCHEMA, id));

const THEMES = [
  { theme: 'light', background: '#ffffff', leastContrast: 3 },
  { theme: 'dark', background: '#1f1f1f', leastContrast: 3 },
  { theme: 'highContrastDark', background: '#000000', leastContrast: 4.5 },
  { theme: 'highContrastLight', background: '#ffffff', leastContrast: 4.5 },
] as const;

function pairsOf(
  colors: readonly PaletteColor[],
): readonly (readonly [PaletteColor, PaletteColor])[] {
  return colors.flatMap((a, at) => colors.slice(at + 1).map((b) => [a, b] as const));
}

describe('the colour science of these tests', () => {
  it('gives the published contrast of black and white', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
  });

  it('gives the published differences of the CIEDE2000 test data', () => {
    const published = [
      { a: [50, 2.6772, -79.7751], b: [50, 0, -82.7485], expected: 2.0425 },
      { a: [50, 2.5, 0], b: [50, 0, -2.5], expected: 4.3065 },
      { a: [50, 2.49, -0.001], b: [50, -2.49, 0.0011], expected: 7.2195 },
      { a: [50, 2.5, 0], b: [73, 25, -18], expected: 27.1492 },
      { a: [50, 2.5, 0], b: [56, -27, -3], expected: 31.903 },
      { a: [22.7233, 20.0904, -46.694], b: [23.0331, 14.973, -42.5619], expected: 2.0373 },
      { a: [90.8027, -2.0831, 1.441], b: [91.1528, -1.6435, 0.0447], expected: 1.4441 },
      { a: [2.0776, 0.0795, -1.135], b: [0.9033, -0.0636, -0.5514], expected: 0.9082 },
    ] as const;
    for (const { a, b, expected } of published) {
      assert.ok(Math.abs(ciede2000(a, b) - expected) < 0.0001, `${a.join()} and ${b.join()}`);
    }
  });

  it('shows red and green as nearly one colour in deuteranopia, and not in tritanopia', () => {
    const seen = (vision: string): number => {
      const view = VISIONS[vision];
      assert.ok(view !== undefined);
      return seenDifference('#a05a00', '#707000', view);
    };
    assert.ok(seen('deuteranopia') < 5);
    assert.ok(seen('tritanopia') > 15);
  });

  it('leaves white white in every vision', () => {
    for (const vision of Object.values(VISIONS)) {
      for (const part of vision([1, 1, 1])) assert.ok(part > 0.999);
    }
  });
});

describe('the palette', () => {
  it('has about a dozen colours, each written as #rrggbb for every kind of theme', () => {
    assert.ok(COLORS.length >= 12);
    for (const color of COLORS) {
      for (const { theme } of THEMES) assert.match(PALETTE[color][theme], /^#[0-9a-f]{6}$/);
    }
  });

  it('knows its own names and nothing that objects inherit', () => {
    assert.ok(isPaletteColor('blue'));
    for (const name of ['Blue', '', 'constructor', '__proto__', 'toString', '#ff0000']) {
      assert.equal(isPaletteColor(name), false, name);
    }
  });

  for (const { theme, background, leastContrast } of THEMES) {
    it(`stands out from the background of the theme kind ${theme}`, () => {
      for (const color of COLORS) {
        const ratio = contrast(PALETTE[color][theme], background);
        assert.ok(ratio >= leastContrast, `${color}: ${ratio.toFixed(2)}:1`);
      }
    });

    for (const [vision, view] of Object.entries(VISIONS)) {
      const [builtin, any] = vision === 'normal' ? [15, 12] : [9, 7];

      it(`tells the built-in entity types apart: ${theme}, ${vision}`, () => {
        for (const [a, b] of pairsOf(BUILTIN)) {
          const difference = seenDifference(PALETTE[a][theme], PALETTE[b][theme], view);
          assert.ok(difference >= builtin, `${a} and ${b}: ${difference.toFixed(1)}`);
        }
      });

      it(`tells any two colours apart: ${theme}, ${vision}`, () => {
        for (const [a, b] of pairsOf(COLORS)) {
          const difference = seenDifference(PALETTE[a][theme], PALETTE[b][theme], view);
          assert.ok(difference >= any, `${a} and ${b}: ${difference.toFixed(1)}`);
        }
      });
    }
  }
});
