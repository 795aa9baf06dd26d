/** How often each record is mentioned, and in how many sources; kept current from the store's changes. */
import type { AnnotationRecord, Store, StoreChange } from '../store/store';
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
  /** What each annotation was counted for. */
  readonly #counted = new Map<string, { readonly id: string; readonly source: string }>();
  /** Live record id → ids of the records merged into it; made anew after records changed. */
  #merged: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(store: Store) {
    this.#store = store;
    for (const path of store.indexes.sourcePaths()) {
      for (const record of store.indexes.annotationsOf(path)) this.#count(record);
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

  #apply({ added, updated, removed }: StoreChange): void {
    for (const record of removed) {
      if (record.kind === 'annotation') this.#forget(keyOf(record));
    }
    for (const record of [...updated, ...added]) {
      if (record.kind === 'annotation') this.#count(record);
    }
    if (
      [...added, ...updated, ...removed].some(({ kind }) => kind === 'entity' || kind === 'event')
    )
      this.#merged = undefined;
  }

  #count(record: AnnotationRecord): void {
    const key = keyOf(record);
    this.#forget(key);
    const { source, annotation } = record;
    const id = annotation.entity ?? annotation.event;
    if (id === undefined) return;
    this.#counted.set(key, { id, source });
    const counts = this.#counts.get(id) ?? new Map<string, number>();
    this.#counts.set(id, counts.set(source, (counts.get(source) ?? 0) + 1));
  }

  #forget(key: string): void {
    const counted = this.#counted.get(key);
    if (counted === undefined) return;
    this.#counted.delete(key);
    const counts = this.#counts.get(counted.id);
    const left = (counts?.get(counted.source) ?? 0) - 1;
    if (left > 0) counts?.set(counted.source, left);
    else counts?.delete(counted.source);
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
  const sources = new Set(counts.flatMap((each) => [...each.keys()])).size;
  return { passages, sources };
}

function keyOf({ path, source, annotation }: AnnotationRecord): string {
  return `${path}#${source}#${annotation.id}`;
}
