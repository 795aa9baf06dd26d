/** A project's own schema laid over another one, as a rule the built-in one. */
import type {
  AttributeRule,
  EntityType,
  EventType,
  Layout,
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
}

/** What a project says of an event type; `modes` and `roles` replace the ones there were. */
interface PartialEventType {
  readonly label?: string;
  readonly description?: string;
  readonly modes?: readonly string[];
  readonly roles?: Readonly<Record<string, RoleRule>>;
}

/** A section of a schema by id; `null` takes a type away. */
type PartialSection<T> = Readonly<Record<string, T | null>>;

/** What a project's schema file may say. All of it is optional. */
export interface PartialSchema {
  readonly sources?: readonly string[];
  readonly layout?: Layout;
  readonly entityTypes?: PartialSection<PartialEntityType>;
  readonly eventTypes?: PartialSection<PartialEventType>;
  readonly relationTypes?: PartialSection<RelationType>;
  readonly attributes?: PartialSection<AttributeRule>;
  readonly checks?: Readonly<Record<string, Severity>>;
}

/**
 * `own` over `base`. What is absent stays as it is in `base`. In a section the ids of `own` are added to
 * those of `base`; for an id that both have, the fields that `own` gives replace those of `base`; `null`
 * removes the id. The types of `base` come first, in their order, then the new ones.
 *
 * A new type without a label is labelled with its id in words; a new entity type without a colour has
 * that of its nearest parent with one, or grey.
 */
export function mergeSchema(base: Schema, own: PartialSchema): Schema {
  return {
    sources: own.sources ?? base.sources,
    layout: own.layout ?? base.layout,
    entityTypes: mergeEntityTypes(base.entityTypes, own.entityTypes ?? {}),
    eventTypes: mergeSection(base.eventTypes, own.eventTypes ?? {}, eventType),
    relationTypes: mergeSection(base.relationTypes, own.relationTypes ?? {}, overlay),
    attributes: mergeSection(base.attributes, own.attributes ?? {}, overlay),
    checks: { ...base.checks, ...own.checks },
  };
}

function mergeEntityTypes(
  base: Readonly<Record<string, EntityType>>,
  own: PartialSection<PartialEntityType>,
): Readonly<Record<string, EntityType>> {
  const drafts = mergeSection<PartialEntityType, PartialEntityType>(base, own, overlay);
  const types = new Map(Object.entries(drafts));
  return Object.fromEntries(
    [...types].map(([id, draft]): [string, EntityType] => [
      id,
      { ...draft, id, label: draft.label ?? labelOf(id), color: inheritedColor(types, id) },
    ]),
  );
}

/** The colour that the type or its nearest ancestor names, even one that the palette does not have. */
function inheritedColor(types: ReadonlyMap<string, PartialEntityType>, typeId: string): string {
  const seen = new Set<string>();
  let id: string | undefined = typeId;
  while (id !== undefined && !seen.has(id)) {
    seen.add(id);
    const type: PartialEntityType | undefined = types.get(id);
    if (type?.color !== undefined) return type.color;
    id = type?.parent;
  }
  return NEUTRAL_COLOR;
}

function eventType(base: EventType | undefined, own: PartialEventType, id: string): EventType {
  return { id, label: labelOf(id), modes: [], roles: {}, ...base, ...own };
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

/** `prime-minister` → `Prime minister`. */
function labelOf(id: string): string {
  const words = id.replaceAll(/[-_]+/g, ' ').trim();
  return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1);
}
