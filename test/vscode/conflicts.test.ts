// What a merge left in conflict: the file stays readable, is repaired by record, and decided one by one.

import * as vscode from 'vscode';
import { extension, run } from './commands';
import { closeAll, open, shown } from './editors';
import { eventually, over } from './eventually';
import { equal, ok } from './expect';
import { commit, git } from './git';
import { accept } from './recordFiles';
import { annotationFileOf, annotationsOf, read, uriOf, write } from './workspace';

const NAMES = ['Ada', 'Bob', 'Cyd', 'Dan', 'Eve', 'Fay', 'Gus', 'Hal'];
const TEXT = `${NAMES.map((name) => `${name} spoke.`).join('\n')}\n`;
const SOURCE = 'seeds/in-conflict.txt';
const FILE = annotationFileOf(SOURCE);

/** The annotation of a name, with what it says. */
function record(name: string, ...says: readonly string[]): string {
  const start = TEXT.indexOf(name);
  const lines = [`exact: "${name}"`, 'suffix: " spoke."', `start: ${start}`, `end: ${start + 3}`];
  return [`  ${idOf(name)}:`, ...[...lines, ...says].map((line) => `    ${line}`), ''].join('\n');
}

function idOf(name: string): string {
  return `a-${name.toLowerCase()}000`;
}

function file(...records: readonly string[]): string {
  const head = [
    'format: source-annotations/1',
    'source:',
    `  path: "${SOURCE}"`,
    'annotations:',
    '',
  ];
  return head.join('\n') + records.join('');
}

const note = (name: string, words = name): string => record(name, `note: "${words}"`);

describe('a file that a merge left in conflict', () => {
  let first = '';
  let start = '';

  before(async () => {
    await extension().exports.ready();
    start = await git('rev-parse', 'HEAD');
    await write(SOURCE, TEXT);
    await write(FILE, file(note('Ada'), note('Hal')));
    first = await commit('Start');
  });

  afterEach(async () => {
    await closeAll();
    await git('reset', '--quiet', '--hard', first);
    await extension().exports.ready();
    // So that the problem that the next test waits for is its own.
    await eventually('the file to be sound', () => !codesOf(FILE).includes('conflict-marker'));
  });

  after(async () => {
    await git('reset', '--quiet', '--hard', start);
    await extension().exports.ready();
  });

  it('to which both sides only added is repaired whole, in one undo', async () => {
    const merged = file(...NAMES.map((name) => note(name)));
    await conflict(
      file(note('Ada'), note('Bob'), note('Dan'), note('Fay'), note('Hal')),
      file(note('Ada'), note('Cyd'), note('Eve'), note('Gus'), note('Hal')),
    );
    const before = await read(FILE);
    ok(before.includes('<<<<<<<'), 'git alone finds a conflict');
    equal(await run('sourceAnnotator.repairConflicts', uriOf(FILE)), 0);
    equal(await read(FILE), merged);
    await eventually('all annotations', async () => (await symbolsOf(SOURCE)) === NAMES.length);
    await run('sourceAnnotator.undo');
    equal(await read(FILE), before);
    await run('sourceAnnotator.redo');
    equal(await read(FILE), merged);
    ok((await git('status', '--short')).startsWith('UU'), 'nothing is staged by itself');
  });

  it('still shows what is not in conflict', async () => {
    await conflict(
      file(note('Ada', 'ours'), note('Bob'), note('Hal')),
      file(note('Ada', 'theirs'), note('Gus'), note('Hal')),
    );
    await marked();
    await eventually('the annotations that are settled', async () => {
      const names = await symbolNames(SOURCE);
      return names.includes('Hal') && names.includes('Ada');
    });
  });

  it('is decided conflict by conflict, with the passage in sight and what is no conflict settled', async () => {
    await conflict(
      file(note('Ada', 'ours'), note('Bob'), note('Eve'), note('Hal', 'our')),
      file(note('Ada', 'theirs'), note('Cyd'), note('Fay'), note('Hal', 'their')),
    );
    await marked();
    await open(FILE);
    let step = 0;
    // The first conflict: theirs. The second one: ours, which is the first entry.
    const left = await over(run('sourceAnnotator.resolveConflicts'), async () => {
      if (step === 0 && shown().path === SOURCE && shown().words === 'Ada') {
        await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
        await accept();
        step = 1;
      } else if (step === 1 && shown().words === 'Hal') {
        await accept();
      }
    });
    equal(left, 0);
    const all = ['Bob', 'Cyd', 'Eve', 'Fay'].map((name) => note(name));
    equal(await read(FILE), file(note('Ada', 'theirs'), ...all, note('Hal', 'our')));
    await eventually('no problem', async () => {
      await extension().exports.ready();
      return !codesOf(FILE).includes('conflict-marker');
    });
    for (let times = 0; times < 3; times++) await run('sourceAnnotator.undo');
    ok((await read(FILE)).includes('<<<<<<< HEAD'), 'each step is undone');
  });

  it('keeps what was decided when the person leaves', async () => {
    await conflict(
      file(note('Ada', 'ours'), note('Hal', 'our')),
      file(note('Ada', 'theirs'), note('Hal', 'their')),
    );
    await marked();
    let isDecided = false;
    const left = await over(run('sourceAnnotator.resolveConflicts', uriOf(FILE)), async () => {
      if (isDecided && shown().words === 'Hal') {
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      } else if (!isDecided && shown().words === 'Ada') {
        await accept();
        isDecided = true;
      }
    });
    equal(left, 1);
    const text = await read(FILE);
    ok(text.includes(note('Ada', 'ours')) && !text.includes('theirs"'), 'the first is decided');
    equal(text.split('<<<<<<<').length, 2, 'The number of parts');
  });

  it('is decided without a question where the choices are given, both versions too', async () => {
    await conflict(
      file(note('Ada', 'ours'), note('Hal', 'our')),
      file(note('Ada', 'theirs'), note('Hal', 'their')),
    );
    await marked();
    const choices = { [idOf('Ada')]: 'both', [idOf('Hal')]: 'theirs' };
    equal(await run('sourceAnnotator.resolveConflicts', { path: FILE, choices }), 0);
    const notes = [...(await annotationsOf(SOURCE)).values()].map((each) => each.note);
    equal(notes.sort(), ['ours', 'their', 'theirs']);
  });

  it('is decided for one side as a whole, in one undo', async () => {
    await conflict(
      file(note('Ada', 'ours'), note('Bob'), note('Hal', 'our')),
      file(note('Ada', 'theirs'), note('Gus'), note('Hal', 'their')),
    );
    await marked();
    equal(await run('sourceAnnotator.resolveConflicts', { path: FILE, choices: 'theirs' }), 0);
    const [bob, gus] = [note('Bob'), note('Gus')];
    equal(await read(FILE), file(note('Ada', 'theirs'), bob, gus, note('Hal', 'their')));
    await run('sourceAnnotator.undo');
    equal((await read(FILE)).split('<<<<<<<').length, 3, 'The number of parts');
  });

  it('asks about what one side removed and the other changed', async () => {
    await conflict(file(note('Hal')), file(note('Ada', 'theirs'), note('Hal')));
    await marked();
    const choices = { [idOf('Ada')]: 'ours' };
    equal(await run('sourceAnnotator.resolveConflicts', { path: FILE, choices }), 0);
    equal(await read(FILE), file(note('Hal')));
  });

  it('is found in an editor that still shows the file as it was before', async () => {
    await open(FILE);
    await conflict(file(note('Ada'), note('Bob'), note('Hal')), file(note('Ada'), note('Gus')));
    equal(await run('sourceAnnotator.repairConflicts'), 0);
    equal(await read(FILE), file(note('Ada'), note('Bob'), note('Gus')));
  });

  it('has quick fixes at its markers', async () => {
    await conflict(
      file(note('Ada', 'ours'), note('Hal')),
      file(note('Ada', 'theirs'), note('Hal')),
    );
    const diagnostic = await marked();
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uriOf(FILE),
      diagnostic.range,
    );
    const titles = actions.map(({ title }) => title);
    for (const title of ['Resolve this conflict…', 'Repair the annotation file']) {
      ok(titles.includes(title), `“${title}” is among ${titles.join('; ')}`);
    }
    const resolving = actions.find(({ title }) => title === 'Resolve this conflict…');
    const given = (resolving?.command?.arguments ?? []) as readonly unknown[];
    equal(await over(run('sourceAnnotator.resolveConflicts', ...given), accept), 0);
    equal(await read(FILE), file(note('Ada', 'ours'), note('Hal')));
  });

  it('is left alone when there is nothing to repair', async () => {
    const before = await read(FILE);
    equal(await run('sourceAnnotator.repairConflicts', uriOf(FILE)), undefined);
    equal(await read(FILE), before);
  });

  /** Commits one text on a branch and another one on its start, and merges the two. */
  async function conflict(ours: string, theirs: string): Promise<void> {
    await write(FILE, theirs);
    const other = await commit('Theirs');
    await git('reset', '--quiet', '--hard', first);
    await write(FILE, ours);
    await commit('Ours');
    await git('merge', '--quiet', other).then(
      () => {
        throw new Error('There is no conflict.');
      },
      () => undefined,
    );
    await extension().exports.ready();
  }
});

/** Waits for the problem at the first marker. */
function marked(): Promise<vscode.Diagnostic> {
  return eventually('the problem at the marker', () =>
    vscode.languages
      .getDiagnostics(uriOf(FILE))
      .find(({ code }) => codeOf(code) === 'conflict-marker'),
  );
}

function codesOf(path: string): readonly string[] {
  return vscode.languages.getDiagnostics(uriOf(path)).map(({ code }) => codeOf(code));
}

function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

async function symbolNames(path: string): Promise<readonly string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uriOf(path),
  );
  return (symbols ?? []).map(({ name }) => name);
}

async function symbolsOf(path: string): Promise<number> {
  return (await symbolNames(path)).length;
}
