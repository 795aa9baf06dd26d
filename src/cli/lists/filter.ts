/** Which rows of a list are asked for. */
import { annotationTypes } from '../../core/operations/checks';
import { isKindOf } from '../../core/schema/lookup';
import type { Schema } from '../../core/model/schema';
import type { AnnotationRecord } from '../../core/store/store';
import type { Workspace } from '../workspace';

/** Everything given has to hold. Ids are those of records that were not merged into another. */
export interface Filter {
  /** Path of a source. */
  readonly source?: string;
  readonly entity?: string;
  readonly event?: string;
  /** A type; for entities also a more general one. */
  readonly type?: string;
}

export type FilterResult =
  { readonly ok: true; readonly filter: Filter } | { readonly ok: false; readonly message: string };

/** What was asked for, with merged ids followed; an id, path or type that is not there is an error. */
export function filterOf({ store, sources }: Workspace, asked: Filter): FilterResult {
  const { indexes, schema } = store;
  const { source, entity, event, type } = asked;
  if (source !== undefined && !sources.has(source) && indexes.source(source) === undefined) {
    return { ok: false, message: `There is no source “${source}”.` };
  }
  const mention = entity === undefined ? undefined : indexes.entity(entity);
  if (entity !== undefined && mention === undefined) {
    return { ok: false, message: `There is no entity “${entity}”.` };
  }
  const evidence = event === undefined ? undefined : indexes.event(event);
  if (event !== undefined && evidence === undefined) {
    return { ok: false, message: `There is no event “${event}”.` };
  }
  if (type !== undefined && !annotationTypes(schema).has(type)) {
    return { ok: false, message: `The schema has no type “${type}”.` };
  }
  const filter = {
    ...(source === undefined ? {} : { source }),
    ...(mention === undefined ? {} : { entity: mention.id }),
    ...(evidence === undefined ? {} : { event: evidence.id }),
    ...(type === undefined ? {} : { type }),
  };
  return { ok: true, filter };
}

export function isOfType(
  schema: Schema,
  type: string | undefined,
  asked: string | undefined,
): boolean {
  if (asked === undefined) return true;
  return type !== undefined && (type === asked || isKindOf(schema, type, asked));
}

/** The annotations that the source, entity and event of the filter leave. */
export function annotationsFor(
  { store: { indexes }, sources }: Workspace,
  { source, entity, event }: Filter,
): readonly AnnotationRecord[] {
  const paths = [...new Set([...sources.keys(), ...indexes.sourcePaths()])].sort();
  const all = entity === undefined && event === undefined;
  const found = all
    ? paths.flatMap((path) => indexes.annotationsOf(path))
    : entity === undefined
      ? indexes.evidenceOf(event ?? '')
      : indexes.mentionsOf(entity);
  // An annotation is about an entity or an event: one that is asked to be about both is none.
  const both = entity !== undefined && event !== undefined;
  return both ? [] : found.filter((record) => source === undefined || record.source === source);
}
