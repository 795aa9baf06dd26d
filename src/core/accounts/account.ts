/** What the sources say of an event, and how that goes together with its record and with one another. */

/** What a statement is about. */
export type Topic = 'date' | 'place' | 'participant' | 'number' | 'polarity';

export const VERDICTS = ['contradicts', 'agrees', 'adds'] as const;
/** `adds`: only this source says it. */
export type Verdict = (typeof VERDICTS)[number];

/** Whose word a statement is held against: the record, or a source by its path. */
export type Other =
  { readonly kind: 'record' } | { readonly kind: 'source'; readonly source: string };

/** From the least to the most that a number may mean, both inclusive. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** One thing that one passage says. */
export interface Claim {
  readonly topic: Topic;
  /** The role of a participant, the thing that is counted; otherwise the topic. */
  readonly key: string;
  /** EDTF; a record id or free text; the number as written; a polarity. */
  readonly value: string;
  /** Of a number. */
  readonly range?: Range;
  /** The words of the source that say it, or that name it. */
  readonly quote: string;
  /** The evidence annotation; absent for the record's own word. */
  readonly annotation?: string;
  /**
   * `weak`: said near the passage, or only named in it, so that it may support what others say and prove
   * nothing by itself.
   */
  readonly strength: 'said' | 'weak';
}

/** One thing that one source says, in however many passages. */
export interface Statement {
  readonly topic: Topic;
  readonly key: string;
  readonly value: string;
  readonly verdict: Verdict;
  /** Who says the same. */
  readonly agrees: readonly Other[];
  /** Who says what cannot be so as well. */
  readonly contradicts: readonly Other[];
  /** In the order of the source. */
  readonly passages: readonly SayingPassage[];
}

export interface SayingPassage {
  readonly annotation: string;
  readonly quote: string;
}

/** How sure the passages of a source are, by the ids of their annotations. */
export interface Standing {
  readonly words: string;
  readonly annotations: readonly string[];
}

export interface SourceAccount {
  readonly source: string;
  /** How many passages report the event. */
  readonly passages: number;
  /** What contradicts first; then by topic. */
  readonly statements: readonly Statement[];
  readonly standings: readonly Standing[];
}

/** By source, in the order of their paths. */
export interface EventAccounts {
  readonly event: string;
  readonly sources: readonly SourceAccount[];
}
