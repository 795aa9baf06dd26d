/** The colours that a schema can name, and how each looks in every kind of theme. */
import type { ThemeColors } from '../model/schema';

/**
 * Twelve hues after the idea of Okabe and Ito (https://jfly.uni-koeln.de/color/): colours that differ in
 * lightness too stay apart for colour-blind readers. Every colour has a contrast of at least 3:1 (WCAG
 * 2.2, 1.4.11) with the background of its theme (white, #1f1f1f, black, white), 4.5:1 in high contrast.
 * Any two are at least 12 CIEDE2000 apart, and 7 for a reader with protanopia, deuteranopia or tritanopia
 * (simulated after Machado, Oliveira and Fernandes 2009); those of the built-in entity types 15 and 9.
 */
export const PALETTE = {
  blue: {
    light: '#0f75cb',
    dark: '#629dfe',
    highContrastDark: '#3694fa',
    highContrastLight: '#0f5fa6',
  },
  sky: {
    light: '#3895c4',
    dark: '#95cdf2',
    highContrastDark: '#a4dcfd',
    highContrastLight: '#12789f',
  },
  teal: {
    light: '#09695b',
    dark: '#4ce4cc',
    highContrastDark: '#4aeedc',
    highContrastLight: '#115a4f',
  },
  green: {
    light: '#509357',
    dark: '#7cc77e',
    highContrastDark: '#a1e18d',
    highContrastLight: '#527b4a',
  },
  olive: {
    light: '#6c7435',
    dark: '#a7aa53',
    highContrastDark: '#bbc15b',
    highContrastLight: '#595f2f',
  },
  yellow: {
    light: '#a88a00',
    dark: '#f4e236',
    highContrastDark: '#feeb34',
    highContrastLight: '#8c7015',
  },
  orange: {
    light: '#a95203',
    dark: '#e6890c',
    highContrastDark: '#f49801',
    highContrastLight: '#8f3e00',
  },
  red: {
    light: '#d0443d',
    dark: '#e94a3c',
    highContrastDark: '#fa695c',
    highContrastLight: '#850408',
  },
  pink: {
    light: '#cf5a9a',
    dark: '#e389c6',
    highContrastDark: '#d983bf',
    highContrastLight: '#c63173',
  },
  purple: {
    light: '#6033b3',
    dark: '#8f76c1',
    highContrastDark: '#caadff',
    highContrastLight: '#481f9a',
  },
  brown: {
    light: '#66411d',
    dark: '#a87a57',
    highContrastDark: '#b4957a',
    highContrastLight: '#563828',
  },
  grey: {
    light: '#6d747a',
    dark: '#a6a6a6',
    highContrastDark: '#b0b2b3',
    highContrastLight: '#66696e',
  },
} as const satisfies Readonly<Record<string, ThemeColors>>;

export type PaletteColor = keyof typeof PALETTE;

/** Whether `name` is a colour of the palette. */
export function isPaletteColor(name: string): name is PaletteColor {
  return Object.hasOwn(PALETTE, name);
}

/** What has no colour of its own. */
export const NEUTRAL_COLOR: PaletteColor = 'grey';
