/** New texts of the checked file for fixes: one value replaced, one key removed. */
import type { Role } from '../model/annotation';
import type { Participant, Relation } from '../model/records';
import { updateAnnotation, updateEntityFile, updateEventFile } from '../storage/editFile';
import { flow } from '../storage/emit';
import type { FieldChanges } from '../storage/rewritten';
import { relationFields } from '../storage/relations';
import type { NodePath } from './nodePath';
import type { CheckedFile } from './rule';

/** The text with another word or text at a place that has one; everything around it stays. */
export function replacing(file: CheckedFile, at: NodePath, value: string): string | undefined {
  const key = at.findLast((step) => typeof step === 'string');
  if (key === undefined || !file.states(at)) return undefined;
  const { start, end } = file.spanOf(at);
  return file.text.slice(0, start) + flow(key, value) + file.text.slice(end);
}

/** The text with keys of an annotation changed; `undefined` removes one. */
export function changing(
  { text }: CheckedFile,
  annotation: string,
  changes: Readonly<Record<string, FieldChanges extends ReadonlyMap<string, infer V> ? V : never>>,
): string | undefined {
  return updateAnnotation(text, annotation, new Map(Object.entries(changes)));
}

/** The text of an entity or event file without a key. */
export function withoutKey({ text, entity }: CheckedFile, key: string): string | undefined {
  const changes = new Map([[key, undefined]]);
  return entity === undefined ? updateEventFile(text, changes) : updateEntityFile(text, changes);
}

/** The text without one role of an annotation. */
export function withoutRole(
  file: CheckedFile,
  annotation: string,
  roles: readonly Role[],
  gone: Role,
): string | undefined {
  const kept = roles.filter((role) => role !== gone);
  const plain = kept.map(({ role, target }) => ({ role, target }));
  return changing(file, annotation, { roles: plain.length === 0 ? undefined : plain });
}

/** The text of an event file without one participant. */
export function withoutParticipant(
  { text, event }: CheckedFile,
  gone: Participant,
): string | undefined {
  const kept = event?.participants.filter((each) => each !== gone) ?? [];
  const plain = kept.map(({ role, entity }) => ({ role, entity }));
  return updateEventFile(text, new Map([['participants', plain.length === 0 ? undefined : plain]]));
}

/** The text of an entity file without one relation. */
export function withoutRelation(file: CheckedFile, gone: Relation): string | undefined {
  return withRelations(
    file,
    (file.entity?.relations ?? []).filter((each) => each !== gone),
  );
}

/** The text of an entity file in which a relation has this evidence. */
export function withEvidence(
  file: CheckedFile,
  relation: Relation,
  evidence: readonly string[],
): string | undefined {
  const relations = file.entity?.relations ?? [];
  return withRelations(
    file,
    relations.map((each) => (each === relation ? { ...each, evidence } : each)),
  );
}

function withRelations({ text }: CheckedFile, relations: readonly Relation[]): string | undefined {
  const fields = relations.map(relationFields);
  return updateEntityFile(text, new Map([['relations', fields.length === 0 ? undefined : fields]]));
}
