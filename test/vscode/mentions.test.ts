// From a mention to its record and to the other mentions: definition, references, highlights, hover.

import * as vscode from 'vscode';
import { extension } from './commands';
import { closeAll, inside, open, pathOf } from './editors';
import { equal, ok, present } from './expect';
import { annotationFileOf, annotationsOf, filesUnder, read, uriOf } from './workspace';

const SOURCE = 'seeds/000_0edcb852b796c81c.txt';
const OTHER = 'seeds/001_0eb4975a21467d31.txt';
const NAME = 'Dmytro Kuleba';

describe('a mention in the text', () => {
  let document: vscode.TextDocument;

  before(async () => {
    await extension().exports.ready();
    ({ document } = await open(SOURCE));
  });

  after(closeAll);

  it('leads with F12 to its record, and all of its words are the link', async () => {
    const [link] = await definitions(document, inside(document, 'Kuleba, Ukraine'));
    equal(link?.target, 'annotations/entities/dmytro-kuleba.yaml');
    equal(link?.origin && document.getText(link.origin), NAME);
  });

  it('leads from nested annotations to the record of the inner one', async () => {
    const [link, ...more] = await definitions(document, inside(document, 'Russia" Through'));
    equal(link?.target, 'annotations/entities/russia.yaml');
    equal(more, []);
  });

  it('leads nowhere where nothing is annotated', async () => {
    equal(await definitions(document, inside(document, 'bar_progress')), []);
  });

  it('has references in every source that mentions the same entity under any name', async () => {
    const found = await references(document, inside(document, 'Volodymyr Zelensky,'));
    const wanted = new Map<string, number>();
    for (const source of (await filesUnder('seeds')).slice(0, 5)) {
      const written = [...(await annotationsOf(source)).values()];
      const count = written.filter(({ entity }) => entity === 'volodymyr-zelenskyy').length;
      if (count > 0) wanted.set(source, count);
    }
    ok(wanted.size >= 4, 'several sources mention this person');
    equal(
      [...wanted.keys()].map((path) => [path, found.filter((each) => each.path === path).length]),
      [...wanted],
    );
    ok(
      found.some(({ path }) => path === 'annotations/entities/volodymyr-zelenskyy.yaml'),
      'the record itself is among the references',
    );
    const texts = new Set(found.filter(({ path }) => path === OTHER).map(({ text }) => text));
    ok(texts.has('Volodymyr Zelensky'), 'the reference is exactly the words of the mention');
  });

  it('has references in the events that it takes part in', async () => {
    const found = await references(document, inside(document, NAME));
    const events = found.filter(({ path }) => path.startsWith('annotations/events/'));
    ok(
      events.some(({ path }) => path.endsWith('/kuleba-wang-guangzhou-2024.yaml')),
      'the meeting is among them',
    );
    equal(new Set(events.map(({ text }) => text)).size, 1);
    equal(events[0]?.text, 'dmytro-kuleba');
  });

  it('is highlighted with all mentions of the same entity in the source', async () => {
    const highlights = present(
      await vscode.commands.executeCommand<vscode.DocumentHighlight[] | undefined>(
        'vscode.executeDocumentHighlights',
        document.uri,
        inside(document, NAME),
      ),
      'highlights',
    );
    const written = [...(await annotationsOf(SOURCE)).values()];
    const mentions = written.filter(({ entity }) => entity === 'dmytro-kuleba');
    equal(
      highlights.map(({ range }) => document.getText(range)),
      mentions.map(({ exact }) => exact),
    );
  });

  it('says on hover who it is, and links only to commands of the extension', async () => {
    const [hover] = await hovers(document, inside(document, 'Wang Yi'));
    const cards = present(hover, 'hover').contents as vscode.MarkdownString[];
    const [card] = cards;
    const text = present(card, 'card').value;
    for (const part of ['Wang Yi', 'Person', '1 time in 1 source', 'Foreign Minister of China']) {
      ok(text.includes(part), `the card says “${part}”, but it says: ${text}`);
    }
    ok(cards.length > 1, 'the sentence about the meeting has a card of its own');
    const links = [...text.matchAll(/\]\(([^)\s]+)/g)].map(([, link = '']) => link);
    ok(links.length > 0, 'the card has links');
    const trusted = present(card, 'card').isTrusted;
    const enabled = typeof trusted === 'object' ? trusted.enabledCommands : [];
    for (const link of links) {
      const command = /^command:([\w.]+)\?/.exec(link)?.[1] ?? link;
      ok(enabled.includes(command), `${command} may be followed`);
    }
  });

  it('says nothing on hover where nothing is annotated', async () => {
    equal(await hovers(document, inside(document, 'bar_progress')), []);
  });
});

describe('an id in the YAML', () => {
  let document: vscode.TextDocument;

  before(async () => {
    ({ document } = await open(annotationFileOf(SOURCE)));
  });

  after(closeAll);

  it('of an entity leads to its record and has the same references as a mention', async () => {
    const position = inside(document, 'dmytro-kuleba');
    const [link] = await definitions(document, position);
    equal(link?.target, 'annotations/entities/dmytro-kuleba.yaml');
    const found = await references(document, position);
    const source = await vscode.workspace.openTextDocument(uriOf(SOURCE));
    equal(found, await references(source, inside(source, NAME)));
  });

  it('of an annotation leads to its words in the source', async () => {
    const written = [...(await annotationsOf(SOURCE))];
    const [id] = present(
      written.find(([, { exact }]) => exact === NAME),
      'annotation of the name',
    );
    const [link] = await definitions(document, inside(document, id));
    const source = await vscode.workspace.openTextDocument(uriOf(SOURCE));
    equal(link?.target, SOURCE);
    equal(link?.range && source.getText(link.range), NAME);
  });

  it('of a participant leads from the event to the entity', async () => {
    const path = 'annotations/events/kuleba-wang-guangzhou-2024.yaml';
    const event = await vscode.workspace.openTextDocument(uriOf(path));
    for (const id of ['wang-yi', 'guangzhou']) {
      const text = event.getText();
      const start = event.positionAt(text.lastIndexOf(id));
      const [link] = await definitions(event, start.translate(0, 1));
      equal(link?.target, `annotations/entities/${id}.yaml`);
    }
  });

  it('of the record itself has every passage as reference', async () => {
    const path = 'annotations/events/kuleba-wang-guangzhou-2024.yaml';
    const event = await vscode.workspace.openTextDocument(uriOf(path));
    ok((await read(path)).includes('id: kuleba-wang-guangzhou-2024'), 'the record has its id');
    const found = await references(event, inside(event, 'kuleba-wang-guangzhou-2024'));
    const written = [...(await annotationsOf(SOURCE)).values()];
    const evidence = written.filter((each) => each.event === 'kuleba-wang-guangzhou-2024');
    ok(evidence.length > 0, 'the source has evidence of the event');
    equal(found.filter((each) => each.path === SOURCE).length, evidence.length);
  });
});

interface FoundLink {
  readonly target: string;
  readonly range: vscode.Range;
  readonly origin: vscode.Range | undefined;
}

async function definitions(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly FoundLink[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    uri,
    position,
  );
  return found.map((each) =>
    'targetUri' in each
      ? {
          target: pathOf(each.targetUri),
          range: each.targetRange,
          origin: each.originSelectionRange,
        }
      : { target: pathOf(each.uri), range: each.range, origin: undefined },
  );
}

async function references(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    uri,
    position,
  );
  return Promise.all(
    found.map(async (location) => {
      const document = await vscode.workspace.openTextDocument(location.uri);
      return { path: pathOf(location.uri), text: document.getText(location.range) };
    }),
  );
}

async function hovers(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly vscode.Hover[]> {
  return vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
}
