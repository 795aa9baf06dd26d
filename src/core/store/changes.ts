/** From two states of one file to what changed between them, record by record. */
import type { Annotation } from '../model/annotation';
import type { Rejection } from '../model/rejection';
import type { AnnotationFile } from '../storage/annotationFile';
import type { FileContent } from '../storage/parse';
import { SCHEMA_PATH } from '../storage/paths';
import { sameValue } from './sameValue';
import type { AnnotationRecord, RejectionRecord, StoreChange, StoredRecord } from './store';

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
  const source = after.source.path;
  compareLists(before.annotations, after.annotations, annotationIn(source, path), lists);
  compareLists(before.rejected, after.rejected, rejectionIn(source, path), lists);
}

/** Records of one section, told apart by their ids. */
function compareLists<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  record: (each: T) => StoredRecord,
  lists: Lists,
): void {
  const [old, fresh] = withoutSharedEnds(before, after);
  const gone = new Map(old.map((each) => [each.id, each]));
  for (const each of fresh) {
    const previous = gone.get(each.id);
    gone.delete(each.id);
    if (previous === undefined) lists.added.push(record(each));
    else if (previous !== each) compareRecords(record(previous), record(each), lists);
  }
  for (const each of gone.values()) lists.removed.push(record(each));
}

function annotationIn(source: string, path: string): (annotation: Annotation) => AnnotationRecord {
  return (annotation) => ({ kind: 'annotation', annotation, source, path });
}

function rejectionIn(source: string, path: string): (rejection: Rejection) => RejectionRecord {
  return (rejection) => ({ kind: 'rejection', rejection, source, path });
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

/** Everything that the file at `path` says. */
export function recordsOf(path: string, content: FileContent | undefined): readonly StoredRecord[] {
  switch (content?.kind) {
    case 'annotations':
      return [
        { kind: 'source', source: content.source, path },
        ...content.annotations.map(annotationIn(content.source.path, path)),
        ...content.rejected.map(rejectionIn(content.source.path, path)),
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
