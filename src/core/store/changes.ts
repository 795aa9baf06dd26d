/** From two states of one file to what changed between them, record by record. */
import type { Annotation } from '../model/annotation';
import type { AnnotationFile } from '../storage/annotationFile';
import type { FileContent } from '../storage/parse';
import { SCHEMA_PATH } from '../storage/paths';
import { sameValue } from './sameValue';
import type { AnnotationRecord, StoreChange, StoredRecord } from './store';

interface Lists {
  readonly added: StoredRecord[];
  readonly updated: StoredRecord[];
  readonly replaced: StoredRecord[];
  readonly removed: StoredRecord[];
}

/** What turned `before` into `after`. Objects that both share are taken as unchanged unread. */
export function compareContents(
  path: string,
  before: FileContent | undefined,
  after: FileContent | undefined,
): StoreChange {
  const lists: Lists = { added: [], updated: [], replaced: [], removed: [] };
  if (before?.kind === 'annotations' && after?.kind === 'annotations') {
    compareFiles(path, before, after, lists);
  } else {
    const [old] = recordsOf(path, before);
    const [record] = recordsOf(path, after);
    if (old !== undefined && record !== undefined && old.kind === record.kind) {
      compareRecords(old, record, lists);
    } else {
      for (const each of recordsOf(path, before)) lists.removed.push(each);
      for (const each of recordsOf(path, after)) lists.added.push(each);
    }
  }
  return { path, ...lists, schemaChanged: path === SCHEMA_PATH };
}

/** A record that changes its source counts as another. */
function compareFiles(
  path: string,
  before: AnnotationFile,
  after: AnnotationFile,
  lists: Lists,
): void {
  if (before.source.path !== after.source.path) {
    for (const each of recordsOf(path, before)) lists.removed.push(each);
    for (const each of recordsOf(path, after)) lists.added.push(each);
    return;
  }
  compareRecords(
    { kind: 'source', source: before.source, path },
    { kind: 'source', source: after.source, path },
    lists,
  );
  const record = (annotation: Annotation): AnnotationRecord => ({
    kind: 'annotation',
    annotation,
    source: after.source.path,
    path,
  });
  const [old, fresh] = withoutSharedEnds(before.annotations, after.annotations);
  const gone = new Map(old.map((annotation) => [annotation.id, annotation]));
  for (const annotation of fresh) {
    const previous = gone.get(annotation.id);
    gone.delete(annotation.id);
    if (previous === undefined) lists.added.push(record(annotation));
    else if (previous !== annotation) compareRecords(record(previous), record(annotation), lists);
  }
  for (const annotation of gone.values()) lists.removed.push(record(annotation));
}

function compareRecords(before: StoredRecord, after: StoredRecord, lists: Lists): void {
  if (sameValue(before, after)) return;
  lists.replaced.push(before);
  lists.updated.push(after);
}

function withoutSharedEnds<T>(a: readonly T[], b: readonly T[]): [readonly T[], readonly T[]] {
  const length = Math.min(a.length, b.length);
  let head = 0;
  while (head < length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
}

function recordsOf(path: string, content: FileContent | undefined): readonly StoredRecord[] {
  switch (content?.kind) {
    case 'annotations':
      return [
        { kind: 'source', source: content.source, path },
        ...content.annotations.map((annotation) => ({
          kind: 'annotation' as const,
          annotation,
          source: content.source.path,
          path,
        })),
      ];
    case 'entity':
      return [{ kind: 'entity', entity: content.entity, path }];
    case 'event':
      return [{ kind: 'event', event: content.event, path }];
    case 'schema':
    case undefined:
      return [];
  }
}
