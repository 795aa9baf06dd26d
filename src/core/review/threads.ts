/** The discussions of a project: which there are, what they are about, and which wait for an answer. */
import { isOpenThread, type Subject, type Thread } from '../model/thread';
import { recordsOf } from '../store/changes';
import type { Store, StoreChange, StoredRecord } from '../store/store';

/** A thread, what it is about, and the file that has it. */
export interface FoundThread {
  readonly subject: Subject;
  readonly thread: Thread;
  readonly path: string;
  /** Where the passage begins that it is about, in code points of the source; -1 where it is about no passage. */
  readonly at: number;
}

/** Those of a store that still need an answer, in the order of `ThreadIndex.all`. */
export function openThreadsOf(store: Store): readonly FoundThread[] {
  return openThreads(foundIn(store)).toSorted(inFileOrder);
}

/** Those that still need an answer. */
export function openThreads(all: readonly FoundThread[]): readonly FoundThread[] {
  return all.filter(({ thread }) => isOpenThread(thread));
}

/** Every thread of a store, kept current from its changes. */
export class ThreadIndex {
  readonly #found = new Map<string, FoundThread>();
  readonly #stop: () => void;

  constructor(store: Store) {
    for (const found of foundIn(store)) this.#put(found);
    this.#stop = store.onDidChange((change) => this.#apply(change));
  }

  /** By file; those about a source before those about its passages, in their order. */
  all(): readonly FoundThread[] {
    return [...this.#found.values()].sort(inFileOrder);
  }

  get size(): number {
    return this.#found.size;
  }

  dispose(): void {
    this.#stop();
  }

  #apply({ added, updated, replaced, removed }: StoreChange): void {
    for (const record of [...removed, ...replaced]) {
      const subject = subjectOfRecord(record);
      if (subject !== undefined) this.#found.delete(keyOf(subject, record.path));
    }
    for (const record of [...updated, ...added]) {
      const found = threadOn(record);
      if (found !== undefined) this.#put(found);
    }
  }

  #put(found: FoundThread): void {
    this.#found.set(keyOf(found.subject, found.path), found);
  }
}

/** Tells the subjects of one project apart, those of several files with the same id, too. */
export function keyOf(subject: Subject, path: string): string {
  const id = subject.kind === 'source' ? '' : subject.id;
  return `${path}\n${id}`;
}

/** The thread of a subject as it is now; of an id in several files that of the first. */
export function threadOf({ indexes }: Store, subject: Subject): FoundThread | undefined {
  const record = recordOf(indexes, subject);
  return record && threadOn(record);
}

/** The file that a thread about the subject belongs to; absent when there is no such record or file. */
export function fileOf({ indexes }: Store, subject: Subject): string | undefined {
  return recordOf(indexes, subject)?.path;
}

function recordOf(indexes: Store['indexes'], subject: Subject): StoredRecord | undefined {
  switch (subject.kind) {
    case 'annotation':
      return indexes.annotationsWithId(subject.id).find(({ source }) => source === subject.source);
    case 'entity':
      return indexes.entities.get(subject.id);
    case 'event':
      return indexes.events.get(subject.id);
    case 'source':
      return indexes.sourceFiles(subject.path)[0];
  }
}

function threadOn(record: StoredRecord): FoundThread | undefined {
  const subject = subjectOfRecord(record);
  const thread = threadOfRecord(record);
  if (subject === undefined || thread === undefined) return undefined;
  const at = record.kind === 'annotation' ? record.annotation.targets[0].start : -1;
  return { subject, thread, path: record.path, at };
}

function subjectOfRecord(record: StoredRecord): Subject | undefined {
  switch (record.kind) {
    case 'annotation':
      return { kind: 'annotation', source: record.source, id: record.annotation.id };
    case 'entity':
      return { kind: 'entity', id: record.entity.id };
    case 'event':
      return { kind: 'event', id: record.event.id };
    case 'source':
      return { kind: 'source', path: record.source.path };
    case 'rejection':
      return undefined;
  }
}

function threadOfRecord(record: StoredRecord): Thread | undefined {
  switch (record.kind) {
    case 'annotation':
      return record.annotation.thread;
    case 'entity':
      return record.entity.thread;
    case 'event':
      return record.event.thread;
    case 'source':
      return record.source.thread;
    case 'rejection':
      return undefined;
  }
}

function foundIn(store: Store): readonly FoundThread[] {
  return [...store.files()].flatMap(({ path, content }) =>
    recordsOf(path, content).flatMap((record) => threadOn(record) ?? []),
  );
}

function inFileOrder(a: FoundThread, b: FoundThread): number {
  return a.path === b.path ? a.at - b.at : a.path < b.path ? -1 : 1;
}
