/**
 * How each kind of annotation looks in the text. Backgrounds only for mentions, because translucent
 * layers blend into mud; lines stay readable on top of each other, so every kind has a line of its own
 * form at its own height, and nothing is told by colour alone:
 *
 * - mention: background, and a thin line right under the words; one inside another is boxed
 * - event: a thick line at the foot of the row; one inside another is double
 * - statement: a corner at each end
 * - time: dots under the words
 * - note: a dashed line at the foot, and a mark behind it
 * - what is only suggested: fine grey dots under the words
 *
 * Proposed and uncertain places have dashed lines, disputed ones wavy or dotted lines; behind what has an
 * open discussion stands a small question mark.
 */
import * as vscode from 'vscode';
import type { MarkState, MarkStyle } from '../../core/outline/marks';
import type { Action } from '../../core/review/change';
import type { PaletteColor } from '../../core/schema/palette';
import { isPaletteColor } from '../../core/schema/palette';
import type { ColorId } from '../generated/manifest';
import { colorId } from './treeItem';

export function renderingOf(style: MarkStyle): vscode.DecorationRenderOptions {
  return {
    ...lookOf(style),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    overviewRulerColor: new vscode.ThemeColor(colorId(style.color)),
    overviewRulerLane: laneOf(style),
  };
}

/** On top of everything: an outline around each passage of the selected record. */
export function selectedRendering(): vscode.DecorationRenderOptions {
  const color = new vscode.ThemeColor('sourceAnnotator.selected' satisfies ColorId);
  return {
    outline: '1px solid',
    outlineColor: color,
    borderRadius: '2px',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    overviewRulerColor: color,
    overviewRulerLane: vscode.OverviewRulerLane.Full,
  };
}

/** Behind a passage with an open discussion, whatever else it is: a small question mark. */
export function discussedRendering(): vscode.DecorationRenderOptions {
  const color = new vscode.ThemeColor('textLink.foreground');
  return {
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    after: {
      contentText: '?',
      color,
      fontWeight: 'bold',
      // There is no option for the size, but this one is written into the style as it is.
      textDecoration: 'none; font-size: 80%; vertical-align: super; line-height: 0',
    },
  };
}

/** What an annotation covers while its edges are moved; the fragment that moves is selected beside that. */
export function adjustedRendering(): vscode.DecorationRenderOptions {
  const color = new vscode.ThemeColor('sourceAnnotator.selected' satisfies ColorId);
  return {
    outline: '2px solid',
    outlineColor: color,
    borderRadius: '2px',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  };
}

/** Fainter than any annotation, and nothing in the overview ruler: there may be many of them. */
export function suggestedRendering(): vscode.DecorationRenderOptions {
  return {
    textDecoration: `underline dotted 1px ${variableOf('sourceAnnotator.suggestion')}`,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  };
}

/** The suggestion that is to be decided; what it would be is written behind it. */
export function askedRendering(): vscode.DecorationRenderOptions {
  const color = new vscode.ThemeColor('sourceAnnotator.suggestion' satisfies ColorId);
  return {
    outline: '1px dotted',
    outlineColor: color,
    borderRadius: '2px',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    after: { color, fontStyle: 'italic', margin: '0 0 0 0.5ch' },
  };
}

/** What changed since the base of the review, each with a box of its own kind and a sign before it. */
export function reviewRendering(look: Action): vscode.DecorationRenderOptions {
  const { id, line, sign } = REVIEW_LOOKS[look];
  const color = new vscode.ThemeColor(id);
  return {
    outline: `2px ${line}`,
    outlineColor: color,
    borderRadius: '2px',
    ...(look === 'removed' ? { textDecoration: `line-through solid 1px ${variableOf(id)}` } : {}),
    before: { contentText: sign, color, fontWeight: 'bold', margin: '0 1px 0 0' },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    overviewRulerColor: color,
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  };
}

/**
 * The two sides of a pair that annotators are compared on: the first between filled triangles, with a solid
 * line around it, the second between hollow ones, with a dashed line under it; the names stand beside them.
 * So both are seen where they are at the same words, whatever else is drawn there.
 */
export function comparedRendering(side: 'a' | 'b'): vscode.DecorationRenderOptions {
  const isFirst = side === 'a';
  const id: ColorId = isFirst ? 'sourceAnnotator.comparedFirst' : 'sourceAnnotator.comparedSecond';
  const color = new vscode.ThemeColor(id);
  const edge = { color, fontWeight: 'bold' };
  return {
    ...(isFirst
      ? { outline: '1px solid', outlineColor: color }
      : { borderColor: color, borderStyle: 'dashed', borderWidth: '0 0 2px 0' }),
    before: { ...edge, contentText: isFirst ? '▸' : '▹', margin: '0 1px 0 0' },
    after: { ...edge, contentText: isFirst ? '◂' : '◃', margin: '0 0 0 1px' },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    overviewRulerColor: color,
    overviewRulerLane: isFirst ? vscode.OverviewRulerLane.Left : vscode.OverviewRulerLane.Right,
  };
}

const REVIEW_LOOKS: Readonly<
  Record<Action, { readonly id: ColorId; readonly line: string; readonly sign: string }>
> = {
  added: { id: 'sourceAnnotator.reviewAdded', line: 'solid', sign: '+' },
  removed: { id: 'sourceAnnotator.reviewRemoved', line: 'dotted', sign: '−' },
  changed: { id: 'sourceAnnotator.reviewChanged', line: 'dashed', sign: '~' },
};

function lookOf(style: MarkStyle): vscode.DecorationRenderOptions {
  const color = new vscode.ThemeColor(colorId(style.color));
  switch (style.kind) {
    case 'mention':
      return mention(style);
    case 'evidence':
      return {
        borderColor: color,
        borderStyle: style.inner ? 'double' : footLine(style.state),
        borderWidth: style.inner ? '0 0 4px 0' : '0 0 2px 0',
      };
    case 'statement':
      return {
        borderColor: color,
        borderStyle: footLine(style.state),
        borderWidth: style.edge === 'start' ? '2px 0 0 2px' : '2px 2px 0 0',
      };
    case 'time':
    case 'typed':
      return { textDecoration: underline(style, 'dotted', '2px') };
    case 'note':
      return {
        borderColor: color,
        borderStyle: 'dashed',
        borderWidth: '0 0 1px 0',
        after: { contentText: '✎', color, margin: '0 0 0 1px' },
      };
  }
}

function mention(style: MarkStyle): vscode.DecorationRenderOptions {
  const color = new vscode.ThemeColor(colorId(style.color));
  const background = isPaletteColor(style.color) ? backgroundOf(style.color) : undefined;
  const tinted = {
    ...(style.state === 'uncertain' || background === undefined
      ? {}
      : { backgroundColor: background }),
    borderRadius: '2px',
  };
  if (!style.inner)
    return { ...tinted, textDecoration: underline(style, wordLine(style.state), '2px') };
  return {
    ...tinted,
    borderColor: color,
    borderStyle: footLine(style.state),
    borderWidth: '1px',
  };
}

function backgroundOf(color: PaletteColor): vscode.ThemeColor {
  return new vscode.ThemeColor(`sourceAnnotator.${color}Background` satisfies ColorId);
}

function underline({ color }: MarkStyle, line: string, width: string): string {
  return `underline ${line} ${width} ${variableOf(colorId(color))}`;
}

/** Colours of the theme are CSS variables in the editor; there is no other way to colour this line. */
function variableOf(color: ColorId): string {
  return `var(--vscode-${color.replaceAll('.', '-')}, currentColor)`;
}

function wordLine(state: MarkState): string {
  switch (state) {
    case 'accepted':
      return 'solid';
    case 'proposed':
    case 'uncertain':
      return 'dashed';
    case 'disputed':
      return 'wavy';
  }
}

function footLine(state: MarkState): string {
  switch (state) {
    case 'accepted':
      return 'solid';
    case 'proposed':
    case 'uncertain':
      return 'dashed';
    case 'disputed':
      return 'dotted';
  }
}

function laneOf({ kind }: MarkStyle): vscode.OverviewRulerLane {
  switch (kind) {
    case 'mention':
      return vscode.OverviewRulerLane.Center;
    case 'evidence':
    case 'statement':
      return vscode.OverviewRulerLane.Left;
    case 'time':
    case 'note':
    case 'typed':
      return vscode.OverviewRulerLane.Right;
  }
}
