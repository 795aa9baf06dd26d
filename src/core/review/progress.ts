/** How far the annotation of the sources is: by source, and of all together. */
import { STATUSES, type AnnotationStatus } from '../model/annotation';
import type { SourceMetadata } from '../model/records';
import { isOpenThread } from '../model/thread';
import type { Indexes } from '../store/indexes';
import type { Store } from '../store/store';
import { openThreadsOf } from './threads';

/** `reviewed` is what is done and has a reviewer. */
export const PROGRESSES = ['not-started', 'in-progress', 'done', 'reviewed'] as const;
export type SourceProgress = (typeof PROGRESSES)[number];

/** What nobody said the state of is in progress once it has annotations. */
export function sourceProgress(
  { state, reviewedBy }: Pick<SourceMetadata, 'state' | 'reviewedBy'>,
  annotations: number,
): SourceProgress {
  if (state === 'done') return (reviewedBy ?? []).length > 0 ? 'reviewed' : 'done';
  return state === undefined && annotations === 0 ? 'not-started' : 'in-progress';
}

export type StatusCounts = Readonly<Record<AnnotationStatus, number>>;

export interface SourceStatus {
  readonly source: string;
  readonly progress: SourceProgress;
  readonly reviewedBy: readonly string[];
  readonly annotations: StatusCounts;
  /** Discussions of the source and of its annotations that are open. */
  readonly openThreads: number;
}

/** Of a source that has no annotation file, too. */
export function statusOf(indexes: Indexes, source: string): SourceStatus {
  const metadata = indexes.source(source) ?? { path: source };
  const records = indexes.annotationsOf(source).map(({ annotation }) => annotation);
  const own = indexes.sourceFiles(source).map((file) => file.source.thread);
  const threads = [...own, ...records.map(({ thread }) => thread)];
  return {
    source,
    progress: sourceProgress(metadata, records.length),
    reviewedBy: metadata.reviewedBy ?? [],
    annotations: countsOf(records.map(({ status }) => status)),
    openThreads: threads.filter((thread) => isOpenThread(thread)).length,
  };
}

export interface ProjectStatus {
  readonly sources: readonly SourceStatus[];
  readonly progress: Readonly<Record<SourceProgress, number>>;
  readonly annotations: StatusCounts;
  /** Those of entities and events included. */
  readonly openThreads: number;
}

/** `sources` are the paths of all, annotated or not, in the order that is wanted. */
export function projectStatus(store: Store, sources: readonly string[]): ProjectStatus {
  const each = sources.map((source) => statusOf(store.indexes, source));
  return {
    sources: each,
    progress: countsBy(PROGRESSES, each, ({ progress }) => progress),
    annotations: sumOf(each.map(({ annotations }) => annotations)),
    openThreads: openThreadsOf(store).length,
  };
}

/** Whether every source is done and reviewed, and nothing is left to decide or to answer. */
export function isFinished({
  sources,
  progress,
  annotations,
  openThreads,
}: ProjectStatus): boolean {
  const undecided = annotations.proposed + annotations.disputed;
  return progress.reviewed === sources.length && openThreads + undecided === 0;
}

function countsOf(statuses: readonly AnnotationStatus[]): StatusCounts {
  return countsBy(STATUSES, statuses, (status) => status);
}

function sumOf(all: readonly StatusCounts[]): StatusCounts {
  const sum = { proposed: 0, accepted: 0, disputed: 0, rejected: 0 };
  for (const each of all) for (const status of STATUSES) sum[status] += each[status];
  return sum;
}

function countsBy<K extends string, T>(
  keys: readonly K[],
  items: readonly T[],
  keyOf: (item: T) => K,
): Readonly<Record<K, number>> {
  const counts = new Map<K, number>(keys.map((key) => [key, 0]));
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return Object.fromEntries(counts) as Record<K, number>;
}
