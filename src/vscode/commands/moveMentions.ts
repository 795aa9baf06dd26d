/** Moving mentions, or evidence, from one record to another. */
import { nameForm } from '../../core/matching/newAlias';
import { quoteOf } from '../../core/model/annotation';
import type { MoveMentions, Operation } from '../../core/operations/operation';
import { count, shorten } from '../../core/outline/words';
import type { AnnotationRecord } from '../../core/store/store';
import { remark, tell } from '../adapters/failures';
import { recordIdOf } from '../providers/places';
import type { Services } from '../services';
import { subjectOf } from '../subject';
import { askAnother } from './anotherRecord';
import { chooseEntity } from './chooseEntity';
import type { Command } from './command';
import { givenText } from './given';
import { nameOf, nounOf, recordOf, type RecordRef } from './recordSubject';
import { saveUndoable } from './saving';
import { oneAnnotation } from './subjects';

const LONGEST = 40;

interface Destination {
  readonly id: string;
  readonly name: string;
  readonly creation?: Operation;
}

/**
 * Moves the passages of the selected nodes, or the one at the caret, to another record of their kind: that of
 * `{ to: id }` as third argument, or beside the fields of the node; otherwise it is asked for. The node of a
 * source below a record stands for the passages of the record in that source.
 */
export const moveMentions: Command = async (services, node, nodes, options) => {
  const listed: readonly unknown[] = Array.isArray(nodes) && nodes.length > 0 ? nodes : [node];
  const given = listed.flatMap((each) => passagesOfNode(services, each));
  const caret = given.length === 0 ? await oneAnnotation(services, node) : undefined;
  const records = caret === undefined ? [...new Set(given)] : [caret];
  const [first] = records;
  if (first === undefined) return undefined;
  const ref = recordOf(services, recordIdOf(first) ?? '');
  if (ref === undefined) {
    tell('This annotation names no entity or event.');
    return undefined;
  }
  const isOther = (record: AnnotationRecord): boolean =>
    recordOf(services, recordIdOf(record) ?? '')?.kind !== ref.kind;
  if (records.some(isOther)) {
    tell('Select mentions of entities, or passages of events, not both.');
    return undefined;
  }
  const wanted = givenText(options, 'to') ?? givenText(node, 'to');
  const to =
    wanted === undefined
      ? await ask(services, ref, records, first)
      : destination(services, ref, wanted);
  return to && (await move(services, ref, records, to));
};

async function move(
  services: Services,
  ref: RecordRef,
  records: readonly AnnotationRecord[],
  { id, name, creation }: Destination,
): Promise<readonly string[] | undefined> {
  const mentions = records
    .filter((record) => recordOf(services, recordIdOf(record) ?? '')?.record.id !== id)
    .map(({ source, annotation }) => ({ source, id: annotation.id }));
  if (mentions.length === 0) {
    remark(`That is annotated as ${shorten(name, LONGEST)} already.`);
    return undefined;
  }
  const moving: MoveMentions = { op: 'moveMentions', to: id, mentions };
  const what = count(mentions.length, nounOf(ref));
  const label = `Moved ${what} to ${shorten(name, LONGEST)}`;
  const ids = await saveUndoable(
    services,
    label,
    creation === undefined ? [moving] : [creation, moving],
  );
  if (ids === undefined) return undefined;
  if (ref.kind === 'entity') services.recent.noteEntity(id);
  else services.recent.noteEvent(id);
  return mentions.map((each) => each.id);
}

async function ask(
  services: Services,
  ref: RecordRef,
  records: readonly AnnotationRecord[],
  first: AnnotationRecord,
): Promise<Destination | undefined> {
  const words = nameForm(quoteOf(first.annotation));
  const what =
    records.length === 1 ? `“${shorten(words, LONGEST)}”` : count(records.length, nounOf(ref));
  const title = `Move ${what} from ${shorten(nameOf(ref), LONGEST)} to…`;
  if (ref.kind === 'event') {
    const other = await askAnother(services, ref, { title, placeholder: 'Which event?' });
    return other && { id: other.record.id, name: nameOf(other) };
  }
  const answer = await chooseEntity(
    services,
    {
      title,
      placeholder: 'Filter by name, alias, type or id',
      source: first.source,
      words,
      only: ({ id }) => id !== ref.record.id,
      otherwise: 'create',
    },
    { words, before: first.annotation.targets[0].prefix },
  );
  return typeof answer === 'object' && 'id' in answer ? answer : undefined;
}

function destination(services: Services, ref: RecordRef, id: string): Destination | undefined {
  const to = recordOf(services, id);
  if (to?.kind !== ref.kind) {
    tell(`There is no ${ref.kind} “${id}”.`);
    return undefined;
  }
  return { id: to.record.id, name: nameOf(to) };
}

function passagesOfNode({ store }: Services, node: unknown): readonly AnnotationRecord[] {
  const { indexes } = store;
  const subject = subjectOf(node);
  if (subject?.kind === 'annotation') {
    return indexes.annotationsWithId(subject.id).filter(({ source }) => source === subject.source);
  }
  const above = subject?.kind === 'source' ? recordAbove(node) : undefined;
  if (subject?.kind !== 'source' || above === undefined) return [];
  const all = [...indexes.mentionsOf(above), ...indexes.evidenceOf(above)];
  return all.filter(({ source }) => source === subject.path);
}

/** Id of the record that a node of a tree stands under. */
function recordAbove(node: unknown): string | undefined {
  let at: unknown = node;
  while (typeof at === 'object' && at !== null && 'parent' in at) {
    at = at.parent;
    const subject = subjectOf(at);
    if (subject?.kind === 'entity' || subject?.kind === 'event') return subject.id;
  }
  return undefined;
}
