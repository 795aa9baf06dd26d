/** What fast-check draws records from: everything the model allows, texts that YAML stumbles over. */
import fc from 'fast-check';
import {
  CERTAINTIES,
  POLARITIES,
  STATUSES,
  type Annotation,
  type Target,
} from '../../../src/core/model/annotation';
import {
  EVENT_STATUSES,
  RELIABILITIES,
  SOURCE_STATES,
  type Entity,
  type EventRecord,
  type SourceMetadata,
} from '../../../src/core/model/records';
import type { Comment, Thread } from '../../../src/core/model/thread';
import type { Rejection } from '../../../src/core/model/rejection';
import { present } from '../../../src/core/storage/decode';
import { annotationId, anyText } from './texts';

/** Objects as literals make them. */
const PLAIN = { noNullPrototype: true } as const;

/** Absent more often than not. */
function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 1 });
}

function recordIds(): fc.Arbitrary<string> {
  return fc.constantFrom(
    'wang-yi',
    'li-hui',
    'x',
    'no',
    'null',
    '12-point-plan',
    '2024',
    'y',
    'a--b',
  );
}

/** Ids, codes and names of types; mostly words, sometimes anything. */
function word(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: recordIds() },
    { weight: 2, arbitrary: fc.constantFrom('statement', 'time', 'third-party', 'AB', 'zh-Hans') },
    { weight: 1, arbitrary: anyText() },
  );
}

function target(): fc.Arbitrary<Target> {
  return fc
    .tuple(anyText(), anyText(), anyText(), fc.nat({ max: 99 }), fc.nat({ max: 9 }))
    .map(([exact, prefix, suffix, start, length]) => ({
      exact,
      prefix,
      suffix,
      start,
      end: start + length,
    }));
}

const attributes = fc.dictionary(
  anyText(),
  fc.oneof(anyText(), fc.integer(), fc.boolean(), fc.constantFrom(1.5, 1e21, 1e-7, -0.25)),
  { maxKeys: 2, ...PLAIN },
);

function thread(): fc.Arbitrary<Thread> {
  const comment = fc
    .record({
      by: maybe(word()),
      text: fc.option(anyText(), { nil: undefined, freq: 3 }),
      resolved: maybe(fc.constant(true)),
    })
    .map(({ text, ...more }): Comment => {
      const { by, resolved } = more;
      return present({ by, text: resolved === undefined ? (text ?? '') : text, resolved });
    });
  return fc
    .array(comment, { minLength: 1, maxLength: 4 })
    .map(([first = { text: '' }, ...more]) => [first, ...more]);
}

export function annotation(): fc.Arbitrary<Annotation> {
  const targets = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(target()) },
    { weight: 1, arbitrary: fc.tuple(target(), target()) },
  );
  return fc
    .record({
      id: annotationId(),
      targets,
      record: fc.option(fc.tuple(fc.constantFrom('entity', 'event'), word()), { nil: undefined }),
      type: maybe(word()),
      roles: fc.array(fc.record({ role: word(), target: word() }, PLAIN), { maxLength: 2 }),
      value: maybe(anyText()),
      note: maybe(anyText()),
      certainty: maybe(fc.constantFrom(...CERTAINTIES)),
      polarity: maybe(fc.constantFrom(...POLARITIES)),
      credibility: maybe(fc.integer({ min: 1, max: 6 })),
      attributes: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, attributes),
      by: maybe(word()),
      status: fc.constantFrom(...STATUSES),
      decision: maybe(fc.oneof(annotationId(), fc.constant('none'), word())),
      thread: maybe(thread()),
    })
    .map(
      ({ record, id, targets: [first, ...more], roles, attributes: given, status, ...fields }) => ({
        id,
        targets: [first, ...more],
        roles,
        attributes: given,
        status,
        ...present(fields),
        ...(record === undefined ? {} : { [record[0]]: record[1] }),
      }),
    );
}

export function rejection(): fc.Arbitrary<Rejection> {
  const reading = fc.oneof(
    fc.constant({ kind: 'name' } as const),
    fc.constant({ kind: 'time' } as const),
    word().map((named) => ({ kind: 'entity', entity: named }) as const),
  );
  return fc
    .record({
      id: annotationId().map((id) => id.replace('a-', 'r-')),
      target: target(),
      reading,
      note: maybe(anyText()),
      by: maybe(word()),
    })
    .map(({ id, target: where, reading: what, ...fields }) => ({
      id,
      target: where,
      reading: what,
      ...present(fields),
    }));
}

export function entity(): fc.Arbitrary<Entity> {
  const alias = fc
    .tuple(anyText(), maybe(word()))
    .map(([text, language]) => ({ text, ...present({ language }) }));
  const relation = fc
    .record({
      type: word(),
      entity: word(),
      date: maybe(anyText()),
      evidence: maybe(fc.array(annotationId(), { minLength: 1, maxLength: 2 })),
      note: maybe(anyText()),
    })
    .map(({ type, entity, ...fields }) => ({ type, entity, ...present(fields) }));
  return fc
    .record({
      id: fc.constantFrom('wang-yi', '12-point-plan', 'no'),
      type: word(),
      name: anyText(),
      aliases: fc.array(alias, { maxLength: 3 }),
      links: fc.dictionary(anyText(), anyText(), { maxKeys: 2, ...PLAIN }),
      relations: maybe(fc.array(relation, { minLength: 1, maxLength: 4 })),
      note: maybe(anyText()),
      distinctFrom: maybe(fc.array(word(), { minLength: 1, maxLength: 2 })),
      mergedInto: maybe(word()),
      thread: maybe(thread()),
    })
    .map(({ relations, note, distinctFrom, mergedInto, thread: said, ...entity }) => ({
      ...entity,
      ...present({ relations, note, distinctFrom, mergedInto, thread: said }),
    }));
}

export function event(): fc.Arbitrary<EventRecord> {
  return fc
    .record({
      id: fc.constantFrom('call-2023', 'no'),
      type: word(),
      title: anyText(),
      participants: fc.array(fc.record({ role: word(), entity: word() }, PLAIN), { maxLength: 3 }),
      mode: maybe(word()),
      date: maybe(anyText()),
      place: maybe(word()),
      status: maybe(fc.constantFrom(...EVENT_STATUSES)),
      note: maybe(anyText()),
      distinctFrom: maybe(fc.array(word(), { minLength: 1, maxLength: 2 })),
      mergedInto: maybe(word()),
      thread: maybe(thread()),
    })
    .map(({ id, type, title, participants, ...fields }) => ({
      id,
      type,
      title,
      participants,
      ...present(fields),
    }));
}

export function sourceMetadata(): fc.Arbitrary<SourceMetadata> {
  const range = fc
    .tuple(fc.nat({ max: 99 }), fc.nat({ max: 99 }))
    .map(([start, length]): readonly [number, number] => [start, start + length]);
  return fc
    .record({
      blob: maybe(fc.constant('f23632ef02d24fb1ab41cbc44def956544ce30c1')),
      title: maybe(anyText()),
      publisher: maybe(anyText()),
      published: maybe(anyText()),
      language: maybe(word()),
      url: maybe(anyText()),
      reliability: maybe(fc.constantFrom(...RELIABILITIES)),
      body: maybe(fc.array(range, { minLength: 1, maxLength: 2 })),
      state: maybe(fc.constantFrom(...SOURCE_STATES)),
      reviewedBy: maybe(fc.uniqueArray(word(), { minLength: 1, maxLength: 3 })),
      thread: maybe(thread()),
    })
    .map((fields) => ({ path: 's.txt', ...present(fields) }));
}
