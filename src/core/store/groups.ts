/** Annotations grouped by one key, each group in order at all times. */
import { compareSpans } from '../text/span';
import type { AnnotationRecord } from './store';

const NONE: readonly AnnotationRecord[] = [];

export class Groups {
  /** A group of one is the record itself: nearly all ids have one. */
  readonly #groups = new Map<string, AnnotationRecord | AnnotationRecord[]>();

  /** In the order of `byPlace`. */
  of(key: string): readonly AnnotationRecord[] {
    const group = this.#groups.get(key);
    if (group === undefined) return NONE;
    return Array.isArray(group) ? group : [group];
  }

  /** Those of several keys together, in the same order. */
  ofAll(keys: ReadonlySet<string>): AnnotationRecord[] {
    const all = [...keys].flatMap((key) => this.of(key));
    return keys.size === 1 ? all : all.sort(byPlace);
  }

  add(key: string | undefined, record: AnnotationRecord): void {
    if (key === undefined) return;
    const group = this.#groups.get(key);
    if (group === undefined) {
      this.#groups.set(key, record);
    } else if (Array.isArray(group)) {
      group.splice(placeIn(group, record), 0, record);
    } else {
      this.#groups.set(key, byPlace(group, record) < 0 ? [group, record] : [record, group]);
    }
  }

  /** Takes out the record that has the same place, id and file. */
  remove(key: string | undefined, record: AnnotationRecord): void {
    if (key === undefined) return;
    const group = this.#groups.get(key);
    if (group === undefined) return;
    if (!Array.isArray(group)) {
      if (byPlace(group, record) === 0) this.#groups.delete(key);
      return;
    }
    const at = placeIn(group, record);
    const found = group[at];
    if (found === undefined || byPlace(found, record) !== 0) return;
    group.splice(at, 1);
    if (group.length === 0) this.#groups.delete(key);
  }
}

/** How many of the group come before the record. Files are mostly read in order, so often all. */
function placeIn(group: readonly AnnotationRecord[], record: AnnotationRecord): number {
  const last = group.at(-1);
  if (last === undefined || byPlace(last, record) < 0) return group.length;
  let low = 0;
  let high = group.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const each = group[middle];
    if (each !== undefined && byPlace(each, record) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By source, then position, the longer first, then id, then file. */
export function byPlace(a: AnnotationRecord, b: AnnotationRecord): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  const [one] = a.annotation.targets;
  const [two] = b.annotation.targets;
  const order = compareSpans(one, two);
  if (order !== 0) return order;
  if (a.annotation.id !== b.annotation.id) return a.annotation.id < b.annotation.id ? -1 : 1;
  return a.path === b.path ? 0 : a.path < b.path ? -1 : 1;
}
