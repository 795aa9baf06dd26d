/** Spans of a normalised source text ↔ positions of a VS Code document. Both count lines alike. */
import * as vscode from 'vscode';
import type { SourceText } from '../../core/text/sourceText';
import type { Span } from '../../core/text/span';

/** Also of a YAML file, by the index of its lines. */
export function rangeOf(source: Pick<SourceText, 'lines'>, span: Span): vscode.Range {
  const start = source.lines.positionAt(span.start);
  const end = source.lines.positionAt(span.end);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function spanOf(source: SourceText, range: vscode.Range): Span {
  return { start: offsetOf(source, range.start), end: offsetOf(source, range.end) };
}

export function offsetOf(source: SourceText, position: vscode.Position): number {
  return source.lines.offsetAt(position);
}
