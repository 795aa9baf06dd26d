/** Editing a record like a form: its fields with their values on one list, until Escape. */
import { shorten } from '../../core/outline/words';
import { tell } from '../adapters/failures';
import { themeIcon } from '../pickers/icons';
import { pickFrom, type Choice } from '../pickers/pickOne';
import type { Services } from '../services';
import type { Command } from './command';
import { entityFields } from './entityForm';
import { eventFields } from './eventForm';
import type { RecordField } from './recordField';
import { nameOf, oneRecord, recordOf, type RecordRef } from './recordSubject';
import { typeLabel } from './recordChoices';
import { save } from './saving';

const LONGEST = 50;
const LONGEST_VALUE = 90;

/**
 * Edits the record of the node, of `{ id }` or at the caret, field after field; each change is saved at once
 * as one step of undo.
 */
export const editRecord: Command = async (services, node) => {
  const begun = await oneRecord(services, node);
  if (begun === undefined) return;
  const { id } = begun.record;
  let open: string | undefined;
  let last: string | undefined;
  for (;;) {
    const ref = recordOf(services, id);
    if (ref === undefined) {
      tell('This record is no longer there.');
      return;
    }
    const fields = fieldsOf(services, ref);
    const field =
      fields.find(({ label }) => label === open) ?? (await choose(services, ref, fields, last));
    if (field === undefined) return;
    last = field.label;
    const answer = await field.ask();
    if (answer === undefined) return;
    open = field.isList === true && answer !== 'back' ? field.label : undefined;
    if (answer === 'back' || answer.length === 0) continue;
    const what = shorten(nameOf(ref), LONGEST);
    await save(services, `Changed ${field.label.toLowerCase()} of ${what}`, answer);
  }
};

function fieldsOf(services: Services, ref: RecordRef): readonly RecordField[] {
  return ref.kind === 'entity'
    ? entityFields(services, ref.record)
    : eventFields(services, ref.record);
}

/** In the order of the file; after a change the next field is the one that Enter takes. */
async function choose(
  services: Services,
  ref: RecordRef,
  fields: readonly RecordField[],
  last: string | undefined,
): Promise<RecordField | undefined> {
  const at = fields.findIndex(({ label }) => label === last) + 1;
  const answer = await pickFrom({
    title: `${typeLabel(services, ref.kind, ref.record.type)}: ${shorten(nameOf(ref), LONGEST)}`,
    placeholder: 'What to change? The first letters find a field; Escape ends',
    choices: fields.map((field): Choice<RecordField> => ({
      value: field,
      label: field.label,
      description: shorten(field.now, LONGEST_VALUE),
      iconPath: themeIcon({ name: field.icon }),
    })),
    active: at % fields.length,
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}
