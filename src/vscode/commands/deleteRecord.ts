/** Deleting records: once it is asked what becomes of their mentions. */
import type { DeleteRecord } from '../../core/operations/operation';
import { isJsonObject } from '../../core/operations/fieldChecks';
import { count, dotted, shorten } from '../../core/outline/words';
import { themeIcon } from '../pickers/icons';
import { pickFrom } from '../pickers/pickOne';
import type { Services } from '../services';
import { askAnother } from './anotherRecord';
import type { Command } from './command';
import { given } from './given';
import {
  mentionsOf,
  nameOf,
  nounOf,
  recordOf,
  someRecords,
  whatOf,
  type RecordRef,
} from './recordSubject';
import { recordsNaming } from './recordUses';
import { saveUndoable } from './saving';

const LONGEST = 40;

type Fate = DeleteRecord['mentions'] | 'move';

/**
 * Deletes the records of the selected nodes, of `{ id }` or at the caret. With `{ mentions: 'delete' }`,
 * `'detach'` or `{ into: id }` beside the id nothing is asked.
 */
export const deleteRecord: Command = async (services, node, nodes) => {
  const refs = await someRecords(services, node, nodes);
  const [first] = refs;
  if (first === undefined) return undefined;
  const wanted = fateGiven(given(node)['mentions']);
  const fate = wanted ?? (await askFate(services, refs, first));
  if (fate === undefined) return undefined;
  const into = fate === 'move' ? await askWhereTo(services, refs, first) : undefined;
  if (fate === 'move' && into === undefined) return undefined;
  const mentions = fate === 'move' ? { into: into?.record.id ?? '' } : fate;
  const operations = refs
    .filter(({ record }) => typeof mentions === 'string' || record.id !== mentions.into)
    .map(({ record }) => ({ op: 'deleteRecord' as const, id: record.id, mentions }));
  const label = `Deleted ${dotted([whatOf(refs), becameOf(services, mentions)])}`;
  return await saveUndoable(services, label, operations);
};

async function askFate(
  services: Services,
  refs: readonly RecordRef[],
  first: RecordRef,
): Promise<Fate | undefined> {
  const passages = refs.flatMap((ref) => mentionsOf(services, ref));
  const uses = refs.reduce((sum, ref) => sum + recordsNaming(services, ref).length, 0);
  // Nothing hangs on it, and one key brings it back.
  if (passages.length === 0 && uses === 0) return 'delete';
  const sources = new Set(passages.map(({ source }) => source)).size;
  const noun = nounOf(first);
  const counted = `${count(passages.length, noun)} in ${count(sources, 'source')}`;
  const cut =
    uses === 0 ? undefined : `${count(uses, 'record')} that names it will name it no more`;
  const answer = await pickFrom<Fate>({
    title: `Delete ${whatOf(refs)}`,
    placeholder: `What becomes of ${counted}? Undo with Alt+A Z`,
    choices: [
      {
        value: 'delete',
        label: `Delete the ${noun}s too`,
        description: dotted([counted, cut]),
        iconPath: themeIcon({ name: 'trash' }),
      },
      {
        value: 'detach',
        label: 'Keep the passages as notes',
        description: dotted(['each says what it was', cut]),
        iconPath: themeIcon({ name: 'note' }),
      },
      {
        value: 'move',
        label: `Move the ${noun}s to another record…`,
        description: 'and everything else that names it',
        iconPath: themeIcon({ name: 'arrow-right' }),
      },
    ],
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

async function askWhereTo(
  services: Services,
  refs: readonly RecordRef[],
  first: RecordRef,
): Promise<RecordRef | undefined> {
  return await askAnother(services, first, {
    title: `Whose are the ${nounOf(first)}s of ${whatOf(refs)}?`,
    placeholder: 'The record that gets them',
  });
}

function becameOf(services: Services, mentions: DeleteRecord['mentions']): string | undefined {
  if (mentions === 'delete') return undefined;
  if (mentions === 'detach') return 'its passages are notes now';
  const into = recordOf(services, mentions.into);
  return into && `its passages are those of ${shorten(nameOf(into), LONGEST)} now`;
}

function fateGiven(value: unknown): DeleteRecord['mentions'] | undefined {
  if (value === 'delete' || value === 'detach') return value;
  const into = isJsonObject(value) ? value['into'] : undefined;
  return typeof into === 'string' ? { into } : undefined;
}
