/** How often each record is mentioned, and in how many sources; kept current from the store's changes. */
import type { AnnotationRecord, Store, StoreChange, StoredRecord } from '../store/store';
import { count } from './words';

export interface Tally {
  readonly passages: number;
  readonly sources: number;
}

export class Tallies {
  readonly #store: Store;
  readonly #stop: () => void;
  /** Record id as annotations write it → source → number of passages. */
  readonly #counts = new Map<string, Map<string, number>>();
  /** Live record id → ids of the records merged into it; made anew after records changed. */
  #merged: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(store: Store) {
    this.#store = store;
    for (const path of store.indexes.sourcePaths()) {
      for (const record of store.indexes.annotationsOf(path)) this.#count(record, 1);
    }
    this.#stop = store.onDidChange((change) => {
      this.#apply(change);
    });
  }

  /** Of a live entity or event, with the passages of the records that were merged into it. */
  of(recordId: string): Tally {
    const merged = (this.#merged ??= this.#mergedRecords()).get(recordId);
    const own = this.#counts.get(recordId);
    if (merged === undefined) return tallyOf(own === undefined ? [] : [own]);
    return tallyOf([recordId, ...merged].flatMap((id) => this.#counts.get(id) ?? []));
  }

  dispose(): void {
    this.#stop();
  }

  #apply({ added, updated, replaced, removed }: StoreChange): void {
    for (const records of [removed, replaced]) {
      for (const record of records) if (record.kind === 'annotation') this.#count(record, -1);
    }
    for (const records of [updated, added]) {
      for (const record of records) if (record.kind === 'annotation') this.#count(record, 1);
    }
    const isRecord = ({ kind }: StoredRecord): boolean => kind === 'entity' || kind === 'event';
    if (added.some(isRecord) || updated.some(isRecord) || removed.some(isRecord)) {
      this.#merged = undefined;
    }
  }

  #count({ source, annotation }: AnnotationRecord, by: 1 | -1): void {
    const id = annotation.entity ?? annotation.event;
    if (id === undefined) return;
    const counts = this.#counts.get(id) ?? new Map<string, number>();
    const number = (counts.get(source) ?? 0) + by;
    if (number > 0) counts.set(source, number);
    else counts.delete(source);
    this.#counts.set(id, counts);
  }

  #mergedRecords(): ReadonlyMap<string, readonly string[]> {
    const merged = new Map<string, string[]>();
    const { indexes } = this.#store;
    const add = (from: string, into: string | undefined): void => {
      if (into === undefined || into === from) return;
      merged.set(into, [...(merged.get(into) ?? []), from]);
    };
    for (const { entity } of indexes.entities.values())
      add(entity.id, indexes.entity(entity.id)?.id);
    for (const { event } of indexes.events.values()) add(event.id, indexes.event(event.id)?.id);
    return merged;
  }
}

/** `12 in 3 sources`; `words` is what there is none of. */
export function tallyWords({ passages, sources }: Tally, none: string): string {
  return passages === 0 ? `no ${none}` : `${passages} in ${count(sources, 'source')}`;
}

function tallyOf(counts: readonly ReadonlyMap<string, number>[]): Tally {
  let passages = 0;
  for (const each of counts) for (const number of each.values()) passages += number;
  const [first] = counts;
  if (first !== undefined && counts.length === 1) return { passages, sources: first.size };
  return { passages, sources: new Set(counts.flatMap((each) => [...each.keys()])).size };
}
