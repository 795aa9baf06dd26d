// Editing the YAML itself: completion, hover, and what is reported while one types.

import * as vscode from 'vscode';
import { extension } from './commands';
import { closeAll, open } from './editors';
import { eventually } from './eventually';
import { equal, ok } from './expect';
import { read, remove, uriOf, write } from './workspace';

const EVENT = 'annotations/events/yaml-typed.yaml';
const ENTITY = 'annotations/entities/yaml-typed-person.yaml';

const TEXT = `format: event/1
id: yaml-typed
type: consult
title: "Typed"
date: "2023-04-26"
participants:
  - { role: actor, entity: wang-yi }
`;

describe('an event in its YAML', () => {
  before(async () => {
    await extension().activate();
    await extension().exports.ready();
    await write(EVENT, TEXT);
  });
  after(async () => {
    await closeAll();
    await remove(EVENT);
  });

  it('offers entities by their names, and takes the id in the place of what was typed', async () => {
    const editor = await open(EVENT);
    await type(editor, '\n  - { role: recipient, entity: Kuleb');
    const list = await completions(editor);
    equal(list[0]?.label, 'dmytro-kuleba');
    ok((list[0]?.description ?? '').includes('Dmytro Kuleba'), 'the name stands beside the id');
    await accept('dmytro-kuleba');
    const line = await eventually('the id', () => lineWith(editor, 'recipient'));
    equal(line, '  - { role: recipient, entity: dmytro-kuleba');
  });

  it('reports what is wrong while the file is not saved, and takes it back', async () => {
    const editor = await open(EVENT);
    await type(editor, ' }\nplace: nobody-yaml\nmode: phne');
    await eventually('a report of the mode', () => codes(EVENT).includes('mode-unknown'));
    ok(editor.document.isDirty, 'nothing is saved');
    ok(!(await read(EVENT)).includes('phne'), 'the file on disk is as it was');
    await replace(editor, 'phne', 'phone');
    await eventually('the report to go', () => !codes(EVENT).includes('mode-unknown'));
  });

  it('offers modes, roles and keys while the YAML is broken', async () => {
    const editor = await open(EVENT);
    await type(editor, '\nnote: "never closed\nsta');
    await eventually('a report of the syntax', () => codes(EVENT).includes('yaml-syntax'));
    ok(labels(await completions(editor)).includes('status'), 'keys are offered');
    await type(editor, 'tus: ');
    equal(labels(await completions(editor)), [
      'occurred',
      'planned',
      'claimed',
      'hypothetical',
      'denied',
    ]);
    const at = rangeIn(editor.document, 'mode: phone').end;
    ok(labels(await completions(editor, at)).includes('phone'), 'modes are offered');
  });

  it('says what a key, a date, a role, a type and an id are', async () => {
    await closeAll();
    const editor = await open(EVENT);
    const { document } = editor;
    ok((await hover(document, 'participants')).includes('took part'), 'a key');
    ok((await hover(document, '2023-04-26')).includes('26 April 2023'), 'a date');
    ok((await hover(document, 'actor')).includes('person'), 'a role');
    ok((await hover(document, 'consult')).includes('Talks with somebody'), 'a type');
    ok((await hover(document, 'wang-yi')).includes('Wang Yi'), 'an id');
  });
});

describe('an entity in its YAML', () => {
  before(async () => {
    await extension().activate();
    await extension().exports.ready();
  });
  after(async () => {
    await closeAll();
    await remove(ENTITY);
  });

  it('is written from nothing by completion', async () => {
    await write(ENTITY, '');
    const editor = await open(ENTITY);
    const keys = labels(await completions(editor));
    equal(keys.slice(0, 4), ['format', 'id', 'type', 'name']);
    await type(editor, 'format: entity/1\nid: yaml-typed-person\ntype: pers');
    equal(labels(await completions(editor)), ['person']);
    await accept('person');
    await type(editor, '\nname: "Typed Person"\nlinks: { wikidata: x }\n');
    await eventually('the report of the link', () => codes(ENTITY).includes('link-invalid'));
    await editor.document.save();
    equal(codes(ENTITY), ['link-invalid']);
  });
});

interface Shown {
  readonly label: string;
  readonly description: string | undefined;
}

/** What the extension offers at the caret, in its order. */
async function completions(
  editor: vscode.TextEditor,
  position = editor.selection.active,
): Promise<readonly Shown[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    position,
  );
  return items
    .filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet)
    .filter(({ sortText }) => /^\d{4}$/.test(sortText ?? ''))
    .toSorted((a, b) => Number(a.sortText) - Number(b.sortText))
    .map(({ label }) =>
      typeof label === 'string'
        ? { label, description: undefined }
        : { label: label.label, description: label.description },
    );
}

function labels(list: readonly Shown[]): readonly string[] {
  return list.map(({ label }) => label);
}

/** Asks for suggestions as Ctrl+Space does, and takes the first until the line has the word. */
async function accept(word: string): Promise<void> {
  await eventually(`“${word}” to be taken`, async () => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return false;
    const line = editor.document.lineAt(editor.selection.active.line).text;
    if (line.endsWith(word)) return true;
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    return false;
  });
}

/** Puts the caret at the end and inserts there, as one who types would see it. */
async function type(editor: vscode.TextEditor, words: string): Promise<void> {
  const { document } = editor;
  const end = document.positionAt(document.getText().trimEnd().length);
  const isNew = words.startsWith('\n');
  const isDone = await editor.edit((edit) => {
    const rest = new vscode.Range(end, document.positionAt(document.getText().length));
    const kept = isNew ? '' : document.getText(rest).replace(/\n$/, '');
    edit.replace(rest, kept.trimStart() === '' && /\s$/.test(kept) ? kept + words : words);
  });
  ok(isDone, 'the words are inserted');
  const caret = document.positionAt(document.getText().length);
  editor.selection = new vscode.Selection(caret, caret);
}

async function replace(editor: vscode.TextEditor, words: string, by: string): Promise<void> {
  const range = rangeIn(editor.document, words);
  ok(await editor.edit((edit) => edit.replace(range, by)), 'the words are replaced');
}

function rangeIn(document: vscode.TextDocument, words: string): vscode.Range {
  const at = document.getText().indexOf(words);
  if (at === -1) throw new Error(`“${words}” is not there.`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

function lineWith(editor: vscode.TextEditor, words: string): string | undefined {
  return editor.document
    .getText()
    .split('\n')
    .find((line) => line.includes(words));
}

async function hover(document: vscode.TextDocument, words: string): Promise<string> {
  const { start } = rangeIn(document, words);
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    start.translate(0, 1),
  );
  return found
    .flatMap(({ contents }) => contents)
    .map((each) => (each instanceof vscode.MarkdownString ? each.value : ''))
    .join('\n')
    .replaceAll('\\', '');
}

function codes(path: string): readonly string[] {
  return vscode.languages
    .getDiagnostics(uriOf(path))
    .map(({ code }) => (typeof code === 'object' ? String(code.value) : ''));
}
