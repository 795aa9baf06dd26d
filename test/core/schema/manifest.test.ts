import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { PALETTE } from '../../../src/core/schema/palette';
import { contrast } from './colour-vision';

interface Color {
  readonly id: string;
  readonly description: string;
  readonly defaults: Readonly<
    Record<'light' | 'dark' | 'highContrast' | 'highContrastLight', string>
  >;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: { readonly colors: readonly Color[] };
};
const COLORS = new Map(manifest.contributes.colors.map((color) => [color.id, color]));

/** Those that are no part of the palette. */
const OTHERS = [
  ...['event', 'statement', 'time', 'note', 'suggestion', 'selected'],
  ...['reviewAdded', 'reviewRemoved', 'reviewChanged'],
  ...['comparedFirst', 'comparedSecond', 'comparedDiffering'],
];

function defaultsOf(name: string): Color['defaults'] {
  const color = COLORS.get(`sourceAnnotator.${name}`);
  assert.ok(color !== undefined, name);
  return color.defaults;
}

describe('the colours of the manifest', () => {
  for (const [name, colors] of Object.entries(PALETTE)) {
    it(`give ${name} as the palette has it`, () => {
      assert.deepEqual(defaultsOf(name), {
        light: colors.light,
        dark: colors.dark,
        highContrast: colors.highContrastDark,
        highContrastLight: colors.highContrastLight,
      });
    });

    it(`let the text show through ${name} as a background, and use none in high contrast`, () => {
      const { light, dark, highContrast, highContrastLight } = defaultsOf(`${name}Background`);
      assert.match(light, new RegExp(`^${colors.light}[1-3][0-9a-f]$`));
      assert.match(dark, new RegExp(`^${colors.dark}[2-5][0-9a-f]$`));
      assert.deepEqual([highContrast, highContrastLight], ['#00000000', '#00000000']);
    });
  }

  it('stand out from the background of every theme', () => {
    for (const name of OTHERS) {
      const { light, dark, highContrast, highContrastLight } = defaultsOf(name);
      assert.ok(contrast(light, '#ffffff') >= 3, `${name} light`);
      assert.ok(contrast(dark, '#1f1f1f') >= 3, `${name} dark`);
      assert.ok(contrast(highContrast, '#000000') >= 4.5, `${name} high contrast`);
      assert.ok(contrast(highContrastLight, '#ffffff') >= 4.5, `${name} high contrast light`);
    }
  });

  it('are described, and no others', () => {
    for (const { description } of COLORS.values()) assert.notEqual(description, '');
    assert.equal(COLORS.size, Object.keys(PALETTE).length * 2 + OTHERS.length);
  });
});
