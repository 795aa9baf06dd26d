// Moving through annotations, mentions and sources, and opening what is behind them.

import * as vscode from 'vscode';
import { extension, run } from './commands';
import { closeAll, open, openNew, putCaretIn, select, shown } from './editors';
import { eventually } from './eventually';
import { equal, ok, present } from './expect';
import { annotationFileOf, annotationsOf, filesUnder, write } from './workspace';

const SOURCE = 'seeds/000_0edcb852b796c81c.txt';
const LAST = 'seeds/004_3b6f35986bc89341.txt';

describe('going through the annotations of a source', () => {
  let editor: vscode.TextEditor;

  before(async () => {
    await extension().exports.ready();
    editor = await openNew('steps.txt', 'Anna met Bert.\n\nAnna left.\n');
    await write('annotations/entities/step-anna.yaml', record('step-anna', 'Anna'));
    await write('annotations/entities/step-bert.yaml', record('step-bert', 'Bert'));
    for (const [words, occurrence, entity] of [
      ['Anna', 1, 'step-anna'],
      ['Bert', 1, 'step-bert'],
      ['Anna', 2, 'step-anna'],
    ] as const) {
      select(editor, words, occurrence);
      await eventually('the entity to be known', async () => {
        await run('sourceAnnotator.annotateEntity', { entity });
        return [...(await annotationsOf('seeds/steps.txt')).values()].some(
          (each) => each.entity === entity && each.exact === words,
        );
      });
    }
  });

  after(closeAll);

  it('selects the next one, and after the last the first', async () => {
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const lines: string[] = [];
    for (let step = 0; step < 4; step++) {
      await run('sourceAnnotator.nextAnnotation');
      lines.push(`${shown().words} in line ${editor.selection.start.line}`);
    }
    equal(lines, ['Bert in line 0', 'Anna in line 2', 'Anna in line 0', 'Bert in line 0']);
  });

  it('selects the previous one, and before the first the last', async () => {
    editor.selection = new vscode.Selection(2, 5, 2, 5);
    const lines: string[] = [];
    for (let step = 0; step < 4; step++) {
      await run('sourceAnnotator.previousAnnotation');
      lines.push(`${shown().words} in line ${editor.selection.start.line}`);
    }
    equal(lines, ['Anna in line 2', 'Bert in line 0', 'Anna in line 0', 'Anna in line 2']);
  });

  it('goes from mention to mention of the same entity', async () => {
    putCaretIn(editor, 'Anna');
    await run('sourceAnnotator.nextMention');
    equal(editor.selection.start.line, 2);
    await run('sourceAnnotator.nextMention');
    equal(editor.selection.start.line, 0);
    await run('sourceAnnotator.previousMention');
    equal(editor.selection.start.line, 2);
  });
});

describe('going across sources', () => {
  after(closeAll);

  it('opens the mentions of an entity one after the other, in every source', async () => {
    const wanted: string[] = [];
    for (const source of (await filesUnder('seeds')).filter((path) => /\/00\d_/.test(path))) {
      for (const { entity } of (await annotationsOf(source)).values()) {
        if (entity === 'moscow') wanted.push(source);
      }
    }
    ok(new Set(wanted).size > 1, 'this place is mentioned in several sources');
    const first = present(wanted[0], 'first mention');
    await closeAll();
    await run('sourceAnnotator.nextMention', { kind: 'entity', id: 'moscow' });
    const found: string[] = [];
    for (let step = 0; step < wanted.length; step++) {
      found.push(shown().path);
      await run('sourceAnnotator.nextMention');
    }
    equal(found, wanted);
    equal(shown().path, first);
    await run('sourceAnnotator.previousMention');
    equal(shown().path, wanted.at(-1));
  });

  it('starts from a record that is given, as a node of the sidebar is', async () => {
    await closeAll();
    await run('sourceAnnotator.nextMention', { kind: 'entity', id: 'viola-amherd' });
    equal(shown().words, 'Viola Amherd');
  });

  it('opens the next and the previous source', async () => {
    const sources = await filesUnder('seeds');
    await open(present(sources[0], 'first source'));
    await run('sourceAnnotator.nextSource');
    equal(shown().path, sources[1]);
    await run('sourceAnnotator.previousSource');
    await run('sourceAnnotator.previousSource');
    equal(shown().path, sources.at(-1));
    await run('sourceAnnotator.nextSource');
    equal(shown().path, sources[0]);
  });
});

describe('opening what is behind an annotation', () => {
  after(closeAll);

  it('opens the record of the mention at the caret', async () => {
    const editor = await open(SOURCE);
    select(editor, 'Wang Yi');
    await run('sourceAnnotator.openRecord');
    equal(shown().path, 'annotations/entities/wang-yi.yaml');
  });

  it('opens the record that a link or a node names', async () => {
    await run('sourceAnnotator.openRecord', { kind: 'event', id: 'kuleba-wang-guangzhou-2024' });
    equal(shown().path, 'annotations/events/kuleba-wang-guangzhou-2024.yaml');
  });

  it('opens the annotation file at the annotation under the caret', async () => {
    const editor = await open(SOURCE);
    select(editor, 'Wang Yi');
    const [id] = present(
      [...(await annotationsOf(SOURCE))].find(([, { exact }]) => exact === 'Wang Yi'),
      'annotation of the name',
    );
    await run('sourceAnnotator.openAnnotationFile');
    await eventually('the annotation to be selected in its file', () => {
      const { path, words } = shown();
      return path === annotationFileOf(SOURCE) && words === id;
    });
  });

  it('opens the annotation file of the source that is given', async () => {
    await run('sourceAnnotator.openAnnotationFile', { kind: 'source', path: LAST });
    equal(shown().path, annotationFileOf(LAST));
  });

  it('opens a passage', async () => {
    const [id, { exact }] = present([...(await annotationsOf(LAST))][3], 'fourth annotation');
    await run('sourceAnnotator.openPassage', { kind: 'annotation', source: LAST, id });
    equal(shown(), { path: LAST, words: exact });
  });
});

function record(id: string, name: string): string {
  return `format: entity/1\nid: ${id}\ntype: person\nname: "${name}"\n`;
}
