/** Who works on the project, as its files name them. */
import type { Store } from '../store/store';
import { sourceOf, type Setting } from './setting';

/** Who annotated, commented or reviewed anything; those of the source of the file first, then by name. */
export function annotatorsAround(setting: Setting): readonly string[] {
  const { store } = setting;
  const own = setting.kind === 'annotations' ? [sourceOf(setting)] : [];
  return [...new Set([...namesIn(store, own), ...namesIn(store, store.indexes.sourcePaths())])];
}

function namesIn({ indexes }: Store, sources: readonly string[]): readonly string[] {
  const names = sources.flatMap((source) => {
    const { reviewedBy = [], thread = [] } = indexes.source(source) ?? {};
    const annotations = indexes.annotationsOf(source).map(({ annotation }) => annotation);
    const comments = [...thread, ...annotations.flatMap((each) => each.thread ?? [])];
    return [...[...annotations, ...comments].map(({ by }) => by), ...reviewedBy];
  });
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}
