// Passages of an open source while it is edited, replaced from outside and saved.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, openNew, rangeOf, select } from './editors';
import { eventually, pause } from './eventually';
import { equal } from './expect';
import { annotationFileOf, annotationsOf, read, write } from './workspace';

const TEXT = `Wang Yi met Dmytro Kuleba in Guangzhou on Wednesday.

They spoke for several hours about the war, and later Kuleba gave a short statement.

Afterwards Wang Yi left the city for Beijing without another word.
`;

let number = 0;

/** A source with four mentions of its own. */
async function openSource(
  text = TEXT,
): Promise<{ readonly editor: vscode.TextEditor; readonly path: string }> {
  number += 1;
  const name = `living-${number}.txt`;
  const editor = await openNew(name, text);
  for (const [words, occurrence, entity] of [
    ['Wang Yi', 1, 'wang-yi'],
    ['Dmytro Kuleba', 1, 'dmytro-kuleba'],
    ['Kuleba', 2, 'dmytro-kuleba'],
    ['Wang Yi', 2, 'wang-yi'],
  ] as const) {
    select(editor, words, occurrence);
    await annotate('sourceAnnotator.annotateEntity', { entity });
  }
  await passagesAre(editor.document, ['Wang Yi', 'Dmytro Kuleba', 'Kuleba', 'Wang Yi']);
  return { editor, path: `seeds/${name}` };
}

/** The words of the passages that have a place, in their order, as the outline has them. */
async function passages(document: vscode.TextDocument): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return (found ?? []).map(({ range }) => document.getText(range));
}

async function passagesAre(document: vscode.TextDocument, words: readonly string[]): Promise<void> {
  let now: readonly string[] = [];
  try {
    await eventually(`the passages ${words.join(', ')}`, async () => {
      now = await passages(document);
      return now.join('|') === words.join('|');
    });
  } catch (error) {
    equal(now, words, String(error));
  }
}

async function replace(
  editor: vscode.TextEditor,
  ...replacements: readonly (readonly [vscode.Range | vscode.Position, string])[]
): Promise<void> {
  await editor.edit((builder) => {
    for (const [range, text] of replacements) builder.replace(range, text);
  });
}

/** The records of an annotation file, as they are written. */
async function recordsOf(path: string): Promise<readonly string[]> {
  const text = await read(annotationFileOf(path));
  return text.split(/^(?= {2}a-)/m).slice(1);
}

describe('passages of an open source', () => {
  before(async () => {
    await extension().exports.ready();
  });

  afterEach(closeAll);

  it('are stretched by typing inside them and not at their edges', async () => {
    const { editor } = await openSource();
    const first = rangeOf(editor.document, 'Wang Yi');
    await replace(editor, [first.end, '!']);
    await replace(editor, [first.start, '“']);
    await replace(editor, [rangeOf(editor.document, 'Dmytro ').end, 'Ivanovych ']);
    await passagesAre(editor.document, ['Wang Yi', 'Dmytro Ivanovych Kuleba', 'Kuleba', 'Wang Yi']);
  });

  it('go with what is deleted and come back with undo', async () => {
    const { editor } = await openSource();
    editor.selection = new vscode.Selection(
      rangeOf(editor.document, 'Kuleba').end,
      rangeOf(editor.document, 'Kuleba').end,
    );
    for (let times = 0; times < 'Dmytro Kuleba'.length; times++) {
      await vscode.commands.executeCommand('deleteLeft');
    }
    await passagesAre(editor.document, ['Wang Yi', 'Kuleba', 'Wang Yi']);
    await vscode.commands.executeCommand('undo');
    await passagesAre(editor.document, ['Wang Yi', 'Dmytro Kuleba', 'Kuleba', 'Wang Yi']);
    await vscode.commands.executeCommand('redo');
    await passagesAre(editor.document, ['Wang Yi', 'Kuleba', 'Wang Yi']);
  });

  it('are taken along by cutting and pasting', async () => {
    const { editor } = await openSource();
    const last = 'Afterwards Wang Yi left the city for Beijing without another word.\n';
    await replace(editor, [rangeOf(editor.document, last), '']);
    await passagesAre(editor.document, ['Wang Yi', 'Dmytro Kuleba', 'Kuleba']);
    await replace(editor, [new vscode.Position(0, 0), last]);
    await passagesAre(editor.document, ['Wang Yi', 'Wang Yi', 'Dmytro Kuleba', 'Kuleba']);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    await passagesAre(editor.document, ['Wang Yi', 'Dmytro Kuleba', 'Kuleba', 'Wang Yi']);
  });

  it('are taken along by moving their line', async () => {
    const { editor } = await openSource();
    const line = rangeOf(editor.document, 'Afterwards').start;
    editor.selection = new vscode.Selection(line, line);
    for (let times = 0; times < 4; times++) {
      await vscode.commands.executeCommand('editor.action.moveLinesUpAction');
    }
    await passagesAre(editor.document, ['Wang Yi', 'Wang Yi', 'Dmytro Kuleba', 'Kuleba']);
    equal(editor.document.lineAt(0).text.startsWith('Afterwards'), true);
  });

  it('keep names that are corrected everywhere at once', async () => {
    const { editor } = await openSource();
    const { document } = editor;
    await replace(
      editor,
      [rangeOf(document, 'Kuleba', 1), 'Kulebba'],
      [rangeOf(document, 'Kuleba', 2), 'Kulebba'],
    );
    await passagesAre(document, ['Wang Yi', 'Dmytro Kulebba', 'Kulebba', 'Wang Yi']);
  });

  it('are found again when another program replaces the file', async () => {
    const { editor, path } = await openSource();
    await write(
      path,
      `A new first paragraph about Wang Yi.\n\n${TEXT.replace('several', 'many').replace('short', 'long')}`,
    );
    await eventually('the new text', () => editor.document.getText().startsWith('A new'));
    await passagesAre(editor.document, ['Wang Yi', 'Dmytro Kuleba', 'Kuleba', 'Wang Yi']);
    const [first] = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    );
    equal(first?.range, rangeOf(editor.document, 'Wang Yi', 2));
    await write(path, TEXT);
    await eventually('the old text', () => editor.document.getText() === TEXT);
    await passagesAre(editor.document, ['Wang Yi', 'Dmytro Kuleba', 'Kuleba', 'Wang Yi']);
  });

  it('have places in UTF-16 in a text with CRLF and emoji', async () => {
    const { editor } = await openSource(`😀 Hello 👩‍👩‍👧\n\n${TEXT}`.replaceAll('\n', '\r\n'));
    const { document } = editor;
    equal(document.eol, vscode.EndOfLine.CRLF);
    await replace(editor, [new vscode.Position(1, 0), '🇺🇦\r\n\r\n']);
    await replace(editor, [rangeOf(document, 'Dmytro ').end, '👍🏽\r\n']);
    await passagesAre(document, ['Wang Yi', 'Dmytro 👍🏽\r\nKuleba', 'Kuleba', 'Wang Yi']);
    await replace(
      editor,
      [rangeOf(document, 'Guangzhou'), 'Kyiv'],
      [rangeOf(document, 'spoke'), ''],
    );
    await passagesAre(document, ['Wang Yi', 'Dmytro 👍🏽\r\nKuleba', 'Kuleba', 'Wang Yi']);
    await editor.edit((builder) => {
      builder.setEndOfLine(vscode.EndOfLine.LF);
    });
    await passagesAre(document, ['Wang Yi', 'Dmytro 👍🏽\nKuleba', 'Kuleba', 'Wang Yi']);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    await passagesAre(document, ['Wang Yi', 'Dmytro 👍🏽\r\nKuleba', 'Kuleba', 'Wang Yi']);
  });
});

describe('saving a source', () => {
  afterEach(closeAll);

  it('changes no byte of its annotations for a paragraph above them', async () => {
    const { editor, path } = await openSource();
    const file = annotationFileOf(path);
    const before = await read(file);
    await replace(editor, [new vscode.Position(0, 0), 'A paragraph that is new.\n\n']);
    await editor.document.save();
    await pause(400);
    equal(await read(file), before);
  });

  it('writes anew only the annotation whose words or context changed', async () => {
    const { editor, path } = await openSource();
    const before = await recordsOf(path);
    await replace(editor, [rangeOf(editor.document, 'later Kuleba').end, ' himself']);
    await editor.document.save();
    const after = await eventually('the new context', async () => {
      const records = await recordsOf(path);
      return records[2]?.includes('himself') === true && records;
    });
    equal([after[0], after[1], after[3]], [before[0], before[1], before[3]]);
    const written = [...(await annotationsOf(path)).values()][2];
    const text = editor.document.getText();
    equal(text.slice(written?.start, written?.end), 'Kuleba');
    await passagesAre(editor.document, ['Wang Yi', 'Dmytro Kuleba', 'Kuleba', 'Wang Yi']);
  });

  it('writes the new words of a passage, and undo of the annotation before it takes both back', async () => {
    const { editor, path } = await openSource();
    const before = await recordsOf(path);
    select(editor, 'Beijing');
    await annotate('sourceAnnotator.annotateNote', { note: 'The capital.' });
    await replace(editor, [rangeOf(editor.document, 'Dmytro ').end, 'I. ']);
    await editor.document.save();
    await eventually('the new words', async () =>
      (await recordsOf(path))[1]?.includes('"Dmytro I. Kuleba"'),
    );
    await run('sourceAnnotator.undo');
    equal(await recordsOf(path), before);
    await passagesAre(editor.document, ['Wang Yi', 'Dmytro I. Kuleba', 'Kuleba', 'Wang Yi']);
  });

  it('leaves a passage that was deleted as its file had it', async () => {
    const { editor, path } = await openSource();
    const before = await recordsOf(path);
    await replace(editor, [rangeOf(editor.document, 'Kuleba', 2), '']);
    await editor.document.save();
    await pause(400);
    equal(await recordsOf(path), before);
    await vscode.commands.executeCommand('undo');
    await passagesAre(editor.document, ['Wang Yi', 'Dmytro Kuleba', 'Kuleba', 'Wang Yi']);
  });
});
