/** From what was found out about one target to the answer, with its proposals where it is not sure. */
import type { Target } from '../../model/annotation';
import type { Anchoring, Candidate, CandidateReason } from '../anchor';
import { isCertain } from '../certainty';
import type { SourceText } from '../sourceText';
import type { Span } from '../span';
import { anchorAlone, hintedStart } from './alone';
import type { Finder } from './finder';
import type { Fate, Placed } from './place';
import { expectedAt } from './support';
import { tokenAfter } from './tokens';

const ORPHANED: Anchoring = { kind: 'orphaned' };
/** Of the right words where the passage is likely to be. */
const LIKELY = 0.9;
/** Of the right words where they stand once, with nothing that says that it is these. */
const POSSIBLE = 0.8;

/** The new text, and what looks for strings in it. */
export interface Looked {
  readonly source: SourceText;
  readonly finder: Finder;
  /** There is no other target to tell anything. */
  readonly isSingle: boolean;
}

/** `held` is where the target stands with all of its context, if that is where its hint says. */
export function verdictOf(
  looked: Looked,
  target: Target,
  held: number | undefined,
  placed: Placed | undefined,
): Anchoring {
  if (placed?.alignment.isWhole === true) return throughOldText(looked, target, placed);
  const fate = placed?.fate;
  const isSupported = placed !== undefined && !looked.isSingle && isInCompany(placed);
  if (fate?.kind === 'sure' && isSupported) return settled(looked, target, fate.span);
  if (held !== undefined) {
    return { kind: 'exact', span: { start: held, end: held + target.exact.length } };
  }
  if (!isSupported) return byItself(looked, target, placed);
  if (fate?.kind === 'gone') return ORPHANED;
  if (fate?.kind === 'changed') return similar(wordsChanged(fate), []);
  return uncertain(looked, target, placed, 'neighbours');
}

/** Everything about the old text is known: what is not there any more is nowhere. */
function throughOldText(looked: Looked, target: Target, placed: Placed): Anchoring {
  const { fate } = placed;
  if (fate.kind === 'sure') return settled(looked, target, fate.span);
  if (fate.kind === 'gone') return ORPHANED;
  if (fate.kind === 'changed') return similar(wordsChanged(fate), []);
  return uncertain(looked, target, placed, 'old-text');
}

/** No neighbour says where it belongs; what folding hides from a search alone is used all the same. */
function byItself(
  { source, finder }: Looked,
  target: Target,
  placed: Placed | undefined,
): Anchoring {
  const alone = anchorAlone(source, target, finder);
  const fate = placed?.fate;
  if (fate === undefined || isCertain(alone) || alone.kind === 'ambiguous') return alone;
  if (fate.kind === 'sure') return { kind: 'moved', span: fate.span };
  return alone;
}

/** Proposals only: the likely place, and what a search finds where nothing else stands. */
function uncertain(
  { source, finder }: Looked,
  target: Target,
  placed: Placed,
  reason: CandidateReason,
): Anchoring {
  const { fate } = placed;
  const alone = anchorAlone(source, target, finder, expected(placed));
  const others = candidatesOf(alone).filter(({ span }) => isFree(placed, span));
  if (fate.kind === 'likely') {
    const more = others.filter(({ span }) => !isSame(span, fate.span));
    return { kind: 'ambiguous', candidates: [{ span: fate.span, score: LIKELY, reason }, ...more] };
  }
  const [first, ...more] = others;
  if (first === undefined) return ORPHANED;
  return alone.kind === 'similar'
    ? similar(first, more)
    : { kind: 'ambiguous', candidates: others };
}

function settled({ source }: Looked, target: Target, span: Span): Anchoring {
  const isThere = span.start === hintedStart(source, target);
  const isExact = isThere && source.text.slice(span.start, span.end) === target.exact;
  return { kind: isExact ? 'exact' : 'moved', span };
}

/** Whether something certain stands around it; of what is sure its own row is enough. */
function isInCompany({ alignment, range, fate }: Placed): boolean {
  if (range === undefined) return alignment.hasSolid;
  if (expectedAt(alignment, range) !== undefined) return true;
  if (fate.kind !== 'sure') return false;
  const { rowStart, rowEnd, solidAfter } = alignment.neighbours;
  const solid = solidAfter[rowStart[range.from] ?? 0] ?? -1;
  return solid >= 0 && solid <= (rowEnd[range.from] ?? -1);
}

function wordsChanged({ span, score }: Extract<Fate, { kind: 'changed' }>): Candidate {
  return { span, score, reason: 'words-changed' };
}

function expected({ alignment, range }: Placed): number | undefined {
  return range === undefined ? undefined : expectedAt(alignment, range);
}

function similar(first: Candidate, more: readonly Candidate[]): Anchoring {
  return { kind: 'similar', span: first.span, score: first.score, candidates: [first, ...more] };
}

function candidatesOf(anchoring: Anchoring): readonly Candidate[] {
  if (anchoring.kind === 'orphaned') return [];
  if (!isCertain(anchoring)) return anchoring.candidates;
  return [{ span: anchoring.span, score: POSSIBLE, reason: 'context-changed' }];
}

/** Whether nothing else of the old text stands in most of this passage. */
function isFree({ alignment: { now, toOld }, range }: Placed, span: Span): boolean {
  let taken = 0;
  let all = 0;
  for (let at = tokenAfter(now, span.start); (now.starts[at] ?? Infinity) < span.end; at += 1) {
    const old = toOld[at] ?? -1;
    const isOwn = range !== undefined && old >= range.from && old < range.to;
    all += 1;
    if (old >= 0 && !isOwn) taken += 1;
  }
  return taken * 2 <= all;
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
