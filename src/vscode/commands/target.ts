/** The passages of the active source that a command is about. */
import * as vscode from 'vscode';
import { trimmed } from '../../core/text/sentences';
import type { SourceText } from '../../core/text/sourceText';
import type { Span } from '../../core/text/span';
import { tell } from '../adapters/failures';
import { offsetOf, rangeOf, spanOf } from '../adapters/ranges';
import type { Services } from '../services';
import { writableSource } from '../subject';

export interface Target {
  readonly editor: vscode.TextEditor;
  /** Path of the source. */
  readonly path: string;
  readonly text: SourceText;
  /** Version of the document that the spans are in. */
  readonly version: number;
  /** One for each selection, in UTF-16; the first is that of the primary one. */
  readonly spans: readonly [Span, ...Span[]];
}

/** What to take when nothing is selected: the passage at a caret, or none. */
export type AtCaret = (text: string, offset: number) => Span | undefined;

/**
 * Each selection without the space around it, or what `atCaret` finds where nothing is selected. Absent, with
 * a message, outside of sources, and with `advice` when there is no passage.
 */
export function targetOf(services: Services, atCaret: AtCaret, advice: string): Target | undefined {
  const active = writableSource(services);
  if (active === undefined) return undefined;
  const { editor, path, text } = active;
  const spans: Span[] = [];
  for (const selection of editor.selections) {
    const span = selection.isEmpty
      ? atCaret(text.text, offsetOf(text, selection.active))
      : trimmed(text.text, spanOf(text, selection));
    const isNew = !spans.some((each) => each.start === span?.start && each.end === span.end);
    if (span !== undefined && span.end > span.start && isNew) spans.push(span);
  }
  const [first, ...more] = spans;
  if (first === undefined) {
    tell(advice);
    return undefined;
  }
  return { editor, path, text, version: editor.document.version, spans: [first, ...more] };
}

/** The words of the first passage, as they stand in the text. */
export function wordsOf({ text, spans: [first] }: Target): string {
  return text.text.slice(first.start, first.end);
}

/** Selects the passages while `run` asks about them; afterwards the selection is what it was. */
export async function whileShown<T>(target: Target, run: () => Promise<T>): Promise<T> {
  const { editor, text, spans } = target;
  const before = editor.selections;
  const shown = spans.map((span) => {
    const range = rangeOf(text, span);
    return new vscode.Selection(range.start, range.end);
  });
  editor.selections = shown;
  const [first] = shown;
  if (first !== undefined) {
    editor.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
  try {
    return await run();
  } finally {
    if (isSame(editor.selections, shown)) editor.selections = before;
  }
}

function isSame(one: readonly vscode.Selection[], two: readonly vscode.Selection[]): boolean {
  return one.length === two.length && one.every((each, at) => two[at]?.isEqual(each) === true);
}
