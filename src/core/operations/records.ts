/** Making and changing entity and event records, and what is known of a source. */
import { isAnnotationId } from '../model/annotation';
import type { Alias, Entity, EventRecord, SourceMetadata } from '../model/records';
import { slugOf } from '../matching/slug';
import { present } from '../storage/decode';
import {
  newAnnotationFile,
  newEntityFile,
  newEventFile,
  updateEntityFile,
  updateEventFile,
  updateSource,
} from '../storage/editFile';
import { entityFields, eventFields, sourceFields } from '../storage/fields';
import { entityPath, eventPath, isRecordId, isSafePath } from '../storage/paths';
import { locate } from '../store/locate';
import { shiftedBody, shiftsOf } from '../text/bodyParts';
import type { SourceText } from '../text/sourceText';
import { changedFields } from './changedFields';
import { checkAnnotationFile, checkDate, checkEntityType, checkEvent } from './checks';
import type { Draft, Surroundings } from './draft';
import {
  done,
  failed,
  type CreateEntity,
  type CreateEvent,
  type Failed,
  type Outcome,
  type SetSource,
  type UpdateEntity,
  type UpdateEvent,
} from './operation';
import { rewrite } from './rewrite';

export function createEntity(draft: Draft, _around: Surroundings, input: CreateEntity): Outcome {
  const name = input.name.trim();
  if (name === '') return failed('value-invalid', 'An entity needs a name.');
  const id = newRecordId(draft, input.id, name);
  if (!id.ok) return id;
  const wrong = checkEntityType(draft.schema, input.type);
  if (wrong !== undefined) return { ok: false, error: wrong };
  const entity: Entity = {
    id: id.id,
    type: input.type,
    name,
    aliases: withAliases([], input.aliases ?? [], name),
    links: input.links ?? {},
    ...present({ note: input.note ?? undefined }),
  };
  draft.write(entityPath(entity.id), newEntityFile(entity));
  return id;
}

export function updateEntity(draft: Draft, _around: Surroundings, input: UpdateEntity): Outcome {
  const before = draft.entity(input.id);
  if (before === undefined) return failed('entity-unknown', `There is no entity “${input.id}”.`);
  const name = input.name?.trim() ?? before.name;
  if (name === '') return failed('value-invalid', 'An entity needs a name.');
  const wrong = input.type === undefined ? undefined : checkEntityType(draft.schema, input.type);
  if (wrong !== undefined) return { ok: false, error: wrong };
  const base =
    input.aliases === undefined ? before.aliases : withAliases([], input.aliases ?? [], name);
  const dropped = new Set(input.removeAliases);
  const kept = base.filter(({ text }) => !dropped.has(text));
  const after: Entity = {
    ...before,
    type: input.type ?? before.type,
    name,
    aliases: withAliases(kept, input.addAliases ?? [], name),
    links: input.links === undefined ? before.links : (input.links ?? {}),
  };
  const note = input.note === undefined ? before.note : (input.note ?? undefined);
  const others = distinctFrom(draft, before.distinctFrom, input, 'entity');
  if (!others.ok) return others;
  const fields = { ...entityFields(after), note, distinctFrom: others.ids };
  const changes = changedFields(entityFields(before), fields);
  return rewrite(draft, entityPath(input.id), input.id, (text) => updateEntityFile(text, changes));
}

export function createEvent(draft: Draft, _around: Surroundings, input: CreateEvent): Outcome {
  const title = input.title.trim();
  if (title === '') return failed('value-invalid', 'An event needs a title.');
  const id = newRecordId(draft, input.id, title);
  if (!id.ok) return id;
  const event: EventRecord = {
    id: id.id,
    type: input.type,
    title,
    participants: input.participants ?? [],
    ...present({
      mode: input.mode ?? undefined,
      date: input.date ?? undefined,
      place: input.place ?? undefined,
      status: input.status ?? undefined,
      note: input.note ?? undefined,
    }),
  };
  const wrong = checkEvent(draft, event);
  if (wrong !== undefined) return { ok: false, error: wrong };
  draft.write(eventPath(event.id), newEventFile(event));
  return id;
}

export function updateEvent(draft: Draft, _around: Surroundings, input: UpdateEvent): Outcome {
  const before = draft.event(input.id);
  if (before === undefined) return failed('event-unknown', `There is no event “${input.id}”.`);
  const title = input.title?.trim() ?? before.title;
  if (title === '') return failed('value-invalid', 'An event needs a title.');
  const field = <T>(given: T | null | undefined, old: T | undefined): T | undefined =>
    given === undefined ? old : (given ?? undefined);
  const others = distinctFrom(draft, before.distinctFrom, input, 'event');
  if (!others.ok) return others;
  const after: EventRecord = {
    id: before.id,
    type: input.type ?? before.type,
    title,
    participants: field(input.participants, before.participants) ?? [],
    ...present({
      mode: field(input.mode, before.mode),
      date: field(input.date, before.date),
      place: field(input.place, before.place),
      status: field(input.status, before.status),
      note: field(input.note, before.note),
      distinctFrom: others.ids,
      mergedInto: before.mergedInto,
      thread: before.thread,
    }),
  };
  const wrong = checkEvent(draft, after);
  if (wrong !== undefined) return { ok: false, error: wrong };
  const changes = changedFields(eventFields(before), eventFields(after));
  return rewrite(draft, eventPath(input.id), input.id, (text) => updateEventFile(text, changes));
}

type DistinctFrom = { readonly ok: true; readonly ids: readonly string[] | undefined } | Failed;

/** The records that it is to be another one than; those that were there before need not exist. */
function distinctFrom(
  draft: Draft,
  before: readonly string[] | undefined,
  input: UpdateEntity | UpdateEvent,
  kind: 'entity' | 'event',
): DistinctFrom {
  const base = input.distinctFrom === undefined ? before : (input.distinctFrom ?? []);
  const ids = [...new Set([...(base ?? []), ...(input.addDistinctFrom ?? [])])];
  for (const id of ids) {
    if (id === input.id) return failed('value-invalid', `“${id}” cannot be distinct from itself.`);
    const isThere = (kind === 'entity' ? draft.entity(id) : draft.event(id)) !== undefined;
    if (isThere || before?.includes(id) === true) continue;
    const code = kind === 'entity' ? 'entity-unknown' : 'event-unknown';
    return failed(code, `There is no ${kind} “${id}” that “${input.id}” could be distinct from.`);
  }
  return { ok: true, ids: ids.length === 0 ? undefined : ids };
}

/** Sets what is known of a source; makes its annotation file when it has none. */
export function setSource(draft: Draft, around: Surroundings, input: SetSource): Outcome {
  const path = input.source;
  const source = isSafePath(path) ? around.sourceText(path) : undefined;
  if (source === undefined) return failed('source-unknown', `There is no source “${path}”.`);
  const wrong = typeof input.published === 'string' ? checkDate(input.published) : undefined;
  if (wrong !== undefined) return { ok: false, error: wrong };
  const length = source.codePoints.length;
  const range = input.body?.find(([start, end]) => start < 0 || end > length || start > end);
  if (range !== undefined) {
    const message = `The range [${range.join(', ')}) is not inside the text (${length} code points).`;
    return failed('value-invalid', message);
  }
  const file = draft.annotationFile(path);
  const foreign = checkAnnotationFile(draft, file, path);
  if (foreign !== undefined) return { ok: false, error: foreign };
  const before = draft.sourceMetadata(path) ?? { path };
  const { title, publisher, published, language, url, reliability, state } = input;
  const body = input.body && bodyAsWritten(draft, source, before, input.body);
  const reviewedBy = input.reviewedBy && reviewers(input.reviewedBy);
  const said = { title, publisher, published, language, url, reliability };
  const given = present({ ...said, body, state, reviewedBy });
  const after = Object.fromEntries(
    Object.entries({ ...before, ...given }).filter(([, value]) => value !== null),
  ) as unknown as SourceMetadata;
  if (draft.text(file) === undefined) {
    draft.write(file, newAnnotationFile({ ...after, blob: source.blob }, []));
    return done(path);
  }
  const changes = changedFields(sourceFields(before), sourceFields(after));
  return rewrite(draft, file, path, (text, known) => updateSource(text, path, changes, known));
}

/** Each once, without the blanks around them; `null` when there is nobody. */
function reviewers(names: readonly string[]): readonly string[] | null {
  const known = new Set(names.map((name) => name.trim()).filter((name) => name !== ''));
  return known.size === 0 ? null : [...known];
}

/** The ranges of the text of now, in the text that the annotation file was written for. */
function bodyAsWritten(
  draft: Draft,
  source: SourceText,
  { path, blob = source.blob }: SourceMetadata,
  body: NonNullable<SourceMetadata['body']>,
): NonNullable<SourceMetadata['body']> {
  if (blob === source.blob) return body;
  const shifts = locate(source, draft.annotationsOf(path)).flatMap(({ record, anchorings }) =>
    shiftsOf(source, record.annotation, anchorings),
  );
  return shiftedBody(
    body,
    shifts.map(({ was, now }) => ({ was: now, now: was })),
  );
}

/** The id that is given, when it is free and one, or the one that the name makes. */
export function newRecordId(draft: Draft, given: string | undefined, name: string): Outcome {
  if (given === undefined) return done(slugOf(name, (id) => draft.isRecordTaken(id)));
  if (!isRecordId(given)) {
    const message = `“${given}” is no record id: use lower-case letters, digits and dashes.`;
    return failed('id-invalid', message);
  }
  if (isAnnotationId(given)) {
    const message = `“${given}” looks like the id of an annotation: roles would take it for one.`;
    return failed('id-invalid', message);
  }
  if (draft.isRecordTaken(given))
    return failed('id-taken', `There is a record “${given}” already.`);
  return done(given);
}

/** The aliases with more behind them; the name itself and repeated texts are left out. */
export function withAliases(
  aliases: readonly Alias[],
  more: readonly (string | Alias)[],
  name: string,
): readonly Alias[] {
  const result = [...aliases];
  for (const alias of toAliases(more)) {
    const isKnown = alias.text === name || result.some(({ text }) => text === alias.text);
    if (alias.text !== '' && !isKnown) result.push(alias);
  }
  return result;
}

function toAliases(aliases: readonly (string | Alias)[]): readonly Alias[] {
  return aliases.map((alias) => (typeof alias === 'string' ? { text: alias } : alias));
}
