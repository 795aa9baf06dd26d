// Discussions, review states and statuses, as they come into the files.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, open, openNew, putCaretIn, rangeOf, select } from './editors';
import { accept } from './recordFiles';
import { eventually, over } from './eventually';
import { equal, ok, present } from './expect';
import {
  annotationFileOf,
  annotationsOf,
  bytesUnder,
  exists,
  read,
  readYaml,
  uriOf,
} from './workspace';

interface Comment {
  readonly by?: string;
  readonly text?: string;
  readonly resolved?: boolean;
}

interface Discussed {
  readonly thread?: readonly Comment[];
}

describe('threads: a discussion', () => {
  before(() => extension().exports.ready());

  after(closeAll);

  it('begins on the annotation at the caret, goes on, is settled, and opens again', async () => {
    const at = await annotated('discussed.txt', 'Quorra replied.\n', 'Quorra');
    await run('sourceAnnotator.comment', { text: 'Is it "her"?\nOr him?' });
    equal(await threadOf(at), [{ by: 'Analyst', text: 'Is it "her"?\nOr him?' }]);
    await run('sourceAnnotator.reply', { ...at, text: ' Her. ' });
    await run('sourceAnnotator.resolveThread', at);
    await run('sourceAnnotator.resolveThread', at);
    equal((await threadOf(at)).slice(1), [
      { by: 'Analyst', text: 'Her.' },
      { by: 'Analyst', resolved: true },
    ]);
    await run('sourceAnnotator.reopenThread', at);
    await run('sourceAnnotator.reopenThread', at);
    await run('sourceAnnotator.replyAndResolve', { ...at, text: 'Done.' });
    equal((await threadOf(at)).slice(3), [
      { by: 'Analyst', text: 'Reopened.' },
      { by: 'Analyst', text: 'Done.', resolved: true },
    ]);
  });

  it('is reported in its file, and not drawn under the passage, where its comments stand', async () => {
    const at = await annotated('undrawn.txt', 'Zephyrine replied.\n', 'Zephyrine');
    await run('sourceAnnotator.comment', { ...at, text: 'Who?' });
    const codes = (path: string): readonly unknown[] =>
      vscode.languages
        .getDiagnostics(uriOf(path))
        .map(({ code }) => (typeof code === 'object' ? code.value : code));
    const file = annotationFileOf(at.source);
    await eventually('the open thread to be reported', () => codes(file).includes('thread-open'));
    equal(codes(at.source), []);
    await run('sourceAnnotator.resolveThread', at);
    await eventually('the report to go', () => codes(file).length === 0);
  });

  it('has comments that are changed and deleted, and every step is undone', async () => {
    const at = await annotated('redacted.txt', 'Quorra replied.\n', 'Quorra');
    await run('sourceAnnotator.comment', { ...at, text: 'One' });
    await run('sourceAnnotator.comment', { ...at, text: 'Two' });
    await run('sourceAnnotator.editComment', { ...at, index: 0, text: 'Uno' });
    await run('sourceAnnotator.saveComment', { ...at, index: 1, text: 'Due' });
    equal(await texts(at), ['Uno', 'Due']);
    await run('sourceAnnotator.deleteComment', { ...at, index: 0 });
    equal(await texts(at), ['Due']);
    for (const expected of [
      ['Uno', 'Due'],
      ['Uno', 'Two'],
      ['One', 'Two'],
    ]) {
      await run('sourceAnnotator.undo');
      equal(await texts(at), expected);
    }
    await run('sourceAnnotator.undo');
    await run('sourceAnnotator.undo');
    equal(await texts(at), []);
  });

  it('is about the source where no annotation is, and makes its annotation file', async () => {
    await openNew('undiscussed.txt', 'Nothing is annotated here.\n');
    await run('sourceAnnotator.comment', { text: 'Is this a source at all?' });
    const file = annotationFileOf('seeds/undiscussed.txt');
    const { source } = (await readYaml(file)) as { source: Discussed };
    equal(source.thread, [{ by: 'Analyst', text: 'Is this a source at all?' }]);
    await run('sourceAnnotator.undo');
    ok(!(await exists(file)), 'the file is gone again');
  });

  it('is about a record in its YAML, and about the annotation there in that of a source', async () => {
    const at = await annotated('in-yaml.txt', 'Zuse replied.\n', 'Zuse');
    const path = 'annotations/entities/zuse.yaml';
    await open(path);
    await run('sourceAnnotator.comment', { text: 'Which one?' });
    equal(((await readYaml(path)) as Discussed).thread?.[0]?.text, 'Which one?');
    const editor = await open(annotationFileOf(at.source));
    putCaretIn(editor, 'entity: zuse');
    await run('sourceAnnotator.comment', { text: 'Here?' });
    equal(await texts(at), ['Here?']);
  });

  it('is shown, and nothing is written before something is said', async () => {
    const at = await annotated('unsaid.txt', 'Quorra replied.\n', 'Quorra');
    const before = await bytesUnder('annotations');
    await run('sourceAnnotator.comment');
    await run('sourceAnnotator.cancelComment');
    await run('sourceAnnotator.comment', at);
    await run('sourceAnnotator.reply', { ...at, text: '  ' });
    await run('sourceAnnotator.cancelComment');
    equal(await bytesUnder('annotations'), before);
  });

  it('is written by whom the setting names', async () => {
    const settings = vscode.workspace.getConfiguration('sourceAnnotator');
    await settings.update('annotator', 'anna', vscode.ConfigurationTarget.Workspace);
    try {
      const at = await annotated('signed.txt', 'Quorra replied.\n', 'Quorra');
      await run('sourceAnnotator.comment', { ...at, text: 'Mine' });
      equal(await threadOf(at), [{ by: 'anna', text: 'Mine' }]);
    } finally {
      await settings.update('annotator', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('is gone to from the list, and by name', async () => {
    const at = await annotated('listed.txt', 'First. Then Quorra replied.\n', 'Quorra');
    await run('sourceAnnotator.comment', { ...at, text: 'Look at this' });
    await closeAll();
    await run('sourceAnnotator.showThreads', at);
    const editor = present(vscode.window.activeTextEditor, 'active editor');
    equal(editor.document.getText(editor.selection), 'Quorra');
    await closeAll();
    await over(run('sourceAnnotator.showThreads'), accept);
    ok(vscode.window.activeTextEditor !== undefined, 'an editor is shown');
  });

  it('stays with its passage while the source is edited', async () => {
    const at = await annotated('moved-along.txt', 'Quorra replied.\n', 'Quorra');
    await run('sourceAnnotator.comment', { ...at, text: 'Follow me' });
    const editor = present(vscode.window.activeTextEditor, 'active editor');
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'A line more.\n');
    });
    await editor.document.save();
    await run('sourceAnnotator.showThreads', at);
    ok(editor.selection.isEqual(rangeOf(editor.document, 'Quorra')), 'the passage is selected');
    equal(await texts(at), ['Follow me']);
  });
});

describe('threads: the review state of a source', () => {
  after(closeAll);

  it('is set, reviewed, taken back, and removed', async () => {
    const { source } = await annotated('progress.txt', 'Quorra replied.\n', 'Quorra');
    const set = async (state: string): Promise<unknown> => {
      await run('sourceAnnotator.setSourceState', { path: source, state });
      const file = (await readYaml(annotationFileOf(source))) as {
        source: { state?: string; reviewedBy?: readonly string[] };
      };
      return [file.source.state, file.source.reviewedBy];
    };
    equal(await set('in-progress'), ['in-progress', undefined]);
    equal(await set('reviewed'), ['done', ['Analyst']]);
    equal(await set('done'), ['done', ['Analyst']]);
    equal(await set('not-reviewed'), ['done', undefined]);
    equal(await set('not-started'), [undefined, undefined]);
  });

  it('is chosen from a list', async () => {
    await open('seeds/progress.txt');
    await over(run('sourceAnnotator.setSourceState'), accept);
    ok((await read(annotationFileOf('seeds/progress.txt'))).includes('state:'), 'a state is said');
  });
});

describe('threads: the status of an annotation', () => {
  after(closeAll);

  it('is set by a key, and removed with what nothing says', async () => {
    const { source, id } = await annotated('judged.txt', 'Quorra replied.\n', 'Quorra');
    const status = async (): Promise<unknown> => (await annotationsOf(source)).get(id)?.status;
    await run('sourceAnnotator.setStatus', { status: 'disputed' });
    equal(await status(), 'disputed');
    await run('sourceAnnotator.setStatus', { kind: 'annotation', source, id, status: 'rejected' });
    equal(await status(), 'rejected');
    await run('sourceAnnotator.undo');
    equal(await status(), 'disputed');
    await over(run('sourceAnnotator.setStatus', { status: 'accepted' }), accept);
    equal(await status(), undefined);
  });
});

/** What a discussion of a new annotation with a new person is about. */
async function annotated(
  name: string,
  text: string,
  words: string,
): Promise<{ readonly kind: 'annotation'; readonly source: string; readonly id: string }> {
  const editor = await openNew(name, text);
  select(editor, words);
  const [id] = await annotate('sourceAnnotator.annotateEntity', { create: { type: 'person' } });
  putCaretIn(editor, words);
  return { kind: 'annotation', source: `seeds/${name}`, id: present(id, 'annotation') };
}

async function threadOf(at: { source: string; id: string }): Promise<readonly Comment[]> {
  const file = annotationFileOf(at.source);
  const { annotations } = (await readYaml(file)) as { annotations: Record<string, Discussed> };
  return annotations[at.id]?.thread ?? [];
}

async function texts(at: { source: string; id: string }): Promise<readonly unknown[]> {
  return (await threadOf(at)).map(({ text }) => text);
}
