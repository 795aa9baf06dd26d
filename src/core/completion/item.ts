/** What completion offers at a place of a file. */
import type { Span } from '../text/span';

export interface CompletionItem {
  readonly kind: 'key' | 'record' | 'annotation' | 'type' | 'value' | 'date';
  /** What is shown, and matched with what was typed. */
  readonly label: string;
  /** What is shown behind the label: a name, a date in words. */
  readonly detail?: string;
  /** What it means, in plain words. */
  readonly about?: string;
  /** What takes the place of the span; lines after the first are indented as the first. */
  readonly insert: string;
  /** Whether more can be completed right behind it. */
  readonly goesOn?: boolean;
}

export interface Completions {
  /** In one line; what stands there is replaced. */
  readonly span: Span;
  /** The best first. */
  readonly items: readonly CompletionItem[];
  /** Whether there are more, which further letters would bring. */
  readonly isCut: boolean;
}
