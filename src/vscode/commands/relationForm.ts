/** The relations of an entity in Edit Record. */
import type { Entity, Relation } from '../../core/model/records';
import { formatEdtf } from '../../core/dates/edtf';
import { dotted, shorten } from '../../core/outline/words';
import { relationLabel } from '../../core/schema/relations';
import { themeIcon } from '../pickers/icons';
import { pickFrom } from '../pickers/pickOne';
import type { Services } from '../services';
import { addRelation } from './addRelation';
import { changeRelation } from './changeRelation';
import { listed, type FieldAnswer, type RecordField } from './recordField';

const LONGEST = 50;

export function relationsField(services: Services, entity: Entity): RecordField {
  const { relations = [] } = entity;
  return {
    label: 'Relations',
    now: listed(relations.map((each) => wordsOf(services, each))),
    icon: 'type-hierarchy',
    isList: true,
    ask: () => ask(services, entity, relations),
  };
}

async function ask(
  services: Services,
  entity: Entity,
  relations: readonly Relation[],
): Promise<FieldAnswer> {
  const answer = await pickFrom<Relation | 'add'>({
    title: `Relations of ${shorten(entity.name, LONGEST)}`,
    placeholder: 'What it is to others',
    canGoBack: true,
    choices: [
      { value: 'add', label: 'Add a relation…', iconPath: themeIcon({ name: 'add' }) },
      ...relations.map((each) => ({
        value: each,
        label: wordsOf(services, each),
        description: dotted([
          each.date === undefined ? undefined : formatEdtf(each.date),
          each.note,
        ]),
        iconPath: themeIcon({ name: 'type-hierarchy' }),
      })),
    ],
  });
  if (answer.kind !== 'answer') return answer.kind === 'back' ? 'back' : undefined;
  if (answer.value !== 'add') return await change(services, entity, answer.value);
  await addRelation(services, { kind: 'entity', id: entity.id });
  return [];
}

async function change(
  services: Services,
  entity: Entity,
  relation: Relation,
): Promise<FieldAnswer> {
  const answer = await pickFrom<'change' | 'remove'>({
    title: `${shorten(entity.name, LONGEST)}: ${wordsOf(services, relation)}`,
    placeholder: 'What to do with this relation?',
    canGoBack: true,
    choices: [
      { value: 'change', label: 'Change it…', iconPath: themeIcon({ name: 'edit' }) },
      { value: 'remove', label: 'Remove it', iconPath: themeIcon({ name: 'trash' }) },
    ],
  });
  if (answer.kind !== 'answer') return answer.kind === 'back' ? [] : undefined;
  const { type, entity: to, date = null } = relation;
  if (answer.value === 'remove') return [{ op: 'unrelate', entity: entity.id, type, to, date }];
  await changeRelation(services, { relation: { from: entity.id, type, to } });
  return [];
}

function wordsOf({ store }: Services, { type, entity }: Relation): string {
  return `${relationLabel(store.schema, type)} ${store.indexes.entity(entity)?.name ?? entity}`;
}
