// The extension is there and activates in this host. Runs in the Node host and in the web worker.

import * as vscode from 'vscode';

describe('Source Annotator', () => {
  const extension = vscode.extensions.getExtension('source-annotator.source-annotator');

  it('is known to VS Code', () => {
    expectEqual(extension?.id, 'source-annotator.source-annotator');
  });

  it('activates', async () => {
    await extension?.activate();
    expectEqual(extension?.isActive, true);
  });

  it('registers every command that its manifest declares', async () => {
    const registered = await vscode.commands.getCommands(true);
    const manifest: unknown = extension?.packageJSON;
    expectEqual(
      declaredCommands(manifest).filter((command) => !registered.includes(command)),
      [],
    );
  });

  it('sees the five sources of the corpus', async () => {
    const sources = await vscode.workspace.findFiles('seeds/*.txt');
    expectEqual(sources.length, 5);
  });
});

interface Manifest {
  readonly contributes?: { readonly commands?: readonly { readonly command: string }[] };
}

function declaredCommands(manifest: unknown): readonly string[] {
  const { contributes } = manifest as Manifest;
  return contributes?.commands?.map(({ command }) => command) ?? [];
}

/** A web worker has no `node:assert`. */
function expectEqual(actual: unknown, expected: unknown): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`Expected ${wanted}, found ${found}.`);
}
