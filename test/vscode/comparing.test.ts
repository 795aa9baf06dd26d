// Two annotators: each alone while others' annotations are hidden, then compared and decided on.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, inside, open, openNew, putCaretIn, select, shown } from './editors';
import { eventually } from './eventually';
import { equal, ok, present } from './expect';
import { commit, git } from './git';
import { annotationFileOf, annotationsOf, read, write } from './workspace';

const SOURCE = 'seeds/compared.txt';
const TEXT = 'Wang Yi met Kuleba in Beijing. Later Wang Yi left for Kyiv, she said.\n';

describe('two annotators', () => {
  let first = '';
  /** Ids by what they are. */
  const ids = { annaWang: '', borisWang: '', annaKuleba: '', borisKuleba: '', anna: '', boris: '' };

  before(async () => {
    await extension().exports.ready();
    first = await git('rev-parse', 'HEAD');
    const editor = await openNew('compared.txt', TEXT);
    const mention = async (words: string, entity: string): Promise<string> => {
      select(editor, words);
      const [id] = await annotate('sourceAnnotator.annotateEntity', { entity });
      return present(id, 'id');
    };
    const note = async (words: string): Promise<string> => {
      select(editor, words);
      const [id] = await annotate('sourceAnnotator.annotateNote', { note: `Why “${words}”?` });
      return present(id, 'id');
    };
    await setting('annotator', 'anna');
    ids.annaWang = await mention('Wang Yi', 'wang-yi');
    ids.annaKuleba = await mention('Kuleba', 'dmytro-kuleba');
    ids.anna = await note('Beijing');
    // Another person does not see these, and annotates on their own.
    await setting('annotator', 'boris');
    await setting('annotators.show', 'mine');
    ids.borisWang = await mention('Wang Yi', 'wang-yi');
    ids.borisKuleba = await mention('Kuleba', 'xi-jinping');
    ids.boris = await note('Kyiv');
  });

  after(async () => {
    await run('sourceAnnotator.endComparing');
    await setting('annotators.show', undefined);
    await setting('annotator', undefined);
    await closeAll();
    await git('reset', '--quiet', '--hard', first);
    await git('clean', '--quiet', '--force', '-d', 'seeds', 'annotations');
    await extension().exports.ready();
  });

  it('do not see what the other annotated: neither in the text nor in lists', async () => {
    const editor = await open(SOURCE);
    await eventually('the outline without the other', async () => (await symbols(editor)) === 3);
    ok(!(await hoverAt(editor, 'Beijing')).includes('Why “Beijing”'), 'no hover of the other');
    ok((await hoverAt(editor, 'Kyiv')).includes('Why “Kyiv”'), 'but of one’s own');
    equal(await references(editor, 'Wang Yi'), 1);
    putCaretIn(editor, 'met');
    await run('sourceAnnotator.nextAnnotation');
    equal(shown().words, 'Kuleba');
    await run('sourceAnnotator.nextAnnotation');
    equal(shown().words, 'Kyiv', 'the note of the other is passed over');
    const report = String(await run('sourceAnnotator.copyReview'));
    ok(report.includes('Why “Kyiv”') && !report.includes('Why “Beijing”'), report);
    equal((await annotationsOf(SOURCE)).size, 6, 'everything is in the files');
  });

  it('see everything again when that is wanted, and are told apart by the name of the setting', async () => {
    const editor = await open(SOURCE);
    equal(await run('sourceAnnotator.toggleMineOnly'), false);
    await eventually('everything', async () => (await symbols(editor)) === 6);
    await setting('annotator', undefined);
    equal(await run('sourceAnnotator.toggleMineOnly', { name: 'anna' }), true);
    await eventually('what Anna has', async () => (await symbols(editor)) === 3);
    ok((await hoverAt(editor, 'Beijing')).includes('Why “Beijing”'), 'Anna sees her note');
  });

  it('are shown while they are compared, what agrees and what does not', async () => {
    const editor = await open(SOURCE);
    equal(await run('sourceAnnotator.compareAnnotators', { a: 'anna', b: 'boris' }), 4);
    await eventually('everything', async () => (await symbols(editor)) === 6);
    await closeAll();
    equal(await run('sourceAnnotator.openPair', { pair: differing() }), true);
    equal(shown(), { path: SOURCE, words: '' });
    const now = present(vscode.window.activeTextEditor, 'editor');
    equal(
      now.document.getText(now.document.getWordRangeAtPosition(now.selection.active)),
      'Kuleba',
    );
    const hover = await hoverAt(now, 'Kuleba');
    ok(hover.includes('**anna** “Kuleba”: Dmytro Kuleba'), hover);
    ok(hover.includes('**boris** “Kuleba”: Xi Jinping'), hover);
  });

  it('are decided on with one key, which undo takes back', async () => {
    equal(await run('sourceAnnotator.adjudicateSecond'), 1, 'the one that was opened');
    equal(await decisions(), {
      [ids.annaKuleba]: `${ids.borisKuleba} rejected`,
      [ids.borisKuleba]: `${ids.borisKuleba} `,
    });
    await run('sourceAnnotator.undo');
    equal(await decisions(), {});
    equal(await run('sourceAnnotator.compareAnnotators', { a: 'anna', b: 'boris' }), 4);
    await run('sourceAnnotator.redo');
    equal(await run('sourceAnnotator.compareAnnotators', { a: 'anna', b: 'boris' }), 3);
  });

  it('have what agrees accepted at once, and the rest one by one', async () => {
    equal(await run('sourceAnnotator.acceptAgreed'), 1);
    equal((await decisions())[ids.annaWang], `${ids.annaWang} `);
    equal((await decisions())[ids.borisWang], `${ids.annaWang} rejected`);
    const only = { pair: `${SOURCE} ${ids.anna} -` };
    equal(await run('sourceAnnotator.adjudicateNeither', only), 1);
    equal((await decisions())[ids.anna], 'none rejected');
    equal(await run('sourceAnnotator.adjudicateFirst', only), 1, 'decided otherwise');
    equal((await decisions())[ids.anna], `${ids.anna} `);
    equal(await run('sourceAnnotator.adjudicateBoth', { pair: `${SOURCE} - ${ids.boris}` }), 1);
    equal((await decisions())[ids.boris], `${ids.boris} `);
    equal(await run('sourceAnnotator.acceptAgreed'), undefined, 'nothing is left');
  });

  it('are not offered again what is decided, also after the files are read again', async () => {
    await run('sourceAnnotator.reload');
    await run('sourceAnnotator.endComparing');
    equal(await run('sourceAnnotator.compareAnnotators', { a: 'anna', b: 'boris' }), 0);
  });

  it('have their agreement shown as tables', async () => {
    const text = String(await run('sourceAnnotator.showAgreement'));
    ok(text.startsWith('# Agreement: anna, boris'), text);
    ok(/anna and boris: 1 agree, 1 differ \(entity 1, type 0\)|1 agree, 1 differ/.test(text), text);
    await run('sourceAnnotator.endComparing');
    const all = String(await run('sourceAnnotator.showAgreement'));
    ok(all.startsWith('# Agreement: '), all);
    ok(/^In 1 source /m.test(all), all);
  });

  it('are hidden again when comparing ends', async () => {
    const editor = await open(SOURCE);
    await eventually('what Anna has', async () => (await symbols(editor)) === 3);
    equal(await run('sourceAnnotator.toggleMineOnly'), false);
  });

  it('can be on branches, and what is decided is written to the working files', async () => {
    await closeAll();
    await setting('annotator', undefined);
    await commit('Compared');
    const branch = await git('rev-parse', '--abbrev-ref', 'HEAD');
    const path = annotationFileOf(SOURCE);
    const before = await read(path);
    for (const [name, words] of [
      ['clara', 'Later'],
      ['dora', 'left'],
    ] as const) {
      await git('checkout', '--quiet', '-b', name, branch);
      await write(path, `${before.trimEnd()}\n${timeExpression(`a-${name}01`, words)}`);
      await commit(`What ${name} did`);
    }
    await git('checkout', '--quiet', branch);
    await extension().exports.ready();
    const ask = { a: 'clara', revisions: true };
    equal(await run('sourceAnnotator.compareAnnotators', ask), 1);
    equal(await run('sourceAnnotator.adjudicateFirst', { pair: `${SOURCE} a-clara01 -` }), 1);
    equal((await decisions())['a-clara01'], 'a-clara01 ');
    equal(await run('sourceAnnotator.compareAnnotators', ask), 0, 'it is decided');
    ok(/by: ['"]?clara/.test(await read(path)), 'it has the name of the branch');
    equal(
      await run('sourceAnnotator.compareAnnotators', { a: 'nobody', revisions: true }),
      undefined,
    );
    const both = { a: 'clara', b: 'dora', revisions: true };
    equal(await run('sourceAnnotator.compareAnnotators', both), 1, 'of one it is decided');
    equal(await run('sourceAnnotator.adjudicateSecond', { pair: `${SOURCE} - a-dora01` }), 1);
    equal(await run('sourceAnnotator.compareAnnotators', both), 0);
    equal((await decisions())['a-dora01'], 'a-dora01 ');
    await git('branch', '--quiet', '-D', 'clara', 'dora');
  });

  function differing(): string {
    return `${SOURCE} ${ids.annaKuleba} ${ids.borisKuleba}`;
  }
});

/** As it is written in an annotation file. */
function timeExpression(id: string, words: string): string {
  const start = TEXT.indexOf(words);
  const lines = [
    `${id}:`,
    `  exact: '${words}'`,
    `  start: ${start}`,
    `  end: ${start + words.length}`,
    '  type: time',
    "  value: '2024'",
  ];
  return lines.map((line) => `  ${line}\n`).join('');
}

/** By id, the decision and the status of what is decided. */
async function decisions(): Promise<Readonly<Record<string, string>>> {
  const found = [...(await annotationsOf(SOURCE))].flatMap(([id, { decision, status = '' }]) =>
    decision === undefined ? [] : [[id, `${decision} ${status}`] as const],
  );
  return Object.fromEntries(found);
}

async function setting(name: string, value: string | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('sourceAnnotator');
  await settings.update(name, value, vscode.ConfigurationTarget.Global);
}

async function symbols({ document }: vscode.TextEditor): Promise<number> {
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const count = (all: readonly vscode.DocumentSymbol[]): number =>
    all.reduce((sum, { children }) => sum + 1 + count(children), 0);
  return count(found ?? []);
}

async function references({ document }: vscode.TextEditor, words: string): Promise<number> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    inside(document, words),
  );
  return found.filter(({ uri }) => uri.toString() === document.uri.toString()).length;
}

async function hoverAt({ document }: vscode.TextEditor, words: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    inside(document, words),
  );
  const texts = hovers.flatMap(({ contents }) =>
    contents.map((each) => (each instanceof vscode.MarkdownString ? each.value : '')),
  );
  return texts.join('\n').replaceAll('\\', '');
}
