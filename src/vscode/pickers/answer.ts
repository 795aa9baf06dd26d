/** What a person may answer to a quick input, and what every quick input is told. */

export type Answer<T> =
  | { readonly kind: 'answer'; readonly value: T }
  /** The Back button. */
  | { readonly kind: 'back' }
  /** Escape, or the focus went elsewhere. */
  | { readonly kind: 'cancelled' };

export interface Prompt {
  readonly title: string;
  /** In a flow of several steps: which one this is, counted from 1. */
  readonly step?: { readonly number: number; readonly total: number };
  /** Shows the Back button. */
  readonly canGoBack?: boolean;
}

export function answered<T>(value: T): Answer<T> {
  return { kind: 'answer', value };
}

/** The answer with its value changed. */
export function mapAnswer<T, U>(answer: Answer<T>, change: (value: T) => U): Answer<U> {
  return answer.kind === 'answer' ? answered(change(answer.value)) : answer;
}
