/** What the relation types of a schema are called, and which entities they may join. */
import type { RelationType, Schema } from '../model/schema';
import { isKindOf } from './lookup';
import { labelOf } from './merge';

/** What the one entity is to the other, or, `reversed`, the other to the one: `Leads`, `Led by`. */
export function relationLabel(schema: Schema, type: string, reversed = false): string {
  const declared = relationTypeOf(schema, type);
  const label = declared?.label ?? labelOf(type);
  return reversed ? (declared?.inverse ?? `${label} (this)`) : label;
}

/** Absent for a type that the schema does not have. */
export function relationTypeOf(schema: Schema, type: string): RelationType | undefined {
  return Object.hasOwn(schema.relationTypes, type) ? schema.relationTypes[type] : undefined;
}

/** Whether an entity of this type may have the relation. */
export function mayBeFrom(schema: Schema, type: string, entityType: string): boolean {
  return isOneOf(schema, entityType, relationTypeOf(schema, type)?.from);
}

/** Whether the relation may lead to an entity of this type. */
export function mayLeadTo(schema: Schema, type: string, entityType: string): boolean {
  return isOneOf(schema, entityType, relationTypeOf(schema, type)?.to);
}

/** Whether the relation says the same from both sides, so that it is enough to say it on one. */
export function isMutual(schema: Schema, type: string): boolean {
  const declared = relationTypeOf(schema, type);
  return declared?.label !== undefined && declared.label === declared.inverse;
}

/** One side of a relation type, as it is offered for an entity. */
export interface RelationChoice {
  readonly type: string;
  /** Whether the entity is the one that the relation leads to. */
  readonly reversed: boolean;
  /** What the entity is to the other one. */
  readonly label: string;
  /** Whether entities of this type may have it. */
  readonly fits: boolean;
}

/** Both sides of every type, those first that fit an entity of this type; mutual ones once. */
export function relationChoices(schema: Schema, entityType: string): readonly RelationChoice[] {
  const sides = Object.keys(schema.relationTypes).flatMap((type): readonly RelationChoice[] => {
    const side = (reversed: boolean): RelationChoice => ({
      type,
      reversed,
      label: relationLabel(schema, type, reversed),
      fits: (reversed ? mayLeadTo : mayBeFrom)(schema, type, entityType),
    });
    return isMutual(schema, type) ? [side(false)] : [side(false), side(true)];
  });
  const rank = ({ fits, reversed }: RelationChoice): number => (fits ? 0 : 2) + Number(reversed);
  return sides.sort((a, b) => rank(a) - rank(b));
}

function isOneOf(schema: Schema, type: string, allowed: readonly string[] | undefined): boolean {
  return allowed === undefined || allowed.some((each) => isKindOf(schema, type, each));
}
