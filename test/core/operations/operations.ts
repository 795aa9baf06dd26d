/** What fast-check draws operations from: on a small workspace, most of them possible, some not. */
import fc from 'fast-check';
import { CERTAINTIES, STATUSES } from '../../../src/core/model/annotation';
import { SOURCE_STATES } from '../../../src/core/model/records';
import type { Operation } from '../../../src/core/operations/operation';
import { present } from '../../../src/core/storage/decode';
import { anyText } from '../storage/texts';
import { annotationFile, entityFile, eventFile, type Texts } from '../workspace';

export const SOURCES: Texts = {
  's.txt': 'Kuleba met Wang Yi. 😀 Wang Yi smiled; Kuleba did not.',
  't.txt': '\uFEFFWang Yi\r\nmet Kuleba.\r\n',
  'empty.txt': '',
};

/** As people may have left it: comments, other line breaks, an unknown key, no break at the end. */
export const FILES: Texts = {
  ...entityFile('wang-yi', '# how he is called', 'aliases: ["Wang"]', 'x: kept'),
  ...entityFile(
    'li-hui',
    'relations:',
    '  # kin',
    '  - { type: family-of, entity: wang-yi, x: 1 } # ?',
    'thread:',
    '  - { by: AB, text: "Kin?" } # asked',
  ),
  ...eventFile('meeting', 'participants:', '  - { role: actor, entity: wang-yi }'),
  'annotations/t.txt.ann.yaml': Object.values(
    annotationFile(
      't.txt',
      '  # first',
      '  a-000001:',
      '    exact: "Wang Yi"',
      '    start: 0',
      '    end: 7',
      '    entity: wang-yi # him',
      '    thread: [{ text: Him?, x: 1 }]',
      '',
      '  a-000002:',
      '    exact: met',
      '    start: 8',
      '    end: 11',
      '    event: meeting',
      '    roles:',
      '      - { role: actor, target: a-000001 }',
    ),
  )
    .join('')
    .replaceAll('\n', '\r\n')
    .trimEnd(),
};

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 1 });
}

const PLAIN = { noNullPrototype: true } as const;
const sources = fc.constantFrom(
  's.txt',
  's.txt',
  't.txt',
  't.txt',
  'empty.txt',
  'gone.txt',
  '../x',
);
const annotationIds = fc.constantFrom('a-000001', 'a-000002', 'a-00000a', 'a-00000b', 'a-00000c');
const entityIds = fc.constantFrom('wang-yi', 'wang-yi', 'li-hui', 'kuleba', 'nobody');
const eventIds = fc.constantFrom('meeting', 'meeting', 'nothing');
const text = fc.oneof(anyText(), fc.constantFrom('Kuleba', 'a note', 'Wang Yi'));
const nullable = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> =>
  fc.oneof(fc.constant(undefined), fc.constant(undefined), fc.constant(null), arbitrary);

const passage = fc.oneof(
  fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 12 })).map(([start, length]) => ({
    start,
    end: start + length,
  })),
  fc
    .tuple(fc.constantFrom('Kuleba', 'Wang Yi', 'met', 'Xi'), fc.constantFrom(undefined, 1, 2))
    .map(([exact, occurrence]) => ({ exact, ...present({ occurrence }) })),
);

const roleTargets = fc.oneof(entityIds, eventIds, annotationIds);
const said = fc
  .record({
    type: nullable(fc.constantFrom('statement', 'time', 'consult', 'robot')),
    roles: nullable(
      fc.array(fc.record({ role: fc.constant('actor'), target: roleTargets }, PLAIN), {
        maxLength: 2,
      }),
    ),
    value: nullable(fc.constantFrom('2024', '2024-07', 'soon')),
    note: nullable(text),
    certainty: nullable(fc.constantFrom(...CERTAINTIES)),
    credibility: nullable(fc.integer({ min: 0, max: 6 })),
    attributes: nullable(fc.dictionary(anyText(), anyText(), { maxKeys: 2, ...PLAIN })),
    by: nullable(fc.constantFrom('AB', 'Ann B.')),
    status: nullable(fc.constantFrom(...STATUSES)),
    decision: nullable(fc.constantFrom('none', 'a-000001', 'a-000002', 'a-nobody')),
  })
  .map((fields) => present(fields));

const body = fc
  .tuple(said, nullable(entityIds), nullable(eventIds), fc.boolean())
  .map(([fields, entity, event, isMention]) => ({
    ...fields,
    ...(isMention ? present({ entity }) : present({ event })),
  }));

const annotate = fc
  .tuple(sources, passage, body)
  .map(([source, where, what]): Operation => ({ op: 'annotate', source, ...where, ...what }));

const addEvidence = fc
  .tuple(sources, eventIds, passage, said)
  .map(([source, event, where, what]): Operation => ({
    op: 'addEvidence',
    source,
    event,
    ...where,
    ...what,
  }));

const fragments = fc
  .array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 9 })), { minLength: 1, maxLength: 3 })
  .map((each) => ({ targets: each.map(([start, length]) => ({ start, end: start + length })) }));

const update = fc
  .tuple(annotationIds, maybe(fc.oneof(passage, fragments)), body)
  .map(([id, where, what]): Operation => ({ op: 'update', id, ...where, ...what }));

const relationTypes = fc.constantFrom('family-of', 'leads', 'likes');

const relate = fc
  .tuple(
    entityIds,
    relationTypes,
    entityIds,
    fc.record({
      date: nullable(fc.constantFrom('2024', '2024-07/..', 'soon')),
      evidence: nullable(fc.array(annotationIds, { maxLength: 2 })),
      note: nullable(text),
    }),
  )
  .map(([entity, type, to, fields]): Operation => ({
    op: 'relate',
    entity,
    type,
    to,
    ...present(fields),
  }));

const unrelate = fc
  .tuple(entityIds, relationTypes, entityIds)
  .map(([entity, type, to]): Operation => ({ op: 'unrelate', entity, type, to }));

const createEntity = fc
  .tuple(
    text,
    maybe(fc.constantFrom('kuleba', 'wang-yi', 'No Id')),
    fc.array(text, { maxLength: 2 }),
  )
  .map(([name, id, aliases]): Operation => ({
    op: 'createEntity',
    type: 'person',
    name,
    aliases,
    ...present({ id }),
  }));

const updateEntity = fc
  .tuple(
    entityIds,
    nullable(fc.array(text, { maxLength: 2 })),
    fc.array(text, { maxLength: 2 }),
    nullable(text),
  )
  .map(([id, aliases, addAliases, note]): Operation => ({
    op: 'updateEntity',
    id,
    addAliases,
    ...present({ aliases, note }),
  }));

const eventFields = fc
  .record({
    mode: nullable(fc.constantFrom('visit', 'phone', 'airstrike')),
    date: nullable(fc.constantFrom('2024', '2024-07-25', 'soon')),
    place: nullable(text),
    participants: nullable(
      fc.array(fc.record({ role: fc.constant('actor'), entity: entityIds }, PLAIN), {
        maxLength: 2,
      }),
    ),
    note: nullable(text),
  })
  .map((fields) => present(fields));

const createEvent = fc
  .tuple(text, eventFields)
  .map(([title, fields]): Operation => ({ op: 'createEvent', type: 'consult', title, ...fields }));

const updateEvent = fc
  .tuple(eventIds, maybe(text), eventFields)
  .map(([id, title, fields]): Operation => ({
    op: 'updateEvent',
    id,
    ...fields,
    ...present({ title }),
  }));

const setSource = fc
  .tuple(
    sources,
    fc.record({
      title: nullable(text),
      published: nullable(fc.constantFrom('2024-07', 'soon')),
      language: nullable(fc.constantFrom('en', 'no')),
      body: nullable(fc.constantFrom<[number, number][]>([[0, 4]], [[0, 999]], [])),
      state: nullable(fc.constantFrom(...SOURCE_STATES)),
      reviewedBy: nullable(fc.array(fc.constantFrom('AB', 'Ann B.'), { maxLength: 2 })),
    }),
  )
  .map(([source, fields]): Operation => ({ op: 'setSource', source, ...present(fields) }));

const spans = fc
  .tuple(fc.nat({ max: 30 }), fc.nat({ max: 12 }))
  .map(([start, length]) => ({ start, end: start + length }));

const reanchor = fc
  .tuple(
    sources,
    fc.array(
      fc.record(
        { id: annotationIds, targets: fc.array(spans, { minLength: 1, maxLength: 2 }) },
        PLAIN,
      ),
      { maxLength: 3 },
    ),
    maybe(fc.boolean()),
  )
  .map(([source, places, blob]): Operation => ({
    op: 'reanchor',
    source,
    places,
    ...present({ blob }),
  }));

const moveSource = fc
  .tuple(sources, sources)
  .map(([from, to]): Operation => ({ op: 'moveSource', from, to }));

const recordIds = fc.oneof(entityIds, eventIds);
const refs = fc.array(fc.record({ source: sources, id: annotationIds }, PLAIN), { maxLength: 2 });

const merge = fc
  .tuple(recordIds, recordIds, maybe(fc.subarray(['type', 'note', 'name'])))
  .map(([from, into, take]): Operation => ({ op: 'merge', from, into, ...present({ take }) }));

const split = fc
  .tuple(recordIds, text, refs)
  .map(([id, name, mentions]): Operation => ({ op: 'split', id, name, mentions }));

const deleteRecord = fc
  .tuple(recordIds, fc.oneof(fc.constantFrom('delete' as const, 'detach' as const), recordIds))
  .map(([id, fate]): Operation => ({
    op: 'deleteRecord',
    id,
    mentions: fate === 'delete' || fate === 'detach' ? fate : { into: fate },
  }));

const moveMentions = fc
  .tuple(recordIds, refs)
  .map(([to, mentions]): Operation => ({ op: 'moveMentions', to, mentions }));

const reject = fc
  .tuple(sources, passage, maybe(entityIds), maybe(text), maybe(fc.constant('r-000001')))
  .map(([source, where, entity, note, id]): Operation => ({
    op: 'reject',
    source,
    ...where,
    ...present({ entity, note, id }),
  }));

const unreject = sources.map((source): Operation => ({ op: 'unreject', source, id: 'r-000001' }));

const subjects = fc.oneof(
  fc
    .tuple(sources, annotationIds)
    .map(([source, id]) => ({ kind: 'annotation' as const, source, id })),
  entityIds.map((id) => ({ kind: 'entity' as const, id })),
  eventIds.map((id) => ({ kind: 'event' as const, id })),
  sources.map((path) => ({ kind: 'source' as const, path })),
);

const comment = fc
  .tuple(subjects, maybe(text), nullable(fc.constantFrom('AB', 'Ann B.')), maybe(fc.boolean()))
  .map(([on, said, by, resolved]): Operation => ({
    op: 'comment',
    on,
    ...present({ text: said, by: by ?? undefined, resolved }),
  }));

const editComment = fc
  .tuple(subjects, fc.nat({ max: 1 }), text)
  .map(([on, index, said]): Operation => ({ op: 'editComment', on, index, text: said }));

const deleteComment = fc
  .tuple(subjects, fc.nat({ max: 1 }))
  .map(([on, index]): Operation => ({ op: 'deleteComment', on, index }));

export function operation(): fc.Arbitrary<Operation> {
  return fc.oneof(
    merge,
    split,
    deleteRecord,
    moveMentions,
    reject,
    unreject,
    moveSource,
    { weight: 4, arbitrary: annotate },
    { weight: 2, arbitrary: addEvidence },
    { weight: 3, arbitrary: update },
    { weight: 2, arbitrary: annotationIds.map((id): Operation => ({ op: 'delete', id })) },
    createEntity,
    updateEntity,
    { weight: 2, arbitrary: relate },
    unrelate,
    createEvent,
    updateEvent,
    setSource,
    { weight: 2, arbitrary: reanchor },
    { weight: 4, arbitrary: comment },
    editComment,
    deleteComment,
  );
}
