/** Fixes for ids that lead nowhere: another id, a record for this one, or no reference. */
import { isAnnotationId, type Annotation } from '../model/annotation';
import type { Operation } from '../operations/operation';
import { guessTypes } from '../matching/guessType';
import { isRecordId } from '../storage/paths';
import { changing, replacing } from './edits';
import { byOperations, byText, type Fix } from './fix';
import { nearest } from './nearest';
import type { NodePath } from './nodePath';
import { quoted } from '../outline/words';
import type { CheckedFile } from './rule';

/** How many types a new record is offered with. */
const MOST_TYPES = 3;

/** Changes the id at a place to one that is like it. */
export function otherIds(
  file: CheckedFile,
  at: NodePath,
  id: string,
  known: Iterable<string>,
): readonly Fix[] {
  return nearest(id, known).flatMap(({ word, isSure }) =>
    byText(file, `Change to ${named(file, word)}`, replacing(file, at, word), isSure),
  );
}

/** Makes the entity that is named, of one of the likeliest types. */
export function newEntity(file: CheckedFile, id: string, name: string): readonly Fix[] {
  if (!mayBecome(file, id)) return [];
  const types = guessTypes(file.schema, name, '', new Map());
  return types.slice(0, MOST_TYPES).map((type) => {
    const label = file.schema.entityTypes[type]?.label ?? type;
    const operation: Operation = { op: 'createEntity', id, type, name };
    return byOperations(`Create the entity “${id}” (${label}), named ${quoted(name)}`, [operation]);
  });
}

/** Makes the event that is named, of the type that the annotation has, or else of the first. */
export function newEvent(
  file: CheckedFile,
  id: string,
  title: string,
  type: string | undefined,
): readonly Fix[] {
  const { eventTypes } = file.schema;
  const [first] = Object.keys(eventTypes);
  const ofType = type !== undefined && Object.hasOwn(eventTypes, type) ? type : first;
  if (ofType === undefined || !mayBecome(file, id)) return [];
  const label = eventTypes[ofType]?.label ?? ofType;
  const operation: Operation = { op: 'createEvent', id, type: ofType, title };
  return [
    byOperations(`Create the event “${id}” (${label}), titled ${quoted(title)}`, [operation]),
  ];
}

/** Takes the reference out; an annotation that would say nothing then keeps the id as its note. */
export function detached(
  file: CheckedFile,
  annotation: Annotation,
  key: 'entity' | 'event',
): readonly Fix[] {
  const { id, type, note, attributes } = annotation;
  const saysMore = (type ?? note) !== undefined || Object.keys(attributes).length > 0;
  const dangling = annotation[key] ?? '';
  const title = saysMore
    ? `Remove the reference to “${dangling}”`
    : `Remove the reference; keep “${dangling}” as a note`;
  const after = changing(file, id, { [key]: undefined, ...(saysMore ? {} : { note: dangling }) });
  return byText(file, title, after);
}

/** `li-hui` → `Li Hui`: what a record may be called of which only the id is known. */
export function nameOfId(id: string): string {
  return id.replaceAll(/(^|-+)(\p{L}|\p{N})/gu, (_, dash: string, first: string) =>
    dash === '' ? first.toUpperCase() : ` ${first.toUpperCase()}`,
  );
}

/** The id with the name of its record, if it has one. */
function named({ indexes }: CheckedFile, id: string): string {
  const name = indexes.entities.get(id)?.entity.name ?? indexes.events.get(id)?.event.title;
  return name === undefined ? `“${id}”` : `“${id}” (${name})`;
}

function mayBecome({ indexes }: CheckedFile, id: string): boolean {
  const isTaken = indexes.entities.has(id) || indexes.events.has(id);
  return isRecordId(id) && !isAnnotationId(id) && !isTaken;
}
