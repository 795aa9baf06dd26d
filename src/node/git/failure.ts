/** What can go wrong with git, in words for the person. */

type GitFailureKind =
  /** There is no such program. */
  | 'no-git'
  | 'no-folder'
  | 'no-repository'
  /** Git does not read repositories of other users. */
  | 'untrusted'
  /** Without files checked out: a bare repository, or the git folder itself. */
  | 'no-work-tree'
  /** No commit was made yet. */
  | 'unborn'
  | 'unknown-revision'
  /** This clone lacks the commit. */
  | 'shallow'
  /** This clone lacks texts of files. */
  | 'partial'
  | 'no-merge-base'
  /** Another git process holds the index. */
  | 'busy'
  | 'timeout'
  | 'cancelled'
  | 'failed';

export interface GitFailure {
  readonly kind: GitFailureKind;
  /** Whole sentences. */
  readonly message: string;
}

/** How the history that a shallow clone lacks is got. */
export const UNSHALLOW =
  'This clone is shallow: run “git fetch --unshallow” first (in GitHub Actions: “fetch-depth: 0” of actions/checkout; in GitLab CI: GIT_DEPTH: 0).';

const SIGNS: readonly (readonly [RegExp, (folder: string) => GitFailure])[] = [
  [/cannot change to /, noFolder],
  [/not a git repository|gitfile does not contain|invalid gitfile/i, noRepository],
  [/dubious ownership/, untrusted],
  [/must be run in a work tree|work-?tree/, () => noWorkTree()],
  [/index\.lock/, () => busy()],
];

/** What git's standard error says of a command that failed. */
export function failureOf(folder: string, complaint: string): GitFailure {
  for (const [sign, failure] of SIGNS) if (sign.test(complaint)) return failure(folder);
  const said = complaint
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('hint:'));
  const telling = said.find((line) => /^(?:fatal|error): /.test(line)) ?? said[0];
  if (telling === undefined) return { kind: 'failed', message: 'Git failed and did not say why.' };
  const words = telling.replace(/^(?:fatal|error): /, '').replace(/\.$/, '');
  return { kind: 'failed', message: `Git failed and said: ${words}.` };
}

export function noGit(git: string): GitFailure {
  const message = `There is no git to be run as “${git}”. Install git, or say where it is.`;
  return { kind: 'no-git', message };
}

function noFolder(folder: string): GitFailure {
  return { kind: 'no-folder', message: `There is no folder ${folder}.` };
}

function noRepository(folder: string): GitFailure {
  return { kind: 'no-repository', message: `${folder} is in no git repository.` };
}

function untrusted(folder: string): GitFailure {
  const message = `Git does not trust the repository of ${folder}, because it belongs to another user. If you trust it, run: git config --global --add safe.directory ${folder}`;
  return { kind: 'untrusted', message };
}

export function noWorkTree(): GitFailure {
  const message = 'This repository has no work tree: only its commits can be compared.';
  return { kind: 'no-work-tree', message };
}

/** A clone with `--filter` has no texts of older revisions. */
export function partial(paths: readonly string[]): GitFailure {
  const [first = '', ...others] = paths;
  const which = others.length === 0 ? first : `${first} and ${others.length} more`;
  const message = `This clone does not have the text of ${which}: it is a partial clone, and nothing is fetched here. Run “git fetch --refetch --no-filter” first.`;
  return { kind: 'partial', message };
}

function busy(): GitFailure {
  const message =
    'Another git process is at work in this repository (or one crashed and left index.lock). Try again when it has ended.';
  return { kind: 'busy', message };
}

export function unborn(): GitFailure {
  const message = 'This repository has no commit yet, so there is nothing to compare with.';
  return { kind: 'unborn', message };
}
