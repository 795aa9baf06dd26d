/** The fields in which two states of one record differ. */
import type { Annotation } from '../model/annotation';
import type { FieldChanges } from '../storage/rewritten';
import type { FieldMap } from '../storage/emit';
import { annotationFields, TARGET_KEYS } from '../storage/fields';

/** Key by key, what turns `before` into `after`; `undefined` for keys that go. */
export function changedFields(before: FieldMap, after: FieldMap): FieldChanges {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes = new Map<string, FieldMap[string]>();
  for (const key of keys) {
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) changes.set(key, after[key]);
  }
  return changes;
}

/**
 * What turns one state of an annotation into another. A new place sets or removes every key of a
 * target, because a file may say in `fragments` what the model has as one target.
 */
export function changedAnnotation(before: Annotation, after: Annotation): FieldChanges {
  const fields = annotationFields(after);
  const changes = new Map(changedFields(annotationFields(before), fields));
  if (!TARGET_KEYS.some((key) => changes.has(key))) return changes;
  for (const key of TARGET_KEYS) changes.set(key, fields[key]);
  return changes;
}
