/** What the rules about passages have in common: where a quote stands in the file, and how to name it. */
import { quoteOf } from '../model/annotation';
import { cutAfter } from '../text/cut';
import type { CandidateReason } from '../text/anchor';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import type { NodePath } from './nodePath';
import type { AnchoredTarget } from './rule';

/** Code points of a quote in a message. */
const LONGEST_QUOTE = 60;

/** Completes “proposed because”. */
export const REASONS: Readonly<Record<CandidateReason, string>> = {
  'words-changed': 'it stands where the passage stood',
  'context-changed': 'it has the words in other surroundings',
  twin: 'it has the words in the same surroundings',
  neighbours: 'it has the words near the annotations around it',
  'old-text': 'it has the words where the old text had them',
};

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

/** UTF-16 in the source; absent while the place is not certain. */
export function certainSpan({ anchoring }: AnchoredTarget): Span | undefined {
  return anchoring.kind === 'exact' || anchoring.kind === 'moved' ? anchoring.span : undefined;
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

/** In quotation marks, on one line, shortened. */
export function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const end = cutAfter(line, 0, LONGEST_QUOTE);
  return end === line.length ? `“${line}”` : `“${line.slice(0, end).trimEnd()}…”`;
}
