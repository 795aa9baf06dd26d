// Going through the suggestions of a source: each is decided with one key, and what was rejected stays away.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, openNew, putCaretIn, select, shown } from './editors';
import { eventually, over, pause } from './eventually';
import { equal, ok, present } from './expect';
import {
  annotationFileOf,
  annotationsOf,
  bytesUnder,
  exists,
  read,
  readYaml,
  remove,
  write,
} from './workspace';

const TEXT = [
  'Wang Yi came to Kyiv on 3 May 2024.',
  'Minister Zoltan Brankovar met Wang Yi there.',
  'Later Zoltan Brankovar went to Beijing with Wang Yi.',
  '',
].join('\n');

describe('going through the suggestions of a source', () => {
  before(() => extension().exports.ready());

  afterEach(async () => {
    await run('sourceAnnotator.leaveSuggestions');
    await closeAll();
  });

  it('selects the next one from the cursor, and leads around with Tab', async () => {
    const editor = await openNew('suggest-walk.txt', TEXT);
    select(editor, 'there');
    equal(await run('sourceAnnotator.goThroughSuggestions'), true);
    equal(words(), 'Zoltan Brankovar');
    await run('sourceAnnotator.nextSuggestion');
    equal(words(), 'Beijing');
    await run('sourceAnnotator.nextSuggestion');
    equal(words(), 'Wang Yi');
    await run('sourceAnnotator.nextSuggestion');
    equal([words(), line()], ['Wang Yi', 0], 'The first one after the last');
    await run('sourceAnnotator.previousSuggestion');
    equal([words(), line()], ['Wang Yi', 2], 'The last one before the first');
    ok(!(await exists(annotationFileOf('seeds/suggest-walk.txt'))), 'nothing was written');
  });

  it('accepts one after the other, and undo takes each back', async () => {
    const source = 'seeds/suggest-accept.txt';
    await openNew('suggest-accept.txt', TEXT);
    const before = await bytesUnder('annotations');
    await run('sourceAnnotator.goThroughSuggestions');
    await accept();
    equal(await entities(source), [['Wang Yi', 'wang-yi']]);
    equal(words(), 'Kyiv', 'What comes next');
    await accept();
    equal(words(), '3 May 2024', 'What comes after that');
    await accept();
    const [, , time] = [...(await annotationsOf(source)).values()];
    equal([time?.exact, time?.type, time?.value], ['3 May 2024', 'time', '2024-05-03']);
    await run('sourceAnnotator.undo');
    await run('sourceAnnotator.undo');
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
    await run('sourceAnnotator.previousSuggestion');
    equal(words(), '3 May 2024', 'What was undone is suggested again');
  });

  it('accepts all of a kind in one step of undo', async () => {
    const source = 'seeds/suggest-all.txt';
    await openNew('suggest-all.txt', TEXT);
    const before = await bytesUnder('annotations');
    await run('sourceAnnotator.goThroughSuggestions');
    await run('sourceAnnotator.acceptAllSuggestions');
    equal(
      await entities(source),
      ['Wang Yi', 'Wang Yi', 'Wang Yi'].map((name) => [name, 'wang-yi']),
    );
    equal(words(), 'Kyiv');
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });

  it('makes the entity of an unknown name, once for all its mentions', async () => {
    const source = 'seeds/suggest-unknown.txt';
    const editor = await openNew('suggest-unknown.txt', TEXT);
    select(editor, 'Zoltan');
    await run('sourceAnnotator.goThroughSuggestions');
    equal(words(), 'Zoltan Brankovar');
    await over(run('sourceAnnotator.acceptAllSuggestions'), enter);
    const record = (await readYaml('annotations/entities/zoltan-brankovar.yaml')) as {
      readonly type: string;
      readonly name: string;
    };
    equal([record.type, record.name], ['person', 'Zoltan Brankovar']);
    equal(
      await entities(source),
      ['Zoltan Brankovar', 'Zoltan Brankovar'].map((name) => [name, 'zoltan-brankovar']),
    );
    await run('sourceAnnotator.undo');
    ok(!(await exists('annotations/entities/zoltan-brankovar.yaml')), 'undo takes the record back');
  });

  it('accepts as something else, which is asked', async () => {
    const source = 'seeds/suggest-as.txt';
    const editor = await openNew('suggest-as.txt', 'They came to Kyiv yesterday, and left Kyiv.\n');
    select(editor, 'Kyiv');
    await run('sourceAnnotator.goThroughSuggestions');
    const asked = run('sourceAnnotator.acceptSuggestionAs');
    await over(asked, enter);
    equal(await entities(source), [['Kyiv', 'kyiv']]);
    ok(shown().words === 'yesterday' || shown().words === 'Kyiv', 'the next one is asked');
  });

  it('asks which entity a shared name means', async () => {
    await write(
      'annotations/entities/suggest-shared-one.yaml',
      'format: entity/1\nid: suggest-shared-one\ntype: place\nname: Quxville\n',
    );
    await write(
      'annotations/entities/suggest-shared-two.yaml',
      'format: entity/1\nid: suggest-shared-two\ntype: person\nname: Quxville\n',
    );
    await extension().exports.ready();
    const source = 'seeds/suggest-shared.txt';
    const editor = await openNew('suggest-shared.txt', 'They saw Quxville again.\n');
    select(editor, 'They');
    await run('sourceAnnotator.goThroughSuggestions');
    equal(words(), 'Quxville');
    await over(run('sourceAnnotator.acceptSuggestion'), enter);
    const [[name, entity] = []] = await entities(source);
    equal(name, 'Quxville');
    ok(/^suggest-shared-(one|two)$/.test(entity ?? ''), 'one of the two is taken');
    await run('sourceAnnotator.undo');
    await remove('annotations/entities/suggest-shared-one.yaml');
    await remove('annotations/entities/suggest-shared-two.yaml');
    await extension().exports.ready();
  });

  it('never makes a rejected suggestion again, until that is undone', async () => {
    const source = 'seeds/suggest-reject.txt';
    const editor = await openNew('suggest-reject.txt', TEXT);
    await run('sourceAnnotator.goThroughSuggestions');
    equal([words(), line()], ['Wang Yi', 0]);
    const [id] = await annotate('sourceAnnotator.rejectSuggestion');
    equal([words(), line()], ['Kyiv', 0], 'What comes next');
    const file = (await readYaml(annotationFileOf(source))) as {
      readonly rejected: Readonly<
        Record<string, { readonly exact: string; readonly entity: string }>
      >;
    };
    const rejected = present(file.rejected[id ?? ''], 'rejection');
    equal([rejected.exact, rejected.entity], ['Wang Yi', 'wang-yi']);

    await run('sourceAnnotator.reload');
    equal(await first(editor), 'Kyiv', 'The first one after a reload');

    await run('sourceAnnotator.leaveSuggestions');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'It is said: '));
    equal(await first(editor), 'Kyiv', 'The first one after an edit');

    await run('sourceAnnotator.restoreSuggestion', { source, id });
    equal(await first(editor), 'Wang Yi', 'The first one when it may be made again');
    await run('sourceAnnotator.undo');
    equal(await first(editor), 'Kyiv');
    await run('sourceAnnotator.undo');
    equal(await first(editor), 'Wang Yi');
  });

  it('ends when the cursor is moved: then the key is about what is at the cursor', async () => {
    const editor = await openNew('suggest-ends.txt', TEXT);
    await run('sourceAnnotator.goThroughSuggestions');
    await vscode.commands.executeCommand('cursorBottom');
    await eventually('the cursor to be at the end', () => editor.selection.active.line === 3);
    equal(await annotate('sourceAnnotator.acceptSuggestion'), []);
    putCaretIn(editor, 'Beijing');
    await accept();
    equal(await entities('seeds/suggest-ends.txt'), [['Beijing', 'beijing']]);
    ok(editor.selection.isEmpty, 'the cursor stays where it is');
    await run('sourceAnnotator.goThroughSuggestions');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'So '));
    putCaretIn(editor, 'there');
    equal(await annotate('sourceAnnotator.acceptSuggestion'), []);
  });

  it('takes no key for another suggestion when all are decided', async () => {
    const text = 'Wang Yi came.\n';
    const editor = await openNew('suggest-last.txt', text);
    await run('sourceAnnotator.goThroughSuggestions');
    await accept();
    equal(await annotate('sourceAnnotator.acceptSuggestion'), []);
    equal(editor.document.getText(), text);
    equal((await annotationsOf('seeds/suggest-last.txt')).size, 1);
  });
});

describe('suggestions of the sidebar', () => {
  before(() => extension().exports.ready());

  after(closeAll);

  it('are accepted and rejected by their passages, several in one step of undo', async () => {
    const source = 'seeds/suggest-nodes.txt';
    await openNew('suggest-nodes.txt', TEXT);
    const before = await bytesUnder('annotations');
    const at = (name: string, from = 0): { start: number; end: number; words: string } => {
      const start = TEXT.indexOf(name, from);
      return { start, end: start + name.length, words: name };
    };
    await run('sourceAnnotator.acceptSuggestion', {
      source,
      passages: [at('Wang Yi'), at('Kyiv')],
    });
    equal(await entities(source), [
      ['Wang Yi', 'wang-yi'],
      ['Kyiv', 'kyiv'],
    ]);
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
    await run('sourceAnnotator.openSuggestion', { source, passages: [at('Beijing')] });
    equal(words(), 'Beijing');
    await run('sourceAnnotator.rejectSuggestion', { source, passages: [at('Beijing')] });
    equal(
      await annotate('sourceAnnotator.acceptSuggestion', { source, passages: [at('Beijing')] }),
      [],
    );
    equal((await annotationsOf(source)).size, 0);
  });

  it('can be turned off and on', async () => {
    const value = (): unknown =>
      vscode.workspace.getConfiguration('sourceAnnotator').get('suggestions.enabled');
    equal(value(), true);
    await run('sourceAnnotator.toggleSuggestions');
    await eventually('the setting to change', () => value() === false);
    await run('sourceAnnotator.toggleSuggestions');
    await eventually('the setting to change back', () => value() === true);
  });
});

describe('the body of a source', () => {
  before(() => extension().exports.ready());

  after(closeAll);

  it('is proposed, saved, and what it leaves out is not suggested', async () => {
    const source = 'seeds/suggest-body.txt';
    const article = 'Wang Yi came to Kyiv on Monday, and he met the minister there for an hour.';
    const menu = ['Home', 'World', 'Beijing', 'Sport', 'Opinion', 'Subscribe', 'Log in', 'Search'];
    const text = `${menu.join('\n')}\n\n${article}\n${article}\n${article}\n`;
    const editor = await openNew('suggest-body.txt', text);
    equal(await first(editor), 'Beijing', 'The first suggestion without a body');
    const body = await run('sourceAnnotator.proposeBody', { path: source, accept: 'proposed' });
    const file = (await readYaml(annotationFileOf(source))) as {
      readonly source: { readonly body: readonly (readonly [number, number])[] };
    };
    equal(file.source.body, body);
    equal(await first(editor), 'Wang Yi', 'The first suggestion of the body');
    await over(run('sourceAnnotator.proposeBody', { path: source }), enter);
    equal((await read(annotationFileOf(source))).includes('body'), true);
    await run('sourceAnnotator.undo');
  });
});

async function accept(): Promise<void> {
  const ids = await annotate('sourceAnnotator.acceptSuggestion');
  equal(ids.length, 1, 'The number of annotations');
}

/** The words of the first suggestion of the source. */
async function first(editor: vscode.TextEditor): Promise<string> {
  await run('sourceAnnotator.leaveSuggestions');
  const start = new vscode.Position(0, 0);
  editor.selection = new vscode.Selection(start, start);
  await run('sourceAnnotator.goThroughSuggestions');
  return words();
}

/** What is selected. */
function words(): string {
  return shown().words;
}

function line(): number {
  return present(vscode.window.activeTextEditor, 'active editor').selection.start.line;
}

async function entities(source: string): Promise<readonly (readonly (string | undefined)[])[]> {
  const written = [...(await annotationsOf(source)).values()];
  return written.map(({ exact, entity }) => [exact, entity]);
}

/** Enter in the list, where one is shown yet. */
async function enter(): Promise<void> {
  await pause(50);
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}
