/** Changing how an annotation is judged, and its value, note and attributes. */
import { quoteOf, STATUSES, type AttributeValue } from '../../core/model/annotation';
import { EVENT_STATUSES, type EventStatus } from '../../core/model/records';
import type { AttributeRule } from '../../core/model/schema';
import type { BodyFields } from '../../core/operations/operation';
import { shorten } from '../../core/outline/words';
import type { AnnotationRecord } from '../../core/store/store';
import { askText } from '../pickers/askText';
import { pickFrom, type Choice } from '../pickers/pickOne';
import { idLabel } from '../pickers/pickType';
import type { Services } from '../services';
import { askValue } from './annotateTime';
import { updateOf, type Change } from './change';
import {
  CERTAINTY_CHOICES,
  CREDIBILITY_CHOICES,
  named,
  POLARITY_CHOICES,
  unset,
} from './judgements';

const NONE = 'not given';
const LONGEST = 60;

export function changeStatus(record: AnnotationRecord): Change {
  const { status } = record.annotation;
  const set = (value: typeof status): BodyFields => ({
    status: value === 'accepted' ? null : value,
  });
  return oneOf(record, 'Status', 'pass', STATUSES.map(named), status, set);
}

/** Of the event that the passage reports, on its record: absent when there is none. */
export function changeEventStatus(
  { store }: Services,
  record: AnnotationRecord,
): Change | undefined {
  const event = store.indexes.event(record.annotation.event ?? '');
  if (event === undefined) return undefined;
  const { id, title, status } = event;
  const choices = [...EVENT_STATUSES.map(named), unset()];
  return {
    label: 'Status of the event',
    now: status ?? NONE,
    icon: 'calendar',
    ask: async () => {
      const answer = await pickFrom<EventStatus | null>({
        title: `Status of “${shorten(title, LONGEST)}”`,
        placeholder: `Did it happen? Now ${status ?? NONE}`,
        choices,
      });
      if (answer.kind !== 'answer') return undefined;
      const after = answer.value;
      return after === (status ?? null) ? [] : [{ op: 'updateEvent', id, status: after }];
    },
  };
}

export function changeCertainty(record: AnnotationRecord): Change {
  const choices = [...CERTAINTY_CHOICES, unset()];
  const { certainty = null } = record.annotation;
  return oneOf(record, 'Certainty', 'question', choices, certainty, (value) => ({
    certainty: value,
  }));
}

export function changePolarity(record: AnnotationRecord): Change {
  const choices = [...POLARITY_CHOICES, unset()];
  const { polarity = null } = record.annotation;
  return oneOf(record, 'Polarity', 'diff', choices, polarity, (value) => ({ polarity: value }));
}

export function changeCredibility(record: AnnotationRecord): Change {
  const { credibility = null } = record.annotation;
  const choices = [...CREDIBILITY_CHOICES, unset()];
  return oneOf(record, 'Credibility', 'shield', choices, credibility, (value) => ({
    credibility: value,
  }));
}

export function changeValue(services: Services, record: AnnotationRecord): Change {
  const { value } = record.annotation;
  return {
    label: 'Value',
    now: value ?? NONE,
    icon: 'calendar',
    ask: async () => {
      const words = quoteOf(record.annotation);
      const answer = await askValue(services, record.source, words, value);
      if (answer === undefined) return undefined;
      return answer === (value ?? '') ? [] : updateOf(record, { value: orNull(answer) });
    },
  };
}

export function changeNote(record: AnnotationRecord): Change {
  const { note } = record.annotation;
  return {
    label: 'Note',
    now: note === undefined ? NONE : shorten(note, LONGEST),
    icon: 'note',
    ask: async () => {
      const text = await askNote(record, 'Note', note ?? '');
      if (text === undefined) return undefined;
      return text === (note ?? '') ? [] : updateOf(record, { note: orNull(text) });
    },
  };
}

/** An attribute of the schema: one of its values, or free text when it declares none. */
export function changeAttribute(
  record: AnnotationRecord,
  name: string,
  { values }: AttributeRule,
): Change {
  const { attributes } = record.annotation;
  const before = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  const set = (value: AttributeValue | null): BodyFields => {
    const others = Object.entries(attributes).filter(([each]) => each !== name);
    const after = value === null ? others : [...others, [name, value] as const];
    return { attributes: after.length === 0 ? null : Object.fromEntries(after) };
  };
  const label = idLabel(name);
  if (values !== undefined) {
    const choices = [...values.map(named), unset()];
    return oneOf<AttributeValue | null>(
      record,
      label,
      'symbol-field',
      choices,
      before ?? null,
      set,
    );
  }
  return {
    label,
    now: before === undefined ? NONE : String(before),
    icon: 'symbol-field',
    ask: async () => {
      const text = await askNote(record, label, String(before ?? ''));
      return text === undefined ? undefined : updateOf(record, set(orNull(text)));
    },
  };
}

/** A choice among values, the present one first. */
function oneOf<T extends AttributeValue | null>(
  record: AnnotationRecord,
  label: string,
  icon: string,
  choices: readonly Choice<T>[],
  before: T,
  set: (value: T) => BodyFields,
): Change {
  const current = choices.find(({ value }) => String(value) === String(before));
  return {
    label,
    now: before === null ? NONE : (current?.label ?? String(before)),
    icon,
    ask: async () => {
      const sorted = choices.map((choice) =>
        choice === current ? { ...choice, description: 'as now' } : choice,
      );
      const answer = await pickFrom({
        title: `${label} of “${shorten(quoteOf(record.annotation), LONGEST)}”`,
        placeholder: `Now ${before === null ? NONE : (current?.label ?? String(before))}`,
        choices: sorted,
      });
      if (answer.kind !== 'answer') return undefined;
      return answer.value === current?.value ? [] : updateOf(record, set(answer.value));
    },
  };
}

async function askNote(
  record: AnnotationRecord,
  label: string,
  value: string,
): Promise<string | undefined> {
  const answer = await askText({
    title: `${label} of “${shorten(quoteOf(record.annotation), LONGEST)}”`,
    prompt: 'Leave it empty for none.',
    value,
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
