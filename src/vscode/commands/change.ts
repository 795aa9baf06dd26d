/** One thing that can be changed of an annotation. */
import type { BodyFields, Operation } from '../../core/operations/operation';
import type { AnnotationRecord } from '../../core/store/store';

export interface Change {
  readonly label: string;
  /** What it is now, for the list. */
  readonly now: string;
  /** Name of a codicon. */
  readonly icon: string;
  /** Asks for the new value; absent when that was cancelled, empty when it is what it was. */
  readonly ask: () => Promise<readonly Operation[] | undefined>;
}

/** The operation that sets fields of the body; `null` removes one. */
export function updateOf(
  { source, annotation }: AnnotationRecord,
  fields: BodyFields,
): readonly Operation[] {
  return [{ op: 'update', source, id: annotation.id, ...fields }];
}
