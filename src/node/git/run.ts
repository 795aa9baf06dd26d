/**
 * Runs git: no shell, no question, no network, no hook, and no program that the configuration of a
 * repository names. Only commands that read run here, and `stage.ts`.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { failureOf, noGit, type GitFailure } from './failure';

export type Setting = readonly [name: string, value: string];

export interface GitOptions {
  /** The program; `git` on the path when absent. */
  readonly git?: string;
  /** Settings beside those that keep it harmless. */
  readonly settings?: readonly Setting[];
  /** Standard input. */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly timeLimitMs?: number;
  /** Exit codes that are answers, beside 0. */
  readonly answers?: readonly number[];
  /** Takes the output piece by piece; `stdout` of the result is then empty. */
  readonly onOutput?: (piece: Buffer) => void;
}

export type GitResult =
  | { readonly ok: true; readonly stdout: Buffer; readonly status: number }
  | { readonly ok: false; readonly failure: GitFailure };

const TIME_LIMIT_MS = 30_000;
const LARGEST_COMPLAINT = 16_384;

/**
 * A hook, a file system monitor and a pager are programs; an empty monitor is none in every version.
 * A protocol may be allowed by a setting of its own: see `GIT_ALLOW_PROTOCOL` below.
 */
const HARMLESS: readonly Setting[] = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', ''],
  ['protocol.allow', 'never'],
];

/** Variables that lead to another repository, or change what pathspecs and attributes mean. */
const DROPPED: ReadonlySet<string> = new Set([
  ...['GIT_DIR', 'GIT_WORK_TREE', 'GIT_IMPLICIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE'],
  ...['GIT_PREFIX', 'GIT_NAMESPACE', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES'],
  ...['GIT_GRAFT_FILE', 'GIT_SHALLOW_FILE', 'GIT_NO_REPLACE_OBJECTS', 'GIT_REPLACE_REF_BASE'],
  ...['GIT_CONFIG', 'GIT_GLOB_PATHSPECS', 'GIT_NOGLOB_PATHSPECS', 'GIT_ICASE_PATHSPECS'],
  ...['GIT_ATTR_SOURCE', 'GIT_EXTERNAL_DIFF', 'GIT_REDIRECT_STDOUT', 'GIT_REDIRECT_STDERR'],
  ...['GIT_REDIRECT_STDIN', 'LANGUAGE'],
]);

const QUIET = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_LITERAL_PATHSPECS: '1',
  // Stronger than every setting: no protocol has this name.
  GIT_ALLOW_PROTOCOL: 'none',
  // What it complains of is recognised by its words.
  LC_ALL: 'C',
};

/** Runs `git -C folder …args`. Never rejects; `stdout` is as git wrote it. */
export function runGit(
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<GitResult> {
  const { git = 'git', settings = [], input, answers = [] } = options;
  const limit = AbortSignal.timeout(options.timeLimitMs ?? TIME_LIMIT_MS);
  const signal = options.signal === undefined ? limit : AbortSignal.any([limit, options.signal]);
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    let complaint = '';
    let broken: NodeJS.ErrnoException | undefined;
    const { words, variables } = given([...HARMLESS, ...settings]);
    // With `-C` instead of a working directory, no program of that folder can be taken for git.
    const child = spawn(git, ['-C', path.resolve(folder), ...words, ...args], {
      ...(process.platform === 'win32' ? { cwd: path.dirname(process.execPath) } : {}),
      env: environment({ ...variables, ...options.env }),
      stdio: ['pipe', 'pipe', 'pipe'],
      signal,
      windowsHide: true,
    });
    const finish = (status: number | null): void => {
      const failure = limit.aborted ? timedOut() : signal.aborted ? CANCELLED : undefined;
      if (failure !== undefined) resolve({ ok: false, failure });
      else if (broken !== undefined) resolve({ ok: false, failure: notRun(git, broken) });
      else if (status !== null && (status === 0 || answers.includes(status))) {
        resolve({ ok: true, stdout: Buffer.concat(output), status });
      } else resolve({ ok: false, failure: failureOf(folder, complaint) });
    };
    child.once('error', (error) => {
      broken = error;
      finish(null);
    });
    child.once('close', finish);
    child.stdout.on('data', options.onOutput ?? ((piece: Buffer) => output.push(piece)));
    child.stdout.on('error', () => undefined);
    child.stderr.on('data', (piece: Buffer) => {
      if (complaint.length < LARGEST_COMPLAINT) complaint += piece.toString('utf8');
    });
    // Git may end before it has read all: without a repository it does.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

function environment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !DROPPED.has(name.toUpperCase()));
  return { ...Object.fromEntries(kept), ...QUIET, ...own };
}

/** With `-c` the first `=` ends the name; a name that has one goes through the environment. */
function given(settings: readonly Setting[]): {
  readonly words: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
} {
  const odd = settings.filter(([name]) => name.includes('='));
  const words = settings
    .filter(([name]) => !name.includes('='))
    .flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  if (odd.length === 0) return { words, variables: {} };
  const count = Number.parseInt(process.env['GIT_CONFIG_COUNT'] ?? '', 10);
  const before = Number.isNaN(count) ? 0 : count;
  const variables = odd.flatMap(([name, value], index) => [
    [`GIT_CONFIG_KEY_${before + index}`, name] as const,
    [`GIT_CONFIG_VALUE_${before + index}`, value] as const,
  ]);
  const all = { ...Object.fromEntries(variables), GIT_CONFIG_COUNT: `${before + odd.length}` };
  return { words, variables: all };
}

const CANCELLED: GitFailure = { kind: 'cancelled', message: 'This was cancelled.' };

function timedOut(): GitFailure {
  return { kind: 'timeout', message: 'Git did not answer in time. Try again.' };
}

function notRun(git: string, error: NodeJS.ErrnoException): GitFailure {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return noGit(git);
  return { kind: 'failed', message: `Git cannot be run as “${git}”: ${error.message}.` };
}

/** Fields that end with a NUL each, as `-z` writes them. */
export function fieldsOf(stdout: Buffer): readonly string[] {
  const fields = stdout.toString('utf8').split('\0');
  if (fields.at(-1) === '') fields.pop();
  return fields;
}
