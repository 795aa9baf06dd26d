/** The part of a long source that is drawn: the visible lines with some around. */
import * as vscode from 'vscode';
import type { Span } from '../../core/text/span';
import { offsetIn } from '../adapters/livingChanges';

const LINES_AROUND = 50;

/** From the first to the last line, both counted from 0. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

export function linesAround({ visibleRanges }: vscode.TextEditor): Lines {
  return {
    first: Math.max(0, (visibleRanges[0]?.start.line ?? 0) - LINES_AROUND),
    last: (visibleRanges.at(-1)?.end.line ?? 0) + LINES_AROUND,
  };
}

/** UTF-16, in the normalised text. */
export function spanOfLines({ document }: vscode.TextEditor, { first, last }: Lines): Span {
  return {
    start: offsetIn(document, new vscode.Position(first, 0)),
    end: offsetIn(document, new vscode.Position(last + 1, 0)),
  };
}

/** Whether what is visible, with half of the lines around it, was drawn. */
export function isWithin(editor: vscode.TextEditor, drawn: Lines | undefined): boolean {
  if (drawn === undefined) return true;
  const { first, last } = linesAround(editor);
  const slack = LINES_AROUND / 2;
  return drawn.first <= first + slack && last - slack <= drawn.last;
}
