/** Merging records that turn out to be one. */
import { shorten } from '../../core/outline/words';
import { tell } from '../adapters/failures';
import type { Services } from '../services';
import type { Command } from './command';
import { given, givenText } from './given';
import { askAnother } from './anotherRecord';
import { askMerge, askSurvivor } from './mergeQuestions';
import { idOf, nameOf, recordOf, someRecords, whatOf, type RecordRef } from './recordSubject';
import { saveUndoable } from './saving';

const LONGEST = 40;

/**
 * Merges the selected nodes; the record of one node, of `{ id }` or at the caret with one that is asked for.
 * `{ into: id }` as third argument names the one that stays. With `{ from, into, take? }`, ids and names of
 * fields, nothing is asked.
 */
export const mergeRecords: Command = async (services, node, nodes, options) => {
  const { take } = given(node);
  const [from, into] = [givenText(node, 'from'), givenText(node, 'into')];
  if (from !== undefined && into !== undefined) {
    const fields = Array.isArray(take) ? take.map(String) : [];
    return await saveGiven(services, from, into, fields);
  }
  const refs = await someRecords(services, node, nodes);
  const [first, ...others] = refs;
  if (first === undefined) return undefined;
  if (others.length > 0) return await merge(services, refs, givenText(options, 'into'));
  if (Array.isArray(nodes) && nodes.length > 1) {
    tell(`${nameOf(first)} cannot be merged with itself.`);
    return undefined;
  }
  const other = await askAnother(services, first, {
    title: `Merge ${shorten(nameOf(first), LONGEST)} with…`,
    placeholder: 'Which other record is the same? Likely duplicates are first',
  });
  return other === undefined ? undefined : await merge(services, [first, other], undefined);
};

/** Asks which record stays, unless that is given, what to take over, and whether it is right. */
export async function merge(
  services: Services,
  refs: readonly RecordRef[],
  into: string | undefined,
): Promise<readonly string[] | undefined> {
  const [first] = refs;
  if (first === undefined) return undefined;
  if (refs.some(({ kind }) => kind !== first.kind)) {
    tell('An entity and an event cannot be merged: select records of one kind.');
    return undefined;
  }
  for (;;) {
    const survivor =
      into === undefined
        ? await askSurvivor(services, refs)
        : refs.find(({ record }) => record.id === recordOf(services, into)?.record.id);
    if (survivor === undefined) return undefined;
    const others = refs.filter((each) => idOf(each) !== idOf(survivor));
    const taken = await askMerge(services, others, survivor, into === undefined);
    if (taken === 'back') continue;
    if (taken === undefined) return undefined;
    const label = `Merged ${whatOf(others)} into ${shorten(nameOf(survivor), LONGEST)}`;
    const operations = others.map((from) => {
      const take = taken.get(idOf(from)) ?? [];
      const fields = take.length === 0 ? {} : { take };
      return { op: 'merge' as const, from: idOf(from), into: idOf(survivor), ...fields };
    });
    return await saveUndoable(services, label, operations);
  }
}

async function saveGiven(
  services: Services,
  from: string,
  into: string,
  take: readonly string[],
): Promise<readonly string[] | undefined> {
  const names = [from, into].map((id) => {
    const ref = recordOf(services, id);
    return shorten(ref === undefined ? id : nameOf(ref), LONGEST);
  });
  const fields = take.length === 0 ? {} : { take };
  const label = `Merged ${names.join(' into ')}`;
  return await saveUndoable(services, label, [{ op: 'merge', from, into, ...fields }]);
}
