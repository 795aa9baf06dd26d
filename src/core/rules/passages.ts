/** What the rules about passages have in common: where a quote stands in the file, and how to name it. */
import { quoteOf } from '../model/annotation';
import { quoted } from '../outline/words';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import type { NodePath } from './nodePath';
import type { AnchoredTarget } from './rule';

/** The “exact” words of a target in its file. */
export function quotePath(target: AnchoredTarget): NodePath {
  return [...targetPath(target), 'exact'];
}

/** Where the selectors of a target stand in its file. */
export function targetPath({ annotation, index }: AnchoredTarget): NodePath {
  const record = ['annotations', annotation.id];
  const target = annotation.targets[index];
  if (annotation.targets.length === 1 || target === undefined) return record;
  return [...record, 'fragments', { exact: target.exact }];
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
