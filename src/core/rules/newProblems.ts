/** Which problems are new since an earlier state of the files. */
import type { Problem } from '../model/problem';
import { threadOpen } from './threadOpen';

/** Lines and columns of the places that messages name: they move without anything being wrong. */
const PLACE = /\b(line|column) \d+/g;

/** What it is about has one at most, and its message may change while it stays: a thread goes on. */
const ONE_EACH: ReadonlySet<string> = new Set([threadOpen.code]);

const QUOTED = /“([^”]*)”/g;

/**
 * Those of `now` that `before` does not have: of the same code, about the same annotation in the same
 * file, with the same message, wherever in the file. Of equal problems as many are new as there are
 * more of them, the last ones. `renames` leads from paths of files and sources before to those now.
 */
export function newProblems(
  now: readonly Problem[],
  before: readonly Problem[],
  renames: ReadonlyMap<string, string>,
): readonly Problem[] {
  const known = new Map<string, number>();
  for (const problem of before) {
    const key = keyOf(renamed(problem, renames));
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  return now.filter((problem) => {
    const key = keyOf(problem);
    const left = known.get(key) ?? 0;
    known.set(key, left - 1);
    return left <= 0;
  });
}

function keyOf({ code, path, annotation, message }: Problem): string {
  const said = ONE_EACH.has(code) ? '' : message.replace(PLACE, '$1');
  return JSON.stringify([code, path, annotation, said]);
}

/** With the paths that its file and the ones in its message have now. */
function renamed(problem: Problem, renames: ReadonlyMap<string, string>): Problem {
  const path = renames.get(problem.path) ?? problem.path;
  const message = problem.message.replace(QUOTED, (words, named: string) => {
    const to = renames.get(named);
    return to === undefined ? words : `“${to}”`;
  });
  return { ...problem, path, message };
}
