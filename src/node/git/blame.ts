/** Who wrote the lines of a file, and when. */
import { devNull } from 'node:os';
import type { BlamedLine } from '../../core/review/blame';
import type { GitFailure } from './failure';
import { inRepository, missingWorkTree, type Repository } from './repository';
import type { GitResult } from './run';

/**
 * The lines of a file of the work tree in their order, POSIX path relative to the workspace folder;
 * of `contents` when the editor holds another text than the disk. A file that git does not keep is a
 * failure.
 */
export async function blame(
  repository: Repository,
  path: string,
  contents?: string,
): Promise<readonly BlamedLine[] | GitFailure> {
  const failure = missingWorkTree(repository);
  if (failure !== undefined) return failure;
  const blamed = await runBlame(repository, path, contents, {});
  if (blamed.ok) return linesOf(blamed.stdout.toString('utf8'));
  if (!blamed.failure.message.includes('object name list')) return blamed.failure;
  // Which commits are ignored, a person may have set for all repositories, and the list be in few.
  const again = await runBlame(repository, path, contents, OWN_SETTINGS);
  return again.ok ? linesOf(again.stdout.toString('utf8')) : again.failure;
}

const OWN_SETTINGS = { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };

/** Text conversion is a program, and would change the lines. */
function runBlame(
  repository: Repository,
  path: string,
  contents: string | undefined,
  env: Readonly<Record<string, string>>,
): Promise<GitResult> {
  const given = contents === undefined ? [] : ['--contents', '-'];
  const args = ['blame', '--porcelain', '--no-textconv', '--encoding=UTF-8', ...given, '--', path];
  return inRepository(repository, args, {
    env,
    ...(contents === undefined ? {} : { input: contents }),
  });
}

const HEADER = /^([0-9a-f]{40}|[0-9a-f]{64}) \d+ \d+/;
const NOT_COMMITTED = /^0+$/;

/** The form is that of `git blame --porcelain`: what a commit is, stands at the first line that it wrote. */
function linesOf(output: string): readonly BlamedLine[] {
  const commits = new Map<string, BlamedLine>();
  const lines: BlamedLine[] = [];
  let id = '';
  let said = new Map<string, string>();
  for (const line of output.split('\n')) {
    if (line.startsWith('\t')) {
      const known = commits.get(id) ?? commitOf(id, said);
      commits.set(id, known);
      lines.push(known);
      said = new Map();
      id = '';
    } else if (id === '') {
      id = HEADER.exec(line)?.[1] ?? '';
    } else {
      const end = line.indexOf(' ');
      if (end !== -1) said.set(line.slice(0, end), line.slice(end + 1));
    }
  }
  return lines;
}

function commitOf(id: string, said: ReadonlyMap<string, string>): BlamedLine {
  const who = {
    author: said.get('author') ?? '',
    time: Number(said.get('author-time') ?? 0),
    summary: said.get('summary') ?? '',
  };
  return NOT_COMMITTED.test(id) ? who : { commit: id, ...who };
}
