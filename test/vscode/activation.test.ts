// The extension activates by itself in a folder with annotations, and reads what is there.

import * as vscode from 'vscode';
import { declaredCommands, extension } from './commands';
import { equal, ok, present } from './expect';
import { annotationsOf, filesUnder, uriOf } from './workspace';

describe('activation', () => {
  it('happens by itself in a folder that has annotations', async () => {
    await extension().activate();
    ok(extension().isActive, 'the extension is active');
  });

  it('registers every command that the manifest declares', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = declaredCommands().filter((command) => !registered.has(command));
    equal(missing, [], 'What is not registered');
  });

  it('reads every entity and every event of the folder', async () => {
    await extension().exports.ready();
    const symbols = present(
      await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        '',
      ),
      'list of symbols',
    );
    const listed = new Set(symbols.map(({ location }) => location.uri.toString()));
    const records = [
      ...(await filesUnder('annotations/entities')),
      ...(await filesUnder('annotations/events')),
    ];
    ok(records.length > 100, 'the corpus has records');
    equal(
      records.filter((path) => !listed.has(uriOf(path).toString())),
      [],
      'What was not read',
    );
  });

  it('finds the place of every annotation of the five sources', async () => {
    const sources = (await filesUnder('seeds')).slice(0, 5);
    equal(sources.length, 5);
    for (const source of sources) {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        uriOf(source),
      );
      equal(countOf(symbols), (await annotationsOf(source)).size, `The outline of ${source}`);
    }
  });
});

function countOf(symbols: readonly vscode.DocumentSymbol[]): number {
  return symbols.reduce((count, { children }) => count + 1 + countOf(children), 0);
}
