/** What somebody may have meant who wrote a word that is not there. */
import { similarity } from '../text/similarity';

/** Less alike than this is another word. */
const ALIKE = 0.6;
/** As alike as this, and more than any other, it is the same word mistyped. */
const SAME = 0.75;
const MOST = 3;

export interface Near {
  readonly word: string;
  readonly isSure: boolean;
}

/** At most three, the most alike first; of equals in their order. */
export function nearest(word: string, known: Iterable<string>): readonly Near[] {
  const written = word.toLowerCase();
  const ranked: { readonly word: string; readonly score: number }[] = [];
  for (const each of known) {
    const score = similarity(written, each.toLowerCase());
    if (score >= ALIKE && each !== word) ranked.push({ word: each, score });
  }
  ranked.sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  const leads = first !== undefined && first.score >= SAME && first.score > (second?.score ?? 0);
  return ranked.slice(0, MOST).map(({ word: near }, index) => ({
    word: near,
    isSure: index === 0 && leads,
  }));
}
