// The outline of a source, and finding entities and events by any of their names.

import * as vscode from 'vscode';
import { extension } from './commands';
import { closeAll, pathOf } from './editors';
import { equal, ok, present } from './expect';
import { uriOf } from './workspace';

const SOURCE = 'seeds/000_0edcb852b796c81c.txt';

describe('the outline of a source', () => {
  before(() => extension().exports.ready());

  after(closeAll);

  it('has inner annotations below the ones that contain them, in the order of the text', async () => {
    const symbols = await outline(SOURCE);
    const headline = present(symbols[0], 'first symbol');
    equal(headline.detail, 'Ukraine Wants "Dialogue and Negotiation with Russia" Through China');
    equal(
      headline.children.map(({ name }) => name),
      ['Ukraine', 'Dialogue and Negotiation with Russia', 'China'],
    );
    const [, statement] = headline.children;
    equal(
      statement?.children.map(({ name }) => name),
      ['Russia'],
    );
    const starts = symbols.map(({ range }) => range.start.line);
    equal(
      starts,
      [...starts].sort((a, b) => a - b),
      'The order of the lines',
    );
  });

  it('encloses the children of every symbol', async () => {
    for (const symbol of await outline(SOURCE)) {
      for (const child of symbol.children) {
        ok(symbol.range.contains(child.range), `${symbol.name} contains ${child.name}`);
      }
    }
  });
});

describe('symbols of the workspace', () => {
  it('are found by name', async () => {
    ok(
      (await found('Wang Yi')).has('annotations/entities/wang-yi.yaml'),
      'the person is found by name',
    );
  });

  it('are found by an alias in another script', async () => {
    const symbols = await search('Володимир');
    equal(
      symbols.map(({ name, containerName, location }) => [
        name,
        containerName,
        pathOf(location.uri),
      ]),
      [
        [
          'Володимир Зеленський',
          'Volodymyr Zelenskyy',
          'annotations/entities/volodymyr-zelenskyy.yaml',
        ],
      ],
    );
  });

  it('are events too, found by the words of their titles', async () => {
    const paths = await found('meets Guangzhou');
    ok(paths.has('annotations/events/kuleba-wang-guangzhou-2024.yaml'), 'the meeting is found');
  });
});

async function outline(source: string): Promise<readonly vscode.DocumentSymbol[]> {
  return vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    uriOf(source),
  );
}

async function search(query: string): Promise<readonly vscode.SymbolInformation[]> {
  return vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
}

async function found(query: string): Promise<ReadonlySet<string>> {
  return new Set((await search(query)).map(({ location }) => pathOf(location.uri)));
}
