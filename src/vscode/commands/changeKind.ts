/** Changing what an annotation is about: another record, or another kind altogether. */
import { kindOf, quoteOf, type AnnotationKind } from '../../core/model/annotation';
import type { Operation } from '../../core/operations/operation';
import { nameForm } from '../../core/matching/newAlias';
import { shorten } from '../../core/outline/words';
import type { AnnotationRecord } from '../../core/store/store';
import { askText, required } from '../pickers/askText';
import { pickEvent } from '../pickers/pickEvent';
import { pickFrom } from '../pickers/pickOne';
import type { Services } from '../services';
import { askValue } from './annotateTime';
import { updateOf, type Change } from './change';
import { chooseEntity } from './chooseEntity';

const LONGEST = 40;

const KINDS: Readonly<Record<Exclude<AnnotationKind, 'typed'>, string>> = {
  mention: 'Mention of an entity',
  evidence: 'Evidence of an event',
  statement: 'Statement',
  time: 'Time expression',
  note: 'Note only',
};

export function changeEntity(services: Services, record: AnnotationRecord): Change {
  const id = record.annotation.entity ?? '';
  return {
    label: 'Entity',
    now: services.store.indexes.entity(id)?.name ?? id,
    icon: 'tag',
    ask: () => askEntity(services, record),
  };
}

export function changeEvent(services: Services, record: AnnotationRecord): Change {
  const id = record.annotation.event ?? '';
  return {
    label: 'Event',
    now: services.store.indexes.event(id)?.title ?? id,
    icon: 'calendar',
    ask: () => askEvent(services, record),
  };
}

export function changeKind(services: Services, record: AnnotationRecord): Change {
  const kind = kindOf(record.annotation);
  return {
    label: 'Kind',
    now: kind === 'typed' ? (record.annotation.type ?? '') : KINDS[kind],
    icon: 'symbol-class',
    ask: async () => {
      const kinds = Object.keys(KINDS) as readonly (keyof typeof KINDS)[];
      const answer = await pickFrom({
        title: `Kind of the annotation of “${wordsOf(record)}”`,
        placeholder: 'What else is this passage?',
        choices: kinds
          .filter((each) => each !== kind)
          .map((each) => ({ value: each, label: KINDS[each] })),
      });
      return answer.kind === 'answer' ? await askAs(services, record, answer.value) : undefined;
    },
  };
}

function askAs(
  services: Services,
  record: AnnotationRecord,
  kind: keyof typeof KINDS,
): Promise<readonly Operation[] | undefined> {
  switch (kind) {
    case 'mention':
      return askEntity(services, record);
    case 'evidence':
      return askEvent(services, record);
    case 'statement':
      return Promise.resolve(
        updateOf(record, { entity: null, event: null, type: 'statement', value: null }),
      );
    case 'time':
      return askTime(services, record);
    case 'note':
      return askNote(record);
  }
}

async function askEntity(
  services: Services,
  record: AnnotationRecord,
): Promise<readonly Operation[] | undefined> {
  const words = nameForm(quoteOf(record.annotation));
  const answer = await chooseEntity(
    services,
    {
      title: `Entity of “${wordsOf(record)}”`,
      placeholder: 'Filter by name, alias, type or id',
      source: record.source,
      words,
      otherwise: 'create',
    },
    { words, before: record.annotation.targets[0].prefix },
  );
  if (typeof answer !== 'object' || !('id' in answer)) return undefined;
  if (answer.id === record.annotation.entity) return [];
  services.recent.noteEntity(answer.id);
  const { creation } = answer;
  const update = updateOf(record, {
    entity: answer.id,
    event: null,
    type: null,
    value: null,
    roles: null,
  });
  return creation === undefined ? update : [creation, ...update];
}

async function askEvent(
  services: Services,
  record: AnnotationRecord,
): Promise<readonly Operation[] | undefined> {
  const answer = await pickEvent(services, {
    title: `Event of “${wordsOf(record)}”`,
    source: record.source,
    passage: quoteOf(record.annotation),
    mentioned: new Set(),
    drafts: [],
    canCreate: false,
  });
  if (answer.kind !== 'answer' || answer.value.kind !== 'event') return undefined;
  const { id } = answer.value;
  if (id === record.annotation.event) return [];
  services.recent.noteEvent(id);
  return updateOf(record, { entity: null, event: id, type: null, value: null });
}

async function askTime(
  services: Services,
  record: AnnotationRecord,
): Promise<readonly Operation[] | undefined> {
  const words = quoteOf(record.annotation);
  const value = await askValue(services, record.source, words, undefined);
  if (value === undefined) return undefined;
  const fields = { entity: null, event: null, type: 'time', roles: null };
  return updateOf(record, { ...fields, value: value === '' ? null : value });
}

async function askNote(record: AnnotationRecord): Promise<readonly Operation[] | undefined> {
  const answer = await askText({
    title: `Note on “${wordsOf(record)}”`,
    prompt: 'What is to be remembered about this passage',
    value: record.annotation.note ?? '',
    remark: required('A note'),
  });
  if (answer.kind !== 'answer') return undefined;
  const fields = { entity: null, event: null, type: null, value: null, roles: null };
  return updateOf(record, { ...fields, note: answer.value });
}

function wordsOf(record: AnnotationRecord): string {
  return shorten(quoteOf(record.annotation), LONGEST);
}
