/** Which of overlapping places count: the longest first. */
import { countBelow } from '../../text/search';

/** Where a key stands as a whole name. */
export interface Candidate {
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly key: number;
  /** Whether a particle stands after it. */
  readonly isJoined: boolean;
}

/**
 * Takes candidates in the order of their starts, and hands over, in their order, those that are left when the
 * longest is taken first, of equally long ones the first, and what overlaps it is dropped. Several of one place
 * are handed over together.
 */
export class LongestFirst {
  readonly #take: (first: Candidate, same?: readonly Candidate[]) => void;
  #waiting: Candidate | undefined;
  /** Those that overlap the one that waits, or one another; it is among them when there are any. */
  #cluster: Candidate[] = [];
  #end = 0;

  constructor(take: (first: Candidate, same?: readonly Candidate[]) => void) {
    this.#take = take;
  }

  add(candidate: Candidate): void {
    if (this.#waiting === undefined || candidate.start >= this.#end) {
      this.flush();
      this.#waiting = candidate;
      this.#end = candidate.end;
      return;
    }
    if (this.#cluster.length === 0) this.#cluster.push(this.#waiting);
    this.#cluster.push(candidate);
    if (candidate.end > this.#end) this.#end = candidate.end;
  }

  /** Hands over what still waits. */
  flush(): void {
    if (this.#waiting === undefined) return;
    if (this.#cluster.length === 0) this.#take(this.#waiting);
    else for (const same of apart(this.#cluster)) this.#take(same[0], same);
    this.#waiting = undefined;
    this.#cluster = [];
  }
}

type Place = [Candidate, ...Candidate[]];

function apart(cluster: Candidate[]): readonly Place[] {
  cluster.sort((a, b) => {
    const [ofA, ofB] = [a.end - a.start, b.end - b.start];
    return ofA === ofB ? a.start - b.start : ofB - ofA;
  });
  /** In the order of the text; `starts` are theirs. */
  const taken: Place[] = [];
  const starts: number[] = [];
  for (const each of cluster) {
    const at = countBelow(starts, each.start);
    const [before] = taken[at - 1] ?? [];
    const next = taken[at];
    if (next !== undefined && next[0].start === each.start && next[0].end === each.end) {
      next.push(each);
    } else if (
      (before === undefined || before.end <= each.start) &&
      (next === undefined || each.end <= next[0].start)
    ) {
      taken.splice(at, 0, [each]);
      starts.splice(at, 0, each.start);
    }
  }
  return taken;
}
