/** Taking single changes back, as one step of undo each. */
import { count } from '../../core/outline/words';
import type { Change } from '../../core/review/change';
import { reversalOf } from '../../core/review/revert';
import { fileKind } from '../../core/storage/paths';
import { remark, tell } from '../adapters/failures';
import { patiently } from '../adapters/patience';
import type { Compared } from '../adapters/review';
import type { Services } from '../services';
import { changeWords } from '../views/changeWords';
import type { Command } from './command';
import { changesAt, comparedNow } from './reviewAt';

/** Of the nodes, `{ change: key }` or at the cursor. Gives the keys of what was taken back. */
export const revertChange: Command = async (services, node, nodes) => {
  const first = await comparedNow(services);
  if (first === undefined) return undefined;
  const wanted = changesAt(services, first, node, nodes);
  const done: string[] = [];
  let title = '';
  await patiently('Reverting changes…', wanted.length, async ({ report, isCancelled }) => {
    for (const [index, { key }] of wanted.entries()) {
      if (isCancelled()) return;
      // What was taken back before moved the lines of the others.
      const compared = await comparedNow(services);
      const change = compared?.changes.find((each) => each.key === key);
      if (compared === undefined || change === undefined) continue;
      title = changeWords(services, compared, change).title;
      if (!(await revert(services, compared, change, title))) return;
      done.push(key);
      report(index + 1);
    }
  });
  if (done.length === 0) return undefined;
  const what = done.length === 1 ? title : count(done.length, 'change');
  remark(`Reverted: ${what} — undo with Alt+A Z`);
  return done;
};

async function revert(
  services: Services,
  { pair }: Compared,
  change: Change,
  title: string,
): Promise<boolean> {
  if (fileKind(change.path) === undefined) {
    tell('This is a change of the text of a source, which is never written from here.');
    return false;
  }
  const textOf = (side: 'before' | 'after', path: string): string | undefined =>
    pair.files.find((file) => file[side]?.path === path)?.[side]?.text;
  const reversal = reversalOf(change, textOf);
  if (reversal.kind === 'impossible') {
    tell(`${title}: this cannot be reverted alone. ${reversal.why}`);
    return false;
  }
  const changes = reversal.files.map(({ path, text }) => ({
    path,
    before: textOf('after', path),
    after: text,
  }));
  return services.editing.rewrite(`Reverted: ${title}`, ...changes);
}
