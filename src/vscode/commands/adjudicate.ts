/** Deciding what stands where two annotators are compared. */
import { nextUndecided } from '../../core/outline/compare';
import { count, dotted, quoted, shorten } from '../../core/outline/words';
import { quoteOf } from '../../core/model/annotation';
import {
  acceptance,
  adjudication,
  type Adjudicating,
  type Choice,
} from '../../core/review/adjudicate';
import type { Operation } from '../../core/operations/operation';
import type { Pair } from '../../core/review/pairs';
import { remark, tell } from '../adapters/failures';
import { newAnnotationId } from '../adapters/ids';
import type { ComparedAnnotators } from '../adapters/comparing';
import type { Services } from '../services';
import type { Command } from './command';
import { pairsGiven } from './comparedPairs';
import { givenText } from './given';

const LONGEST_NAME = 24;

export const adjudicateFirst: Command = decision('a');
export const adjudicateSecond: Command = decision('b');
export const adjudicateBoth: Command = decision('both');
export const adjudicateNeither: Command = decision('neither');

/**
 * Accepts what agrees and is not decided: in the nodes of a context menu, otherwise everywhere. Gives how
 * many were accepted.
 */
export const acceptAgreed: Command = (services, node, nodes) =>
  alone(services, async (compared) => {
    const listed = pairsGiven(services, node, nodes);
    const among = listed.length === 0 ? compared.pairs : listed;
    const pairs = among.filter(({ kind, decided }) => kind === 'agreed' && !decided);
    if (pairs.length === 0) {
      tell('Nothing that agrees is left to decide.');
      return undefined;
    }
    const label = `Accepted ${count(pairs.length, 'pair')} that agree`;
    const operations = acceptance(pairs, around(services, compared));
    return await save(services, { compared, pairs, label, operations, isInView: isKey(node) });
  });

/**
 * The pairs of the nodes, of `{ pair: key }`, of what is selected in the view for `{ focused: VIEW }`, or the
 * one that was opened last. The next one that is not decided is opened. Gives how many were decided.
 */
function decision(choice: Choice): Command {
  return (services, node, nodes) =>
    alone(services, async (compared) => {
      const pairs = await pairsMeant(services, node, nodes);
      if (pairs.length === 0) {
        tell('Select what is to be decided in the view Compare Annotators.');
        return undefined;
      }
      const label = `${wordsOf(pairs)}: ${choiceWords(choice, compared)}`;
      const operations = adjudication(pairs, choice, around(services, compared));
      return await save(services, { compared, pairs, label, operations, isInView: isKey(node) });
    });
}

/** Keys that come while a decision is being saved are meant for what nobody has seen yet. */
async function alone(
  { comparing }: Services,
  decide: (compared: ComparedAnnotators) => Promise<number | undefined>,
): Promise<number | undefined> {
  return await comparing.alone(async () => {
    const state = await comparing.current();
    if (state.kind === 'compared') return await decide(state.compared);
    if (state.kind === 'failed') tell(state.message);
    return undefined;
  });
}

async function pairsMeant(
  services: Services,
  node: unknown,
  nodes: unknown,
): Promise<readonly Pair[]> {
  const focused = givenText(node, 'focused');
  if (focused !== undefined) {
    const selected = await services.sidebar.selected(focused);
    return pairsGiven(services, selected[0], selected);
  }
  const given = pairsGiven(services, node, nodes);
  const { shown } = services.compareMarks;
  return given.length > 0 || node !== undefined || shown === undefined ? given : [shown];
}

interface Decided {
  readonly compared: ComparedAnnotators;
  readonly pairs: readonly Pair[];
  readonly label: string;
  readonly operations: readonly Operation[];
  /** Whether a key of the view did it: then the keyboard stays there. */
  readonly isInView: boolean;
}

async function save(
  services: Services,
  { compared, pairs, label, operations, isInView }: Decided,
): Promise<number | undefined> {
  const ids = await services.editing.perform(label, operations);
  if (ids === undefined) return undefined;
  const { comparing, compareMarks } = services;
  const order = compared.pairs.map(({ key }) => key);
  const keys = pairs.map(({ key }) => key);
  comparing.decided(keys);
  const now = comparing.compared?.pairs ?? [];
  const left = now.filter(({ decided }) => !decided).length;
  remark(dotted([label, left === 0 ? 'everything is decided' : `${left} to decide`]));
  const next = nextUndecided(now, order, keys);
  if (next !== undefined) {
    await compareMarks.open(next, { preserveFocus: isInView, focusesView: isInView });
  }
  return pairs.length;
}

function around({ whole }: Services, { a, b }: ComparedAnnotators): Adjudicating {
  const { indexes } = whole;
  return {
    a,
    b,
    has: (source, id) => indexes.annotationsWithId(id).some((record) => record.source === source),
    records: {
      entity: (id) => indexes.entities.get(id)?.entity,
      event: (id) => indexes.events.get(id)?.event,
    },
    newAnnotationId,
  };
}

function isKey(argument: unknown): boolean {
  return givenText(argument, 'focused') !== undefined;
}

function wordsOf(pairs: readonly Pair[]): string {
  const [only, ...more] = pairs;
  if (only === undefined || more.length > 0) return count(pairs.length, 'pair');
  return quoted(quoteOf(only.a ?? only.b));
}

function choiceWords(choice: Choice, { a, b }: ComparedAnnotators): string {
  switch (choice) {
    case 'a':
      return `${shorten(a.name, LONGEST_NAME)}’s stands`;
    case 'b':
      return `${shorten(b.name, LONGEST_NAME)}’s stands`;
    case 'both':
      return 'both stand';
    case 'neither':
      return 'neither stands';
  }
}
