/** The fields of an entity as Edit Record shows and changes them. */
import type { Entity } from '../../core/model/records';
import { shorten } from '../../core/outline/words';
import { askText, required } from '../pickers/askText';
import type { Services } from '../services';
import { aliasesField } from './aliasForm';
import { linksField } from './linkForm';
import { NOTHING, type RecordField } from './recordField';
import { typeLabel } from './recordChoices';
import { relationsField } from './relationForm';
import { rename } from './renameRecord';
import { askType } from './retypeRecord';

const LONGEST = 50;

export function entityFields(services: Services, entity: Entity): readonly RecordField[] {
  return [
    nameField(services, entity),
    {
      label: 'Type',
      now: typeLabel(services, 'entity', entity.type),
      icon: 'symbol-class',
      ask: () =>
        askType(services, [{ kind: 'entity', record: entity }], {
          title: `Type of ${shorten(entity.name, LONGEST)}`,
          canGoBack: true,
        }),
    },
    aliasesField(services, entity),
    linksField(services, entity),
    relationsField(services, entity),
    noteField('entity', entity),
  ];
}

function nameField(services: Services, entity: Entity): RecordField {
  return {
    label: 'Name',
    now: entity.name,
    icon: 'tag',
    ask: async () => {
      const answer = await askText({
        title: `Name of ${shorten(entity.name, LONGEST)}`,
        prompt: `What it is called in lists. The id ${entity.id} stays.`,
        value: entity.name,
        remark: required('A name'),
        canGoBack: true,
      });
      if (answer.kind !== 'answer') return answer.kind === 'back' ? 'back' : undefined;
      await rename(services, { kind: 'entity', record: entity }, answer.value);
      return [];
    },
  };
}

/** Of an entity or event; a note of several lines is too much for a box of one. */
export function noteField(
  kind: 'entity' | 'event',
  { id, note }: { readonly id: string; readonly note?: string },
): RecordField {
  return {
    label: 'Note',
    now: note ?? NOTHING,
    icon: 'note',
    ask: async () => {
      const answer = await askText({
        title: `Note on ${id}`,
        prompt:
          note?.trim().includes('\n') === true
            ? 'The note has several lines, which become one here. Its file keeps them apart.'
            : 'Leave it empty for none.',
        value: note ?? '',
        canGoBack: true,
      });
      if (answer.kind !== 'answer') return answer.kind === 'back' ? 'back' : undefined;
      const isSame = answer.value === (note ?? '').replaceAll(/\s*\n\s*/g, ' ').trim();
      if (isSame) return [];
      const value = answer.value === '' ? null : answer.value;
      const op = kind === 'entity' ? 'updateEntity' : 'updateEvent';
      return [{ op, id, note: value }];
    },
  };
}
