/**
 * Changes of annotation and record files as the smallest text edits. Every function gives the new
 * text; a file that does not parse gives `undefined` and stays as it is. `known` is what reading the
 * same text found before: with it only the records that the change needs are read again.
 */
import type { Annotation } from '../model/annotation';
import type { Entity, EventRecord, SourceMetadata } from '../model/records';
import type { Rejection } from '../model/rejection';
import type { TextEdit } from '../text/edits';
import { blockLines, editMap } from './editMap';
import { editLists, type ItemKind } from './editListItems';
import { PARTICIPANTS } from './editParticipants';
import { RELATIONS } from './editRelations';
import { COMMENTS } from './editThread';
import { editAnnotation } from './editTargets';
import { newRejection } from './editRejections';
import { insertRecord, joinLines, recordLines, removeRecords, type NewRecord } from './editSection';
import type { FieldMap } from './emit';
import {
  ANNOTATION_KEYS,
  annotationFields,
  ENTITY_KEYS,
  entityFields,
  EVENT_KEYS,
  eventFields,
  SOURCE_KEYS,
  sourceFields,
} from './fields';
import { mapAt } from './node';
import { FORMATS } from './parse';
import { REJECTED } from './rejections';
import { mapPlace, rewritten, type FieldChanges } from './rewritten';
import type { Sections } from './sections';
import { aroundInsertion, aroundRecord } from './splitFile';

export function newAnnotationFile(
  source: SourceMetadata,
  annotations: readonly Annotation[],
  rejected: readonly Rejection[] = [],
): string {
  const head = blockLines({ format: FORMATS.annotations, source: sourceFields(source) }, 0);
  const records = annotations.flatMap((each) => recordLines(newRecord(each)));
  const section = records.length === 0 ? ['annotations: {}'] : ['annotations:', ...records];
  const lines = rejected.flatMap((each) => recordLines(newRejection(each)));
  const below = lines.length === 0 ? [] : [`${REJECTED}:`, ...lines];
  return joinLines([...head, ...section, ...below], '\n');
}

function newRecord(annotation: Annotation): NewRecord {
  const { id, targets } = annotation;
  return { id, start: targets[0].start, fields: annotationFields(annotation) };
}

export function newEntityFile(entity: Entity): string {
  const head = { format: FORMATS.entity, id: entity.id };
  return joinLines(blockLines({ ...head, ...entityFields(entity) }, 0), '\n');
}

export function newEventFile(event: EventRecord): string {
  const head = { format: FORMATS.event, id: event.id };
  return joinLines(blockLines({ ...head, ...eventFields(event) }, 0), '\n');
}

/**
 * The text with one more annotation, in document order: after the last one that starts no later.
 * `undefined` also when the file has a record with its id.
 */
export function insertAnnotation(
  text: string,
  annotation: Annotation,
  known?: Sections,
): string | undefined {
  const near = known && aroundInsertion(known, annotation);
  const record = newRecord(annotation);
  return rewritten(text, { known, near }, (place) => insertRecord(place, 'annotations', record));
}

/** The text with the fields of one annotation changed. */
export function updateAnnotation(
  text: string,
  id: string,
  changes: FieldChanges,
  known?: Sections,
): string | undefined {
  const near = known && aroundRecord(known, id);
  return rewritten(text, { known, near }, (place) => {
    const map = mapAt(mapAt(place.root, 'annotations'), id);
    return map && editAnnotation(mapPlace(place, map, ANNOTATION_KEYS), changes);
  });
}

/** The text with fields of many annotations changed; `undefined` also when one is not there. */
export function updateAnnotations(
  text: string,
  changes: ReadonlyMap<string, FieldChanges>,
  known?: Sections,
): string | undefined {
  return rewritten(text, { known, only: ({ id }) => changes.has(id) }, (place) => {
    const edits: TextEdit[] = [];
    let found = 0;
    for (const { key, value } of mapAt(place.root, 'annotations')?.entries ?? []) {
      const own = changes.get(key);
      if (own === undefined || value.kind !== 'map') continue;
      edits.push(...editAnnotation(mapPlace(place, value, ANNOTATION_KEYS), own));
      found++;
    }
    return found === changes.size ? edits : undefined;
  });
}

/** The text without one annotation; comments outside the record stay. */
export function removeAnnotation(text: string, id: string, known?: Sections): string | undefined {
  const near = known && aroundRecord(known, id);
  return rewritten(text, { known, near }, (place) =>
    removeRecords(place, 'annotations', new Set([id]), 'keep'),
  );
}

/** The text without these annotations; `undefined` also when one is not there. */
export function removeAnnotations(text: string, ids: ReadonlySet<string>): string | undefined {
  return rewritten(text, {}, (place) => removeRecords(place, 'annotations', ids, 'keep'));
}

/** The text with keys of `source:` changed; the section is made when it is not there. */
export function updateSource(
  text: string,
  path: string,
  changes: FieldChanges,
  known?: Sections,
): string | undefined {
  const near = known && { first: known.blocks.length - 1, last: known.blocks.length };
  return rewritten(text, { known, near }, (place) => {
    const map = mapAt(place.root, 'source');
    if (map !== undefined && map.entries.length > 0) {
      return editLists(mapPlace(place, map, SOURCE_KEYS), changes, [COMMENTS]);
    }
    const fields: FieldMap = Object.fromEntries([['path', path], ...changes]);
    const ordered: FieldMap = Object.fromEntries(SOURCE_KEYS.map((key) => [key, fields[key]]));
    const root = mapPlace(place, place.root, ['format', 'source', 'annotations']);
    return editMap(root, new Map([['source', ordered]]));
  });
}

/** The text of an entity file with keys changed; relations and comments that stay keep their lines. */
export function updateEntityFile(text: string, changes: FieldChanges): string | undefined {
  return updateRecordFile(text, changes, ENTITY_KEYS, [RELATIONS, COMMENTS]);
}

/** The text of an event file with keys changed; participants and comments that stay keep their lines. */
export function updateEventFile(text: string, changes: FieldChanges): string | undefined {
  return updateRecordFile(text, changes, EVENT_KEYS, [PARTICIPANTS, COMMENTS]);
}

function updateRecordFile(
  text: string,
  changes: FieldChanges,
  keys: readonly string[],
  lists: readonly ItemKind[],
): string | undefined {
  return rewritten(text, {}, (place) =>
    editLists(mapPlace(place, place.root, keys), changes, lists),
  );
}
