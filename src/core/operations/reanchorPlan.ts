/** What re-anchoring would do: where each annotation of a source was, is now, or might be. */
import { quoteOf, type Target } from '../model/annotation';
import type { LocatedAnnotation } from '../store/locate';
import type { AnnotationRecord } from '../store/store';
import type { Anchoring, Candidate } from '../text/anchor';
import { certainSpans, leastCertain } from '../text/certainty';
import { describe } from '../text/describe';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import { isSameTarget, standsIn } from '../text/standing';
import type { Reanchor } from './operation';

/** A place for every target of an annotation, in their order. */
export interface Place {
  /** UTF-16 spans, as many as the annotation has targets. */
  readonly spans: readonly Span[];
  /** What stands there; fragments joined by ` … `. */
  readonly words: string;
  /** Of the first span, from 1. */
  readonly line: number;
}

/** A place to offer, never to take without asking. */
export interface Proposal extends Place {
  /** 0 to 1. */
  readonly score: number;
  readonly reason: Candidate['reason'];
}

/** What would be rewritten of an annotation with a certain place. */
export type Difference = 'place' | 'context' | 'words';

export interface Reanchoring {
  readonly record: AnnotationRecord;
  /** How certain its place is: that of its least certain target. */
  readonly kind: Anchoring['kind'];
  /** What the file says. */
  readonly was: {
    readonly words: string;
    /** From 1, in the text that the file was written for; absent when that text is not known. */
    readonly line?: number;
  };
  /** Present when it is `exact` or `moved`. */
  readonly now?: Place;
  /** Best first, for what is `similar` or `ambiguous`; none for others. */
  readonly proposals: readonly Proposal[];
  /** In what the file differs from `now`; empty when it is up to date, or when nothing is certain. */
  readonly differences: readonly Difference[];
}

/**
 * One for each of `located`, in their order. `old` is the text that the annotation file was written
 * for, where it is known. Annotations whose id another file of the source has too are left as they
 * are, because no operation could name them.
 */
export function planReanchoring(
  source: SourceText,
  located: readonly LocatedAnnotation[],
  old?: SourceText,
): readonly Reanchoring[] {
  const repeated = repeatedIds(located);
  return located.map(({ record, anchorings }) => {
    const { annotation } = record;
    const line = old && oldLine(old, annotation.targets[0]);
    const was = { words: quoteOf(annotation), ...(line === undefined ? {} : { line }) };
    const kind = leastCertain(anchorings);
    const spans = certainSpans(anchorings);
    if (spans.length < anchorings.length || spans.length === 0) {
      const proposals = kind === 'orphaned' ? [] : proposalsOf(source, anchorings);
      return { record, kind, was, proposals, differences: [] };
    }
    const now = placeOf(source, spans);
    const isWritable = !repeated.has(annotation.id) && spans.every(({ start, end }) => start < end);
    const differences = isWritable ? differencesOf(source, annotation.targets, spans) : [];
    return { record, kind, was, now, proposals: [], differences };
  });
}

/** Whether every annotation has a place without asking. */
export function isSettled(plan: readonly Reanchoring[]): boolean {
  return plan.every(({ now }) => now !== undefined);
}

/** The operation that writes these places. */
export function reanchorOperation(
  path: string,
  source: SourceText,
  places: readonly { readonly record: AnnotationRecord; readonly place: Place }[],
): Reanchor {
  return {
    op: 'reanchor',
    source: path,
    places: places.map(({ record, place }) => ({
      id: record.annotation.id,
      targets: place.spans.map((span) => inCodePoints(source, span)),
    })),
  };
}

/** In the units of the files. */
export function inCodePoints({ codePoints }: SourceText, { start, end }: Span): Span {
  return { start: codePoints.fromUtf16(start), end: codePoints.fromUtf16(end) };
}

/**
 * Every target has a place or candidates. While only one target is uncertain each of its candidates
 * is a proposal; of several uncertain ones the first candidates make up the one proposal.
 */
function proposalsOf(source: SourceText, anchorings: readonly Anchoring[]): readonly Proposal[] {
  const choices = anchorings.map(candidatesOf);
  if (choices.some((each) => each.length === 0)) return [];
  const open = choices.filter(([first]) => first !== undefined && isOpen(first));
  const most = open.length === 1 ? (open[0]?.length ?? 0) : 1;
  return Array.from({ length: most }, (_, index) => {
    const chosen = choices.flatMap((each) => each[index] ?? each[0] ?? []);
    const [weakest] = chosen.filter(isOpen).sort((a, b) => a.score - b.score);
    const place = placeOf(
      source,
      chosen.map(({ span }) => span),
    );
    return weakest && { ...place, score: weakest.score, reason: weakest.reason };
  }).filter((proposal) => proposal !== undefined);
}

interface Choice {
  readonly span: Span;
  readonly score: number;
  /** Absent for a place that is certain. */
  readonly reason?: Candidate['reason'];
}

function isOpen(choice: Choice): choice is Candidate {
  return choice.reason !== undefined;
}

function candidatesOf(anchoring: Anchoring): readonly Choice[] {
  switch (anchoring.kind) {
    case 'exact':
    case 'moved':
      return [{ span: anchoring.span, score: 1 }];
    case 'similar':
    case 'ambiguous':
      return anchoring.candidates;
    case 'orphaned':
      return [];
  }
}

function placeOf(source: SourceText, spans: readonly Span[]): Place {
  const words = spans.map(({ start, end }) => source.text.slice(start, end)).join(' … ');
  return { spans, words, line: source.lines.positionAt(spans[0]?.start ?? 0).line + 1 };
}

function differencesOf(
  source: SourceText,
  targets: readonly Target[],
  spans: readonly Span[],
): readonly Difference[] {
  const differences = new Set<Difference>();
  for (const [index, target] of targets.entries()) {
    const span = spans[index];
    const now = span && describe(source, span);
    if (now === undefined || isSameTarget(target, now)) continue;
    if (now.exact !== target.exact) differences.add('words');
    if (now.start !== target.start || now.end !== target.end) differences.add('place');
    if (now.prefix !== target.prefix || now.suffix !== target.suffix) differences.add('context');
  }
  return [...differences];
}

function oldLine(old: SourceText, target: Target): number | undefined {
  if (!standsIn(old, target)) return undefined;
  return old.lines.positionAt(old.codePoints.toUtf16(target.start)).line + 1;
}

function repeatedIds(located: readonly LocatedAnnotation[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { record } of located) {
    const { id } = record.annotation;
    if (seen.has(id)) repeated.add(id);
    seen.add(id);
  }
  return repeated;
}
