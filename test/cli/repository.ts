/** A git repository that lives as long as its test, and the command line as the program that git calls. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { run } from '../../src/cli/run';
import type { Ran } from './folder';

interface GitRan {
  readonly status: number;
  /** Standard output and what git complained of. */
  readonly output: string;
}

export interface Repository {
  readonly path: string;
  /** What git prints; rejects when it fails. */
  readonly git: (...args: readonly string[]) => Promise<string>;
  /** The same with its status, whatever that is. */
  readonly tryGit: (...args: readonly string[]) => Promise<GitRan>;
  readonly cli: (...args: readonly string[]) => Promise<Ran>;
  readonly write: (file: string, content: string | Uint8Array) => Promise<void>;
  readonly read: (file: string) => Promise<string>;
  readonly commit: (message: string) => Promise<string>;
}

/**
 * A test file that git is to call as the command line is started by its own path with arguments:
 * true then, and it is done when this resolves.
 */
export async function beProgram(): Promise<boolean> {
  const args = process.argv.slice(2);
  if (args.length === 0) return false;
  process.exitCode = await run(args, {
    currentFolder: process.cwd(),
    version: '1.2.3',
    documentation: 'file:///product/docs/',
    program: thisProgram(),
    readInput: () => text(process.stdin),
    write: (output) => process.stdout.write(output),
    complain: (message) => process.stderr.write(`source-annotator: ${message}\n`),
  });
  return true;
}

export async function temporaryFolder(test: TestContext): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "annotator's folder "));
  test.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function repositoryWith(
  test: TestContext,
  files: Readonly<Record<string, string>> = {},
): Promise<Repository> {
  const repository = repositoryAt(await temporaryFolder(test));
  await repository.git('init', '--quiet', '--initial-branch=main');
  for (const [file, content] of Object.entries(files)) await repository.write(file, content);
  if (Object.keys(files).length > 0) await repository.commit('First');
  return repository;
}

/** A folder that git knows already: a clone, a linked work tree, a folder of one. */
export function repositoryAt(folder: string): Repository {
  isolate();
  const tryGit = (...args: readonly string[]): Promise<GitRan> => git(folder, args);
  const sure = async (...args: readonly string[]): Promise<string> => {
    const { status, output } = await tryGit(...args);
    if (status !== 0) throw new Error(`git ${args.join(' ')} failed with ${status}: ${output}`);
    return output.trim();
  };
  return {
    path: folder,
    tryGit,
    git: sure,
    cli: (...args) => cli(folder, args),
    write: async (file, content) => {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), content);
    },
    read: (file) => readFile(path.join(folder, file), 'utf8'),
    commit: async (message) => {
      await sure('add', '--all');
      await sure('commit', '--quiet', `--message=${message}`);
      return sure('rev-parse', 'HEAD');
    },
  };
}

async function cli(folder: string, args: readonly string[]): Promise<Ran> {
  let output = '';
  const complaints: string[] = [];
  const status = await run(args, {
    currentFolder: folder,
    version: '1.2.3',
    documentation: 'file:///product/docs/',
    program: thisProgram(),
    readInput: () => Promise.resolve(''),
    write: (words) => {
      output += words;
    },
    complain: (message) => complaints.push(message),
  });
  return { status, output, complaints };
}

function thisProgram(): { readonly node: string; readonly script: string } {
  return { node: process.execPath, script: process.argv[1] ?? '' };
}

function git(folder: string, args: readonly string[]): Promise<GitRan> {
  return new Promise((resolve) => {
    execFile('git', args, { cwd: folder, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const status = error === null ? 0 : Number(error.code ?? 1);
      resolve({ status, output: stdout + stderr });
    });
  });
}

/** No setting of the person or the machine counts, and none is changed. */
function isolate(): void {
  Object.assign(process.env, {
    GIT_CONFIG_GLOBAL: path.join(tmpdir(), 'no-such-gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Anna',
    GIT_AUTHOR_EMAIL: 'anna@example.com',
    GIT_COMMITTER_NAME: 'Anna',
    GIT_COMMITTER_EMAIL: 'anna@example.com',
    NODE_OPTIONS: '',
  });
}
