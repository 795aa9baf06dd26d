// A week of two analysts on the five sources: both annotate, one corrects a source, their branches are
// merged, what they both changed is decided in the editor, they discuss, and the week is reported.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { extension, run } from './commands';
import { closeAll, shown } from './editors';
import { eventually, over } from './eventually';
import { equal, ok, present } from './expect';
import { git } from './git';
import { accept } from './recordFiles';
import { annotationFileOf, annotationsOf, filesUnder, read } from './workspace';

const WORDS = /\b(?:peace|talks|call|war|mediation|delegation)\b/gi;
const CORRECTED = 'seeds/001_0eb4975a21467d31.txt';
const [TYPO, RIGHT] = ['an unusual rebuke of its official', 'a rare rebuke of its own official'];
const DISPUTED = { source: 'seeds/000_0edcb852b796c81c.txt', id: 'a-nfcbiq' };

interface Done {
  readonly status: number;
  readonly output: string;
}

describe('a week of two analysts', () => {
  let start = '';
  let boris = '';
  let anna = '';
  let config = '';
  let sources: readonly string[] = [];
  const made: { readonly source: string; readonly id: string; readonly by: string }[] = [];

  before(async () => {
    await extension().exports.ready();
    boris = present(vscode.workspace.workspaceFolders?.[0], 'folder').uri.fsPath;
    start = await git('rev-parse', 'HEAD');
    config = await readFile(join(boris, '.git', 'config'), 'utf8');
    anna = await mkdtemp(join(tmpdir(), 'annotator anna '));
    sources = (await filesUnder('seeds')).filter((path) => /\/00\d_/.test(path));
    equal(sources.length, 5, 'The number of sources');
    await git('clone', '--quiet', boris, anna);
    await inAnna('config', 'user.name', 'Anna');
    await inAnna('config', 'user.email', 'anna@example.org');
    await inAnna('switch', '--quiet', '--create', 'anna');
    for (const folder of [anna, boris]) equal((await cli(folder, 'git', 'install')).status, 0);
  });

  after(async () => {
    await closeAll();
    equal((await cli(boris, 'git', 'uninstall')).status, 0);
    equal(await readFile(join(boris, '.git', 'config'), 'utf8'), config);
    await git('reset', '--quiet', '--hard', start);
    await git('branch', '--quiet', '-D', 'from-anna');
    await rm(anna, { recursive: true, force: true });
    await extension().exports.ready();
  });

  it('Monday: both annotate all five, each in a clone', async () => {
    for (const source of sources) {
      const text = await read(source);
      const spans = [...text.matchAll(WORDS)].slice(0, 14);
      await annotate(anna, 'anna', source, spans.slice(0, 10));
      await annotate(boris, 'boris', source, spans.slice(2));
    }
    await commit(anna, 'Annotate (Anna)');
    await commit(boris, 'Annotate (Boris)');
    ok(made.length > 80, `they have made ${made.length} annotations`);
  });

  it('Tuesday: Anna corrects a source; its annotations go along', async () => {
    const file = join(anna, CORRECTED);
    const text = await readFile(file, 'utf8');
    ok(text.includes(TYPO), 'there is something to correct');
    await writeFile(file, text.replace(TYPO, RIGHT));
    equal((await cli(anna, 'reanchor', '--write')).status, 0);
    await commit(anna, 'Correct a source');
  });

  it('Wednesday: both change the same annotation, and ask about others', async () => {
    const by = 'anna';
    await apply(anna, [
      { op: 'update', id: DISPUTED.id, entity: 'russia' },
      { op: 'comment', on: { kind: 'source', path: CORRECTED }, by, text: 'A slip corrected.' },
      { op: 'comment', on: asked(), by, text: 'Is this one?' },
    ]);
    await apply(boris, [
      { op: 'update', id: DISPUTED.id, entity: 'china' },
      { op: 'comment', on: { kind: 'entity', id: 'china' }, by: 'boris', text: 'The state?' },
    ]);
    await commit(anna, 'Change and ask (Anna)');
    await commit(boris, 'Change and ask (Boris)');
  });

  it('Thursday: their work is merged, with the one conflict that is one', async () => {
    await inAnna('push', '--quiet', 'origin', 'anna:from-anna');
    const merged = await git('merge', '--no-edit', 'from-anna').then(
      () => 'no conflict',
      () => 'a conflict',
    );
    equal(merged, 'a conflict');
    equal(await git('diff', '--name-only', '--diff-filter=U'), annotationFileOf(DISPUTED.source));
    const text = await read(annotationFileOf(DISPUTED.source));
    equal(text.split('<<<<<<<').length, 2, 'The parts of the file');
    ok((await cli(boris, 'check')).output.includes('[conflict-marker]'), 'check finds it');
  });

  it('Thursday: the conflict is resolved in the editor, and all work of both is there', async () => {
    await extension().exports.ready();
    const isMarked = (): boolean =>
      vscode.languages
        .getDiagnostics()
        .some(([, all]) => all.some(({ code }) => codeOf(code) === 'conflict-marker'));
    await eventually('the problem at the marker', isMarked);
    const left = await over(run('sourceAnnotator.resolveConflicts'), async () => {
      if (shown().words === 'Ukraine') await accept();
    });
    equal(left, 0);
    const decided = (await annotationsOf(DISPUTED.source)).get(DISPUTED.id);
    equal(decided?.entity, 'china');
    await commit(boris, 'Merge the work of Anna');
    for (const source of sources) {
      const ids = await annotationsOf(source);
      const lost = made.filter((each) => each.source === source && !ids.has(each.id));
      equal(lost, [], `What is lost of ${source}`);
    }
    const { status, output } = await cli(boris, 'check', '--format', 'json');
    const { counts } = JSON.parse(output) as { counts: { error: number; warning: number } };
    equal([status, counts.error, counts.warning], [0, 0, 0]);
  });

  it('Friday: questions are answered, sources are done and reviewed, and Anna has all of it', async () => {
    const settled = { by: 'boris', resolved: true };
    await apply(boris, [
      { op: 'comment', on: { kind: 'source', path: CORRECTED }, ...settled },
      { op: 'comment', on: asked(), text: 'Yes.', ...settled },
      ...sources.map((source) => ({
        op: 'setSource',
        source,
        state: 'done',
        reviewedBy: ['anna'],
      })),
    ]);
    await commit(boris, 'Answer and finish');
    await inAnna('pull', '--quiet', '--no-rebase', 'origin', 'main');
    equal(await inAnna('rev-parse', 'HEAD^{tree}'), await git('rev-parse', 'HEAD^{tree}'));
    const { status, output } = await cli(anna, 'status', '--format', 'json');
    const { totals } = JSON.parse(output) as {
      totals: { openThreads: number; sources: { reviewed: number } };
    };
    equal(totals.sources.reviewed, 5, 'The number of reviewed sources');
    equal([status, totals.openThreads], [1, 1], 'The question on an entity');
  });

  it('Friday: the week is reported', async () => {
    const agreement = await cli(boris, 'agreement', 'anna', 'boris');
    equal(agreement.status, 0);
    const diff = await cli(boris, 'diff', start, 'HEAD', '--format', 'markdown');
    equal(diff.status, 1, 'There are changes');
    const status = await cli(boris, 'status');
    const report = diff.output.split('\n');
    console.log([status.output, agreement.output, ...report.slice(0, 12), '…'].join('\n'));
    ok(/now names .*China/.test(diff.output), 'the report tells what was decided');
  });

  /** The first annotation of Anna. */
  function asked(): object {
    const { source, id } = present(made[0], 'annotation');
    return { kind: 'annotation', source, id };
  }

  async function annotate(
    folder: string,
    by: string,
    source: string,
    matches: readonly RegExpMatchArray[],
  ): Promise<void> {
    const operations = matches.map(({ 0: exact, index = 0, input = '' }, at) => {
      const isTime = /^(?:war|call)$/i.test(exact);
      // They agree on most of it.
      const isAgreed = by === 'anna' || at % 5 > 0;
      const type = isTime === isAgreed ? { type: 'time', value: '2024' } : { type: 'statement' };
      const occurrence = countUpTo(input, exact, index);
      return { op: 'annotate', source, exact, occurrence, by, ...type };
    });
    const ids = await apply(folder, operations);
    made.push(...ids.map((id) => ({ source, id, by })));
  }

  function inAnna(...args: readonly string[]): Promise<string> {
    return gitIn(anna, args);
  }
});

/** The occurrence of the words that is at the offset, from 1. */
function countUpTo(text: string, words: string, offset: number): number {
  return text.slice(0, offset + words.length).split(words).length - 1;
}

async function apply(folder: string, operations: readonly object[]): Promise<readonly string[]> {
  const input = operations.map((each) => `${JSON.stringify(each)}\n`).join('');
  const { status, output } = await program(folder, ['apply', '-', '--format', 'json'], input);
  equal(status, 0, output);
  return (JSON.parse(output) as { ids: readonly string[] }).ids;
}

function cli(folder: string, ...args: readonly string[]): Promise<Done> {
  return program(folder, args, '');
}

/** The command line in a process of its own. */
function program(folder: string, args: readonly string[], input: string): Promise<Done> {
  const script = join(extension().extensionPath, 'dist', 'cli.js');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const options = { cwd: folder, env, maxBuffer: 1 << 26 };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [script, ...args],
      options,
      (error, stdout, stderr) => {
        resolve({
          status: error === null ? 0 : Number(error.code ?? 2),
          output: stdout === '' ? stderr : stdout,
        });
      },
    );
    child.stdin?.end(input);
  });
}

async function commit(folder: string, message: string): Promise<void> {
  await gitIn(folder, ['add', '--all']);
  await gitIn(folder, ['commit', '--quiet', `--message=${message}`]);
}

function gitIn(folder: string, args: readonly string[]): Promise<string> {
  return git('-C', folder, ...args);
}

function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
