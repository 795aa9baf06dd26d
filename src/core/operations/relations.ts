/** Saying what one entity is to another, and taking it back. */
import type { Relation } from '../model/records';
import { present } from '../storage/decode';
import { updateEntityFile } from '../storage/editFile';
import { relationFields } from '../storage/relations';
import { entityPath } from '../storage/paths';
import { checkDate } from './checks';
import type { Draft, Surroundings } from './draft';
import { done, failed, type Outcome, type Relate, type Unrelate } from './operation';
import { rewrite } from './rewrite';

export function relate(draft: Draft, _around: Surroundings, input: Relate): Outcome {
  const { entity: id, type, to } = input;
  const entity = draft.entity(id);
  if (entity === undefined) return failed('entity-unknown', `There is no entity “${id}”.`);
  if (draft.entity(to) === undefined) {
    return failed('entity-unknown', `There is no entity “${to}”.`);
  }
  if (id === to) return failed('value-invalid', `“${id}” has no relation to itself.`);
  const { relationTypes } = draft.schema;
  if (!Object.hasOwn(relationTypes, type)) {
    const known = Object.keys(relationTypes).join(', ');
    const has = known === '' ? 'it has none' : `it has ${known}`;
    return failed('type-unknown', `The schema has no relation type “${type}”; ${has}.`);
  }
  const wrong = typeof input.date === 'string' ? checkDate(input.date) : undefined;
  if (wrong !== undefined) return { ok: false, error: wrong };
  const evidence = input.evidence && [...new Set(input.evidence)];
  const missing = evidence?.find((each) => draft.annotations(each).length === 0);
  if (missing !== undefined) {
    return failed('annotation-unknown', `There is no annotation “${missing}”.`);
  }
  const before = entity.relations ?? [];
  const known = before.find((each) => isSame(each, type, to));
  const field = <T>(given: T | null | undefined, old: T | undefined): T | undefined =>
    given === undefined ? old : (given ?? undefined);
  const relation: Relation = {
    type,
    entity: to,
    ...present({
      date: field(input.date, known?.date),
      evidence: field(evidence, known?.evidence),
      note: field(input.note, known?.note),
    }),
  };
  const after =
    known === undefined
      ? [...before, relation]
      : before.map((each) => (each === known ? relation : each));
  return setRelations(draft, id, before, after);
}

export function unrelate(draft: Draft, _around: Surroundings, input: Unrelate): Outcome {
  const { entity: id, type, to, date } = input;
  const entity = draft.entity(id);
  if (entity === undefined) return failed('entity-unknown', `There is no entity “${id}”.`);
  const before = entity.relations ?? [];
  const isMeant = (each: Relation): boolean => date === undefined || date === (each.date ?? null);
  const after = before.filter((each) => !isSame(each, type, to) || !isMeant(each));
  if (after.length === before.length) {
    return failed('relation-unknown', `“${id}” has no relation “${type}” to “${to}”.`);
  }
  return setRelations(draft, id, before, after);
}

/** Takes annotations that go out of the evidence of every relation, while no others have their ids. */
export function withoutEvidence(draft: Draft, annotations: ReadonlySet<string>): Outcome {
  const citing = new Set([...annotations].flatMap((each) => draft.entitiesCiting(each)));
  for (const id of citing) {
    const before = draft.entity(id)?.relations ?? [];
    const after = before.map(({ evidence, ...relation }) => {
      const kept = evidence?.filter((each) => !annotations.has(each)) ?? [];
      return kept.length === 0 ? relation : { ...relation, evidence: kept };
    });
    const outcome = setRelations(draft, id, before, after);
    if (!outcome.ok) return outcome;
  }
  return done('');
}

function setRelations(
  draft: Draft,
  id: string,
  before: readonly Relation[],
  after: readonly Relation[],
): Outcome {
  const [old, fields] = [before.map(relationFields), after.map(relationFields)];
  if (JSON.stringify(old) === JSON.stringify(fields)) return done(id);
  const changes = new Map([['relations', fields.length === 0 ? undefined : fields]]);
  return rewrite(draft, entityPath(id), id, (text) => updateEntityFile(text, changes));
}

function isSame(relation: Relation, type: string, to: string): boolean {
  return relation.type === type && relation.entity === to;
}
