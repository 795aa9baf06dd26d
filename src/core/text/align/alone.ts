/** One target by itself: where its own quote and context, without its neighbours, can only be. */
import type { Target } from '../../model/annotation';
import { isWordEdge } from '../cut';
import { occurrences, standsAt, type Find, type Occurrence } from '../occurrences';
import {
  endsOfPrefix,
  longestReplacement,
  proposals,
  startsOfSuffix,
  type Candidate,
} from '../proposals';
import type { SourceText } from '../sourceText';
import type { Span } from '../span';
import type { Anchoring } from '../anchor';
import { Finder } from './finder';

/** One target, and where to look for it. */
interface Search {
  readonly text: string;
  readonly target: Target;
  readonly find: Find;
  /** Where it is expected, as a UTF-16 offset. */
  readonly near: number;
}

const ORPHANED: Anchoring = { kind: 'orphaned' };

/** By how much the best of several places must lead to be taken. */
const CLEAR_LEAD = 0.3;
/** By how much the best of several proposals must lead to be the only one. */
const PROPOSAL_LEAD = 0.1;
/** A quote this long in code units that stands once is its own evidence. */
const LONG_QUOTE = 24;
/** A shorter one from this length is worth showing, though not taking. */
const SHORT_QUOTE = 4;
const MOST_CANDIDATES = 20;

/**
 * Finds `target` by itself: first where its `start` says, with all of its context; then wherever
 * quote and context stand together; then by the share of the context that still surrounds the quote;
 * then by what the context encloses instead of the quote. A quote that occurs without its context is
 * never taken for the one that was meant. `finder` and `near` are where to look. Never throws, whatever numbers and strings the target holds.
 */
export function anchorAlone(
  source: SourceText,
  target: Target,
  finder: Finder = new Finder(source.text),
  near: number = hintedStart(source, target) ?? 0,
): Anchoring {
  finder.lookNear(near);
  const found = placeAlone(source, target, finder.find, near);
  if (found.kind !== 'moved' || finder.isComplete) return found;
  return {
    kind: 'ambiguous',
    candidates: [{ span: found.span, score: 1, reason: 'context-changed' }],
  };
}

function placeAlone(source: SourceText, target: Target, find: Find, near: number): Anchoring {
  const { text } = source;
  const hint = hintedStart(source, target);
  if (hint !== undefined && standsAt(text, target, hint)) {
    return { kind: 'exact', span: spanAt(target, hint) };
  }
  const whole = wholePlaces(text, target, find);
  const [first] = whole;
  if (first !== undefined && whole.length === 1) return { kind: 'moved', span: first };
  if (first !== undefined) {
    return ambiguous(
      whole.map((span) => ({ span, score: 1, reason: 'twin' })),
      near,
    );
  }
  const search = { text, target, find, near };
  return byPartOfContext(search, hint) ?? byContextAlone(search);
}

/** The UTF-16 offset that `start` stands for, if it is a code point of this text at all. */
export function hintedStart(source: SourceText, target: Target): number | undefined {
  const { start } = target;
  if (!Number.isInteger(start) || start < 0 || start > source.codePoints.length) return undefined;
  return source.codePoints.toUtf16(start);
}

/** Where the quote stands with all of its context; whole words only, if any of these are. */
function wholePlaces(text: string, target: Target, find: Find): readonly Span[] {
  const { prefix, exact, suffix } = target;
  const spans = find(prefix + exact + suffix).map((start) => spanAt(target, start + prefix.length));
  const words = spans.filter(({ start, end }) => isWordEdge(text, start) && isWordEdge(text, end));
  return words.length > 0 ? words : spans;
}

function spanAt(target: Target, start: number): Span {
  return { start, end: start + target.exact.length };
}

/** The place of the quote with the most convincing part of its context, if any convinces. */
function byPartOfContext(search: Search, hint: number | undefined): Anchoring | undefined {
  const { text, target, find, near } = search;
  const all = occurrences(text, target, find);
  const found = all.filter((occurrence) => occurrence.convincing);
  const ranked = found.sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (best === undefined) return byQuoteAlone(search, all);
  const hinted = found.find((occurrence) => occurrence.span.start === hint);
  if (hinted?.score === best.score) return { kind: 'exact', span: hinted.span };
  if (second !== undefined && best.score - second.score < CLEAR_LEAD) {
    return ambiguous(asCandidates(ranked, 'twin'), near);
  }
  if (contextStandsElsewhere(search, best)) {
    const offered = proposals(text, target, find);
    return ambiguous([...offered, ...asCandidates([best], 'context-changed')], near);
  }
  return { kind: 'moved', span: best.span };
}

/** A quote whose context is gone: taken when it is long and stands once, shown when it is a word. */
function byQuoteAlone(
  { text, target, find }: Search,
  all: readonly Occurrence[],
): Anchoring | undefined {
  const [only] = all;
  if (only === undefined || all.length > 1 || target.exact.length < SHORT_QUOTE) return undefined;
  if (proposals(text, target, find).length > 0) return undefined;
  if (target.exact.length >= LONG_QUOTE) return { kind: 'moved', span: only.span };
  const { start, end } = only.span;
  if (!isWordEdge(text, start) || !isWordEdge(text, end)) return undefined;
  return ambiguous(asCandidates([only], 'context-changed'), start);
}

/**
 * Whether a side of the context stands far from the place found: then the quoted passage itself was
 * changed or deleted there, and this is another occurrence of the same words.
 */
function contextStandsElsewhere({ text, target, find }: Search, found: Occurrence): boolean {
  const far = longestReplacement(target.exact);
  const { start, end } = found.span;
  const befores = endsOfPrefix(text, target.prefix, find);
  const afters = startsOfSuffix(text, target.suffix, find);
  const nearBefore = befores.some((at) => at <= start && start - at <= far);
  const nearAfter = afters.some((at) => at >= end && at - end <= far);
  return (befores.length > 0 && !nearBefore) || (afters.length > 0 && !nearAfter);
}

function byContextAlone({ text, target, find, near }: Search): Anchoring {
  if (target.exact === '') return ORPHANED;
  const found = proposals(text, target, find);
  const [best, second] = found;
  if (best === undefined) return ORPHANED;
  if (second !== undefined && best.score - second.score < PROPOSAL_LEAD) {
    return ambiguous(found, near);
  }
  const same = text.slice(best.span.start, best.span.end) === target.exact;
  return same
    ? { kind: 'moved', span: best.span }
    : { kind: 'similar', span: best.span, score: best.score, candidates: found };
}

function asCandidates(
  found: readonly Occurrence[],
  reason: Candidate['reason'],
): readonly Candidate[] {
  return found.map(({ span, score }) => ({ span, score, reason }));
}

/** Best first; of equals the nearest to `near` first. */
function ambiguous(candidates: readonly Candidate[], near: number): Anchoring {
  const distance = (candidate: Candidate): number => Math.abs(candidate.span.start - near);
  const ranked = [...candidates].sort((a, b) =>
    a.score === b.score ? distance(a) - distance(b) : b.score - a.score,
  );
  return {
    kind: 'ambiguous',
    candidates: ranked
      .slice(0, MOST_CANDIDATES)
      .map(({ span: { start, end }, score, reason }) => ({ span: { start, end }, score, reason })),
  };
}
