// Annotating events: evidence of a known one, a new one, and leaving half-way.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, inside, open, openNew, pathOf, putCaretIn, select, shown } from './editors';
import { eventually, over, pause } from './eventually';
import { equal, ok } from './expect';
import { annotationsOf, bytesUnder, exists, readYaml } from './workspace';

describe('annotating an event', () => {
  before(() => extension().exports.ready());

  after(closeAll);

  it('takes the selection as evidence of a known event', async () => {
    const editor = await openNew('evidence.txt', 'Kuleba met Wang in Guangzhou, they said.\n');
    select(editor, 'met Wang in Guangzhou');
    const event = 'kuleba-wang-guangzhou-2024';
    const [id] = await annotate('sourceAnnotator.annotateEvent', { event });
    const written = (await annotationsOf('seeds/evidence.txt')).get(id ?? '');
    equal([written?.exact, written?.event], ['met Wang in Guangzhou', event]);
  });

  it('takes the sentence at the caret when nothing is selected', async () => {
    const text = 'It rained. They signed a treaty in Paris on Monday. It was late.\n';
    const editor = await openNew('sentence.txt', text);
    putCaretIn(editor, 'treaty');
    await annotate('sourceAnnotator.annotateEvent', { event: 'kuleba-wang-guangzhou-2024' });
    const [written] = (await annotationsOf('seeds/sentence.txt')).values();
    equal(written?.exact, 'They signed a treaty in Paris on Monday');
  });

  it('creates an event with its record and its evidence in one step of undo', async () => {
    const editor = await openNew('new-event.txt', 'Xi flew to Paris for talks in May.\n');
    const before = await bytesUnder('annotations');
    select(editor, 'flew to Paris for talks');
    const create = {
      title: 'Xi Jinping visits Paris',
      type: 'consult',
      mode: 'visit',
      date: '2024-05',
      place: 'paris',
      participants: [
        { role: 'actor', entity: 'xi-jinping' },
        { role: 'recipient', entity: 'emmanuel-macron' },
      ],
      status: 'occurred',
    };
    const [id] = await annotate('sourceAnnotator.annotateEvent', { create });
    const record = 'annotations/events/xi-jinping-visits-paris.yaml';
    equal(await readYaml(record), {
      format: 'event/1',
      id: 'xi-jinping-visits-paris',
      ...create,
    });
    const written = (await annotationsOf('seeds/new-event.txt')).get(id ?? '');
    equal(written?.event, 'xi-jinping-visits-paris');
    await run('sourceAnnotator.undo');
    ok(!(await exists(record)), 'undo takes the record away');
    equal(await bytesUnder('annotations'), before);
  });

  it('writes nothing for an event that does not fit the schema', async () => {
    const editor = await openNew('misfit.txt', 'Xi flew to Paris.\n');
    select(editor, 'flew to Paris');
    const before = await bytesUnder('annotations');
    for (const create of [
      { title: 'A trip', type: 'unheard-of' },
      { title: 'A trip', type: 'consult', mode: 'by balloon' },
      { title: 'A trip', type: 'consult', date: 'in May' },
      { title: 'A trip', type: 'consult', participants: [{ role: 'actor', entity: 'nobody' }] },
    ]) {
      equal(await annotate('sourceAnnotator.annotateEvent', { create }), []);
    }
    equal(await bytesUnder('annotations'), before);
  });

  it('takes another event as an argument, which leads there and back', async () => {
    const editor = await openNew('argument.txt', 'Xi praised the meeting.\n');
    select(editor, 'praised the meeting');
    const meeting = 'kuleba-wang-guangzhou-2024';
    const participants = [
      { role: 'actor', entity: 'xi-jinping' },
      { role: 'topic', entity: meeting },
    ];
    const create = { title: 'Xi praises the meeting', type: 'support', participants };
    const [id = ''] = await annotate('sourceAnnotator.annotateEvent', { create });
    const record = 'annotations/events/xi-praises-the-meeting.yaml';
    const yaml = (await open(record)).document;
    const [definition] = await vscode.commands.executeCommand<readonly vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      yaml.uri,
      inside(yaml, meeting),
    );
    equal(definition && pathOf(definition.uri), `annotations/events/${meeting}.yaml`);

    const roles = [{ role: 'topic', target: meeting }];
    const fields = { kind: 'annotation', source: 'seeds/argument.txt', id, fields: { roles } };
    equal(await run('sourceAnnotator.changeAnnotation', fields), [id]);
    const event = (await open(`annotations/events/${meeting}.yaml`)).document;
    const found = await vscode.commands.executeCommand<readonly vscode.Location[]>(
      'vscode.executeReferenceProvider',
      event.uri,
      inside(event, meeting),
    );
    const paths = found.map(({ uri }) => pathOf(uri));
    ok(paths.includes(record), 'the record that names the event is among its references');
    ok(paths.includes('seeds/argument.txt'), 'the passage that names the event is, too');
    await run('sourceAnnotator.undo');
    await run('sourceAnnotator.undo');
    ok(!(await exists(record)), 'undo takes the record away');
  });

  it('can be left at the first question, with nothing written', async () => {
    const editor = await openNew('left.txt', 'Xi flew to Paris.\n');
    select(editor, 'flew to Paris');
    const before = await bytesUnder('annotations');
    await escaped(run('sourceAnnotator.annotateEvent'));
    equal(await bytesUnder('annotations'), before);
    equal(editor.document.getText(editor.selection), 'flew to Paris');
  });

  it('is saved by Enter alone, when every proposal is right', async () => {
    const editor = await openNew('enter.txt', 'Somebody sneezed.\n');
    select(editor, 'Somebody sneezed');
    const ids = await accepted(run('sourceAnnotator.annotateEvent'));
    const [[id, written] = []] = await annotationsOf('seeds/enter.txt');
    equal(ids, [id]);
    equal(written?.event, 'somebody-sneezed');
    const record = (await readYaml('annotations/events/somebody-sneezed.yaml')) as EventFile;
    equal([record.title, record.status], ['Somebody sneezed', 'occurred']);
  });

  it('is resumed at its passage when it was left half-way', async () => {
    await openNew('resume.txt', 'It rained. Nobody yawned.\n');
    let steps = 0;
    const ids = await eventually('an event to be begun, left and resumed', async () => {
      select(await open('seeds/resume.txt'), 'Nobody yawned');
      const begun = run('sourceAnnotator.annotateEvent');
      // Keys that come before the first list is shown do nothing.
      steps += 1;
      for (let step = 0; step < steps; step++) await accept();
      await escaped(begun);
      ok(!(await exists('annotations/seeds/resume.txt.ann.yaml')), 'nothing is written so far');
      await closeAll();
      const resumed = await accepted(run('sourceAnnotator.resumeEvent'));
      return resumed.length > 0 && resumed;
    });
    const written = (await annotationsOf('seeds/resume.txt')).get(ids[0] ?? '');
    equal([written?.exact, written?.event], ['Nobody yawned', 'nobody-yawned']);
    equal(shown().path, 'seeds/resume.txt');
  });
});

interface EventFile {
  readonly title: string;
  readonly status: string;
}

/** Enter until the command is over; gives the ids that it gives. */
async function accepted(command: Promise<unknown>): Promise<readonly string[]> {
  const ids: unknown = await over(command, accept);
  return Array.isArray(ids) ? ids.map(String) : [];
}

/** Escape until the command is over. */
async function escaped(command: Promise<unknown>): Promise<void> {
  const close = 'workbench.action.closeQuickOpen';
  equal(await over(command, () => vscode.commands.executeCommand(close)), undefined);
}

/** Enter in the list or box that is shown; nothing where none is shown yet. */
async function accept(): Promise<void> {
  await pause(50);
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}
