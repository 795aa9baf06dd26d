/** Three states of the fields of one record, merged. */
import type { FieldChanges } from '../storage/rewritten';
import type { FieldMap } from '../storage/emit';

/**
 * What of `changes`, which were made for `base`, is still to be done on `now`; absent when somebody
 * changed one of these fields since.
 */
export function mergeFields(
  changes: FieldChanges,
  base: FieldMap,
  now: FieldMap,
): FieldChanges | undefined {
  const merged = new Map<string, FieldMap[string]>();
  for (const [key, value] of changes) {
    if (isSame(now[key], value)) continue;
    if (!isSame(now[key], base[key])) return undefined;
    merged.set(key, value);
  }
  return merged;
}

/** Whether two values of fields say the same. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
