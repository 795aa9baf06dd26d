/** Where a quote that no longer stands in a text may have been: what its context encloses now. */
import type { Target } from '../model/annotation';
import { splitsPair } from './codePoints';
import { isWordEdge } from './cut';
import { placesOf, weigh, type Find } from './occurrences';
import { bestStart, similarity } from './similarity';
import type { Span } from './span';

/**
 * What speaks for a candidate, and why it is none that may be taken without asking:
 * - `words-changed`: it stands where the passage stood, but its words are not those of the quote.
 * - `context-changed`: the words of the quote, in other surroundings than they had.
 * - `twin`: the words of the quote with as much of its context, of which there is more than one.
 * - `neighbours`: the words of the quote where the annotations around it have gone.
 * - `old-text`: the words of the quote where comparing with the old text puts the passage.
 */
export type CandidateReason =
  'words-changed' | 'context-changed' | 'twin' | 'neighbours' | 'old-text';

/** A passage to offer, never to take silently. `score` is 0 to 1. */
export interface Candidate {
  readonly span: Span;
  readonly score: number;
  readonly reason: CandidateReason;
}

/** Context shorter than this in letters finds too many places to propose any. */
const ENOUGH_CONTEXT = 12;
/** Context that stands in more places says nothing. */
const MOST_PLACES = 60;
/** How much of a side must stand when its far end has changed too, in code units. */
const NEAR_CONTEXT = 16;
/** How alike a passage must be that only one side of the context points to. */
const ALIKE = 0.6;
/** Quotes longer than this are looked for between both sides of their context only. */
const LONGEST_VARIANT = 200;

const HAS_LETTER = /[\p{L}\p{N}\p{S}]/u;

/**
 * The passages that the context encloses or that resemble the quote next to it; best first. Where
 * the quote itself stands between both sides of its context, with words added around it, it is
 * proposed with score 1.
 */
export function proposals(
  text: string,
  target: Target,
  find: Find = (needle) => placesOf(text, needle),
): readonly Candidate[] {
  const befores = endsOfPrefix(text, target.prefix, find);
  const afters = startsOfSuffix(text, target.suffix, find);
  if (befores.length > MOST_PLACES || afters.length > MOST_PLACES) return [];
  const found = enclosed(text, target, befores, afters);
  if (found.length > 0) return best(found);
  return best([...variantsAfter(text, target, befores), ...variantsBefore(text, target, afters)]);
}

/** Offsets at which the prefix, or at least its near part, ends. */
export function endsOfPrefix(
  text: string,
  prefix: string,
  find: Find = (needle) => placesOf(text, needle),
): readonly number[] {
  for (const part of new Set([prefix, prefix.slice(-NEAR_CONTEXT)])) {
    const starts = weigh(part) < ENOUGH_CONTEXT ? [] : find(part);
    if (starts.length > 0) return starts.map((start) => start + part.length);
  }
  return [];
}

/** Offsets at which the suffix, or at least its near part, starts. */
export function startsOfSuffix(
  text: string,
  suffix: string,
  find: Find = (needle) => placesOf(text, needle),
): readonly number[] {
  for (const part of new Set([suffix, suffix.slice(0, NEAR_CONTEXT)])) {
    const starts = weigh(part) < ENOUGH_CONTEXT ? [] : find(part);
    if (starts.length > 0) return starts;
  }
  return [];
}

/** How long a passage may be that took the place of the quote. */
export function longestReplacement(exact: string): number {
  return 2 * exact.length + 64;
}

function enclosed(
  text: string,
  target: Target,
  befores: readonly number[],
  afters: readonly number[],
): readonly Candidate[] {
  const most = longestReplacement(target.exact);
  return befores.flatMap((start): readonly Candidate[] => {
    const end = afters.find((after) => after >= start);
    if (end === undefined || end - start > most) return [];
    const passage = text.slice(start, end);
    if (!HAS_LETTER.test(passage)) return [];
    const [within, another] = placesOf(passage, target.exact);
    if (within !== undefined && another === undefined) {
      const inside = { start: start + within, end: start + within + target.exact.length };
      if (isWordEdge(text, inside.start) && isWordEdge(text, inside.end)) {
        return [{ span: inside, score: 1, reason: 'context-changed' }];
      }
    }
    const score = (1 + similarity(target.exact, passage)) / 2;
    return [{ span: { start, end }, score, reason: 'words-changed' }];
  });
}

function variantsAfter(
  text: string,
  target: Target,
  starts: readonly number[],
): readonly Candidate[] {
  if (target.exact.length > LONGEST_VARIANT) return [];
  return starts.flatMap((start) => {
    const near = text.slice(start, start + reach(target.exact));
    const end = start + bestStart(target.exact, near).length;
    return alike(text, target.exact, { start, end: nextEdge(text, end) });
  });
}

function variantsBefore(
  text: string,
  target: Target,
  ends: readonly number[],
): readonly Candidate[] {
  if (target.exact.length > LONGEST_VARIANT) return [];
  const pattern = reversed(target.exact);
  return ends.flatMap((end) => {
    const near = reversed(text.slice(Math.max(0, end - reach(target.exact)), end));
    const start = end - bestStart(pattern, near).length;
    return alike(text, target.exact, { start: previousEdge(text, start), end });
  });
}

function alike(text: string, exact: string, span: Span): readonly Candidate[] {
  const passage = text.slice(span.start, span.end);
  const score = HAS_LETTER.test(passage) ? similarity(exact, passage) : 0;
  return score < ALIKE ? [] : [{ span, score: 0.9 * score, reason: 'words-changed' }];
}

function best(candidates: readonly Candidate[]): readonly Candidate[] {
  const distinct = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = `${candidate.span.start}-${candidate.span.end}`;
    const known = distinct.get(key);
    if (known === undefined || known.score < candidate.score) distinct.set(key, candidate);
  }
  return [...distinct.values()].sort((a, b) =>
    a.score === b.score ? a.span.start - b.span.start : b.score - a.score,
  );
}

function reach(exact: string): number {
  return Math.ceil(exact.length * 1.5) + 4;
}

/** The edge of the word that `offset` is in, a few letters on at most; else the edge of the character. */
function nextEdge(text: string, offset: number): number {
  for (let at = offset; at <= Math.min(offset + 3, text.length); at += 1) {
    if (!splitsPair(text, at) && isWordEdge(text, at)) return at;
  }
  return splitsPair(text, offset) ? offset + 1 : offset;
}

function previousEdge(text: string, offset: number): number {
  for (let at = offset; at >= Math.max(offset - 3, 0); at -= 1) {
    if (!splitsPair(text, at) && isWordEdge(text, at)) return at;
  }
  return splitsPair(text, offset) ? offset - 1 : offset;
}

function reversed(text: string): string {
  let result = '';
  for (let at = text.length - 1; at >= 0; at -= 1) result += text.charAt(at);
  return result;
}
