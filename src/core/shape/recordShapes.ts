/** What may stand in the file of an entity and of an event. */
import { EVENT_STATUSES, type EventStatus } from '../model/records';
import { FORMATS } from '../storage/parse';
import {
  FOREIGN,
  list,
  map,
  oneOf,
  text,
  TEXT,
  type KeyShape,
  type MapShape,
  type Values,
} from './shape';
import { THREAD } from './threadShape';

const ID: KeyShape = {
  about:
    'The id of the record: its file name without `.yaml`. It never changes, whatever the name becomes.',
  shape: text('fileId'),
};
const NOTE: KeyShape = { about: 'A free note.', shape: TEXT };
const MERGED: KeyShape = {
  about: 'The id of the record that took the place of this one.',
  shape: text('record'),
};

const STATUS_WORDS: Readonly<Record<EventStatus, string>> = {
  occurred: 'It took place.',
  planned: 'It is to take place.',
  claimed: 'Somebody says so; it is not established.',
  hypothetical: 'It is only thought of: if, unless, might.',
  denied: 'It is said not to have taken place.',
};
const EVENT_STATUS_VALUES: Values = Object.fromEntries(
  EVENT_STATUSES.map((status) => [status, STATUS_WORDS[status]]),
);

const DISTINCT: KeyShape = {
  about: 'The ids of records that look alike and are not the same: not proposed for merging.',
  shape: list(text('record')),
};

const ALIAS = map({
  text: { about: 'The other name.', shape: TEXT, isRequired: true },
  language: { about: 'Its language, as a BCP 47 tag.', shape: text('language') },
});

const RELATION = map({
  type: {
    about: 'What this entity is to the other: a relation type of the schema.',
    shape: text('relationType'),
    isRequired: true,
  },
  entity: { about: 'The id of the other entity.', shape: text('entity'), isRequired: true },
  date: { about: 'When it held, in EDTF.', shape: text('date') },
  evidence: {
    about: 'The ids of the annotations whose passages say so.',
    shape: list(text('annotation')),
  },
  note: NOTE,
});

export const ENTITY_SHAPE: MapShape = map({
  format: {
    about: 'The format of this file.',
    shape: oneOf({ [FORMATS.entity]: 'An entity.' }),
    isRequired: true,
  },
  id: ID,
  type: { about: 'An entity type of the schema.', shape: text('entityType') },
  name: { about: 'The name under which the entity is shown.', shape: TEXT },
  aliases: {
    about:
      'Its other names, each as a text or as `{ text, language }`. Names that several entities share are asked about.',
    shape: list({ kind: 'either', forms: [TEXT, ALIAS] }),
  },
  links: {
    about: 'Its ids in outside knowledge bases, such as `wikidata: Q3874799`.',
    shape: map({}, { about: 'The id in this knowledge base.', shape: TEXT, names: 'link' }),
  },
  relations: {
    about: 'What this entity is to others, with dates and the passages that say so.',
    shape: list(RELATION),
  },
  distinctFrom: DISTINCT,
  note: NOTE,
  mergedInto: MERGED,
  thread: THREAD,
  x: FOREIGN,
});

const PARTICIPANT = map({
  role: {
    about: 'A role of the type of the event.',
    shape: text('role'),
    isRequired: true,
  },
  entity: {
    about: 'The id of the entity, or of another event.',
    shape: text('record'),
    isRequired: true,
  },
});

export const EVENT_SHAPE: MapShape = map({
  format: {
    about: 'The format of this file.',
    shape: oneOf({ [FORMATS.event]: 'An event.' }),
    isRequired: true,
  },
  id: ID,
  type: { about: 'An event type of the schema.', shape: text('eventType') },
  mode: { about: 'How it happened: a mode of the type.', shape: text('mode') },
  title: { about: 'A short sentence that says what happened.', shape: TEXT },
  date: {
    about: 'When, in EDTF: `2023-04-26`, `2024-06`, `2022-02/..`, `2023~`.',
    shape: text('date'),
  },
  place: { about: 'Where: the id of an entity, or free text.', shape: text('entity') },
  participants: {
    about: 'Who and what took part, each with its role.',
    shape: list(PARTICIPANT),
  },
  status: {
    about: 'Whether it took place, as far as is known.',
    shape: oneOf(EVENT_STATUS_VALUES),
  },
  distinctFrom: DISTINCT,
  note: NOTE,
  mergedInto: MERGED,
  thread: THREAD,
  x: FOREIGN,
});
