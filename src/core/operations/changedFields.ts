/** The fields in which two states of one record differ. */
import type { FieldChanges } from '../storage/editFile';
import type { FieldMap } from '../storage/emit';

/** Key by key, what turns `before` into `after`; `undefined` for keys that go. */
export function changedFields(before: FieldMap, after: FieldMap): FieldChanges {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes = new Map<string, FieldMap[string]>();
  for (const key of keys) {
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) changes.set(key, after[key]);
  }
  return changes;
}
