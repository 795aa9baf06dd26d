/** Two records that are one. */
import { updateEntityFile, updateEventFile } from '../storage/editFile';
import { entityFields, eventFields } from '../storage/fields';
import { entityPath } from '../storage/paths';
import { relationFields } from '../storage/relations';
import {
  anyRecord,
  filePath,
  inWords,
  standingRecord,
  unknownRecord,
  type AnyRecord,
} from './anyRecord';
import { changedFields } from './changedFields';
import type { Draft, Surroundings } from './draft';
import { done, failed, type Failed, type Merge, type Outcome } from './operation';
import { retargetAll } from './references';
import { rewrite } from './rewrite';
import { takeable, unitedEntity, unitedEvent, withUnitedRelations } from './united';

/** Gives the id of the record that is left. */
export function merge(draft: Draft, _around: Surroundings, input: Merge): Outcome {
  const pair = recordsToMerge(draft, input);
  if (!pair.ok) return pair;
  const { from, into } = pair;
  const take = new Set(input.take);
  const foreign = [...take].find((field) => !takeable(from, into).includes(field));
  if (foreign !== undefined) {
    const known = takeable(from, into).join(', ');
    const message = `“${foreign}” is no field that can be taken from ${inWords(from)}; there are ${known}.`;
    return failed('value-invalid', message);
  }
  const change = { from: from.record.id, into: into.record.id };
  const steps = [
    () => writeUnited(draft, from, into, take),
    () => uniteRelationsTo(draft, change),
    () => retargetAll(draft, change, filePath(from)),
    () => writeRedirect(draft, from, change.into),
  ];
  for (const step of steps) {
    const outcome = step();
    if (!outcome.ok) return outcome;
  }
  return done(change.into);
}

type Pair = { readonly ok: true; readonly from: AnyRecord; readonly into: AnyRecord } | Failed;

function recordsToMerge(draft: Draft, { from, into }: Merge): Pair {
  const one = anyRecord(draft, from);
  if (one === undefined) return unknownRecord(from);
  const other = anyRecord(draft, into);
  if (other === undefined) return unknownRecord(into);
  if (from === into) return invalid(`“${from}” cannot be merged with itself.`);
  if (one.kind !== other.kind) {
    const message = `Only records of one kind can be merged: this is ${inWords(one)}, that ${inWords(other)}.`;
    return invalid(message);
  }
  if (one.record.mergedInto !== undefined) {
    const stands = standingRecord(draft, from)?.record.id ?? one.record.mergedInto;
    return invalid(`“${from}” was merged into “${stands}” already.`);
  }
  const stands = standingRecord(draft, into);
  if (stands === undefined) {
    return invalid(`“${into}” was merged in a circle, or into a record that is not there.`);
  }
  if (stands.record.id === from) return invalid(`“${into}” was merged into “${from}” already.`);
  return { ok: true, from: one, into: stands };
}

function writeUnited(
  draft: Draft,
  from: AnyRecord,
  into: AnyRecord,
  take: ReadonlySet<string>,
): Outcome {
  const path = filePath(into);
  if (from.kind === 'entity' && into.kind === 'entity') {
    const united = unitedEntity(from.record, into.record, take);
    const changes = changedFields(entityFields(into.record), entityFields(united));
    return rewrite(draft, path, into.record.id, (text) => updateEntityFile(text, changes));
  }
  if (from.kind === 'event' && into.kind === 'event') {
    const united = unitedEvent(draft.schema, from.record, into.record, take);
    const changes = changedFields(eventFields(into.record), eventFields(united));
    return rewrite(draft, path, into.record.id, (text) => updateEventFile(text, changes));
  }
  return unknownRecord(into.record.id);
}

/** Others that have the same relation to both have it once then, with the evidence of both. */
function uniteRelationsTo(draft: Draft, change: { from: string; into: string }): Outcome {
  for (const path of draft.filesNamingRecord(change.from)) {
    const content = draft.content(path);
    if (content?.kind !== 'entity' || path === entityPath(change.into)) continue;
    const { relations = [] } = content.entity;
    const united = withUnitedRelations(relations, change);
    if (united.length === relations.length) continue;
    const changes = new Map([['relations', united.map(relationFields)]]);
    const outcome = rewrite(draft, path, change.into, (text) => updateEntityFile(text, changes));
    if (!outcome.ok) return outcome;
  }
  return done(change.into);
}

/** The discussion goes on where the record is now; all else stays as it is written there. */
function writeRedirect(draft: Draft, from: AnyRecord, into: string): Outcome {
  const changes = new Map([
    ['mergedInto', into],
    ['thread', undefined],
  ]);
  const update = from.kind === 'entity' ? updateEntityFile : updateEventFile;
  return rewrite(draft, filePath(from), into, (text) => update(text, changes));
}

function invalid(message: string): Failed {
  return failed('merge-invalid', message);
}
