/** Where a quote stands in a text, and how much of its context stands there with it. */
import type { Target } from '../model/annotation';
import { isWordEdge } from './cut';
import { commonPrefix, commonSuffix } from './similarity';
import type { Span } from './span';

/** One place where the quote stands. */
export interface Occurrence {
  readonly span: Span;
  /** Share of the context, counted outward from the quote without a gap, that stands here: 0 to 1. */
  readonly score: number;
  /** Whether that is enough to take the place for the quoted one when no other place has as much. */
  readonly convincing: boolean;
}

/** Enough of one side, in letters: a few words, so that "President …" alone is none. */
const ONE_SIDE = 20;
/** Enough of a side that agrees from the quote to its far end. */
const WHOLE_SIDE = 12;
/** Enough when both sides agree in part: of each, and of both together. */
const EACH_SIDE = 4;
const BOTH_SIDES = 16;

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const HAS_LETTER = /[\p{L}\p{N}]/u;

/** Whether the quote with all of its context stands with its start at `start`. */
export function standsAt(text: string, target: Target, start: number): boolean {
  return (
    start >= target.prefix.length &&
    text.startsWith(target.exact, start) &&
    text.startsWith(target.prefix, start - target.prefix.length) &&
    text.startsWith(target.suffix, start + target.exact.length)
  );
}

/** Every offset at which `needle` stands, overlapping ones too, ascending; none for an empty needle. */
export function placesOf(text: string, needle: string): readonly number[] {
  const places: number[] = [];
  if (needle === '') return places;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) places.push(at);
  return places;
}

/** Where a string stands in a certain text: all places, or those that are worth looking at. */
export type Find = (needle: string) => readonly number[];

/**
 * The places of the quote. One that was a whole word does not stand inside a longer word. An empty
 * quote stands wherever one whole side of its context does.
 */
export function occurrences(
  text: string,
  target: Target,
  find: Find = (needle) => placesOf(text, needle),
): readonly Occurrence[] {
  const starts = target.exact === '' ? emptyPlaces(find, target) : quotePlaces(text, find, target);
  return starts.map((start) => occurrenceAt(text, target, start));
}

function quotePlaces(
  text: string,
  find: Find,
  { prefix, exact, suffix }: Target,
): readonly number[] {
  const startedWord = prefix !== '' && isWordEdge(prefix + exact, prefix.length);
  const endedWord = suffix !== '' && isWordEdge(exact + suffix, exact.length);
  return find(exact).filter(
    (start) =>
      (!startedWord || isWordEdge(text, start)) &&
      (!endedWord || isWordEdge(text, start + exact.length)),
  );
}

function emptyPlaces(find: Find, { prefix, suffix }: Target): readonly number[] {
  const ends = find(prefix).map((start) => start + prefix.length);
  return [...new Set([...ends, ...find(suffix)])].sort((a, b) => a - b);
}

function occurrenceAt(text: string, target: Target, start: number): Occurrence {
  const { prefix, suffix } = target;
  const end = start + target.exact.length;
  const before = commonSuffix(text.slice(Math.max(0, start - prefix.length), start), prefix);
  const after = commonPrefix(text.slice(end, end + suffix.length), suffix);
  const total = prefix.length + suffix.length;
  return {
    span: { start, end },
    score: total === 0 ? 1 : (before + after) / total,
    convincing: convinces(
      side(prefix.slice(prefix.length - before), before === prefix.length, start === 0),
      side(suffix.slice(0, after), after === suffix.length, end === text.length),
    ),
  };
}

interface Side {
  readonly weight: number;
  /** All of this side of the context stands here, and at the edge of the text where it is short. */
  readonly whole: boolean;
}

function side(agreed: string, all: boolean, atTextEdge: boolean): Side {
  const weight = weigh(agreed);
  return { weight, whole: all && (weight >= WHOLE_SIDE || (agreed === '' && atTextEdge)) };
}

function convinces(before: Side, after: Side): boolean {
  if (before.whole || after.whole) return true;
  if (before.weight >= ONE_SIDE || after.weight >= ONE_SIDE) return true;
  return (
    before.weight >= EACH_SIDE &&
    after.weight >= EACH_SIDE &&
    before.weight + after.weight >= BOTH_SIDES
  );
}

/** Length in letters of an alphabet: one of a script with a sign for each syllable or word is two. */
export function weigh(context: string): number {
  if (!HAS_LETTER.test(context)) return 0;
  return context.length + (context.match(DENSE)?.length ?? 0);
}
