/** Three states of the fields of one record, merged. */
import type { FieldChanges } from '../storage/rewritten';
import type { FieldMap } from '../storage/emit';
import { isSame } from './isSame';
import { mergeThread } from './mergeThread';

/**
 * What of `changes`, which were made for `base`, is still to be done on `now`; absent when somebody
 * changed one of these fields since. What others said in a thread stays beside what is changed there.
 */
export function mergeFields(
  changes: FieldChanges,
  base: FieldMap,
  now: FieldMap,
): FieldChanges | undefined {
  const merged = new Map<string, FieldMap[string]>();
  for (const [key, value] of changes) {
    if (isSame(now[key], value)) continue;
    if (isSame(now[key], base[key])) {
      merged.set(key, value);
      continue;
    }
    const thread = key === 'thread' ? mergeThread(base[key], value, now[key]) : 'conflict';
    if (thread === 'conflict') return undefined;
    merged.set(key, thread);
  }
  return merged;
}
