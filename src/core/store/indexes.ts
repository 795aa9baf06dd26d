/** Look-ups over all loaded records, kept current from the store's changes. */
import type { Entity, EventRecord, Relation, SourceMetadata } from '../model/records';
import type { Rejection } from '../model/rejection';
import { compareSpans } from '../text/span';
import { Groups } from './groups';
import { RecordUses } from './recordUses';
import { RelationIndex } from './relations';
import type {
  AnnotationRecord,
  EntityRecord,
  RejectionRecord,
  SourceRecord,
  StoreChange,
  StoredEvent,
  StoredRecord,
} from './store';

/** A relation between two entities that stand for themselves, or are not there. */
export interface EntityRelation {
  readonly from: string;
  readonly to: string;
  /** The record that says it: `from`, or one that was merged into it. */
  readonly owner: string;
  /** As the file has it. */
  readonly relation: Relation;
}

export class Indexes {
  readonly #entities = new Map<string, EntityRecord>();
  readonly #events = new Map<string, StoredEvent>();
  /** Source path → annotation file path → what that file says of the source. */
  readonly #sources = new Map<string, Map<string, SourceRecord>>();
  readonly #bySource = new Groups();
  readonly #byEntity = new Groups();
  readonly #byEvent = new Groups();
  readonly #byId = new Groups();
  readonly #entityMerges = new Merges();
  readonly #eventMerges = new Merges();
  readonly #relations = new RelationIndex();
  /** Source path → by file and id, the suggestions that were turned down there. */
  readonly #rejections = new Map<string, Map<string, RejectionRecord>>();
  readonly #uses = new RecordUses();

  apply(change: StoreChange): void {
    for (const record of change.removed) this.#remove(record);
    for (const record of change.replaced) this.#remove(record);
    for (const record of change.updated) this.#add(record);
    for (const record of change.added) this.#add(record);
  }

  /** Every entity record, merged ones included, by id. */
  get entities(): ReadonlyMap<string, EntityRecord> {
    return this.#entities;
  }

  get events(): ReadonlyMap<string, StoredEvent> {
    return this.#events;
  }

  /** The entities that stand for themselves: without those that were merged into another. */
  liveEntities(): Entity[] {
    return [...this.#entities.values()]
      .map((record) => record.entity)
      .filter((entity) => entity.mergedInto === undefined);
  }

  liveEvents(): EventRecord[] {
    return [...this.#events.values()]
      .map((record) => record.event)
      .filter((event) => event.mergedInto === undefined);
  }

  /** The entity with this id, or the one that it was merged into; absent in a cycle of merges. */
  entity(id: string): Entity | undefined {
    return resolve(id, (each) => this.#entities.get(each)?.entity);
  }

  event(id: string): EventRecord | undefined {
    return resolve(id, (each) => this.#events.get(each)?.event);
  }

  /** Paths of the sources that have an annotation file, sorted. */
  sourcePaths(): string[] {
    return [...this.#sources.keys()].sort();
  }

  /** What is known of a source; of several annotation files the first by path counts. */
  source(path: string): SourceMetadata | undefined {
    return this.sourceFiles(path)[0]?.source;
  }

  /** The annotation files of a source, sorted by path. */
  sourceFiles(path: string): SourceRecord[] {
    const files = [...(this.#sources.get(path)?.values() ?? [])];
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** In the order of their positions in the file. */
  annotationsOf(source: string): AnnotationRecord[] {
    return [...this.#bySource.of(source)];
  }

  /** The suggestions of the source that were turned down, in the order of its text. */
  rejectionsOf(source: string): readonly Rejection[] {
    return [...(this.#rejections.get(source)?.values() ?? [])]
      .map(({ rejection }) => rejection)
      .sort(byStart);
  }

  /** Paths of the files that name the entity or event with this id: its own only where it names itself; sorted. */
  filesNaming(id: string): readonly string[] {
    return this.#uses.filesNaming(id);
  }

  /** Every mention of the entity and of the records merged into it, by source and position. */
  mentionsOf(entityId: string): AnnotationRecord[] {
    return this.#byEntity.ofAll(this.#entityMerges.withMerged(entityId));
  }

  /** Every evidence passage of the event and of the records merged into it, by source and position. */
  evidenceOf(eventId: string): AnnotationRecord[] {
    return this.#byEvent.ofAll(this.#eventMerges.withMerged(eventId));
  }

  /**
   * What the entity, and the records merged into it, are to others, in the order of their files; each
   * type and other entity once. The other entities are those that stand for the ones in the files.
   */
  relationsFrom(entityId: string): readonly EntityRelation[] {
    const found = [...this.#entityMerges.withMerged(entityId)].flatMap((id) =>
      this.#relationsOf(id).map((relation) => this.#resolved(entityId, id, relation)),
    );
    return distinct(found, ({ relation, to }) => `${relation.type} ${to}`);
  }

  /** The relations of others that lead to the entity or the records merged into it, by their ids. */
  relationsTo(entityId: string): readonly EntityRelation[] {
    const ids = this.#entityMerges.withMerged(entityId);
    const owners = [...new Set([...ids].flatMap((id) => this.#relations.to(id)))].sort();
    const isMerged = (id: string): boolean =>
      this.#entities.get(id)?.entity.mergedInto !== undefined;
    // What a live record says itself counts before what one says that was merged into it.
    owners.sort((a, b) => Number(isMerged(a)) - Number(isMerged(b)));
    const found = owners.flatMap((id) =>
      this.#relationsOf(id)
        .filter(({ entity }) => ids.has(entity))
        .map((relation) => this.#resolved(this.entity(id)?.id ?? id, id, relation)),
    );
    return distinct(found, (each) => `${each.relation.type} ${each.from}`);
  }

  /** Ids of the entities with a relation that names the annotation as evidence, sorted. */
  entitiesCiting(annotation: string): readonly string[] {
    return this.#relations.citing(annotation);
  }

  #relationsOf(id: string): readonly Relation[] {
    return this.#entities.get(id)?.entity.relations ?? [];
  }

  #resolved(from: string, owner: string, relation: Relation): EntityRelation {
    return { from, owner, to: this.entity(relation.entity)?.id ?? relation.entity, relation };
  }

  /** Annotations with this id: one, unless ids were copied between files. */
  annotationsWithId(id: string): AnnotationRecord[] {
    return [...this.#byId.of(id)];
  }

  #add(record: StoredRecord): void {
    this.#uses.add(record);
    switch (record.kind) {
      case 'annotation':
        this.#bySource.add(record.source, record);
        this.#byId.add(record.annotation.id, record);
        this.#byEntity.add(record.annotation.entity, record);
        this.#byEvent.add(record.annotation.event, record);
        return;
      case 'entity':
        this.#entities.set(record.entity.id, record);
        this.#entityMerges.add(record.entity);
        this.#relations.add(record.entity);
        return;
      case 'event':
        this.#events.set(record.event.id, record);
        this.#eventMerges.add(record.event);
        return;
      case 'source': {
        const files = this.#sources.get(record.source.path) ?? new Map<string, SourceRecord>();
        files.set(record.path, record);
        this.#sources.set(record.source.path, files);
        return;
      }
      case 'rejection': {
        const rejections =
          this.#rejections.get(record.source) ?? new Map<string, RejectionRecord>();
        this.#rejections.set(record.source, rejections.set(keyOf(record), record));
      }
    }
  }

  #remove(record: StoredRecord): void {
    this.#uses.remove(record);
    switch (record.kind) {
      case 'annotation':
        this.#bySource.remove(record.source, record);
        this.#byId.remove(record.annotation.id, record);
        this.#byEntity.remove(record.annotation.entity, record);
        this.#byEvent.remove(record.annotation.event, record);
        return;
      case 'entity':
        this.#entities.delete(record.entity.id);
        this.#entityMerges.remove(record.entity);
        this.#relations.remove(record.entity);
        return;
      case 'event':
        this.#events.delete(record.event.id);
        this.#eventMerges.remove(record.event);
        return;
      case 'source': {
        const files = this.#sources.get(record.source.path);
        files?.delete(record.path);
        if (files?.size === 0) this.#sources.delete(record.source.path);
        return;
      }
      case 'rejection': {
        const rejections = this.#rejections.get(record.source);
        rejections?.delete(keyOf(record));
        if (rejections?.size === 0) this.#rejections.delete(record.source);
      }
    }
  }
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const byKey = new Map<string, T>();
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
  return [...byKey.values()];
}

/** Several files of a source may have the same id. */
function keyOf({ path, rejection }: RejectionRecord): string {
  return `${path} ${rejection.id}`;
}

function byStart(a: Rejection, b: Rejection): number {
  const order = compareSpans(a.target, b.target);
  return order === 0 ? (a.id < b.id ? -1 : 1) : order;
}

/** Which records were merged into which. */
class Merges {
  readonly #from = new Map<string, Set<string>>();

  /** The id and those of the records that were merged into it, over any number of steps. */
  withMerged(id: string): ReadonlySet<string> {
    const ids = new Set([id]);
    for (const each of ids) {
      for (const from of this.#from.get(each) ?? []) ids.add(from);
    }
    return ids;
  }

  add({ id, mergedInto }: Entity | EventRecord): void {
    if (mergedInto === undefined) return;
    const from = this.#from.get(mergedInto) ?? new Set();
    this.#from.set(mergedInto, from.add(id));
  }

  remove({ id, mergedInto }: Entity | EventRecord): void {
    if (mergedInto !== undefined) this.#from.get(mergedInto)?.delete(id);
  }
}

/** Follows `mergedInto`; absent for unknown ids and in a cycle. */
function resolve<R extends { readonly mergedInto?: string }>(
  id: string,
  get: (id: string) => R | undefined,
): R | undefined {
  const seen = new Set<string>();
  let record = get(id);
  let at = id;
  while (record?.mergedInto !== undefined) {
    if (seen.has(at)) return undefined;
    seen.add(at);
    at = record.mergedInto;
    record = get(at);
  }
  return record;
}
