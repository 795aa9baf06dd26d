/** What the tool proposes to annotate: names of known entities, unknown names, time expressions. */
import type { Span } from '../text/span';

interface Suggested {
  /** UTF-16, in the text of the source. */
  readonly span: Span;
  /** Whether it can be taken without reading: `sure` ones may be accepted together, `doubtful` ones are shown last. */
  readonly confidence: 'sure' | 'likely' | 'doubtful';
  /** Why it is not sure, in a few words for the person; absent for `sure`. */
  readonly doubt?: string;
}

/** A name of one entity, or of several: then the person chooses. */
export interface KnownName extends Suggested {
  readonly kind: 'known';
  /** Ids, the likeliest first. */
  readonly entities: readonly [string, ...string[]];
  /** The words as a further name, when no record has them and they only resemble a name. */
  readonly alias?: string;
}

/** What looks like a name and is none of a known entity. */
export interface UnknownName extends Suggested {
  readonly kind: 'unknown';
  /** The name as a record would have it: without possessive and line breaks. */
  readonly name: string;
  /** Id of the entity type that it seems to be. */
  readonly type?: string;
}

export interface TimeExpression extends Suggested {
  readonly kind: 'time';
  /** EDTF; absent when the text does not tell. */
  readonly value?: string;
}

export type Suggestion = KnownName | UnknownName | TimeExpression;

/** For switches and filters, in the order in which people are told of them. */
export const SUGGESTION_KINDS = ['known', 'unknown', 'time'] as const;
