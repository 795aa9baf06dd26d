/** Re-anchoring in words for a person: from where to where, and why. */
import { oneLine, quoted } from '../outline/words';
import type { Candidate } from '../text/anchor';
import { describe } from '../text/describe';
import type { SourceText } from '../text/sourceText';
import type { Difference, Place, Proposal, Reanchoring } from './reanchorPlan';

/** Why a place is proposed. */
export const REASONS: Readonly<Record<Candidate['reason'], string>> = {
  'words-changed': 'other words where it was',
  'context-changed': 'the same words in other surroundings',
  twin: 'one of several places alike',
  neighbours: 'the same words where the annotations around it have gone',
  'old-text': 'the same words where the old text puts it',
};

const DIFFERENCES: Readonly<Record<Difference, string>> = {
  words: 'words',
  place: 'place',
  context: 'context',
};

/** `line 3 → line 7`; one line where it has not left its line, or where the old one is not known. */
export function lineWords({ was, now, proposals }: Reanchoring): string {
  const to = (now ?? proposals[0])?.line;
  const doubt = now === undefined && to !== undefined ? '?' : '';
  if (to === undefined) return was.line === undefined ? 'no place' : `line ${was.line} → no place`;
  const there = `line ${to}${doubt}`;
  return was.line === undefined || was.line === to ? there : `line ${was.line} → ${there}`;
}

/** What differs from the file, what speaks for the first proposal, or that there is none. */
export function reasonWords({ now, differences, proposals }: Reanchoring): string {
  if (now !== undefined) {
    if (differences.length === 0) return 'up to date';
    return `other ${differences.map((each) => DIFFERENCES[each]).join(' and ')}`;
  }
  const [best, ...others] = proposals;
  if (best === undefined) return 'not found';
  const more = others.length === 0 ? '' : `; ${others.length} more`;
  return `${proposalWords(best)}${more}`;
}

/** `other words where it was, 87 %`. */
function proposalWords({ reason, score }: Proposal): string {
  return `${REASONS[reason]}, ${Math.round(score * 100)} %`;
}

/** The quote of the file, and what stands at its place or first proposal where that reads otherwise. */
export function quoteWords({ was, now, proposals }: Reanchoring): string {
  const quote = quoted(was.words);
  const place = now ?? proposals[0];
  if (place === undefined || oneLine(place.words) === oneLine(was.words)) return quote;
  return `${quote} → ${quoted(place.words)}`;
}

/** The words of a place between what stands before and behind them, on one line. */
export function inContext(source: SourceText, { spans, words }: Place): string {
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return '';
  const { prefix } = describe(source, first);
  const { suffix } = describe(source, last);
  return oneLine(`… ${prefix}⟦${words}⟧${suffix} …`);
}
