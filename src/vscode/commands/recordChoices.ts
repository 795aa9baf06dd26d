/** Records as entries of lists, and what their types are called there. */
import { formatEdtf } from '../../core/dates/edtf';
import { entityTypeIcon, EVENT_ICON } from '../../core/outline/icons';
import { count, dotted } from '../../core/outline/words';
import { entityTypeOf, eventTypeOf } from '../../core/schema/lookup';
import { themeIcon } from '../pickers/icons';
import type { Choice } from '../pickers/pickOne';
import type { Services } from '../services';
import { nameOf, nounOf, type RecordRef } from './recordSubject';

export function recordChoice(services: Services, ref: RecordRef): Choice<RecordRef> {
  const { store, sidebar } = services;
  const { type } = ref.record;
  const date = ref.kind === 'event' ? ref.record.date : undefined;
  return {
    value: ref,
    label: nameOf(ref),
    description: dotted([
      typeLabel(services, ref.kind, type),
      date === undefined ? undefined : formatEdtf(date),
      count(sidebar.tallies.of(ref.record.id).passages, nounOf(ref)),
    ]),
    iconPath: themeIcon(ref.kind === 'entity' ? entityTypeIcon(store.schema, type) : EVENT_ICON),
  };
}

export function typeLabel(
  { store }: Pick<Services, 'store'>,
  kind: RecordRef['kind'],
  type: string,
): string {
  return (kind === 'entity' ? entityTypeOf(store.schema, type) : eventTypeOf(store.schema, type))
    .label;
}
