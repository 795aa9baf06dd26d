/** Which entities have relations, to which, and which annotations evidence them. */
import type { Entity } from '../model/records';

export class RelationIndex {
  /** Entity id as relations name it → ids of the entities that have such a relation. */
  readonly #to = new Map<string, Set<string>>();
  /** Annotation id → ids of the entities with a relation that names it as evidence. */
  readonly #citing = new Map<string, Set<string>>();

  add({ id, relations = [] }: Entity): void {
    for (const { entity, evidence = [] } of relations) {
      put(this.#to, entity, id);
      for (const annotation of evidence) put(this.#citing, annotation, id);
    }
  }

  remove({ id, relations = [] }: Entity): void {
    for (const { entity, evidence = [] } of relations) {
      take(this.#to, entity, id);
      for (const annotation of evidence) take(this.#citing, annotation, id);
    }
  }

  /** Sorted. */
  to(id: string): readonly string[] {
    return [...(this.#to.get(id) ?? [])].sort();
  }

  /** Sorted. */
  citing(annotation: string): readonly string[] {
    return [...(this.#citing.get(annotation) ?? [])].sort();
  }
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

function take(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  set?.delete(value);
  if (set?.size === 0) map.delete(key);
}
