/** The outline of all entities: type → entity → source → mentions. */
import { foldName } from '../matching/fold';
import type { Entity } from '../model/records';
import { entityTypeOf } from '../schema/lookup';
import type { Store } from '../store/store';
import { isFiltering, NO_FILTER, Sieve, type OutlineFilter } from './filter';
import { entityTypeIcon } from './icons';
import {
  childId,
  type NodeIcon,
  type Outline,
  type OutlineNode,
  type OutlineSubject,
} from './node';
import { sourceNodes } from './passages';
import { discussed } from './progress';
import { hasRelations, relationNodes } from './relations';
import { splitNodes } from './split';
import { tallyWords, type Tallies } from './tallies';
import { count, dotted, sentence } from './words';

export const ENTITY_SORTS = ['name', 'count'] as const;
export type EntitySort = (typeof ENTITY_SORTS)[number];

/** Up to so many hits a filter unfolds the types, so that they are seen at once. */
const MOST_UNFOLDED = 60;

export class EntitiesOutline implements Outline {
  readonly #store: Store;
  readonly #tallies: Tallies;
  readonly #sortKeys = new WeakMap<Entity, string>();
  #sieve: Sieve | undefined;
  #filter = NO_FILTER;
  #sort: EntitySort = 'name';

  constructor(store: Store, tallies: Tallies) {
    this.#store = store;
    this.#tallies = tallies;
  }

  configure(filter: OutlineFilter, sort: EntitySort): void {
    this.#filter = filter;
    this.#sort = sort;
    this.#sieve = undefined;
  }

  /** How many of all entities the filter lets through. */
  shown(): { readonly shown: number; readonly all: number } {
    const all = this.#store.indexes.liveEntities();
    return { shown: this.#filtered(all).length, all: all.length };
  }

  roots(): readonly OutlineNode[] {
    const entities = this.#filtered(this.#store.indexes.liveEntities());
    const byType = new Map<string, Entity[]>();
    for (const entity of entities) {
      const group = byType.get(entity.type) ?? [];
      byType.set(entity.type, group);
      group.push(entity);
    }
    const expanded = isFiltering(this.#filter) && entities.length <= MOST_UNFOLDED;
    return this.#inSchemaOrder([...byType.keys()]).map((type) =>
      this.#typeNode(type, byType.get(type) ?? [], expanded),
    );
  }

  /** The subjects that lead to an entity or mention; empty when it is not shown here. */
  chainTo(subject: OutlineSubject): readonly OutlineSubject[] {
    const { indexes } = this.#store;
    if (subject.kind === 'entity') {
      const live = indexes.entity(subject.id);
      return live === undefined ? [] : [{ kind: 'entity', id: live.id }];
    }
    if (subject.kind !== 'annotation') return [];
    const record = indexes
      .annotationsWithId(subject.id)
      .find(({ source }) => source === subject.source);
    const entity = indexes.entity(record?.annotation.entity ?? '');
    if (entity === undefined) return [];
    const source = { kind: 'source', path: subject.source } as const;
    return [{ kind: 'entity', id: entity.id }, source, subject];
  }

  #filtered(entities: readonly Entity[]): readonly Entity[] {
    if (!isFiltering(this.#filter)) return entities;
    const sieve = (this.#sieve ??= new Sieve(
      this.#filter,
      this.#store.schema,
      this.#store.indexes,
    ));
    return entities.filter((entity) => sieve.entity(entity));
  }

  #inSchemaOrder(types: readonly string[]): readonly string[] {
    const declared = Object.keys(this.#store.schema.entityTypes);
    const unknown = types.filter((type) => !declared.includes(type)).sort();
    return [...declared.filter((type) => types.includes(type)), ...unknown];
  }

  #typeNode(type: string, entities: readonly Entity[], expanded: boolean): OutlineNode {
    // Other ids while filtering: the tree keeps what was unfolded before.
    const id = isFiltering(this.#filter) ? `filtered ${type}` : type;
    const { label } = entityTypeOf(this.#store.schema, type);
    const icon = entityTypeIcon(this.#store.schema, type);
    return {
      id,
      kind: 'group',
      label,
      description: String(entities.length),
      icon,
      spoken: `${label}, ${count(entities.length, 'entity', 'entities')}`,
      expanded,
      children: () =>
        splitNodes(this.#sorted(entities), id, (entity, under) =>
          this.#entityNode(entity, under, icon, label),
        ),
    };
  }

  #entityNode(entity: Entity, parent: string, icon: NodeIcon, type: string): OutlineNode {
    const id = childId(parent, entity.id);
    const tally = this.#tallies.of(entity.id);
    const node = {
      id,
      kind: 'entity' as const,
      label: entity.name,
      description: dotted([tallyWords(tally, 'mentions'), ...discussed(entity.thread)]),
      icon,
      spoken: sentence([
        entity.name,
        type,
        tally.passages === 0
          ? 'no mentions'
          : `${count(tally.passages, 'mention')} in ${count(tally.sources, 'source')}`,
        ...discussed(entity.thread),
      ]),
      subject: { kind: 'entity' as const, id: entity.id },
    };
    if (tally.passages === 0 && !hasRelations(this.#store, entity.id)) return node;
    const children = (): readonly OutlineNode[] => [
      ...relationNodes(this.#store, entity.id, id),
      ...sourceNodes(this.#store, this.#store.indexes.mentionsOf(entity.id), id, 'mention', icon),
    ];
    return { ...node, children };
  }

  #sorted(entities: readonly Entity[]): readonly Entity[] {
    const rows = entities.map((entity) => ({
      entity,
      key: this.#sortKey(entity),
      passages: this.#sort === 'count' ? this.#tallies.of(entity.id).passages : 0,
    }));
    rows.sort((a, b) => {
      if (a.passages !== b.passages) return b.passages - a.passages;
      if (a.key !== b.key) return a.key < b.key ? -1 : 1;
      return a.entity.id < b.entity.id ? -1 : 1;
    });
    return rows.map(({ entity }) => entity);
  }

  #sortKey(entity: Entity): string {
    const known = this.#sortKeys.get(entity);
    if (known !== undefined) return known;
    const key = foldName(entity.name);
    this.#sortKeys.set(entity, key);
    return key;
  }
}
