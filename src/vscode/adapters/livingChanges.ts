/** From what VS Code tells of a change to edits of the normalised text, which has LF alone. */
import * as vscode from 'vscode';
import type { TextEdit } from '../../core/text/edits';
import type { ChangeKind } from '../../core/text/living/livingRows';

/** UTF-16 offsets of the normalised text before the change; VS Code counts every CRLF as two. */
export function editsOf({
  document,
  contentChanges,
}: vscode.TextDocumentChangeEvent): readonly TextEdit[] {
  const isWide = document.eol === vscode.EndOfLine.CRLF;
  return contentChanges.map(({ range, rangeOffset, rangeLength, text }) => ({
    start: rangeOffset - (isWide ? range.start.line : 0),
    end: rangeOffset + rangeLength - (isWide ? range.end.line : 0),
    newText: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text,
  }));
}

export function kindOfChange({ reason }: vscode.TextDocumentChangeEvent): ChangeKind {
  switch (reason) {
    case vscode.TextDocumentChangeReason.Undo:
      return 'undo';
    case vscode.TextDocumentChangeReason.Redo:
      return 'redo';
    case undefined:
      return 'edit';
  }
}

/** The offset in the normalised text, without looking at the text. */
export function offsetIn(document: vscode.TextDocument, position: vscode.Position): number {
  const valid = document.validatePosition(position);
  const isWide = document.eol === vscode.EndOfLine.CRLF;
  return document.offsetAt(valid) - (isWide ? valid.line : 0);
}
