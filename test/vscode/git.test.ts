// What git does from the command line is shown, whichever of its changes the watchers report.

import * as vscode from 'vscode';
import { extension } from './commands';
import { closeAll, openNew } from './editors';
import { eventually } from './eventually';
import { equal } from './expect';
import { commit, git } from './git';
import { annotationFileOf, remove, uriOf, write } from './workspace';

const SOURCE = 'seeds/checked-out.txt';
const CHANGED = 300;
const ADDED = 50;

describe('git on the command line', () => {
  let first = '';

  before(async () => {
    await extension().exports.ready();
    await openNew('checked-out.txt', 'Quill went home. Then Quill slept.\n');
    await writeRecords('old');
    await write(annotationFileOf(SOURCE), annotations(['Quill']));
    first = await commit('First');
    await git('switch', '--quiet', '--create', 'other');
    await writeRecords('new');
    for (let index = 0; index < ADDED; index++) {
      const source = `seeds/new/deep/${index}.txt`;
      await write(source, 'Quill went home.\n');
      await write(annotationFileOf(source), annotations(['Quill'], source));
    }
    await write(annotationFileOf(SOURCE), annotations(['Quill', 'home']));
    await commit('Second');
    await shows('new', ADDED + 2);
  });

  after(async () => {
    await closeAll();
    await git('switch', '--quiet', '--force', 'main');
    await git('reset', '--quiet', '--hard', `${first}^`);
    await git('branch', '--quiet', '-D', 'other');
    await extension().exports.ready();
  });

  it('checks a branch out and another: 300 files change, 50 come and go with their folders', async () => {
    await git('checkout', '--quiet', 'main');
    await shows('old', 1);
    await git('checkout', '--quiet', 'other');
    await shows('new', ADDED + 2);
    await git('checkout', '--quiet', 'main');
    await git('checkout', '--quiet', 'other');
    await shows('new', ADDED + 2);
  });

  it('stashes and restores what is not committed', async () => {
    await writeRecords('changed');
    const source = 'seeds/stashed/deep/one.txt';
    await write(source, 'Quill went home.\n');
    await write(annotationFileOf(source), annotations(['Quill'], source));
    await shows('changed', ADDED + 3);
    await git('stash', '--quiet', '--include-untracked');
    await shows('new', ADDED + 2);
    await git('stash', 'pop', '--quiet');
    await shows('changed', ADDED + 3);
    await git('checkout', '--quiet', '.');
    await remove('seeds/stashed');
    await remove(annotationFileOf(source));
    await shows('new', ADDED + 2);
  });

  it('rebases a branch onto another', async () => {
    await git('switch', '--quiet', 'main');
    await write('annotations/entities/quill-rebased.yaml', record('rebased', 'base'));
    await commit('Base');
    await git('switch', '--quiet', 'other');
    await shows('new', ADDED + 2);
    equal((await names()).includes('Quill rebased base'), false);
    await git('rebase', '--quiet', 'main');
    await eventually('the record of the base', async () =>
      (await names()).includes('Quill rebased base'),
    );
    await shows('new', ADDED + 2);
  });

  it('resets to a commit and back', async () => {
    await git('reset', '--quiet', '--hard', first);
    await shows('old', 1);
    await git('reset', '--quiet', '--hard', 'ORIG_HEAD');
    await shows('new', ADDED + 2);
  });
});

/** The records of that state, all of them, and so many mentions of the first one, are what is known. */
async function shows(state: string, mentions: number): Promise<void> {
  await eventually(`${CHANGED} records that are ${state}`, async () => {
    const found = (await names()).filter((name) => /^Quill \d/.test(name));
    return found.length === CHANGED && found.every((name) => name.endsWith(` ${state}`));
  });
  await eventually(`${mentions} mentions`, async () => {
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      uriOf(recordPath(0)),
      new vscode.Position(1, 5),
    );
    const inSources = found.filter(({ uri }) => uri.path.includes('/seeds/'));
    return inSources.length === mentions;
  });
}

async function names(): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    'Quill',
  );
  return found.map(({ name }) => name);
}

async function writeRecords(state: string): Promise<void> {
  const all = Array.from({ length: CHANGED }, (_, index) =>
    write(recordPath(index), record(index, state)),
  );
  await Promise.all(all);
}

function recordPath(index: number): string {
  return `annotations/entities/quill-${index}.yaml`;
}

function record(index: number | string, state: string): string {
  const lines = ['format: entity/1', `id: quill-${index}`, 'type: person'];
  return `${[...lines, `name: "Quill ${index} ${state}"`].join('\n')}\n`;
}

function annotations(quotes: readonly string[], source = SOURCE): string {
  const text = 'Quill went home. Then Quill slept.\n';
  const records = quotes.flatMap((quote, index) => {
    const start = text.indexOf(quote);
    const place = [`    start: ${start}`, `    end: ${start + quote.length}`];
    return [`  a-quill${index}:`, `    exact: "${quote}"`, ...place, '    entity: quill-0'];
  });
  const head = ['format: source-annotations/1', 'source:', `  path: "${source}"`, 'annotations:'];
  return `${[...head, ...records].join('\n')}\n`;
}
