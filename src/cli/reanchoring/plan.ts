/** What re-anchoring would do in each source that was asked for. */
import type { FileChange } from '../../core/operations/draft';
import type { MoveSource, Reanchor } from '../../core/operations/operation';
import { perform } from '../../core/operations/perform';
import {
  planReanchoring,
  reanchorOperation,
  type Reanchoring,
} from '../../core/operations/reanchorPlan';
import { present } from '../../core/storage/decode';
import type { SourceText } from '../../core/text/sourceText';
import type { Workspace } from '../workspace';

export interface SourcePlan {
  readonly path: string;
  /** Absent when the source is not there, or is no text. */
  readonly text: SourceText | undefined;
  /** In document order, those without a certain place last. */
  readonly entries: readonly Reanchoring[];
  /** How many annotations the source has; more than `entries` when it is not there. */
  readonly count: number;
  /** Where annotation files say that the source is, when it is at `path` for certain. */
  readonly from?: string;
  /** Where a source that is not there may be now. */
  readonly maybe?: string;
}

/** The plans of these sources, of those that have annotations. */
export function planSources(workspace: Workspace, paths: readonly string[]): readonly SourcePlan[] {
  const { moves } = workspace.store;
  const origins = new Map(
    [...moves].flatMap(([from, { to, certain }]) => (certain ? [[to, from] as const] : [])),
  );
  return paths.flatMap((path): readonly SourcePlan[] => {
    const records = workspace.store.indexes.annotationsOf(path);
    if (records.length === 0) return [];
    const text = workspace.sourceText(path);
    const count = records.length;
    if (text === undefined) {
      return [{ path, text, entries: [], count, ...present({ maybe: moves.get(path)?.to }) }];
    }
    const blob = workspace.store.indexes.source(path)?.blob;
    const old = blob === undefined ? undefined : workspace.oldText(blob);
    const before = blob === text.blob ? text : old;
    const entries = planReanchoring(text, workspace.located(path), before);
    return [{ path, text, entries, count, ...present({ from: origins.get(path) }) }];
  });
}

export type Rewriting =
  | {
      readonly ok: true;
      readonly changes: readonly FileChange[];
      /** How many annotations they rewrite. */
      readonly count: number;
    }
  | { readonly ok: false; readonly message: string };

/**
 * The changes that bring everything certain up to date, annotation files of moved sources included.
 * Sources with a file that does not parse are left out.
 */
export function rewriting(workspace: Workspace, plans: readonly SourcePlan[]): Rewriting {
  const writable = plans.filter(({ path }) => isWritable(workspace, path));
  const placing = writable.flatMap((plan) => operationFor(workspace, plan) ?? []);
  const moving = writable.flatMap(({ path, from }): readonly MoveSource[] =>
    from === undefined ? [] : [{ op: 'moveSource', from, to: path }],
  );
  const performed = perform(workspace.store, workspace, [...placing, ...moving]);
  if (!performed.ok) return { ok: false, message: performed.error.message };
  const count = placing.reduce((sum, { places }) => sum + places.length, 0);
  return { ok: true, changes: performed.changes, count };
}

function isWritable({ store }: Workspace, path: string): boolean {
  const files = store.indexes.sourceFiles(path);
  return files.every((file) => store.file(file.path)?.readable !== false);
}

function operationFor(
  { store }: Workspace,
  { path, text, entries }: SourcePlan,
): Reanchor | undefined {
  if (text === undefined) return undefined;
  const files = store.indexes.sourceFiles(path);
  const stale = entries.filter(({ differences }) => differences.length > 0);
  if (stale.length === 0 && files.every(({ source }) => source.blob === text.blob)) {
    return undefined;
  }
  const places = stale.flatMap(({ record, now }) =>
    now === undefined ? [] : [{ record, place: now }],
  );
  return reanchorOperation(path, text, places);
}
