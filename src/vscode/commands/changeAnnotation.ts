/** Changing what an annotation says: the one under the caret, or that of a node. */
import { kindOf, quoteOf, type Annotation } from '../../core/model/annotation';
import { decodeOperation } from '../../core/operations/decode';
import { isJsonObject } from '../../core/operations/fieldChecks';
import { shorten } from '../../core/outline/words';
import { attributesFor } from '../../core/schema/attributes';
import type { AnnotationRecord } from '../../core/store/store';
import { remark, tell } from '../adapters/failures';
import { themeIcon } from '../pickers/icons';
import { pickFrom } from '../pickers/pickOne';
import type { Services } from '../services';
import type { Change } from './change';
import {
  changeAttribute,
  changeCertainty,
  changeCredibility,
  changeEventStatus,
  changeNote,
  changePolarity,
  changeStatus,
  changeValue,
} from './changeClaim';
import { changeEntity, changeEvent, changeKind } from './changeKind';
import { changeRoles } from './changeRoles';
import type { Command } from './command';
import { given } from './given';
import { save, touch } from './saving';
import { oneAnnotation } from './subjects';

const LONGEST = 40;

/**
 * Asks what to change of the annotation under the caret, or of that of the node, and to what. With
 * `{ kind: 'annotation', source, id, fields: { … } }` the fields of its body are set and nothing is asked; `null`
 * removes one.
 */
export const changeAnnotation: Command = async (services, node) => {
  const record = await oneAnnotation(services, node);
  if (record === undefined) return undefined;
  const { source, annotation } = record;
  const { fields } = given(node);
  const words = shorten(quoteOf(annotation), LONGEST);
  if (isJsonObject(fields)) {
    const decoded = decodeOperation({ op: 'update', source, id: annotation.id, ...fields });
    if (!decoded.ok) {
      tell(decoded.message);
      return undefined;
    }
    return await saveChange(services, record, `Changed “${words}”`, [decoded.operation]);
  }
  const chosen = await choose(services, record, words);
  const operations = await chosen?.ask();
  if (chosen === undefined || operations === undefined) return undefined;
  const label = `Changed the ${chosen.label.toLowerCase()} of “${words}”`;
  return await saveChange(services, record, label, operations);
};

async function choose(
  services: Services,
  record: AnnotationRecord,
  words: string,
): Promise<Change | undefined> {
  const answer = await pickFrom({
    title: `Change the annotation of “${words}”`,
    placeholder: 'What to change?',
    choices: changesOf(services, record).map((change) => ({
      value: change,
      label: change.label,
      description: change.now,
      iconPath: themeIcon({ name: change.icon }),
    })),
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

async function saveChange(
  services: Services,
  { source, annotation }: AnnotationRecord,
  label: string,
  operations: Parameters<typeof save>[2],
): Promise<readonly string[] | undefined> {
  if (operations.length === 0) {
    remark('Nothing was changed.');
    return undefined;
  }
  const ids = await save(services, label, operations);
  if (ids !== undefined) touch(services, { source, id: annotation.id });
  return ids;
}

/** What can be changed of an annotation: first what it is about. */
function changesOf(services: Services, record: AnnotationRecord): readonly Change[] {
  const { annotation } = record;
  const kind = kindOf(annotation);
  const isClaim = kind === 'evidence' || kind === 'statement' || kind === 'typed';
  const claims = isClaim
    ? [
        changeRoles(services, record),
        changeCertainty(record),
        changePolarity(record),
        changeCredibility(record),
        changeEventStatus(services, record) ?? [],
      ].flat()
    : [];
  return [
    ...subjectChange(services, record),
    ...claims,
    changeStatus(record),
    changeNote(record),
    ...attributeChanges(services, record),
    changeKind(services, record),
  ];
}

function subjectChange(services: Services, record: AnnotationRecord): readonly Change[] {
  switch (kindOf(record.annotation)) {
    case 'mention':
      return [changeEntity(services, record)];
    case 'evidence':
      return [changeEvent(services, record)];
    case 'time':
      return [changeValue(services, record)];
    case 'statement':
    case 'note':
    case 'typed':
      return [];
  }
}

function attributeChanges(services: Services, record: AnnotationRecord): readonly Change[] {
  const { schema } = services.store;
  const type = recordTypeOf(services, record.annotation);
  const attributes = Object.entries(attributesFor(schema, record.annotation, type));
  return attributes.map(([name, rule]) => changeAttribute(record, name, rule));
}

function recordTypeOf({ store }: Services, annotation: Annotation): string | undefined {
  const { entity, event } = annotation;
  if (entity !== undefined) return store.indexes.entity(entity)?.type;
  return event === undefined ? annotation.type : store.indexes.event(event)?.type;
}
