/** What fast-check draws workspaces from in which records name one another in every way that they can. */
import fc from 'fast-check';
import type { MentionRef } from '../../../src/core/operations/operation';
import { lines, type Texts } from '../workspace';

export const ENTITIES = ['ann', 'bob', 'cyd', 'dee'] as const;
const EVENTS = ['talks', 'visit', 'vote'] as const;
const ANNOTATIONS = ['a-000001', 'a-000002', 'a-000003', 'a-000004', 'a-000005', 'a-000006'];
export const SOURCES: Texts = {
  's.txt': 'Ann met Bob and Cyd. '.repeat(20),
  't.txt': 'Dee voted for Ann. '.repeat(20),
};

const entityId = fc.constantFrom(...ENTITIES);
const eventId = fc.constantFrom(...EVENTS);
const recordId = fc.oneof(entityId, eventId);
const comment = fc.constantFrom('', '', ' # why', ' # 2');
const others = fc.uniqueArray(entityId, { maxLength: 2 });

const threads = fc.constantFrom<readonly string[]>(
  [],
  [],
  ['thread: [{ by: AB, text: "Who?", x: 1 }]'],
  ['thread:', '  - { text: "Why?" } # item 1', '  # item 2', '  - { by: CD, resolved: true }'],
);

/** `key: [a, b]`, or a line for each. */
function list(key: string, items: readonly string[], inline: boolean): readonly string[] {
  if (items.length === 0) return [];
  if (inline) return [`${key}: [${items.join(', ')}]`];
  return [`${key}:`, ...items.map((item) => `  - ${item} # item ${item.length}`)];
}

function entityText(id: string): fc.Arbitrary<string> {
  return fc
    .record({
      name: fc.constantFrom(`"${id} smith"`, `"${id}"`),
      note: fc.option(fc.constantFrom('"n"', '"of it"')),
      aliases: fc.uniqueArray(fc.constantFrom('"X"', '"Y"', '"Z"'), { maxLength: 2 }),
      relations: fc.uniqueArray(fc.tuple(fc.constantFrom('leads', 'ally-of'), entityId), {
        maxLength: 3,
        selector: ([type, to]) => type + to,
      }),
      distinct: others,
      inline: fc.boolean(),
      remark: comment,
      thread: threads,
    })
    .map(({ name, note, aliases, relations, distinct, inline, remark, thread }) =>
      lines(
        'format: entity/1',
        `id: ${id}`,
        `type: person${remark}`,
        `name: ${name}`,
        ...list('aliases', aliases, inline),
        ...list(
          'relations',
          relations
            .filter(([, to]) => to !== id)
            .map(([type, to]) => `{ type: ${type}, entity: ${to}, evidence: [a-000001] }`),
          inline,
        ),
        ...(note === null ? [] : [`note: ${note}`]),
        ...list(
          'distinctFrom',
          distinct.filter((each) => each !== id),
          inline,
        ),
        ...thread,
        'x: kept # foreign',
      ),
    );
}

function eventText(id: string): fc.Arbitrary<string> {
  return fc
    .record({
      type: fc.constantFrom('consult', 'fight'),
      mode: fc.option(fc.constantFrom('phone', 'airstrike')),
      date: fc.option(fc.constantFrom('"2023"', '"2024-05"')),
      place: fc.option(fc.oneof(entityId, fc.constant('"somewhere"'))),
      participants: fc.uniqueArray(fc.tuple(fc.constantFrom('actor', 'recipient'), recordId), {
        maxLength: 3,
        selector: ([role, who]) => role + who,
      }),
      inline: fc.boolean(),
      remark: comment,
      thread: threads,
    })
    .map(({ type, mode, date, place, participants, inline, remark, thread }) =>
      lines(
        'format: event/1',
        `type: ${type}`,
        ...(mode === null ? [] : [`mode: ${mode}`]),
        `title: "${id}"${remark}`,
        ...(date === null ? [] : [`date: ${date}`]),
        ...(place === null ? [] : [`place: ${place}`]),
        ...list(
          'participants',
          participants
            .filter(([, who]) => who !== id)
            .map(([role, who]) => `{ role: ${role}, entity: ${who} }`),
          inline,
        ),
        ...thread,
        'x: kept # foreign',
      ),
    );
}

const annotation = fc
  .record({
    about: fc.oneof(
      { weight: 4, arbitrary: entityId.map((id) => `entity: ${id}`) },
      { weight: 3, arbitrary: eventId.map((id) => `event: ${id}`) },
      { weight: 1, arbitrary: fc.constant('note: "n"') },
    ),
    roles: fc.uniqueArray(
      fc.tuple(
        fc.constantFrom('actor', 'recipient'),
        fc.oneof(recordId, fc.constantFrom(...ANNOTATIONS)),
      ),
      { maxLength: 3, selector: ([role, target]) => role + target },
    ),
    remark: comment,
    hasForeign: fc.boolean(),
  })
  .map(({ about, roles, remark, hasForeign }) => ({ about, roles, remark, hasForeign }));

function sourceText(source: string, ids: readonly string[]): fc.Arbitrary<string> {
  return fc
    .record({
      annotations: fc.tuple(...ids.map(() => annotation)),
      rejected: fc.array(fc.tuple(fc.nat({ max: 3 }), entityId), { maxLength: 3 }),
      isLoose: fc.boolean(),
      crlf: fc.integer({ min: 0, max: 5 }),
    })
    .map(({ annotations, rejected, isLoose, crlf }) => {
      const records = annotations.flatMap(({ about, roles, remark, hasForeign }, index) => [
        `  ${ids[index] ?? ''}:${isLoose ? remark : ''}`,
        '    exact: "met"',
        `    start: ${index * 10}`,
        `    end: ${index * 10 + 3}`,
        `    ${about}${isLoose ? remark : ''}`,
        ...list(
          'roles',
          roles
            .filter(([, target]) =>
              target.startsWith('a-') ? ids.includes(target) && target !== ids[index] : true,
            )
            .map(([role, target]) => `{ role: ${role}, target: ${target} }`),
          isLoose,
        ).map((line) => `    ${line}`),
        ...(hasForeign ? ['    x: kept'] : []),
      ]);
      const refused = rejected.flatMap(([start, entity], index) => [
        `  r-00000${index}:`,
        '    exact: "met"',
        `    start: ${start}`,
        `    end: ${start + 3}`,
        `    entity: ${entity}`,
      ]);
      const text = lines(
        'format: source-annotations/1',
        'source:',
        `  path: ${source}`,
        'annotations:',
        ...(isLoose ? ['  # the first'] : []),
        ...records,
        ...(refused.length === 0 ? [] : ['rejected:', ...refused]),
      );
      return crlf === 0 ? text.replaceAll('\n', '\r\n') : text;
    });
}

/** Four entities, three events and two sources, as people and the product write them. */
export const files: fc.Arbitrary<Texts> = fc.record(
  {
    ...Object.fromEntries(
      ENTITIES.map((id) => [`annotations/entities/${id}.yaml`, entityText(id)]),
    ),
    ...Object.fromEntries(EVENTS.map((id) => [`annotations/events/${id}.yaml`, eventText(id)])),
    'annotations/s.txt.ann.yaml': sourceText('s.txt', ANNOTATIONS.slice(0, 4)),
    'annotations/t.txt.ann.yaml': sourceText('t.txt', ANNOTATIONS.slice(4)),
  },
  { noNullPrototype: true },
);

/** Any of the annotations, in no order. */
export const mentions: fc.Arbitrary<readonly MentionRef[]> = fc
  .uniqueArray(fc.constantFrom(...ANNOTATIONS), { minLength: 1 })
  .map((ids) => ids.map((id) => ({ source: id > 'a-000004' ? 't.txt' : 's.txt', id })));

export const anyRecordId = recordId;
