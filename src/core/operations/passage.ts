/** From what an operation says of a passage to its target. */
import type { Target } from '../model/annotation';
import { describe } from '../text/describe';
import type { SourceText } from '../text/sourceText';
import { joined, type Span } from '../text/span';
import type { OperationError, Passage } from './operation';

export type PassageResult =
  | { readonly ok: true; readonly target: Target }
  | { readonly ok: false; readonly error: OperationError };

export function targetOf(source: SourceText, passage: Passage): PassageResult {
  return 'exact' in passage ? byWords(source, passage) : byOffsets(source, passage);
}

type PassagesResult =
  | { readonly ok: true; readonly targets: readonly [Target, ...Target[]] }
  | { readonly ok: false; readonly error: OperationError };

/** The targets in the order of the text; passages that overlap or touch become one. */
export function targetsOf(source: SourceText, passages: readonly Passage[]): PassagesResult {
  const spans: Span[] = [];
  for (const passage of passages) {
    const place = targetOf(source, passage);
    if (!place.ok) return place;
    const { start, end } = place.target;
    spans.push({ start, end });
  }
  const [first, ...more] = joined(spans).map(({ start, end }) => {
    const { codePoints } = source;
    return describe(source, { start: codePoints.toUtf16(start), end: codePoints.toUtf16(end) });
  });
  if (first === undefined) return fail('passage-empty', 'An annotation needs a passage.');
  return { ok: true, targets: [first, ...more] };
}

function byOffsets(
  source: SourceText,
  { start, end }: { start: number; end: number },
): PassageResult {
  const length = source.codePoints.length;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > length) {
    const message = `[${start}, ${end}) is not inside the text, which has ${length} code points.`;
    return fail('passage-not-found', message);
  }
  if (start >= end) return fail('passage-empty', 'The passage is empty.');
  const { codePoints } = source;
  return found(source, { start: codePoints.toUtf16(start), end: codePoints.toUtf16(end) });
}

function byWords(
  source: SourceText,
  { exact, occurrence }: { exact: string; occurrence?: number },
): PassageResult {
  if (exact === '') return fail('passage-empty', 'The passage is empty.');
  const starts: number[] = [];
  for (let at = source.text.indexOf(exact); at !== -1; at = source.text.indexOf(exact, at + 1)) {
    starts.push(at);
  }
  if (occurrence === undefined && starts.length > 1) {
    const message = `“${exact}” occurs ${starts.length} times; say which one with "occurrence".`;
    return fail('passage-ambiguous', message);
  }
  const start = starts[(occurrence ?? 1) - 1];
  if (start === undefined) {
    const message = `“${exact}” occurs ${starts.length} times in the source.`;
    return fail('passage-not-found', message);
  }
  return found(source, { start, end: start + exact.length });
}

function found(source: SourceText, span: Span): PassageResult {
  return { ok: true, target: describe(source, span) };
}

function fail(
  code: OperationError['code'],
  message: string,
): { readonly ok: false; readonly error: OperationError } {
  return { ok: false, error: { code, message } };
}
