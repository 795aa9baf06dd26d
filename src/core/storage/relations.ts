/** `relations:` of an entity file: what one entity is to others. */
import type { Relation } from '../model/records';
import { type Findings, MapReader, present } from './decode';
import type { FieldMap } from './emit';
import { textOf, type YamlNode } from './node';

/** In the order in which a relation is written, on one line. */
export const RELATION_KEYS = ['type', 'entity', 'date', 'evidence', 'note'] as const;

/** Absent without any that can be read; the others are reported where they stand. */
export function decodeRelations(
  reader: MapReader,
  findings: Findings,
): readonly Relation[] | undefined {
  const relations = reader
    .items('relations')
    .flatMap((item) => decodeRelation(item, findings) ?? []);
  return relations.length === 0 ? undefined : relations;
}

export function decodeRelation(item: YamlNode, findings: Findings): Relation | undefined {
  const reader = item.kind === 'map' ? new MapReader(item, findings) : undefined;
  const type = reader?.string('type');
  const entity = reader?.string('entity');
  if (reader === undefined || type === undefined || entity === undefined) {
    findings.add('value-invalid', 'Each of “relations” needs “type” and “entity”.', item);
    return undefined;
  }
  const evidence = reader.items('evidence').flatMap((each): readonly string[] => {
    const id = textOf(each);
    if (id !== undefined) return [id];
    findings.add('value-invalid', 'Each of “evidence” is the id of an annotation.', each);
    return [];
  });
  return {
    type,
    entity,
    ...present({
      date: reader.string('date'),
      evidence: evidence.length === 0 ? undefined : evidence,
      note: reader.string('note'),
    }),
  };
}

/** The fields of a relation in their order; what it does not have is `undefined`. */
export function relationFields({ type, entity, date, evidence, note }: Relation): FieldMap {
  const ids = evidence === undefined || evidence.length === 0 ? undefined : [...evidence];
  return { type, entity, date, evidence: ids, note };
}
