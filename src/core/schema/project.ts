/** The schema in force in a project. */
import type { Schema } from '../model/schema';
import { BUILTIN_SCHEMA, EMPTY_SCHEMA } from './builtin';
import { mergeSchema, type Base, type PartialSchema } from './merge';

const BY_BASE: Readonly<Record<Base, Schema>> = { builtin: BUILTIN_SCHEMA, none: EMPTY_SCHEMA };

/** What a project says of its schema, laid over what it extends. */
export function projectSchema(own: PartialSchema): Schema {
  return mergeSchema(baseOf(own), own);
}

/** What a schema is laid over. */
export function baseOf(own: PartialSchema): Schema {
  return BY_BASE[own.extends ?? 'builtin'];
}
