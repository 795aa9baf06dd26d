/** What the rules about passages have in common: where a quote stands in the file, and how to name it. */
import { quoteOf } from '../model/annotation';
import { cutAfter } from '../text/cut';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import type { NodePath } from './nodePath';
import type { AnchoredTarget } from './rule';

/** Code points of a quote in a message. */
const LONGEST_QUOTE = 60;

/** The “exact” words of a target in its file. */
export function quotePath({ annotation, index }: AnchoredTarget): NodePath {
  const record = ['annotations', annotation.id];
  const target = annotation.targets[index];
  if (annotation.targets.length === 1 || target === undefined) return [...record, 'exact'];
  return [...record, 'fragments', { exact: target.exact }, 'exact'];
}

/** The words of a target in quotation marks, on one line, shortened. */
export function quoteOfTarget({ annotation, index }: AnchoredTarget): string {
  return quoted(annotation.targets[index]?.exact ?? quoteOf(annotation));
}

/** `“words” in line 3`, for a place in the source. */
export function wordsAt(source: SourceText, span: Span): string {
  const line = source.lines.positionAt(span.start).line + 1;
  return `${quoted(source.text.slice(span.start, span.end))} in line ${line}`;
}

function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const end = cutAfter(line, 0, LONGEST_QUOTE);
  return end === line.length ? `“${line}”` : `“${line.slice(0, end).trimEnd()}…”`;
}
