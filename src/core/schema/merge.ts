/** A project's own schema laid over another one, as a rule the built-in one. */
import type {
  AttributeRule,
  EntityType,
  EventType,
  Layout,
  LinkRule,
  MetadataField,
  RelationType,
  RoleRule,
  Schema,
  Severity,
} from '../model/schema';
import { NEUTRAL_COLOR } from './palette';

/** What a project says of an entity type; for a known type, what it says differently. */
export interface PartialEntityType {
  readonly label?: string;
  readonly description?: string;
  readonly color?: string;
  readonly parent?: string;
  readonly key?: string;
}

/** What a project says of an event type; `modes` and `roles` replace the ones there were, or its parent's. */
interface PartialEventType {
  readonly label?: string;
  readonly description?: string;
  readonly parent?: string;
  readonly color?: string;
  readonly key?: string;
  readonly modes?: readonly string[];
  readonly roles?: Readonly<Record<string, RoleRule>>;
}

/** A section of a schema by id; `null` takes a type away. */
type PartialSection<T> = Readonly<Record<string, T | null>>;

/** What a project's schema can build on: the built-in types, or none. */
export const BASES = ['builtin', 'none'] as const;
export type Base = (typeof BASES)[number];

/** What a project's schema file may say. All of it is optional. */
export interface PartialSchema {
  /** What it is laid over; absent means the built-in schema. */
  readonly extends?: Base;
  readonly sources?: readonly string[];
  readonly layout?: Layout;
  readonly entityTypes?: PartialSection<PartialEntityType>;
  readonly eventTypes?: PartialSection<PartialEventType>;
  readonly relationTypes?: PartialSection<RelationType>;
  readonly attributes?: PartialSection<AttributeRule>;
  readonly links?: PartialSection<LinkRule>;
  readonly requiredMetadata?: readonly MetadataField[];
  readonly checks?: Readonly<Record<string, Severity>>;
}

/**
 * `own` over `base`. What is absent stays as it is in `base`. In a section the ids of `own` are added to
 * those of `base`; for an id that both have, the fields that `own` gives replace those of `base`; `null`
 * removes the id. The types of `base` come first, in their order, then the new ones.
 *
 * A new type without a label is labelled with its id in words. What it does not give otherwise is that of
 * its nearest parent that does: the colour (grey for an entity type, none for an event type), the modes and
 * roles of an event type, the two sides of a relation type.
 */
export function mergeSchema(base: Schema, own: PartialSchema): Schema {
  return {
    sources: own.sources ?? base.sources,
    layout: own.layout ?? base.layout,
    entityTypes: mergeEntityTypes(base.entityTypes, own.entityTypes ?? {}),
    eventTypes: mergeEventTypes(base.eventTypes, own.eventTypes ?? {}),
    relationTypes: mergeRelationTypes(base.relationTypes, own.relationTypes ?? {}),
    attributes: mergeSection(base.attributes, own.attributes ?? {}, overlay),
    links: mergeSection(base.links, own.links ?? {}, overlay),
    requiredMetadata: own.requiredMetadata ?? base.requiredMetadata,
    checks: { ...base.checks, ...own.checks },
  };
}

function mergeEntityTypes(
  base: Readonly<Record<string, EntityType>>,
  own: PartialSection<PartialEntityType>,
): Readonly<Record<string, EntityType>> {
  const drafts = mergeSection<PartialEntityType, PartialEntityType>(base, own, overlay);
  const types = new Map(Object.entries(drafts));
  return mapEntries(types, (id, draft): EntityType => {
    const color = inherited(types, id, (type) => type.color) ?? NEUTRAL_COLOR;
    return { ...draft, id, label: draft.label ?? labelOf(id), color };
  });
}

function mergeEventTypes(
  base: Readonly<Record<string, EventType>>,
  own: PartialSection<PartialEventType>,
): Readonly<Record<string, EventType>> {
  const drafts = mergeSection<PartialEventType, PartialEventType>(base, own, overlay);
  const types = new Map(Object.entries(drafts));
  return mapEntries(types, (id, draft): EventType => {
    const color = inherited(types, id, (type) => type.color);
    return {
      ...draft,
      id,
      label: draft.label ?? labelOf(id),
      modes: inherited(types, id, (type) => type.modes) ?? [],
      roles: inherited(types, id, (type) => type.roles) ?? {},
      ...(color === undefined ? {} : { color }),
    };
  });
}

function mergeRelationTypes(
  base: Readonly<Record<string, RelationType>>,
  own: PartialSection<RelationType>,
): Readonly<Record<string, RelationType>> {
  const types = new Map(Object.entries(mergeSection(base, own, overlay)));
  return mapEntries(types, (id, draft): RelationType => {
    const from = inherited(types, id, (type) => type.from);
    const to = inherited(types, id, (type) => type.to);
    return {
      ...draft,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
  });
}

/** What the type or its nearest ancestor says; a cycle of parents ends where it closes. */
function inherited<T extends { readonly parent?: string }, V>(
  types: ReadonlyMap<string, T>,
  typeId: string,
  valueOf: (type: T) => V | undefined,
): V | undefined {
  const seen = new Set<string>();
  let id: string | undefined = typeId;
  while (id !== undefined && !seen.has(id)) {
    seen.add(id);
    const type: T | undefined = types.get(id);
    const value = type === undefined ? undefined : valueOf(type);
    if (value !== undefined) return value;
    id = type?.parent;
  }
  return undefined;
}

function mapEntries<T, U>(
  types: ReadonlyMap<string, T>,
  change: (id: string, type: T) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries([...types].map(([id, type]) => [id, change(id, type)] as const));
}

function overlay<T extends object>(base: T | undefined, own: T): T {
  return { ...base, ...own };
}

function mergeSection<T, P>(
  base: Readonly<Record<string, T>>,
  own: PartialSection<P>,
  combine: (base: T | undefined, own: P, id: string) => T,
): Readonly<Record<string, T>> {
  const merged = new Map(Object.entries(base));
  for (const [id, value] of Object.entries(own)) {
    if (value === null) merged.delete(id);
    else merged.set(id, combine(merged.get(id), value, id));
  }
  return Object.fromEntries(merged);
}

/** The label of a type that gives none: `prime-minister` → `Prime minister`. */
export function labelOf(id: string): string {
  const words = id.replaceAll(/[-_]+/g, ' ').trim();
  return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1);
}
