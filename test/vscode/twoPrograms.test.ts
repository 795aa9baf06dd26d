// The extension and other processes at the same files: only where Node is.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, open, openNew, select } from './editors';
import { eventually } from './eventually';
import { equal, present } from './expect';
import { annotationFileOf, annotationsOf, filesUnder } from './workspace';

const WORDS = Array.from({ length: 12 }, (_, index) => `word${index}`);

/** The command line in a process of its own, with these operations. */
async function onCommandLine(operations: readonly object[]): Promise<void> {
  const folder = present(vscode.workspace.workspaceFolders?.[0], 'workspace folder').uri.fsPath;
  const program = join(extension().extensionPath, 'dist', 'cli.js');
  const child = spawn(process.execPath, [program, 'apply', '-'], {
    cwd: folder,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk) => (complaints += String(chunk)));
  child.stdin.end(operations.map((operation) => `${JSON.stringify(operation)}\n`).join(''));
  const [code] = (await once(child, 'close')) as [number | null];
  equal(code, 0, complaints);
}

describe('two programs at one annotation file', () => {
  before(async () => (await extension().activate()).ready());

  after(closeAll);

  for (const isOpen of [false, true]) {
    it(`lose nothing of each other ${isOpen ? 'with the file in an editor' : 'on disk'}, and see what the other did`, async () => {
      const name = isOpen ? 'both-open.txt' : 'both.txt';
      const source = `seeds/${name}`;
      const editor = await openNew(name, `${WORDS.join(' ')}\n`);
      select(editor, 'word0 ');
      await annotate('sourceAnnotator.annotateNote', { note: 'ours' });
      if (isOpen) await open(annotationFileOf(source));
      const note = (exact: string): object => ({
        op: 'annotate',
        source,
        exact: `${exact} `,
        note: 'theirs',
      });
      const theirs = (async () => {
        for (const word of WORDS.slice(1, 5)) await onCommandLine([note(word)]);
      })();
      let made = 1;
      const ours = (async () => {
        for (const word of WORDS.slice(5, 11)) {
          select(await open(source), `${word} `);
          made += (await annotate('sourceAnnotator.annotateNote', { note: 'ours' })).length;
        }
      })();
      await Promise.all([theirs, ours]);
      equal(made, 7);
      const written = [...(await annotationsOf(source)).values()];
      equal(
        written.map(({ exact, note: by }) => [exact.trim(), by]),
        WORDS.slice(0, 11).map((word, at) => [word, at >= 1 && at < 5 ? 'theirs' : 'ours']),
      );
      await eventually('all of them in the outline', async () => {
        const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
          'vscode.executeDocumentSymbolProvider',
          editor.document.uri,
        );
        return symbols.length === 11;
      });
      const left = (await filesUnder('annotations')).filter((path) => !path.endsWith('.yaml'));
      equal(left, [], 'What is left beside the files');
      for (let step = 0; step < 7; step++) await run('sourceAnnotator.undo');
      equal(
        [...(await annotationsOf(source)).values()].map(({ note: by }) => by),
        ['theirs', 'theirs', 'theirs', 'theirs'],
      );
    });
  }
});
