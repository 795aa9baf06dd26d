/** Does what a quick fix offers, as it is now: files may have changed since it was offered. */
import type { Problem } from '../../core/model/problem';
import { isJsonObject } from '../../core/operations/fieldChecks';
import { applyEdits } from '../../core/text/edits';
import { remark, tell } from '../adapters/failures';
import type { Services } from '../services';
import type { Command } from './command';

/** Takes the file of the problem, for its project; the problem as it was shown; and the title of the fix. */
export const applyFix: Command = async (services, _file, problem, title) => {
  if (!isProblem(problem) || typeof title !== 'string') return false;
  const isDone = await apply(services, problem, title);
  if (isDone) remark(title);
  return isDone;
};

async function apply(services: Services, problem: Problem, title: string): Promise<boolean> {
  const { problems, editing, store } = services;
  const fixes = await problems.fixesOf(problem);
  const fix = fixes.find((each) => each.title === title);
  if (fix === undefined) {
    tell('The files have changed in the meantime, so nothing was done.');
    return false;
  }
  if (fix.kind === 'operations') {
    return (await editing.perform(title, fix.operations)) !== undefined;
  }
  const before = store.file(fix.path)?.text;
  const after = applyEdits(before ?? '', fix.edits);
  return editing.rewrite(title, { path: fix.path, before, after });
}

function isProblem(value: unknown): value is Problem {
  if (!isJsonObject(value)) return false;
  const { code, message, path, span } = value;
  return (
    typeof code === 'string' &&
    typeof message === 'string' &&
    typeof path === 'string' &&
    isJsonObject(span) &&
    typeof span['start'] === 'number'
  );
}
