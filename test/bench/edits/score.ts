/** How well one method did on one kind of edit. */
import type { Anchoring } from '../../../src/core/text/anchor';
import type { Span } from '../../../src/core/text/span';
import type { Fate } from './tracked';

/** What a method said of one passage. */
export interface Answer {
  /** Where it is, or the first of the proposals. */
  readonly span?: Span;
  readonly isSure: boolean;
}

export interface Score {
  /** Passages that an oracle can place, and of these those that were deleted. */
  all: number;
  deleted: number;
  /** As it should be: sure of the place; changed words proposed; deleted and not found. */
  right: number;
  /** Not sure, but the first proposal is the place. */
  proposed: number;
  /** Sure of the wrong place. */
  wrong: number;
  /** Deleted, and found with certainty elsewhere; counted in `wrong` too. */
  found: number;
  /** A wrong proposal, or one for what was deleted. */
  misled: number;
  givenUp: number;
}

export function noScore(): Score {
  return { all: 0, deleted: 0, right: 0, proposed: 0, wrong: 0, found: 0, misled: 0, givenUp: 0 };
}

export function add(sum: Score, more: Score): void {
  sum.all += more.all;
  sum.deleted += more.deleted;
  sum.right += more.right;
  sum.proposed += more.proposed;
  sum.wrong += more.wrong;
  sum.found += more.found;
  sum.misled += more.misled;
  sum.givenUp += more.givenUp;
}

export type Outcome = 'right' | 'proposed' | 'wrong' | 'misled' | 'givenUp';

/**
 * `isChanged`: the passage has other words now, so that sureness is not to be had: a proposal of its
 * place is the right answer. Such a place is right when it shares two thirds with the true one.
 */
export function judge(fate: Span | 'gone', answer: Answer, isChanged: boolean): Outcome {
  const { span, isSure } = answer;
  if (fate === 'gone') return span === undefined ? 'right' : isSure ? 'wrong' : 'misled';
  if (span === undefined) return 'givenUp';
  const isThere = isChanged
    ? agrees(span, fate)
    : span.start === fate.start && span.end === fate.end;
  if (isThere) return isSure || isChanged ? 'right' : 'proposed';
  return isSure ? 'wrong' : 'misled';
}

export function count(score: Score, fate: Fate, outcome: Outcome): void {
  score.all += 1;
  if (fate === 'gone') score.deleted += 1;
  if (fate === 'gone' && outcome === 'wrong') score.found += 1;
  score[outcome] += 1;
}

/** The same words and signs, however they are spaced, encoded and drawn. */
export function isSameWords(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

export function answerOf(anchoring: Anchoring | undefined): Answer {
  switch (anchoring?.kind) {
    case 'exact':
    case 'moved':
      return { span: anchoring.span, isSure: true };
    case 'similar':
    case 'ambiguous': {
      const [first] = anchoring.candidates;
      return first === undefined ? { isSure: false } : { span: first.span, isSure: false };
    }
    default:
      return { isSure: false };
  }
}

function agrees(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const all = Math.max(a.end, b.end) - Math.min(a.start, b.start);
  return shared >= (all * 2) / 3;
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, '')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/[-–—]+/g, '-')
    .replace(/…/g, '...');
}
