/** The table of operations and their fields, held against the types of the operations. */
import { CERTAINTIES, POLARITIES, STATUSES } from '../model/annotation';
import { EVENT_STATUSES, RELIABILITIES, SOURCE_STATES } from '../model/records';
import type { Subject } from '../model/thread';
import {
  attributeMap,
  counted,
  index,
  isJsonObject,
  listOf,
  oneOf,
  pair,
  text,
  textMap,
  texts,
  wholeNumber,
  yesOrNo,
  type Check,
} from './fieldChecks';
import type { CodePointRange, DeleteRecord, MentionRef, NewPlace, Operation } from './operation';

export type OperationName = Operation['op'];

/** What one field may hold. `accepts` is not asked about `null`. */
export interface FieldCheck {
  readonly required: boolean;
  readonly nullable: boolean;
  /** Completes “must be …”. */
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
}

/** All the keys of a union, with the value that any of its members gives them. */
type Keys<O> = O extends unknown ? keyof O : never;
type Value<O, K extends PropertyKey> = O extends unknown
  ? K extends keyof O
    ? Exclude<O[K], null | undefined>
    : never
  : never;
type Fields<O> = {
  readonly [K in Exclude<Keys<O>, 'op'>]: Check<Value<O, K>>;
};

interface OperationTable<O extends Operation> {
  readonly fields: Fields<O>;
  readonly required: readonly Exclude<Keys<O>, 'op'>[];
  readonly nullable: readonly Exclude<Keys<O>, 'op'>[];
  /** Whether the operation says where in a source. */
  readonly passage: 'required' | 'optional' | 'none';
}

const roles = listOf(pair('role', 'target'), 'a list of { role, target }');
const participants = listOf(pair('role', 'entity'), 'a list of { role, entity }');
const ranges = listOf<readonly [number, number]>(
  {
    expected: '[start, end]',
    accepts: (value): value is readonly [number, number] =>
      Array.isArray(value) && value.length === 2 && value.every(wholeNumber.accepts),
  },
  'a list of [start, end] in code points',
);
const places = listOf<NewPlace>(
  { expected: '{ id, targets }', accepts: isNewPlace },
  'a list of { id, targets: [{ start, end }] } in code points',
);
const aliases = listOf<string | { readonly text: string; readonly language?: string }>(
  {
    expected: 'text or { text, language }',
    accepts: (value): value is string | { readonly text: string; readonly language?: string } =>
      typeof value === 'string' || isAlias(value),
  },
  'a list of texts or { text, language }',
);

const mentionRefs = listOf<MentionRef>(pair('source', 'id'), 'a list of { source, id }');
const fateOfMentions: Check<DeleteRecord['mentions']> = {
  expected: '“delete”, “detach” or { into }',
  accepts: (value): value is DeleteRecord['mentions'] =>
    value === 'delete' ||
    value === 'detach' ||
    (isJsonObject(value) && Object.keys(value).length === 1 && typeof value['into'] === 'string'),
};

const fragments: Check<readonly CodePointRange[]> = {
  expected: 'a list of { start, end } in code points, with one at least',
  accepts: (value): value is readonly CodePointRange[] =>
    Array.isArray(value) && value.length > 0 && value.every(isRange),
};

const subject: Check<Subject> = {
  expected:
    'of an annotation { kind, source, id }, of an entity or event { kind, id }, of a source { kind, path }',
  accepts: isSubject,
};

const passage = { start: wholeNumber, end: wholeNumber, exact: text, occurrence: counted };

const said = {
  type: text,
  roles,
  value: text,
  note: text,
  certainty: oneOf(CERTAINTIES),
  polarity: oneOf(POLARITIES),
  credibility: wholeNumber,
  attributes: attributeMap,
  by: text,
  status: oneOf(STATUSES),
  decision: text,
};

const body = { entity: text, event: text, ...said };

const entity = { type: text, name: text, aliases, links: textMap, note: text };

const event = {
  type: text,
  mode: text,
  title: text,
  date: text,
  place: text,
  participants,
  status: oneOf(EVENT_STATUSES),
  note: text,
};

const sourceFields = {
  title: text,
  publisher: text,
  published: text,
  language: text,
  url: text,
  reliability: oneOf(RELIABILITIES),
  body: ranges,
  state: oneOf(SOURCE_STATES),
  reviewedBy: texts,
};

const SAID = namesOf(said);
const BODY = namesOf(body);
const ENTITY_NULLABLE = ['aliases', 'links', 'note'] as const;
const EVENT_NULLABLE = ['mode', 'date', 'place', 'participants', 'status', 'note'] as const;

export const OPERATIONS: {
  readonly [N in OperationName]: OperationTable<Extract<Operation, { op: N }>>;
} = {
  annotate: {
    fields: { source: text, id: text, ...passage, ...body },
    required: ['source'],
    nullable: BODY,
    passage: 'required',
  },
  addEvidence: {
    fields: { source: text, event: text, id: text, ...passage, ...said },
    required: ['source', 'event'],
    nullable: SAID,
    passage: 'required',
  },
  update: {
    fields: { id: text, source: text, ...passage, targets: fragments, ...body },
    required: ['id'],
    nullable: BODY,
    passage: 'optional',
  },
  delete: {
    fields: { id: text, source: text },
    required: ['id'],
    nullable: [],
    passage: 'none',
  },
  createEntity: {
    fields: { id: text, ...entity },
    required: ['type', 'name'],
    nullable: ENTITY_NULLABLE,
    passage: 'none',
  },
  updateEntity: {
    fields: {
      id: text,
      ...entity,
      addAliases: aliases,
      removeAliases: texts,
      distinctFrom: texts,
      addDistinctFrom: texts,
    },
    required: ['id'],
    nullable: [...ENTITY_NULLABLE, 'distinctFrom'],
    passage: 'none',
  },
  createEvent: {
    fields: { id: text, ...event },
    required: ['type', 'title'],
    nullable: EVENT_NULLABLE,
    passage: 'none',
  },
  updateEvent: {
    fields: { id: text, ...event, distinctFrom: texts, addDistinctFrom: texts },
    required: ['id'],
    nullable: [...EVENT_NULLABLE, 'distinctFrom'],
    passage: 'none',
  },
  relate: {
    fields: { entity: text, type: text, to: text, date: text, evidence: texts, note: text },
    required: ['entity', 'type', 'to'],
    nullable: ['date', 'evidence', 'note'],
    passage: 'none',
  },
  unrelate: {
    fields: { entity: text, type: text, to: text, date: text },
    required: ['entity', 'type', 'to'],
    nullable: ['date'],
    passage: 'none',
  },
  setSource: {
    fields: { source: text, ...sourceFields },
    required: ['source'],
    nullable: namesOf(sourceFields),
    passage: 'none',
  },
  moveSource: {
    fields: { from: text, to: text },
    required: ['from', 'to'],
    nullable: [],
    passage: 'none',
  },
  merge: {
    fields: { from: text, into: text, take: texts },
    required: ['from', 'into'],
    nullable: [],
    passage: 'none',
  },
  split: {
    fields: {
      id: text,
      newId: text,
      name: text,
      title: text,
      type: text,
      aliases: texts,
      mentions: mentionRefs,
    },
    required: ['id', 'mentions'],
    nullable: [],
    passage: 'none',
  },
  deleteRecord: {
    fields: { id: text, mentions: fateOfMentions },
    required: ['id', 'mentions'],
    nullable: [],
    passage: 'none',
  },
  moveMentions: {
    fields: { to: text, mentions: mentionRefs },
    required: ['to', 'mentions'],
    nullable: [],
    passage: 'none',
  },
  reject: {
    fields: {
      source: text,
      id: text,
      ...passage,
      entity: text,
      type: oneOf(['time'] as const),
      note: text,
      by: text,
    },
    required: ['source'],
    nullable: [],
    passage: 'required',
  },
  unreject: {
    fields: { source: text, id: text },
    required: ['source', 'id'],
    nullable: [],
    passage: 'none',
  },
  comment: {
    fields: { on: subject, text, by: text, resolved: yesOrNo },
    required: ['on'],
    nullable: [],
    passage: 'none',
  },
  editComment: {
    fields: { on: subject, index, text },
    required: ['on', 'index', 'text'],
    nullable: [],
    passage: 'none',
  },
  deleteComment: {
    fields: { on: subject, index },
    required: ['on', 'index'],
    nullable: [],
    passage: 'none',
  },
  reanchor: {
    fields: { source: text, places, blob: yesOrNo },
    required: ['source', 'places'],
    nullable: [],
    passage: 'none',
  },
};

/** The fields of an operation in the order in which messages name them. */
export function fieldsOfOperation(op: OperationName): ReadonlyMap<string, FieldCheck> {
  const { fields, required, nullable } = OPERATIONS[op];
  return new Map(
    Object.entries(fields).map(([name, { expected, accepts }]: [string, Check<unknown>]) => [
      name,
      {
        expected,
        accepts,
        required: required.some((each) => each === name),
        nullable: nullable.some((each) => each === name),
      },
    ]),
  );
}

function isAlias(value: unknown): value is { readonly text: string; readonly language?: string } {
  if (!isJsonObject(value) || typeof value['text'] !== 'string') return false;
  const names = Object.keys(value).filter((name) => name !== 'text');
  return (
    names.every((name) => name === 'language') &&
    (names.length === 0 || typeof value['language'] === 'string')
  );
}

function isNewPlace(value: unknown): value is NewPlace {
  if (!isJsonObject(value) || typeof value['id'] !== 'string') return false;
  const { targets } = value;
  return (
    Object.keys(value).length === 2 &&
    Array.isArray(targets) &&
    targets.length > 0 &&
    targets.every(isRange)
  );
}

function isRange(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    Object.keys(value).length === 2 &&
    wholeNumber.accepts(value['start']) &&
    wholeNumber.accepts(value['end'])
  );
}

const SUBJECT_KEYS: Readonly<Record<string, readonly string[]>> = {
  annotation: ['source', 'id'],
  entity: ['id'],
  event: ['id'],
  source: ['path'],
};

function isSubject(value: unknown): value is Subject {
  if (!isJsonObject(value)) return false;
  const { kind } = value;
  if (typeof kind !== 'string' || !Object.hasOwn(SUBJECT_KEYS, kind)) return false;
  const keys = SUBJECT_KEYS[kind] ?? [];
  return (
    Object.keys(value).length === keys.length + 1 &&
    keys.every((key) => typeof value[key] === 'string')
  );
}

function namesOf<T extends object>(fields: T): readonly (keyof T & string)[] {
  return Object.keys(fields) as (keyof T & string)[];
}
