/** One field of a record as the list of Edit Record shows and changes it. */
import type { Operation } from '../../core/operations/operation';

/**
 * What answering came to: operations that are saved at once, none when everything stays or was saved already;
 * `back` to the list of fields; absent when the person left.
 */
export type FieldAnswer = readonly Operation[] | 'back' | undefined;

export interface RecordField {
  readonly label: string;
  /** What it is now, for the list; `—` for nothing. */
  readonly now: string;
  /** Name of a codicon. */
  readonly icon: string;
  /** Whether it holds several values: after a change it is shown again, until Back or Escape. */
  readonly isList?: boolean;
  readonly ask: () => Promise<FieldAnswer>;
}

export const NOTHING = '—';

/** The names of a list for the list of fields. */
export function listed(names: readonly string[]): string {
  return names.length === 0 ? NOTHING : names.join(', ');
}
