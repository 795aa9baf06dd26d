// Changing, moving and deleting annotations, details of sources, and taking it all back.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, open, openNew, putCaretIn, select } from './editors';
import { eventually } from './eventually';
import { equal, ok, present } from './expect';
import {
  annotationFileOf,
  annotationsOf,
  bytesUnder,
  exists,
  read,
  readYaml,
  write,
  type Written,
} from './workspace';

describe('changing an annotation', () => {
  before(() => extension().exports.ready());

  after(closeAll);

  it('retargets the one at the caret to another entity', async () => {
    const id = await annotated('retarget.txt', 'Moscow replied.\n', 'Moscow', 'moscow');
    await change('retarget.txt', id, { entity: 'russia', status: 'proposed' });
    const written = await writtenIn('retarget.txt', id);
    equal([written.entity, written.status], ['russia', 'proposed']);
  });

  it('touches only the lines of its own record', async () => {
    const source = 'seeds/000_0edcb852b796c81c.txt';
    await open(source);
    const before = (await read(annotationFileOf(source))).split('\n');
    const [[id] = ['']] = await annotationsOf(source);
    await run('sourceAnnotator.changeAnnotation', {
      ...{ kind: 'annotation', source, id },
      fields: { note: 'The headline.' },
    });
    const after = (await read(annotationFileOf(source))).split('\n');
    const added = after.filter((line) => !before.includes(line));
    equal(added, ['    note: "The headline."']);
    equal(after.length, before.length + 1);
    await run('sourceAnnotator.undo');
    equal((await read(annotationFileOf(source))).split('\n'), before);
  });

  it('removes a field that is set to null', async () => {
    const id = await annotated('unset.txt', 'Moscow replied.\n', 'Moscow', 'moscow');
    await change('unset.txt', id, { note: 'Who?' });
    await change('unset.txt', id, { note: null });
    equal((await writtenIn('unset.txt', id)).note, undefined);
  });

  it('changes nothing when a field does not fit', async () => {
    const id = await annotated('unfit.txt', 'Moscow replied.\n', 'Moscow', 'moscow');
    const before = await bytesUnder('annotations');
    await change('unfit.txt', id, { entity: 'nobody-at-all' });
    await change('unfit.txt', id, { credibility: 9 });
    await change('unfit.txt', 'a-zzzzzz', { note: 'lost' });
    equal(await bytesUnder('annotations'), before);
  });
});

describe('moving an annotation', () => {
  after(closeAll);

  it('gives it the passage that is selected, and keeps everything else', async () => {
    const id = await annotated('move.txt', 'Foreign Minister Wang Yi came.\n', 'Wang', 'wang-yi');
    await change('move.txt', id, { note: 'Keep this.' });
    select(present(vscode.window.activeTextEditor, 'active editor'), 'Wang Yi');
    await run('sourceAnnotator.moveAnnotation');
    equal(await writtenIn('move.txt', id), {
      exact: 'Wang Yi',
      prefix: 'Foreign Minister ',
      suffix: ' came.\n',
      start: 17,
      end: 24,
      entity: 'wang-yi',
      note: 'Keep this.',
    });
  });

  it('moves the one that is given, wherever the selection is', async () => {
    const text = 'Wang Yi came. He, Wang, left.\n';
    const id = await annotated('move-given.txt', text, 'Wang Yi', 'wang-yi');
    select(present(vscode.window.activeTextEditor, 'active editor'), 'Wang', 2);
    const subject = { kind: 'annotation', source: 'seeds/move-given.txt', id };
    await run('sourceAnnotator.moveAnnotation', subject);
    const { exact, start } = await writtenIn('move-given.txt', id);
    equal([exact, start], ['Wang', 18]);
  });
});

describe('deleting an annotation', () => {
  after(closeAll);

  it('takes away the one at the caret', async () => {
    await annotated('delete.txt', 'Moscow replied.\n', 'Moscow', 'moscow');
    putCaretIn(present(vscode.window.activeTextEditor, 'active editor'), 'Moscow');
    await run('sourceAnnotator.deleteAnnotation');
    equal((await annotationsOf('seeds/delete.txt')).size, 0);
  });

  it('takes away all nodes that are selected, in one step of undo', async () => {
    const source = 'seeds/delete-all.txt';
    const first = await annotated('delete-all.txt', 'Moscow and Kyiv.\n', 'Moscow', 'moscow');
    select(present(vscode.window.activeTextEditor, 'active editor'), 'Kyiv');
    const [second] = await annotate('sourceAnnotator.annotateEntity', { entity: 'kyiv' });
    const nodes = [first, second].map((id) => ({ subject: { kind: 'annotation', source, id } }));
    await run('sourceAnnotator.deleteAnnotation', nodes[0], nodes);
    equal((await annotationsOf(source)).size, 0);
    await run('sourceAnnotator.undo');
    equal((await annotationsOf(source)).size, 2);
  });
});

describe('the details of a source', () => {
  after(closeAll);

  it('are set and removed', async () => {
    await openNew('details.txt', 'Nothing happened.\n');
    const path = 'seeds/details.txt';
    const fields = { title: 'Quiet: a report', published: '2024-07', language: 'en' };
    await run('sourceAnnotator.editSource', { path, fields });
    await run('sourceAnnotator.editSource', { path, fields: { language: null, reliability: 'B' } });
    const { source } = (await readYaml(annotationFileOf(path))) as { source: object };
    const { title, published, reliability, ...rest } = source as Record<string, unknown>;
    equal([title, published, reliability], ['Quiet: a report', '2024-07', 'B']);
    equal(Object.keys(rest).sort(), ['blob', 'path']);
  });

  it('are not written when they do not fit', async () => {
    await openNew('bad-details.txt', 'Nothing happened.\n');
    const path = 'seeds/bad-details.txt';
    await run('sourceAnnotator.editSource', { path, fields: { published: 'last summer' } });
    await run('sourceAnnotator.editSource', { path, fields: { reliability: 'Z' } });
    ok(!(await exists(annotationFileOf(path))), 'nothing was written');
  });
});

describe('undo and redo', () => {
  after(closeAll);

  it('restore every file byte for byte, step by step', async () => {
    const source = 'seeds/history.txt';
    const editor = await openNew('history.txt', 'Anna Undo met Wang Yi in Kyiv last month.\n');
    const states = [await bytesUnder('annotations')];
    const step = async (work: () => Promise<unknown>): Promise<void> => {
      await work();
      states.push(await bytesUnder('annotations'));
    };
    select(editor, 'Anna Undo');
    await step(() => run('sourceAnnotator.annotateEntity', { create: { type: 'person' } }));
    select(editor, 'Wang Yi');
    await step(() => run('sourceAnnotator.annotateEntity', { entity: 'wang-yi' }));
    const [id = ''] = [...(await annotationsOf(source)).keys()];
    const subject = { kind: 'annotation', source, id };
    await step(() =>
      run('sourceAnnotator.changeAnnotation', { ...subject, fields: { note: 'n' } }),
    );
    await step(() => run('sourceAnnotator.editSource', { path: source, fields: { title: 'T' } }));
    await step(() => run('sourceAnnotator.deleteAnnotation', subject));

    const last = states.length - 1;
    for (let at = last - 1; at >= 0; at--) {
      await run('sourceAnnotator.undo');
      equal(await bytesUnder('annotations'), states[at], `The state ${at} after undo`);
    }
    ok(!(await exists('annotations/entities/anna-undo.yaml')), 'the new record is gone again');
    for (let at = 1; at <= last; at++) {
      await run('sourceAnnotator.redo');
      equal(await bytesUnder('annotations'), states[at], `The state ${at} after redo`);
    }
  });

  it('keep what another program wrote elsewhere in the same file', async () => {
    const id = await annotated('rebase.txt', 'Moscow and Kyiv.\n', 'Kyiv', 'kyiv');
    const path = annotationFileOf('seeds/rebase.txt');
    await change('rebase.txt', id, { note: 'to be undone' });
    await write(path, `# A comment of a colleague.\n${await read(path)}`);
    await run('sourceAnnotator.reload');
    await run('sourceAnnotator.undo');
    await eventually('the note to be gone', async () => !(await read(path)).includes('undone'));
    ok((await read(path)).startsWith('# A comment of a colleague.\n'), 'the comment stays');
  });
});

/** Annotates words of a new source and gives the id. */
async function annotated(
  name: string,
  text: string,
  words: string,
  entity: string,
): Promise<string> {
  const editor = await openNew(name, text);
  select(editor, words);
  const [id] = await annotate('sourceAnnotator.annotateEntity', { entity });
  return present(id, 'annotation');
}

async function change(name: string, id: string, fields: object): Promise<void> {
  const subject = { kind: 'annotation', source: `seeds/${name}`, id };
  await run('sourceAnnotator.changeAnnotation', { ...subject, fields });
}

async function writtenIn(name: string, id: string): Promise<Written> {
  return present((await annotationsOf(`seeds/${name}`)).get(id), `annotation ${id}`);
}
