/** What two people do to the same files, each from the same state: pairs of histories for fast-check. */
import fc from 'fast-check';
import type { Operation } from '../../../../src/core/operations/operation';
import { perform } from '../../../../src/core/operations/perform';
import { planReanchoring, reanchorOperation } from '../../../../src/core/operations/reanchorPlan';
import { locate } from '../../../../src/core/store/locate';
import { SourceText } from '../../../../src/core/text/sourceText';
import { carryOut, workspace, type Texts, type Workspace } from '../../workspace';
import { ENTITIES, files, SOURCES } from '../../operations/manyRecords';

/** One step: operations, or an edit of a source, after which its annotations are anchored anew or not. */
type Step =
  | { readonly kind: 'operations'; readonly operations: readonly Operation[] }
  | {
      readonly kind: 'edit';
      readonly source: string;
      readonly at: number;
      readonly cut: number;
      readonly words: string;
      readonly reanchors: boolean;
    };

export interface Pair {
  readonly base: Texts;
  readonly ours: Texts;
  readonly theirs: Texts;
}

/** Ids that say which side made them, so that they never meet. */
function sided(at: Workspace, side: string): Workspace {
  let next = 0;
  return { ...at, newAnnotationId: () => `a-${side}${String(++next).padStart(5, '0')}` };
}

function history(base: Texts, steps: readonly Step[], side: string): Texts {
  const sources = new Map(Object.entries(SOURCES));
  const start = sided(workspace(base), side);
  const at: Workspace = {
    ...start,
    sourceText: (path) => {
      const text = sources.get(path);
      return text === undefined ? undefined : SourceText.of(text);
    },
  };
  for (const step of steps) {
    if (step.kind === 'operations') {
      attempt(at, step.operations);
      continue;
    }
    const text = sources.get(step.source) ?? '';
    const from = step.at % text.length;
    const after = text.slice(0, from) + step.words + text.slice(from + step.cut);
    const old = SourceText.of(text);
    sources.set(step.source, after);
    if (step.reanchors) reanchor(at, step.source, old);
  }
  return textsOf(at);
}

function reanchor(at: Workspace, path: string, old: SourceText): void {
  const source = at.sourceText(path);
  if (source === undefined) return;
  const located = locate(source, at.store.indexes.annotationsOf(path), old);
  const places = planReanchoring(source, located, old).flatMap(({ record, now, differences }) =>
    now === undefined || differences.length === 0 ? [] : [{ record, place: now }],
  );
  attempt(at, [reanchorOperation(path, source, places)]);
}

function attempt(at: Workspace, operations: readonly Operation[]): void {
  const performed = perform(at.store, at, operations);
  if (performed.ok) carryOut(at, operations);
}

function textsOf({ store }: Workspace): Texts {
  return Object.fromEntries([...store.files()].map(({ path, text }) => [path, text]));
}

const sourcePath = fc.constantFrom('s.txt', 't.txt');
const entity = fc.constantFrom(...ENTITIES);
const event = fc.constantFrom('talks', 'visit', 'vote');
const mention = fc.constantFrom(
  'a-000001',
  'a-000002',
  'a-000003',
  'a-000004',
  'a-000005',
  'a-000006',
);
const word = fc.constantFrom('one', 'two', 'three', '  x: "#"');

const annotate = fc
  .record({
    source: sourcePath,
    start: fc.nat({ max: 80 }),
    length: fc.integer({ min: 1, max: 9 }),
    entity,
  })
  .map(({ source, start, length, ...rest }): Operation => ({
    op: 'annotate',
    source,
    start,
    end: start + length,
    ...rest,
  }));
const change = fc
  .tuple(
    mention,
    fc.oneof(
      entity.map((id) => ({ entity: id, event: null })),
      event.map((id) => ({ event: id, entity: null })),
      word.map((note) => ({ note })),
      fc
        .constantFrom('certain' as const, 'possible' as const, null)
        .map((certainty) => ({ certainty })),
      fc.constantFrom('disputed' as const, 'rejected' as const, null).map((status) => ({ status })),
      fc
        .tuple(mention, fc.constantFrom('disputed' as const, 'rejected' as const))
        .map(([decision, status]) => ({ decision, status })),
      word.map((by) => ({ attributes: { [by.slice(0, 3).trim()]: by } })),
      fc
        .array(fc.record({ role: fc.constantFrom('actor', 'recipient'), target: entity }), {
          maxLength: 3,
        })
        .map((roles) => ({ roles })),
      fc
        .record({ start: fc.nat({ max: 70 }), length: fc.integer({ min: 1, max: 9 }) })
        .map(({ start, length }) => ({ start, end: start + length })),
      fc.nat({ max: 60 }).map((start) => ({
        targets: [
          { start, end: start + 3 },
          { start: start + 6, end: start + 9 },
        ],
      })),
    ),
  )
  .map(([id, fields]): Operation => ({ op: 'update', id, ...fields }));
const removal = mention.map((id): Operation => ({ op: 'delete', id }));
const ofEntity = fc
  .tuple(
    entity,
    fc.oneof(
      word.map((name) => ({ name })),
      word.map((note) => ({ note })),
      word.map((alias) => ({ addAliases: [alias] })),
      fc.constant({ removeAliases: ['X', 'Y'] }),
      word.map((id) => ({ links: { wikidata: id } })),
      word.map((id) => ({ links: { viaf: id } })),
      entity.map((id) => ({ addDistinctFrom: [id] })),
    ),
  )
  .map(([id, fields]): Operation => ({ op: 'updateEntity', id, ...fields }));
const ofEvent = fc
  .tuple(
    event,
    fc.oneof(
      word.map((title) => ({ title })),
      fc.constantFrom('2023', '2024-05', null).map((date) => ({ date })),
      fc
        .array(fc.record({ role: fc.constantFrom('actor', 'recipient'), entity }), { maxLength: 3 })
        .map((participants) => ({ participants })),
    ),
  )
  .map(([id, fields]): Operation => ({ op: 'updateEvent', id, ...fields }));
const relate = fc
  .tuple(
    entity,
    entity,
    fc.constantFrom('leads', 'member-of'),
    fc.constantFrom('2020', '2021', undefined),
  )
  .map(([from, to, type, date]): Operation => ({
    op: 'relate',
    entity: from,
    type,
    to,
    ...(date === undefined ? {} : { date }),
  }));
const mergeRecords = fc
  .tuple(entity, entity)
  .map(([from, into]): Operation => ({ op: 'merge', from, into }));
const deleteRecord = entity.map((id): Operation => ({
  op: 'deleteRecord',
  id,
  mentions: 'delete',
}));
const ofSource = fc
  .tuple(
    sourcePath,
    fc.oneof(
      word.map((title) => ({ title })),
      fc.constantFrom('en', 'uk').map((language) => ({ language })),
      word.map((by) => ({ reviewedBy: [by] })),
    ),
  )
  .map(([source, fields]): Operation => ({ op: 'setSource', source, ...fields }));
const reject = fc
  .tuple(
    sourcePath,
    fc.nat({ max: 50 }),
    fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1'), minLength: 6, maxLength: 6 }),
  )
  .map(([source, start, id]): Operation => ({
    op: 'reject',
    source,
    start,
    end: start + 3,
    id: `r-${id}`,
  }));
const unreject = sourcePath.map((source): Operation => ({
  op: 'unreject',
  source,
  id: 'r-000000',
}));
const comment = fc
  .tuple(
    fc.oneof(
      fc
        .tuple(sourcePath, mention)
        .map(([source, id]) => ({ kind: 'annotation' as const, source, id })),
      entity.map((id) => ({ kind: 'entity' as const, id })),
      event.map((id) => ({ kind: 'event' as const, id })),
      sourcePath.map((path) => ({ kind: 'source' as const, path })),
    ),
    word,
    fc.constantFrom('AB', 'CD'),
    fc.boolean(),
  )
  .map(([on, text, by, resolved]): Operation => ({
    op: 'comment',
    on,
    text,
    by,
    ...(resolved ? { resolved } : {}),
  }));
const editComment = entity.chain((id) =>
  fc.constantFrom<Operation>(
    { op: 'editComment', on: { kind: 'entity', id }, index: 0, text: 'edited' },
    { op: 'deleteComment', on: { kind: 'entity', id }, index: 0 },
  ),
);

const operation = fc.oneof(
  { weight: 4, arbitrary: annotate },
  { weight: 6, arbitrary: change },
  { weight: 2, arbitrary: removal },
  { weight: 2, arbitrary: ofEntity },
  ofEvent,
  relate,
  mergeRecords,
  deleteRecord,
  ofSource,
  reject,
  unreject,
  { weight: 2, arbitrary: comment },
  editComment,
);
const edit = fc.record({
  kind: fc.constant('edit' as const),
  source: sourcePath,
  at: fc.nat({ max: 300 }),
  cut: fc.nat({ max: 4 }),
  words: fc.constantFrom('', 'x', 'and so on '),
  reanchors: fc.boolean(),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(operation, { minLength: 1, maxLength: 2 })
      .map((operations) => ({ kind: 'operations' as const, operations })),
  },
  { weight: 1, arbitrary: edit },
);

const steps = fc.array(step, { minLength: 1, maxLength: 6 });

/** Two histories from one state. */
export const pairs: fc.Arbitrary<Pair> = fc
  .tuple(files, steps, steps)
  .map(([base, ours, theirs]) => ({
    base,
    ours: history(base, ours, 'o'),
    theirs: history(base, theirs, 't'),
  }));

/** The paths that at least one side changed. */
export function changedPaths({ base, ours, theirs }: Pair): readonly string[] {
  const paths = new Set([...Object.keys(base), ...Object.keys(ours), ...Object.keys(theirs)]);
  return [...paths]
    .filter((path) => base[path] !== ours[path] || base[path] !== theirs[path])
    .sort();
}
