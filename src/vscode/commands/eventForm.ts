/** The fields of an event as Edit Record shows and changes them. */
import { formatEdtf } from '../../core/dates/edtf';
import { EVENT_STATUSES, type EventRecord } from '../../core/model/records';
import { shorten, spaced } from '../../core/outline/words';
import { eventTypeOf } from '../../core/schema/lookup';
import type { Answer } from '../pickers/answer';
import { askText, remarkOnDate, required } from '../pickers/askText';
import { pickEntity } from '../pickers/pickEntity';
import { pickFrom, type Choice } from '../pickers/pickOne';
import { idLabel } from '../pickers/pickType';
import type { Services } from '../services';
import { noteField } from './entityForm';
import { misfitOfPlace } from './eventPlace';
import { participantsField } from './participantForm';
import { NOTHING, type FieldAnswer, type RecordField } from './recordField';
import { typeLabel } from './recordChoices';
import { askType } from './retypeRecord';

const LONGEST = 50;

export function eventFields(services: Services, event: EventRecord): readonly RecordField[] {
  const { modes } = eventTypeOf(services.store.schema, event.type);
  return [
    titleField(event),
    typeField(services, event),
    ...(modes.length === 0 && event.mode === undefined ? [] : [modeField(event, modes)]),
    dateField(event),
    placeField(services, event),
    participantsField(services, event),
    statusField(event),
    noteField('event', event),
  ];
}

function titleField(event: EventRecord): RecordField {
  return {
    label: 'Title',
    now: event.title,
    icon: 'tag',
    ask: async () => {
      const answer = await askText({
        title: titleOf('Title', event),
        prompt: `Who does what, in a few words. The id ${event.id} stays.`,
        value: event.title,
        remark: required('A title'),
        canGoBack: true,
      });
      return set(answer, event.title, (title) => [{ op: 'updateEvent', id: event.id, title }]);
    },
  };
}

function typeField(services: Services, event: EventRecord): RecordField {
  return {
    label: 'Type',
    now: typeLabel(services, 'event', event.type),
    icon: 'symbol-class',
    ask: () =>
      askType(services, [{ kind: 'event', record: event }], {
        title: titleOf('Type', event),
        canGoBack: true,
      }),
  };
}

function modeField(event: EventRecord, modes: readonly string[]): RecordField {
  const before = event.mode ?? null;
  return {
    label: 'Mode',
    now: event.mode === undefined ? NOTHING : spaced(event.mode),
    icon: 'settings',
    ask: async () => {
      const answer = await pickFrom<string | null>({
        title: titleOf('Mode', event),
        placeholder: 'How?',
        canGoBack: true,
        choices: nowFirst(
          [
            ...modes.map((mode) => ({ value: mode, label: idLabel(mode) })),
            { value: null, label: 'No mode' },
          ],
          before,
        ),
      });
      return set(answer, before, (mode) => [{ op: 'updateEvent', id: event.id, mode }]);
    },
  };
}

function dateField(event: EventRecord): RecordField {
  const before = event.date ?? '';
  return {
    label: 'Date',
    now: before === '' ? NOTHING : `${formatEdtf(before)} (${before})`,
    icon: 'calendar',
    ask: async () => {
      const answer = await askText({
        title: titleOf('Date', event),
        prompt: 'When it happened. Leave it empty for no date.',
        placeholder:
          'EDTF: 2023-04-26, 2023-04, 2023-04~ (about), 2023-04-24/2023-04-26, 2023-04/..',
        value: before,
        remark: remarkOnDate('Leave it empty for no date.'),
        canGoBack: true,
      });
      return set(answer, before, (date) => [
        { op: 'updateEvent', id: event.id, date: date === '' ? null : date },
      ]);
    },
  };
}

function placeField(services: Services, event: EventRecord): RecordField {
  const { indexes } = services.store;
  const { place } = event;
  const misfit = misfitOfPlace(services, event.type);
  return {
    label: 'Place',
    now: place === undefined ? NOTHING : (indexes.entity(place)?.name ?? place),
    icon: 'location',
    ask: async () => {
      const isEntity = place !== undefined && indexes.entity(place) !== undefined;
      const answer = await pickEntity(services, {
        title: titleOf('Place', event),
        placeholder: 'Where? A place of the list, or type one',
        canGoBack: true,
        source: '',
        ...(isEntity ? { first: [place] } : place === undefined ? {} : { words: place }),
        misfit: ({ type }) => misfit(type),
        none: { label: 'No place', lead: false },
        otherwise: 'text',
      });
      if (answer.kind !== 'answer') return answer.kind === 'back' ? 'back' : undefined;
      const { value } = answer;
      const id = value.kind === 'entity' ? value.id : value.kind === 'text' ? value.text : null;
      return id === (place ?? null) ? [] : [{ op: 'updateEvent', id: event.id, place: id }];
    },
  };
}

function statusField(event: EventRecord): RecordField {
  const before = event.status ?? null;
  return {
    label: 'Status',
    now: event.status ?? NOTHING,
    icon: 'pass',
    ask: async () => {
      const answer = await pickFrom<typeof before>({
        title: titleOf('Status', event),
        placeholder: 'Did it happen?',
        canGoBack: true,
        choices: nowFirst(
          [
            ...EVENT_STATUSES.map((status) => ({ value: status, label: idLabel(status) })),
            { value: null, label: 'Not given' },
          ],
          before,
        ),
      });
      return set(answer, before, (status) => [{ op: 'updateEvent', id: event.id, status }]);
    },
  };
}

function titleOf(field: string, { title }: EventRecord): string {
  return `${field} of “${shorten(title, LONGEST)}”`;
}

/** The operations of an answer; none when it is what it was. */
function set<T>(
  answer: Answer<T>,
  before: T,
  operations: (value: T) => Exclude<FieldAnswer, 'back' | undefined>,
): FieldAnswer {
  if (answer.kind !== 'answer') return answer.kind === 'back' ? 'back' : undefined;
  return answer.value === before ? [] : operations(answer.value);
}

function nowFirst<T>(choices: readonly Choice<T>[], now: T): readonly Choice<T>[] {
  const current = choices.find(({ value }) => value === now);
  if (current === undefined) return choices;
  return [{ ...current, description: 'as now' }, ...choices.filter((choice) => choice !== current)];
}
