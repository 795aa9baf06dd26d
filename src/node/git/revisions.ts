/** From the name of a revision to what it stands for, and which revisions there are to choose from. */
import { UNSHALLOW, unborn, type GitFailure } from './failure';
import { inRepository, lineOf, type Repository } from './repository';

interface Revision {
  /** As it was asked for. */
  readonly name: string;
  /** Whole id; absent where the name stands for a tree alone. */
  readonly commit?: string;
  /** Id of the commit, or else of the tree. */
  readonly id: string;
}

export type Resolved =
  | { readonly ok: true; readonly revision: Revision }
  | { readonly ok: false; readonly failure: GitFailure };

/** What forges write where there is no revision before. */
const NO_OBJECT = /^0{40,64}$/;
/** A leading dash would be an option, and a caret the opposite. */
const SAFE_NAME = /^[^-^\s\p{Cc}]\P{Cc}*$/u;

/** A branch, a tag, a commit, or anything else that git takes for a revision, e.g. `HEAD~2`. */
export async function resolveRevision(repository: Repository, name: string): Promise<Resolved> {
  if (!SAFE_NAME.test(name)) return refused(name);
  const named = await objectOf(repository, `${name}^{commit}`);
  if (named !== undefined) return { ok: true, revision: { name, id: named, commit: named } };
  // Behind a name such as `:/words` more words would be sought for.
  const object = (await objectOf(repository, name)) ?? name;
  const commit = await objectOf(repository, `${object}^{commit}`);
  const id = commit ?? (await objectOf(repository, `${object}^{tree}`));
  if (id === undefined) return { ok: false, failure: await missing(repository, name) };
  return { ok: true, revision: { name, id, ...(commit === undefined ? {} : { commit }) } };
}

/** The commit in which two revisions parted. */
export async function mergeBase(
  repository: Repository,
  one: string,
  other: string,
): Promise<Resolved> {
  const commits: string[] = [];
  for (const name of [one, other]) {
    const resolved = await resolveRevision(repository, name);
    if (!resolved.ok) return resolved;
    if (resolved.revision.commit === undefined) return refused(name);
    commits.push(resolved.revision.commit);
  }
  const found = await inRepository(repository, ['merge-base', ...commits], { answers: [1] });
  if (!found.ok) return found;
  const commit = lineOf(found);
  if (commit !== '') {
    return { ok: true, revision: { name: commit, id: commit, commit } };
  }
  const message = `“${one}” and “${other}” have no commit in common.`;
  const failure: GitFailure = repository.isShallow
    ? { kind: 'shallow', message: `${message} ${UNSHALLOW}` }
    : { kind: 'no-merge-base', message };
  return { ok: false, failure };
}

/** The branch that others are merged into, as a name that git resolves; absent when none looks like it. */
export async function mainBranch(repository: Repository): Promise<string | undefined> {
  const format = '%(refname)%00%(symref)';
  const listed = await inRepository(repository, [
    ...['for-each-ref', `--format=${format}`],
    ...['refs/remotes', ...MAIN_NAMES.map((name) => `refs/heads/${name}`)],
  ]);
  const refs = linesOf(lineOf(listed)).map((line) => line.split('\0'));
  const names = new Set(refs.map(([name = '']) => name));
  const heads = refs.filter(
    ([name, target = '']) => name?.endsWith('/HEAD') === true && names.has(target),
  );
  const origin = heads.find(([name]) => name === 'refs/remotes/origin/HEAD') ?? heads[0];
  const candidates = [
    ...(origin?.[1] === undefined ? [] : [origin[1]]),
    ...MAIN_NAMES.flatMap((name) => [`refs/remotes/origin/${name}`, `refs/heads/${name}`]),
  ];
  return candidates.find((name) => names.has(name))?.replace(/^refs\/(?:remotes|heads)\//, '');
}

const MAIN_NAMES = ['main', 'master', 'trunk', 'develop'];

/** One that a person may choose. */
export interface ListedRevision {
  readonly kind: 'branch' | 'remote' | 'tag' | 'commit';
  /** What git resolves: a short name, or the whole id of a commit. */
  readonly name: string;
  readonly commit: string;
  readonly subject: string;
  readonly author: string;
  /** Seconds since 1970. */
  readonly time: number;
}

const REF_FIELDS = [
  ...['refname', 'objectname', '*objectname', 'subject', 'authorname', 'taggername'],
  ...['creatordate:unix', 'symref'],
];
const MOST_REFS = 300;
const MOST_COMMITS = 100;

/** Branches, tags and the last commits of the history of HEAD, each the newest first; none on failure. */
export async function listRevisions(repository: Repository): Promise<readonly ListedRevision[]> {
  const [refs, commits] = await Promise.all([
    inRepository(repository, [
      ...['for-each-ref', `--count=${MOST_REFS}`, '--sort=-creatordate'],
      `--format=${REF_FIELDS.map((field) => `%(${field})`).join('%00')}`,
      ...['refs/heads', 'refs/remotes', 'refs/tags'],
    ]),
    inRepository(repository, [
      ...['rev-list', `--max-count=${MOST_COMMITS}`, '--encoding=UTF-8'],
      ...['--format=%H%x00%s%x00%an%x00%ct', 'HEAD', '--'],
    ]),
  ]);
  const ofRefs = linesOf(lineOf(refs)).flatMap((line): readonly ListedRevision[] => {
    const [ref = '', object = '', peeled = '', subject = '', author, tagger, time, symref] =
      line.split('\0');
    const [, folder, name] = /^refs\/(heads|remotes|tags)\/(.*)$/.exec(ref) ?? [];
    const kind = KINDS.get(folder ?? '');
    if (kind === undefined || name === undefined || symref !== '') return [];
    const commit = peeled === '' ? object : peeled;
    const by = author === undefined || author === '' ? (tagger ?? '') : author;
    return [{ kind, name, commit, subject, author: by, time: Number(time) }];
  });
  const ofCommits = linesOf(lineOf(commits)).flatMap((line): readonly ListedRevision[] => {
    const [commit = '', subject, author, time] = line.split('\0');
    if (subject === undefined || author === undefined) return [];
    return [{ kind: 'commit', name: commit, commit, subject, author, time: Number(time) }];
  });
  const order = ['branch', 'remote', 'tag', 'commit'];
  return [...ofRefs, ...ofCommits].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

const KINDS: ReadonlyMap<string, ListedRevision['kind']> = new Map([
  ['heads', 'branch'],
  ['remotes', 'remote'],
  ['tags', 'tag'],
]);

/** As people write it. */
export function shortId(commit: string): string {
  return commit.slice(0, 7);
}

async function objectOf(repository: Repository, name: string): Promise<string | undefined> {
  const answers = [1, 128];
  const args = ['rev-parse', '--verify', '--quiet', name];
  const found = await inRepository(repository, args, { answers });
  const id = lineOf(found);
  return found.ok && found.status === 0 && id !== '' ? id : undefined;
}

function refused(name: string): { readonly ok: false; readonly failure: GitFailure } {
  const message = `“${name}” is no name of a revision.`;
  return { ok: false, failure: { kind: 'unknown-revision', message } };
}

async function missing(repository: Repository, name: string): Promise<GitFailure> {
  const { head, isShallow } = repository;
  if (head.kind === 'unborn' && /^(?:HEAD|@)(?![\w/])/.test(name)) return unborn();
  if (NO_OBJECT.test(name)) {
    const message = `“${name}” stands for no revision: forges write it where a branch is new. Name the branch that it was made from.`;
    return { kind: 'unknown-revision', message };
  }
  const known = `There is no revision “${name}” in this repository.`;
  const remote = await objectOf(repository, `refs/remotes/origin/${name}^{commit}`);
  if (remote !== undefined) {
    return { kind: 'unknown-revision', message: `${known} There is “origin/${name}”.` };
  }
  if (isShallow) return { kind: 'shallow', message: `${known} ${UNSHALLOW}` };
  const [, fetched] = /^origin\/([\w./-]+)$/.exec(name) ?? [];
  const advice = fetched === undefined ? '' : ` To get it, run: git fetch origin ${fetched}`;
  return { kind: 'unknown-revision', message: `${known}${advice}` };
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}
