/** Relations between entities that their type does not join. */
import type { Entity, Relation } from '../model/records';
import type { Operation } from '../operations/operation';
import { mayBeFrom, mayLeadTo, relationLabel, relationTypeOf } from '../schema/relations';
import { listed } from '../schema/roleFit';
import { replacing, withoutRelation } from './edits';
import { byOperations, byText, type Fix } from './fix';
import type { NodePath } from './nodePath';
import type { CheckedFile, Rule } from './rule';

const MOST_OTHERS = 4;

/** The types of the two entities. */
interface Ends {
  readonly from: string;
  readonly to: string;
}

export const relationType: Rule = {
  code: 'relation-type',
  severity: 'warning',
  description: 'Every relation joins entities of types that its own type allows.',
  *check(file) {
    const { entity, indexes, schema } = file;
    if (entity === undefined || entity.mergedInto !== undefined) return;
    for (const each of entity.relations ?? []) {
      const { type } = each;
      const other = indexes.entity(each.entity);
      const declared = relationTypeOf(schema, type);
      if (other === undefined || declared === undefined) continue;
      const ends = { from: entity.type, to: other.type };
      if (fits(file, type, ends)) continue;
      const at: NodePath = ['relations', { type, entity: each.entity }];
      const isFrom = mayBeFrom(schema, type, ends.from);
      const message = isFrom
        ? `“${type}” leads to ${listed(declared.to ?? [], 'or')}; “${each.entity}” is of type ${ends.to}.`
        : `“${type}” is a relation of ${listed(declared.from ?? [], 'or')}; “${entity.id}” is of type ${ends.from}.`;
      yield {
        message,
        at: [...at, isFrom ? 'entity' : 'type'],
        fixes: () => [
          ...reversal(file, entity, each, other, ends),
          ...otherTypes(file, each, ends, [...at, 'type']),
          ...byText(
            file,
            `Remove the relation “${type}” to “${each.entity}”`,
            withoutRelation(file, each),
          ),
        ],
      };
    }
  },
};

function fits({ schema }: CheckedFile, type: string, { from, to }: Ends): boolean {
  return mayBeFrom(schema, type, from) && mayLeadTo(schema, type, to);
}

/** Says it on the other entity, where it reads right that way round and nothing there is written over. */
function reversal(
  file: CheckedFile,
  { id, relations = [] }: Entity,
  { type, entity, ...fields }: Relation,
  other: Entity,
  { from, to }: Ends,
): readonly Fix[] {
  const isThere = other.relations?.some((each) => each.type === type && each.entity === id);
  const alike = relations.filter((each) => each.type === type && each.entity === entity);
  if (!fits(file, type, { from: to, to: from }) || isThere === true || alike.length > 1) return [];
  const operations: readonly Operation[] = [
    { op: 'unrelate', entity: id, type, to: entity },
    { op: 'relate', entity: other.id, type, to: id, ...fields },
  ];
  return [byOperations(`Turn it round: “${other.id}” ${type} “${id}”`, operations, true)];
}

function otherTypes(
  file: CheckedFile,
  { type, entity }: Relation,
  ends: Ends,
  at: NodePath,
): readonly Fix[] {
  const isTaken = (each: string): boolean =>
    file.entity?.relations?.some((one) => one.type === each && one.entity === entity) === true;
  return Object.keys(file.schema.relationTypes)
    .filter((each) => each !== type && fits(file, each, ends) && !isTaken(each))
    .slice(0, MOST_OTHERS)
    .flatMap((each) => {
      const title = `Change the relation to “${each}” (${relationLabel(file.schema, each)})`;
      return byText(file, title, replacing(file, at, each));
    });
}
