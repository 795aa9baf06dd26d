/** Entities and events alike, where an operation takes either. */
import type { Entity, EventRecord } from '../model/records';
import { entityPath, eventPath } from '../storage/paths';
import type { AnnotationRecord } from '../store/store';
import type { Draft } from './draft';
import { failed, type Failed } from './operation';

export type AnyRecord =
  | { readonly kind: 'entity'; readonly record: Entity }
  | { readonly kind: 'event'; readonly record: EventRecord };

/** The record as it stands in its file: merges are not followed. */
export function anyRecord(draft: Draft, id: string): AnyRecord | undefined {
  const entity = draft.entity(id);
  if (entity !== undefined) return { kind: 'entity', record: entity };
  const event = draft.event(id);
  return event && { kind: 'event', record: event };
}

/** The record, or the one that it was merged into; absent in a circle of merges. */
export function standingRecord(draft: Draft, id: string): AnyRecord | undefined {
  const seen = new Set<string>();
  let found = anyRecord(draft, id);
  while (found?.record.mergedInto !== undefined) {
    if (seen.has(found.record.id)) return undefined;
    seen.add(found.record.id);
    found = anyRecord(draft, found.record.mergedInto);
  }
  return found;
}

/** The ids of the records that were merged into this one, over any number of steps, and its own. */
export function withRedirects(draft: Draft, id: string): ReadonlySet<string> {
  const ids = new Set([id]);
  for (const each of ids) {
    for (const path of draft.filesNamingRecord(each)) {
      const content = draft.content(path);
      const record =
        content?.kind === 'entity'
          ? content.entity
          : content?.kind === 'event'
            ? content.event
            : undefined;
      if (record?.mergedInto === each) ids.add(record.id);
    }
  }
  return ids;
}

/** The annotations that are about one of these records. */
export function mentionsOf(draft: Draft, ids: ReadonlySet<string>): readonly AnnotationRecord[] {
  const paths = new Set([...ids].flatMap((id) => draft.filesNamingRecord(id)));
  return [...paths].flatMap((path) => {
    const content = draft.content(path);
    if (content?.kind !== 'annotations') return [];
    return content.annotations
      .filter(({ entity, event }) => isIn(ids, entity) || isIn(ids, event))
      .map((annotation) => ({
        kind: 'annotation' as const,
        annotation,
        source: content.source.path,
        path,
      }));
  });
}

export function filePath({ kind, record }: AnyRecord): string {
  return kind === 'entity' ? entityPath(record.id) : eventPath(record.id);
}

/** The name of an entity, the title of an event. */
export function nameOf(found: AnyRecord): string {
  return found.kind === 'entity' ? found.record.name : found.record.title;
}

/** `the entity “x”`. */
export function inWords({ kind, record }: AnyRecord): string {
  return `the ${kind} “${record.id}”`;
}

export function unknownRecord(id: string): Failed {
  return failed('record-unknown', `There is no entity or event “${id}”.`);
}

function isIn(ids: ReadonlySet<string>, id: string | undefined): boolean {
  return id !== undefined && ids.has(id);
}
