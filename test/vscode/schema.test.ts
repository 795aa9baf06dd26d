// The schema of the project: set up, changed and broken while it is in use.

import * as vscode from 'vscode';
import { extension, run } from './commands';
import { closeAll, open } from './editors';
import { eventually, over } from './eventually';
import { equal, ok } from './expect';
import { exists, read, remove, uriOf, write } from './workspace';

const SCHEMA = 'annotations/schema.yaml';
const PERSON = 'annotations/entities/schema-rumour.yaml';
const RECORD = 'format: entity/1\nid: schema-rumour\ntype: rumour\nname: "A Rumour"\n';

describe('a change of the schema', () => {
  let original = '';

  before(async () => {
    await extension().activate();
    await extension().exports.ready();
    original = await read(SCHEMA);
    await write(PERSON, RECORD);
    await eventually('a report of the type', () => codes(PERSON).includes('type-unknown'));
  });
  after(async () => {
    await closeAll();
    await write(SCHEMA, original);
    await remove(PERSON);
    await eventually('the reports to go', () => codes(SCHEMA).length === 0);
  });

  it('shows at once, also before it is saved', async () => {
    const editor = await open(SCHEMA);
    await setText(editor, `${original}entityTypes:\n  rumour: { color: red }\n`);
    await eventually('the type to be known', () => !codes(PERSON).includes('type-unknown'));
    ok(editor.document.isDirty, 'nothing is saved');
  });

  it('that is wrong is reported at its line, and the last good schema stays in force', async () => {
    const editor = await open(SCHEMA);
    const good = `${original}entityTypes:\n  rumour: { color: red }\n`;
    await setText(editor, good);
    await eventually('the type to be known', () => !codes(PERSON).includes('type-unknown'));
    for (const [text, code, line] of [
      ['entityTypes:\n  rumour: { parent: rumour }\n', 'schema-cycle', 1],
      ['entityTypes:\n  other: { parent: nothing }\n', 'schema-unknown', 1],
      ['entityTypes:\n  other: { color: gold }\n', 'value-invalid', 1],
      ['entityTypes:\n  other: { color: "red }\n', 'yaml-syntax', undefined],
    ] as const) {
      await setText(editor, original + text);
      const found = await eventually(`a report of ${code}`, () => report(SCHEMA, code));
      if (line !== undefined) {
        equal(found.range.start.line, original.split('\n').length - 1 + line, code);
      }
      equal(
        codes(PERSON).filter((each) => each === 'type-unknown'),
        [],
        `Lost at ${code}`,
      );
    }
  });

  it('that takes a type away lists its uses in both places; a fix declares it again', async () => {
    const editor = await open(SCHEMA);
    await setText(editor, original);
    await eventually('a report of the type', () => codes(PERSON).includes('type-unknown'));
    const found = await eventually('a report in the schema', () => report(SCHEMA, 'type-unknown'));
    ok(found.message.includes('“rumour”') && found.message.includes(PERSON), found.message);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uriOf(SCHEMA),
      found.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const title = 'Declare the entity type “rumour” in the schema';
    const action = actions.find((each) => each.title === title);
    ok(action?.command !== undefined, 'the fix is offered');
    const given: readonly unknown[] = action.command.arguments ?? [];
    equal(await run('sourceAnnotator.applyFix', ...given), true);
    await eventually('the type to be known', () => codes(PERSON).length === 0);
    ok((await read(SCHEMA)).includes('rumour:'), 'it is declared');
  });
});

describe('setting up the annotation folder', () => {
  let original = '';
  before(async () => {
    await extension().activate();
    await extension().exports.ready();
    original = await read(SCHEMA);
    await closeAll();
  });
  after(async () => {
    await closeAll();
    await write(SCHEMA, original);
    await extension().exports.ready();
  });

  it('leaves a schema that is there as it is, and opens it', async () => {
    equal(await run('sourceAnnotator.setUp', { template: 'empty' }), false);
    equal(await read(SCHEMA), original);
    equal(activePath(), SCHEMA);
  });

  it('by keyboard writes the chosen starting point and opens it', async () => {
    await closeAll();
    await remove(SCHEMA);
    const done = over(run('sourceAnnotator.setUp'), () =>
      vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
    );
    equal(await done, true);
    const text = await read(SCHEMA);
    ok(text.startsWith('format: schema/1\n'), 'it is a schema');
    ok(text.includes('sources: ["seeds/**/*.txt"]'), text);
    equal(activePath(), SCHEMA);
    equal(codes(SCHEMA), []);
    await closeAll();
    await run('sourceAnnotator.undo');
    ok(!(await exists(SCHEMA)), 'undo takes it away again');
  });

  it('takes its answers as arguments too', async () => {
    const given = { template: 'ace', sources: ['seeds/**/*.txt'], layout: 'folder' };
    equal(await run('sourceAnnotator.setUp', given), true);
    ok((await read(SCHEMA)).includes('phone-write'), 'the types of ACE are there');
  });
});

async function setText(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  ok(await editor.edit((edit) => edit.replace(all, text)), 'the text is replaced');
}

function activePath(): string {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri === undefined ? '' : vscode.workspace.asRelativePath(uri, false);
}

function report(path: string, code: string): vscode.Diagnostic | undefined {
  return vscode.languages.getDiagnostics(uriOf(path)).find((each) => codeOf(each) === code);
}

function codes(path: string): readonly string[] {
  return vscode.languages.getDiagnostics(uriOf(path)).map(codeOf);
}

function codeOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : '';
}
