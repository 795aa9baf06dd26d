// A working day with the five sources: whatever happens to them, every annotation of the corpus is
// still on its passage.

import * as vscode from 'vscode';
import { extension } from './commands';
import { closeAll, open, rangeOf } from './editors';
import { eventually } from './eventually';
import { equal, ok, present } from './expect';
import { commit, git } from './git';
import { exists, filesUnder, read, uriOf, write } from './workspace';

const EDITED = 'seeds/000_0edcb852b796c81c.txt';
const RENAMED = 'seeds/001_0eb4975a21467d31.txt';
const NEW_NAME = 'seeds/2024/renamed.txt';
const MERGED = 'seeds/002_15b6d9104ddf7dd9.txt';
const UNPLACED = ['orphaned', 'ambiguous', 'similar', 'source-missing', 'source-moved'];

describe('a day with the five sources', () => {
  let start = '';
  let sources: readonly string[] = [];
  const passages = new Map<string, readonly string[]>();

  before(async () => {
    await extension().exports.ready();
    start = await git('rev-parse', 'HEAD');
    sources = await filesUnder('seeds');
    equal(sources.length, 5, 'The number of sources');
    for (const source of sources) passages.set(source, await passagesOf(source));
    const all = [...passages.values()].flat().length;
    ok(all > 700, `the corpus has its annotations, not ${all}`);
  });

  after(async () => {
    await closeAll();
    await git('switch', '--quiet', '--force', 'main');
    await git('reset', '--quiet', '--hard', start);
    await git('branch', '--quiet', '-D', 'side');
    await extension().exports.ready();
  });

  it('edits a source and saves it', async () => {
    const editor = await open(EDITED);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'Read on the train. 🚆\n\n');
      edit.replace(rangeOf(editor.document, 'met with'), 'saw');
    });
    ok(await editor.document.save(), 'the source is saved');
    const words = present(passages.get(EDITED), 'passages');
    passages.set(
      EDITED,
      words.map((each) => each.replaceAll('met with Wang Yi', 'saw Wang Yi')),
    );
    await everyPassageIsThere();
    await closeAll();
    await commit('Edit');
    await everyPassageIsThere();
  });

  it('checks an older commit out, and comes back', async () => {
    const now = present(passages.get(EDITED), 'passages');
    passages.set(
      EDITED,
      now.map((each) => each.replaceAll('saw Wang Yi', 'met with Wang Yi')),
    );
    await git('checkout', '--quiet', start);
    await everyPassageIsThere();
    passages.set(EDITED, now);
    await git('switch', '--quiet', 'main');
    await everyPassageIsThere();
  });

  it('renames a source', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uriOf(RENAMED), uriOf(NEW_NAME));
    ok(await vscode.workspace.applyEdit(edit), 'the source is renamed');
    passages.set(NEW_NAME, present(passages.get(RENAMED), 'passages'));
    passages.delete(RENAMED);
    await eventually('its annotation file', () => exists(`annotations/${NEW_NAME}.ann.yaml`));
    await everyPassageIsThere();
    await commit('Rename');
  });

  it('merges a branch that changed a source by another program', async () => {
    await git('switch', '--quiet', '--create', 'side', start);
    const text = await read(MERGED);
    const middle = text.indexOf('\n\n', text.length / 2);
    await write(
      MERGED,
      `A line above.\n\n${text.slice(0, middle)}\n\nA paragraph between.${text.slice(middle)}`,
    );
    await commit('Aside');
    await git('switch', '--quiet', 'main');
    await git('merge', '--quiet', '--no-edit', 'side');
    await everyPassageIsThere();
    await eventually('every passage to have its place', () => {
      const missing = unplaced();
      if (missing.length > 0) throw new Error(missing.join(', '));
      return true;
    });
  });

  async function everyPassageIsThere(): Promise<void> {
    for (const [source, expected] of passages) {
      let now: readonly string[] = [];
      try {
        await eventually(`the passages of ${source}`, async () => {
          now = await passagesOf(source);
          return now.join('|') === expected.join('|');
        });
      } catch (error) {
        equal(now, expected, String(error));
      }
    }
  }
});

/** The words of every passage that has a place, in their order. */
async function passagesOf(source: string): Promise<readonly string[]> {
  const document = await vscode.workspace.openTextDocument(uriOf(source));
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const words = (symbols: readonly vscode.DocumentSymbol[]): readonly string[] =>
    symbols.flatMap(({ name, range, children }) => [
      `${document.getText(range)} (${name})`,
      ...words(children),
    ]);
  return words(found ?? []);
}

/** Where the Problems panel misses a passage or a source. */
function unplaced(): readonly string[] {
  return vscode.languages
    .getDiagnostics()
    .flatMap(([{ path }, each]) => each.map(({ code }) => `${codeOf(code)} ${path}`))
    .filter((each) => UNPLACED.includes(each.split(' ')[0] ?? ''));
}

function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
