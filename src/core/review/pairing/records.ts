/** What annotations of different layers name, made comparable: redirects followed on either side. */
import { kindOf, type Annotation } from '../../model/annotation';
import type { LayerRecords } from '../layers';

/** An id as the records of all layers together resolve it. */
export type Resolve = (id: string) => string;

/**
 * Follows `mergedInto` of the records of all layers together, so that one layer may name what another
 * has merged since. Where two layers merged one record into different ones, the first by id counts; of
 * records that were merged in a circle, too: the result is the same in whatever order the layers come.
 */
export function resolverOf(layers: readonly LayerRecords[]): Resolve {
  const known = new Map<string, string>();
  const next = (id: string): string | undefined =>
    layers
      .flatMap((records) => records.entity(id)?.mergedInto ?? records.event(id)?.mergedInto ?? [])
      .sort()[0];
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const path = [id];
    let at = id;
    for (;;) {
      const to = next(at);
      if (to === undefined) break;
      const circle = path.indexOf(to);
      if (circle !== -1) {
        at = path.slice(circle).sort()[0] ?? at;
        break;
      }
      path.push(to);
      at = to;
    }
    known.set(id, at);
    return at;
  };
}

/**
 * The type that an annotation gives its passage: its own, or that of the record that it names, as its
 * layer has it. What names a record that is not there has its kind for a type; a note has none.
 */
export function typeOf(annotation: Annotation, records: LayerRecords): string | undefined {
  const { type, entity, event } = annotation;
  if (type !== undefined) return type;
  if (entity !== undefined) return standing(entity, records.entity)?.type ?? 'mention';
  if (event !== undefined) return standing(event, records.event)?.type ?? 'evidence';
  return kindOf(annotation) === 'note' ? undefined : kindOf(annotation);
}

function standing<R extends { readonly mergedInto?: string }>(
  id: string,
  get: (id: string) => R | undefined,
): R | undefined {
  const seen = new Set<string>();
  let record = get(id);
  while (record?.mergedInto !== undefined && !seen.has(record.mergedInto)) {
    seen.add(record.mergedInto);
    record = get(record.mergedInto) ?? record;
  }
  return record;
}
