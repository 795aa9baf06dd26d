// What one entity is to another: added at a passage, changed and removed, from the sidebar too.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, inside, open, openNew, putCaretIn, select } from './editors';
import { eventually, over } from './eventually';
import { equal, ok, present } from './expect';
import {
  annotationFileOf,
  annotationsOf,
  bytesUnder,
  read,
  readYaml,
  remove,
  uriOf,
  write,
} from './workspace';

const TEXT = 'Captain Ilse Brandt commands the Tern, a ship of the Lumen Guild.\n';
const BRANDT = 'annotations/entities/ilse-brandt.yaml';
const LEADS = { from: 'ilse-brandt', type: 'leads', to: 'lumen-guild' };

describe('the relations of an entity', () => {
  before(async () => {
    await extension().exports.ready();
    await write(BRANDT, record('ilse-brandt', 'person', 'Ilse Brandt'));
    const guild = record('lumen-guild', 'organisation', 'Lumen Guild');
    await write('annotations/entities/lumen-guild.yaml', guild);
    await run('sourceAnnotator.reload');
  });

  after(async () => {
    await closeAll();
    for (const id of ['ilse-brandt', 'lumen-guild']) {
      await remove(`annotations/entities/${id}.yaml`);
    }
    for (const name of ['relations', 'relations-caret']) {
      await remove(annotationFileOf(`seeds/${name}.txt`));
    }
    await run('sourceAnnotator.reload');
  });

  it('are evidenced by the selection, in one step of undo', async () => {
    const editor = await openNew('relations.txt', TEXT);
    const states = await bytesUnder('annotations');
    select(editor, 'commands the Tern');
    await run('sourceAnnotator.addRelation', {
      ...{ entity: 'ilse-brandt', type: 'leads', to: 'lumen-guild', date: '2019/..' },
    });
    const [[id, evidence] = []] = await annotationsOf('seeds/relations.txt');
    equal(
      [evidence?.exact, evidence?.note],
      ['commands the Tern', 'Ilse Brandt: Leads Lumen Guild'],
    );
    equal(await relations(), [
      { type: 'leads', entity: 'lumen-guild', date: '2019/..', evidence: [id] },
    ]);
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), states);
    await run('sourceAnnotator.redo');
  });

  it('are evidenced by the annotation at the caret, beside the passages before', async () => {
    const editor = await openNew('relations-caret.txt', TEXT);
    select(editor, 'Ilse Brandt');
    const [id] = await annotate('sourceAnnotator.annotateEntity', { entity: 'ilse-brandt' });
    putCaretIn(editor, 'Ilse');
    await run('sourceAnnotator.addRelation', {
      ...{ entity: 'ilse-brandt', type: 'leads', to: 'lumen-guild' },
    });
    const [leads] = await relations();
    equal(leads?.evidence?.at(-1), id);
    equal([leads?.evidence?.length, leads?.date], [2, '2019/..']);
  });

  it('are asked for step by step, those nearby first', async () => {
    await openNew('relations-asked.txt', TEXT);
    const before = await relations();
    const subject = { kind: 'entity', id: 'ilse-brandt' };
    const asking = run('sourceAnnotator.addRelation', { subject });
    const press = (): Thenable<unknown> =>
      vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await over(asking, press);
    const after = await relations();
    equal(after.length, before.length + 1);
    equal([after.at(-1)?.type, after.at(-1)?.evidence], ['member-of', undefined]);
    await run('sourceAnnotator.undo');
  });

  it('lead from the YAML to the other entity and to the passage', async () => {
    const editor = await open(BRANDT);
    const definitions = async (words: string): Promise<readonly vscode.Location[]> =>
      vscode.commands.executeCommand(
        'vscode.executeDefinitionProvider',
        editor.document.uri,
        inside(editor.document, words),
      );
    const [guild] = await definitions('lumen-guild');
    ok(guild?.uri.path.endsWith('/lumen-guild.yaml') === true, 'F12 goes to the other entity');
    const [id = ''] = (await relations())[0]?.evidence ?? [];
    const [passage] = await definitions(id);
    ok(passage?.uri.path.endsWith('/relations.txt') === true, 'F12 goes to the evidence');
    const references: readonly vscode.Location[] = await vscode.commands.executeCommand(
      'vscode.executeReferenceProvider',
      uriOf('annotations/entities/lumen-guild.yaml'),
      new vscode.Position(1, 5),
    );
    ok(
      references.some(({ uri }) => uri.path.endsWith('/ilse-brandt.yaml')),
      'Shift+F12 finds who has a relation to it',
    );
  });

  it('are changed and removed by the node of either entity', async () => {
    await run('sourceAnnotator.changeRelation', {
      ...{ relation: LEADS, fields: { date: '2019/2024', note: 'Retired.' } },
    });
    const [leads] = await relations();
    equal([leads?.date, leads?.note, leads?.evidence?.length], ['2019/2024', 'Retired.', 2]);
    await run('sourceAnnotator.removeRelation', { node: { relation: LEADS } });
    equal(await relations(), []);
    await run('sourceAnnotator.undo');
    equal((await relations()).length, 1);
  });

  it('lose the evidence that is deleted, and nothing else', async () => {
    const [id = ''] = (await relations())[0]?.evidence ?? [];
    const subject = { kind: 'annotation', source: 'seeds/relations.txt', id };
    await run('sourceAnnotator.deleteAnnotation', subject);
    const [leads] = await relations();
    equal([leads?.evidence?.includes(id), leads?.evidence?.length], [false, 1]);
  });

  it('are problems where they lead to nothing', async () => {
    const text = await read(BRANDT);
    await write(BRANDT, text.replace('lumen-guild', 'lumen-gild'));
    await run('sourceAnnotator.reload');
    const problems = await eventually('a problem', () => {
      const found = vscode.languages
        .getDiagnostics(uriOf(BRANDT))
        .filter(({ code }) => JSON.stringify(code).includes('relation-target-unknown'));
      return found.length > 0 && found;
    });
    equal(problems.length, 1);
    await write(BRANDT, text);
    await run('sourceAnnotator.reload');
  });
});

interface WrittenRelation {
  readonly type: string;
  readonly entity: string;
  readonly date?: string;
  readonly evidence?: readonly string[];
  readonly note?: string;
}

async function relations(): Promise<readonly WrittenRelation[]> {
  const file = present(await readYaml(BRANDT), 'record') as {
    readonly relations?: readonly WrittenRelation[];
  };
  return file.relations ?? [];
}

function record(id: string, type: string, name: string): string {
  return `format: entity/1\nid: ${id}\ntype: ${type}\nname: "${name}"\n`;
}
