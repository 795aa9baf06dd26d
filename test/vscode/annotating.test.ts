// Annotating with the answers given as arguments, as a key binding can: entities.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, openNew, putCaretIn, rangeOf, select } from './editors';
import { equal, ok, present } from './expect';
import { annotationsOf, bytesUnder, exists, read, readYaml, type Written } from './workspace';

describe('annotating an entity', () => {
  before(() => extension().exports.ready());

  after(closeAll);

  it('takes the whole name at the caret, without its possessive ending', async () => {
    const editor = await openNew('caret.txt', 'Later Dmytro Kuleba’s plane landed.\n');
    putCaretIn(editor, 'uleba');
    const [id] = await annotate('sourceAnnotator.annotateEntity', { entity: 'dmytro-kuleba' });
    ok(/^a-[0-9a-z]{6,}$/.test(id ?? ''), 'the command gives the id of the annotation');
    equal(Object.fromEntries(await annotationsOf('seeds/caret.txt')), {
      [id ?? '']: {
        exact: 'Dmytro Kuleba',
        prefix: 'Later ',
        suffix: '’s plane landed.\n',
        start: 6,
        end: 19,
        entity: 'dmytro-kuleba',
      },
    });
    ok(editor.selection.isEmpty, 'the caret is where it was');
  });

  it('takes names of other scripts', async () => {
    const text = 'Президент Володимир Зеленський прибув.\n젤렌스키 대통령\n12-point peace plan\n';
    const editor = await openNew('scripts.txt', text);
    for (const [caret, entity] of [
      ['еленський', 'volodymyr-zelenskyy'],
      ['렌스키', 'volodymyr-zelenskyy'],
      ['peace', 'china-12-point-peace-plan'],
    ] as const) {
      putCaretIn(editor, caret);
      await annotate('sourceAnnotator.annotateEntity', { entity });
    }
    equal(await quotes('scripts.txt'), ['Володимир Зеленський', '젤렌스키', '12-point peace plan']);
  });

  it('leaves out the space around a selection', async () => {
    const editor = await openNew('spaces.txt', 'They met  Wang Yi  there.\n');
    select(editor, '  Wang Yi  ');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'wang-yi' });
    equal(await quotes('spaces.txt'), ['Wang Yi']);
  });

  it('annotates at every caret in one step of undo', async () => {
    const editor = await openNew('carets.txt', 'Kyiv, Kyiv and Kyiv.\n');
    editor.selections = [1, 2, 3].map((occurrence) => {
      const { start } = rangeOf(editor.document, 'Kyiv', occurrence);
      return new vscode.Selection(start, start);
    });
    const ids = await annotate('sourceAnnotator.annotateEntity', { entity: 'kyiv' });
    equal(ids.length, 3);
    const starts = [...(await annotationsOf('seeds/carets.txt')).values()].map(
      (each) => each.start,
    );
    equal(starts, [0, 6, 15]);
    await run('sourceAnnotator.undo');
    equal((await annotationsOf('seeds/carets.txt')).size, 0);
  });

  it('creates an entity with the words as its name', async () => {
    const editor = await openNew('create.txt', 'Captain Zoë Öztürk spoke.\n');
    select(editor, 'Zoë Öztürk');
    await annotate('sourceAnnotator.annotateEntity', { create: { type: 'person' } });
    equal(await readYaml('annotations/entities/zoe-ozturk.yaml'), {
      format: 'entity/1',
      id: 'zoe-ozturk',
      type: 'person',
      name: 'Zoë Öztürk',
    });
    equal((await only('create.txt')).entity, 'zoe-ozturk');
  });

  it('creates an entity under another name, which keeps the words as an alias', async () => {
    const editor = await openNew('alias.txt', 'The Quad met.\n');
    select(editor, 'Quad');
    const create = { name: 'Quadrilateral Dialogue', type: 'organisation', note: 'Four states.' };
    await annotate('sourceAnnotator.annotateEntity', { create });
    equal(await readYaml('annotations/entities/quadrilateral-dialogue.yaml'), {
      format: 'entity/1',
      id: 'quadrilateral-dialogue',
      type: 'organisation',
      name: 'Quadrilateral Dialogue',
      aliases: ['Quad'],
      note: 'Four states.',
    });
  });

  it('repeats with the entity that was used last', async () => {
    const editor = await openNew('repeat.txt', 'Paris is here. He lives in Paris.\n');
    select(editor, 'Paris');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'paris' });
    select(editor, 'Paris', 2);
    await annotate('sourceAnnotator.annotateRepeat');
    const written = [...(await annotationsOf('seeds/repeat.txt')).values()];
    equal(
      written.map(({ start, entity }) => [start, entity]),
      [
        [0, 'paris'],
        [27, 'paris'],
      ],
    );
  });

  it('writes nothing a second time', async () => {
    const editor = await openNew('twice.txt', 'Beijing replied.\n');
    putCaretIn(editor, 'Beijing');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'beijing' });
    const before = await read('annotations/seeds/twice.txt.ann.yaml');
    equal(await annotate('sourceAnnotator.annotateEntity', { entity: 'beijing' }), []);
    equal(await read('annotations/seeds/twice.txt.ann.yaml'), before);
  });

  it('writes nothing for an entity or a type that is not known', async () => {
    const editor = await openNew('unknown.txt', 'Beijing replied.\n');
    putCaretIn(editor, 'Beijing');
    const before = await bytesUnder('annotations');
    equal(await annotate('sourceAnnotator.annotateEntity', { entity: 'nobody-at-all' }), []);
    const create = { name: 'Some Thing', type: 'unheard-of' };
    equal(await annotate('sourceAnnotator.annotateEntity', { create }), []);
    equal(await bytesUnder('annotations'), before);
  });

  it('writes who annotated, when the settings say so', async () => {
    const settings = vscode.workspace.getConfiguration('sourceAnnotator');
    await settings.update('annotator', 'eb', vscode.ConfigurationTarget.Global);
    try {
      const editor = await openNew('signed.txt', 'Beijing replied.\n');
      putCaretIn(editor, 'Beijing');
      await annotate('sourceAnnotator.annotateEntity', { entity: 'beijing' });
    } finally {
      await settings.update('annotator', undefined, vscode.ConfigurationTarget.Global);
    }
    equal(await only('signed.txt'), {
      exact: 'Beijing',
      prefix: '',
      suffix: ' replied.\n',
      start: 0,
      end: 7,
      entity: 'beijing',
      by: 'eb',
    });
  });
});

describe('annotating a statement, a time expression or a note', () => {
  after(closeAll);

  it('takes the quotation around the caret as the words of a speaker', async () => {
    const editor = await openNew('statement.txt', 'Xi told Kuleba: “We want peace.” He left.\n');
    putCaretIn(editor, 'want');
    const parties = { speaker: 'xi-jinping', addressee: 'dmytro-kuleba' };
    await annotate('sourceAnnotator.annotateStatement', parties);
    const { exact, type, roles } = await only('statement.txt');
    equal([exact, type], ['We want peace', 'statement']);
    equal(roles, [
      { role: 'speaker', target: 'xi-jinping' },
      { role: 'addressee', target: 'dmytro-kuleba' },
    ]);
  });

  it('takes a statement without a speaker', async () => {
    const editor = await openNew('nobody.txt', 'It was said that peace is near.\n');
    select(editor, 'peace is near');
    await annotate('sourceAnnotator.annotateStatement', { speaker: null });
    const { exact, type, roles } = await only('nobody.txt');
    equal([exact, type, roles], ['peace is near', 'statement', undefined]);
  });

  it('takes the time expression at the caret with its value', async () => {
    const editor = await openNew('time.txt', 'It ended last month in Kyiv.\n');
    putCaretIn(editor, 'month');
    await annotate('sourceAnnotator.annotateTime', { value: '2024-06' });
    const { exact, type, value } = await only('time.txt');
    equal([exact, type, value], ['last month', 'time', '2024-06']);
  });

  it('refuses a value that is no date', async () => {
    const editor = await openNew('no-date.txt', 'It ended last month.\n');
    putCaretIn(editor, 'month');
    equal(await annotate('sourceAnnotator.annotateTime', { value: 'sometime' }), []);
    ok(!(await exists('annotations/seeds/no-date.txt.ann.yaml')), 'nothing was written');
  });

  it('keeps a note with its punctuation and lines', async () => {
    const editor = await openNew('note.txt', 'An unnamed official denied it.\n');
    select(editor, 'unnamed official');
    const note = 'Who? Compare "003": yes & no # maybe\nsecond line';
    await annotate('sourceAnnotator.annotateNote', { note });
    const written = await only('note.txt');
    equal([written.exact, written.note], ['unnamed official', note]);
  });
});

async function quotes(name: string): Promise<readonly string[]> {
  return [...(await annotationsOf(`seeds/${name}`)).values()].map(({ exact }) => exact);
}

async function only(name: string): Promise<Written> {
  const [written, ...more] = (await annotationsOf(`seeds/${name}`)).values();
  equal(more, [], 'What else is annotated');
  return present(written, `annotation of ${name}`);
}
