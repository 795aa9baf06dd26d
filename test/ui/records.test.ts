// Records with the keyboard and the mouse: renaming, editing, merging, splitting, dragging.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench, type Workbench } from './harness';
import * as screen from './screen';
import {
  choice,
  eventually,
  fileWith,
  focusView,
  goDownTo,
  marked,
  noQuestion,
  putCaret,
  question,
  takeBack,
  treeNode,
  unfold,
} from './screen';

const SOURCE = 'seeds/records.txt';
const ANNOTATIONS = `annotations/${SOURCE}.ann.yaml`;
const TEXT = `Ada Quill met Bertil Quist on Monday.

A. Quill and Bertil Quist talked. Ada Quill left.
`;
const ADA = 'annotations/entities/ada-quill.yaml';
const OTHER = 'annotations/entities/a-quill.yaml';

let workbench: Workbench;

before(async () => {
  const names = ['Ada Quill', 'A. Quill', 'Bertil Quist', 'B. Quist'];
  workbench = await openWorkbench({
    [SOURCE]: TEXT,
    [ANNOTATIONS]: annotations(),
    ...Object.fromEntries(names.map((name) => [recordOf(name), entity(name)])),
  });
  await workbench.openFile(SOURCE);
  await workbench.runCommand('View: Show Source Annotator');
  await workbench.focusEditor();
  await marked(workbench.page.locator('.monaco-editor'), 'Bertil Quist');
});

after(async () => {
  await workbench.dispose();
});

test('F2 on a mention gives its record another name; Alt+A Z takes it back', async () => {
  const { page } = workbench;
  const before = workbench.read(ADA);
  await putCaret(page, 1, 7);
  await page.keyboard.press('F2');
  const input = page.locator('.rename-box input');
  await input.waitFor();
  assert.equal(await input.inputValue(), 'Ada Quill');
  await input.fill('Adelheid Quill');
  await page.keyboard.press('Enter');
  await fileWith(workbench, ADA, 'name: "Adelheid Quill"');
  assert.match(workbench.read(ADA), /aliases:\n {2}- "Ada Quill"/);
  await takeBack(workbench);
  await eventually('the old name', () => workbench.read(ADA) === before);
});

test('the fields of an entity are changed one after the other without the mouse', async () => {
  const { page } = workbench;
  await putCaret(page, 1, 3);
  await press('Alt+a', 'r');
  await choice(page, 'Person: Ada Quill', 'Name');
  await type('al');
  await choice(page, 'Person: Ada Quill', 'Aliases');
  await press('Enter');
  await choice(page, 'Aliases of Ada Quill', 'Add an alias…');
  await press('Enter');
  await question(page, 'New alias of Ada Quill');
  await type('Ms Quill');
  await press('Enter');
  await fileWith(workbench, ADA, '- "Ms Quill"');
  // The list of aliases is shown again, for the next one.
  await question(page, 'Aliases of Ada Quill');
  await type('Ms');
  await choice(page, 'Aliases of Ada Quill', 'Ms Quill');
  await press('Enter');
  await question(page, 'The alias Ms Quill');
  await type('lang');
  await press('Enter');
  await question(page, 'Language of the alias');
  await type('en');
  await press('Enter');
  await fileWith(workbench, ADA, 'language: en');
  await question(page, 'Aliases of Ada Quill');
  await press('Escape');
  await noQuestion(page);
});

test('an id of a knowledge base is checked while it is typed, and its address is enough', async () => {
  const { page } = workbench;
  await putCaret(page, 1, 3);
  await press('Alt+a', 'r');
  await question(page, 'Person: Ada Quill');
  await type('li');
  await choice(page, 'Person: Ada Quill', 'Links');
  await press('Enter');
  await choice(page, 'Links of Ada Quill', 'Add a link…');
  await press('Enter');
  await choice(page, 'New link of Ada Quill', 'Wikidata');
  await press('Enter');
  await question(page, 'Wikidata of Ada Quill');
  await type('42');
  await page.getByText('does not look like an id of Wikidata').first().waitFor();
  await page.keyboard.press('Control+a');
  await type('https://www.wikidata.org/wiki/Q42');
  await page.getByText('Leads to https://www.wikidata.org/wiki/Q42').first().waitFor();
  await press('Enter');
  await fileWith(workbench, ADA, 'wikidata: Q42');
  await question(page, 'Links of Ada Quill');
  await press('Escape');
  await noQuestion(page);
});

test('a date of an event is checked while it is typed', async () => {
  const { page } = workbench;
  const event = 'annotations/events/attack-on-trump-2024.yaml';
  await workbench.openFile(event);
  await press('Alt+a', 'r');
  await question(page, 'Assault: Donald Trump is attacked');
  await type('da');
  await choice(page, 'Assault: Donald Trump is attacked', 'Date');
  await press('Enter');
  await question(page, 'Date of “Donald Trump is attacked”');
  await type('last summer');
  await press('Enter');
  await question(page, 'Date of “Donald Trump is attacked”');
  await page.keyboard.press('Control+a');
  await type('2024-07-13T18');
  await page.keyboard.press('Control+a');
  await type('2024-07');
  await press('Enter');
  await fileWith(workbench, event, 'date: "2024-07"');
  // The next field is the one that Enter takes.
  await choice(page, 'Assault: Donald Trump is attacked', 'Place');
  await press('Escape');
  await noQuestion(page);
  await workbench.runCommand('Source Annotator: Undo Last Annotation Change');
  await fileWith(workbench, event, 'date: "2024-07-13"');
  await workbench.openFile(SOURCE);
});

test('two entities become one with five keys, and the source of each mention is shown before', async () => {
  const { page } = workbench;
  const before = [ADA, OTHER, ANNOTATIONS].map(workbench.read);
  await putCaret(page, 3, 2);
  await press('Alt+a', 'j');
  await choice(page, 'Merge A. Quill with…', 'Ada Quill');
  await press('Enter');
  await choice(page, 'Which record stays?', 'Ada Quill');
  await press('Enter');
  await choice(page, 'Merge A. Quill into Ada Quill', 'Merge');
  await type('name');
  await choice(page, 'Merge A. Quill into Ada Quill', 'Name: Ada Quill');
  await press('Enter');
  await choice(page, 'Merge A. Quill into Ada Quill', 'Merge');
  await press('Enter');
  await fileWith(workbench, OTHER, 'mergedInto: ada-quill');
  const ada = await fileWith(workbench, ADA, 'name: "A. Quill"');
  assert.match(ada, /- "Ada Quill"/);
  assert.equal(workbench.read(ANNOTATIONS).match(/entity: ada-quill/g)?.length, 3);
  await takeBack(workbench);
  await eventually('everything to be as it was', () => {
    return [ADA, OTHER, ANNOTATIONS].map(workbench.read).every((text, at) => text === before[at]);
  });
});

test('a record is split by picking mentions with Space', async () => {
  const { page } = workbench;
  const before = workbench.read(ANNOTATIONS);
  await workbench.focusEditor();
  await putCaret(page, 3, 16);
  await workbench.runCommand('Source Annotator: Split Record…');
  await question(page, 'Split Bertil Quist');
  const shown = page.locator('.quick-input-list .monaco-list-row input[type=checkbox]:checked');
  await press('Enter');
  await question(page, 'Split 1 mention off Bertil Quist');
  await type('Bertil Quist the elder');
  await press('Enter');
  await fileWith(workbench, ANNOTATIONS, 'entity: bertil-quist-the-elder');
  assert.equal(await shown.count(), 0);
  await takeBack(workbench);
  await eventually('everything to be as it was', () => workbench.read(ANNOTATIONS) === before);
});

test('F2 in the sidebar renames the node that the keyboard is on', async () => {
  const { page } = workbench;
  await focusView(workbench, 'Entities');
  await goDownTo(page, 'Person, ');
  await unfold(page);
  await goDownTo(page, 'Bertil Quist, Person');
  await press('F2');
  await question(page, 'Rename Bertil Quist');
  await type('Bertil Q.');
  await press('Enter');
  await fileWith(workbench, 'annotations/entities/bertil-quist.yaml', 'name: "Bertil Q."');
  await takeBack(workbench);
  await fileWith(workbench, 'annotations/entities/bertil-quist.yaml', 'name: "Bertil Quist"');
});

test('an entity that is dragged onto another is merged into it, after a look', async () => {
  const { page } = workbench;
  // The keyboard scrolls to where the two are.
  await focusView(workbench, 'Entities');
  await goDownTo(page, 'A. Quill, Person');
  await goDownTo(page, 'Ada Quill, Person');
  const from = treeNode(page, 'Entities', 'A. Quill, Person');
  const into = treeNode(page, 'Entities', 'Ada Quill, Person');
  await from.dragTo(into);
  await choice(page, 'Merge A. Quill into Ada Quill', 'Merge');
  await press('Enter');
  await fileWith(workbench, OTHER, 'mergedInto: ada-quill');
  await takeBack(workbench);
  await eventually('the redirect to be gone', () => !workbench.read(OTHER).includes('mergedInto'));
});

test('of two that look like one it is said that they are two, and they are not proposed again', async () => {
  const { page } = workbench;
  const before = [ADA, OTHER].map(workbench.read).join('');
  await workbench.runCommand('Source Annotator: Find Duplicates…');
  await question(page, 'may be one');
  await type('Quill');
  await choice(page, 'may be one', 'Quill');
  await press('Enter');
  await question(page, 'Quill?');
  await type('These');
  await choice(page, 'Quill?', 'These are two');
  await press('Enter');
  await eventually('a file to say so', () => {
    return [ADA, OTHER].some((file) => workbench.read(file).includes('distinctFrom'));
  });
  // The others are listed again.
  await choice(page, 'may be one', '=');
  assert.equal(await page.getByText('Ada Quill =').count(), 0);
  await press('Escape');
  await takeBack(workbench);
  await eventually(
    'nothing to be said',
    () => [ADA, OTHER].map(workbench.read).join('') === before,
  );
});

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
}

function recordOf(name: string): string {
  return `annotations/entities/${idOf(name)}.yaml`;
}

function entity(name: string): string {
  return `format: entity/1\nid: ${idOf(name)}\ntype: person\nname: "${name}"\n`;
}

/** Every name of the text, in its order. */
function annotations(): string {
  const records = [...TEXT.matchAll(/Ada Quill|A\. Quill|Bertil Quist/g)].map(
    ({ 0: name, index }, at) => `  a-00000${at}:
    exact: "${name}"
    start: ${index}
    end: ${index + name.length}
    entity: ${idOf(name)}
`,
  );
  return `format: source-annotations/1\nsource:\n  path: ${SOURCE}\nannotations:\n${records.join('')}`;
}

async function press(...keys: readonly string[]): Promise<void> {
  await screen.press(workbench.page, ...keys);
}

async function type(text: string): Promise<void> {
  await workbench.page.keyboard.type(text);
}
