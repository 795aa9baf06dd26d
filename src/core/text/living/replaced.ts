/** Where passages are after an edit put other text in their place. */
import type { Anchoring } from '../anchor';
import { anchorAll } from '../anchorAll';
import { describe } from '../describe';
import type { TextEdit } from '../edits';
import { SourceText } from '../sourceText';
import type { Span } from '../span';
import { alignedSpan, MOST_LETTERS } from './align';
import type { LivingText } from './livingText';

/** Code units on both sides of a replacement from which it is anchored like a new text. */
const LONG = 20;
/** Code units around it that are given along as context. */
const AROUND = 200;

const ORPHANED: Anchoring = { kind: 'orphaned' };

/**
 * One result for each of `spans`, which the edit takes away or cuts, in offsets of the text after
 * this edit alone; `undefined` where nothing is known better than what `follow` says. `text` is the
 * text before.
 */
export function afterReplacement(
  text: LivingText,
  edit: TextEdit,
  spans: readonly Span[],
): readonly (Anchoring | undefined)[] {
  const removed = edit.end - edit.start;
  const inserted = edit.newText.length;
  if (removed === 0 || inserted === 0) return spans.map(() => undefined);
  const found: (Anchoring | undefined)[] =
    Math.max(removed, inserted) <= MOST_LETTERS
      ? spans.map((span) => aligned(text, edit, span))
      : spans.map(() => undefined);
  if (Math.min(removed, inserted) < LONG || !found.includes(undefined)) return found;
  return anchored(text, edit, spans).map((result, index) => found[index] ?? result);
}

function aligned(text: LivingText, edit: TextEdit, span: Span): Anchoring | undefined {
  const from = Math.max(0, Math.min(span.start, edit.start) - 2);
  const to = Math.min(text.length, Math.max(span.end, edit.end) + 2);
  const { before, after } = around(text, edit, from, to);
  const found = alignedSpan(
    { before, after, head: edit.start - from, tail: to - edit.end },
    { start: span.start - from, end: span.end - from },
  );
  if (found === undefined) return undefined;
  return { kind: 'moved', span: { start: found.start + from, end: found.end + from } };
}

/** All passages of a large replacement together, with the replaced text as evidence. */
function anchored(
  text: LivingText,
  edit: TextEdit,
  spans: readonly Span[],
): readonly (Anchoring | undefined)[] {
  const least = Math.min(edit.start, ...spans.map(({ start }) => start));
  const most = Math.max(edit.end, ...spans.map(({ end }) => end));
  const from = Math.max(0, least - AROUND);
  const { before, after } = around(text, edit, from, Math.min(text.length, most + AROUND));
  const source = SourceText.of(after);
  const old = SourceText.of(before);
  // Both begin alike, unless the text begins with byte order marks, which are no text.
  if (source.text.length !== after.length || old.text.length !== before.length) {
    return spans.map(() => undefined);
  }
  const own = spans.map(({ start, end }) => ({ start: start - from, end: end - from }));
  const targets = own.map((span) => describe(old, span));
  const found = anchorAll(source, targets, { source: old, spans: own });
  return spans.map((_, index) => shifted(found[index] ?? ORPHANED, from));
}

function around(
  text: LivingText,
  edit: TextEdit,
  from: number,
  to: number,
): { readonly before: string; readonly after: string } {
  const head = text.slice(from, edit.start);
  const tail = text.slice(edit.end, to);
  return { before: text.slice(from, to), after: head + edit.newText + tail };
}

/** The result for a text that begins `by` code units earlier. */
export function shifted(anchoring: Anchoring, by: number): Anchoring {
  switch (anchoring.kind) {
    case 'exact':
    case 'moved':
      return { kind: anchoring.kind, span: moved(anchoring.span, by) };
    case 'similar':
      return {
        ...anchoring,
        span: moved(anchoring.span, by),
        candidates: anchoring.candidates.map((each) => ({ ...each, span: moved(each.span, by) })),
      };
    case 'ambiguous':
      return {
        ...anchoring,
        candidates: anchoring.candidates.map((each) => ({ ...each, span: moved(each.span, by) })),
      };
    case 'orphaned':
      return anchoring;
  }
}

export function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
