// Old revisions of a source, as a diff shows them: they can be read, and are not annotated.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, inside, openNew, pathOf, rangeOf, select } from './editors';
import { eventually } from './eventually';
import { equal, present } from './expect';
import { bytesUnder, uriOf, write } from './workspace';

const SOURCE = 'seeds/revised.txt';

/** The part of the interface of VS Code's own git extension that is used here. */
interface Git {
  getAPI(version: 1): {
    toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
    getRepository(uri: vscode.Uri): { add(paths: string[]): Promise<void> } | null;
  };
}

describe('an old revision of a source', () => {
  let old: vscode.TextDocument;

  before(async () => {
    await extension().exports.ready();
    const editor = await openNew('revised.txt', 'Wang Yi met Kuleba.\n');
    select(editor, 'Wang Yi');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'wang-yi' });
    const git = present(vscode.extensions.getExtension<Git>('vscode.git'), 'git extension');
    const api = (await git.activate()).getAPI(1);
    const repository = await eventually(
      'the repository',
      () => api.getRepository(uriOf(SOURCE)) ?? undefined,
    );
    await repository.add([uriOf(SOURCE).fsPath]);
    await write(SOURCE, 'Yesterday, Wang Yi met Kuleba.\n');
    const uri = api.toGitUri(uriOf(SOURCE), '~');
    old = await eventually('the old text', async () => {
      const document = await vscode.workspace.openTextDocument(uri);
      return document.getText().startsWith('Wang Yi') && document;
    });
  });

  after(closeAll);

  it('has its annotations at the places of its own text', async () => {
    const symbol = await eventually('the annotation', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        old.uri,
      );
      return found?.[0];
    });
    equal(symbol.range, rangeOf(old, 'Wang Yi'));
    const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      old.uri,
      inside(old, 'Wang Yi'),
    );
    equal(link && pathOf(link.targetUri), 'annotations/entities/wang-yi.yaml');
  });

  it('is not annotated: its offsets are not those of the file', async () => {
    const editor = await vscode.window.showTextDocument(old);
    select(editor, 'Kuleba');
    const before = await bytesUnder('annotations');
    equal(await annotate('sourceAnnotator.annotateEntity', { entity: 'dmytro-kuleba' }), []);
    equal(await annotate('sourceAnnotator.annotateNote', { note: 'n' }), []);
    await run('sourceAnnotator.moveAnnotation');
    equal(await bytesUnder('annotations'), before);
  });
});
