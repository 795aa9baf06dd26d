// An analyst annotates with the keyboard alone, and finds the result on disk.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench, type Workbench } from './harness';
import * as screen from './screen';
import {
  choice,
  eventually,
  fileWith,
  marked,
  markOf,
  noQuestion,
  putCaret,
  question,
  takeBack,
  treeNode,
} from './screen';

const SOURCE = 'seeds/talks.txt';
const ANNOTATIONS = `annotations/${SOURCE}.ann.yaml`;
const TEXT = `Wang Yi met Dmytro Kuleba on Monday.

Captain Marisol Vega watched.

It rained.

The Kremlin spoke to nobody in particular. Somebody sneezed.
`;

/** Another one, for what is suggested. */
const OFFERED = 'seeds/offered.txt';
const OFFERED_TEXT = `Wang Yi came to Kyiv on 3 May 2024.

Minister Zoltan Brankovar met Wang Yi. Zoltan Brankovar left Kyiv.
`;

let workbench: Workbench;
let strokes = 0;

before(async () => {
  workbench = await openWorkbench({ [SOURCE]: TEXT, [OFFERED]: OFFERED_TEXT });
  await workbench.openFile(SOURCE);
});

after(async () => {
  await workbench.dispose();
});

test('a known entity is three keystrokes: the name is marked and on disk', async () => {
  const { page } = workbench;
  await putCaret(page, 1, 3);
  await press('Alt+a', 'e');
  await choice(page, 'Annotate “Wang Yi” as entity', 'Wang Yi');
  await press('Enter');
  assert.equal(taken(), 3);
  await noQuestion(page);
  await marked(page.locator('.monaco-editor'), 'Wang Yi');
  const yaml = await fileWith(workbench, ANNOTATIONS, 'wang-yi');
  assert.match(yaml, /exact: "Wang Yi"\n(?: {4}.*\n)* {4}entity: wang-yi\n/);
});

test('a new entity is at most five keystrokes', async () => {
  const { page } = workbench;
  await putCaret(page, 3, 12);
  await press('Alt+a', 'e');
  await choice(page, 'Annotate “Marisol Vega” as entity', 'Create entity “Marisol Vega”');
  await press('Enter');
  await choice(page, 'Create “Marisol Vega”', 'Person');
  await press('Enter');
  assert.ok(taken() <= 5);
  await noQuestion(page);
  const record = await fileWith(workbench, 'annotations/entities/marisol-vega.yaml', 'person');
  assert.match(record, /^name: "Marisol Vega"$/m);
  await fileWith(workbench, ANNOTATIONS, 'entity: marisol-vega');
});

test('the same entity again is two keystrokes', async () => {
  const { page } = workbench;
  await putCaret(page, 1, 15);
  await press('Alt+a', 'e');
  await choice(page, 'Annotate “Dmytro Kuleba” as entity', 'Dmytro Kuleba');
  await press('Enter');
  await fileWith(workbench, ANNOTATIONS, 'entity: dmytro-kuleba');
  await putCaret(page, 7, 6);
  taken();
  await press('Alt+a', 'a');
  assert.equal(taken(), 2);
  const yaml = await fileWith(workbench, ANNOTATIONS, 'exact: "Kremlin"');
  assert.equal(yaml.match(/entity: dmytro-kuleba/g)?.length, 2);
  await takeBack(workbench);
  await eventually('the last annotation to be undone', () => {
    return !workbench.read(ANNOTATIONS).includes('"Kremlin"');
  });
});

test('an entity is found by its type and alias, and a name that is new to it is offered', async () => {
  const { page } = workbench;
  await putCaret(page, 7, 6);
  await press('Alt+a', 'e');
  await question(page, 'Annotate “Kremlin” as entity');
  await page.keyboard.type('putin');
  await choice(page, 'Annotate “Kremlin” as entity', 'Vladimir Putin');
  await press('Enter');
  await choice(page, 'Is “Kremlin” another name of Vladimir Putin?', 'Yes');
  await press('Enter');
  await noQuestion(page);
  const record = await fileWith(workbench, 'annotations/entities/vladimir-putin.yaml', 'Kremlin');
  assert.match(record, /- "Kremlin"/);
  taken();
});

test('a new event is left with Escape and resumed where it was left', async () => {
  const { page } = workbench;
  await putCaret(page, 7, 50);
  await press('Alt+a', 'v');
  await choice(page, 'Annotate “Somebody sneezed” as event', 'New event…');
  await press('Enter');
  await question(page, 'New event: type');
  await page.keyboard.type('Support');
  await choice(page, 'New event: type', 'Support');
  await screen.goOn(page, () => press('Enter'));
  await until('title');
  await page.keyboard.type('A sneeze is heard');
  await press('Enter');
  await question(page, 'New event: date of “A sneeze is heard”');
  await press('Escape');
  await noQuestion(page);
  assert.doesNotMatch(workbench.read(ANNOTATIONS), /sneeze/);

  await putCaret(page, 1, 1);
  await press('Alt+a', 'b');
  await question(page, 'New event: date of “A sneeze is heard”');
  await until('status');
  await press('Enter');
  await noQuestion(page);
  const yaml = await fileWith(workbench, ANNOTATIONS, 'event: a-sneeze-is-heard');
  assert.match(yaml, /exact: "Somebody sneezed"/);
  assert.match(workbench.read('annotations/events/a-sneeze-is-heard.yaml'), /^type: support$/m);
});

test('what is suggested has dots under it, and stands in the view', async () => {
  const { page } = workbench;
  await workbench.openFile(OFFERED);
  const editor = page.locator('.monaco-editor');
  for (const words of ['Wang Yi', 'Kyiv', '3 May 2024', 'Zoltan Brankovar']) {
    assert.equal((await marked(editor, words)).style, 'dotted');
  }
  await workbench.runCommand('Source Annotator: Focus on Suggestions View');
  await treeNode(page, 'Suggestions', 'Known Names, 4 suggestions').waitFor();
  await treeNode(page, 'Suggestions', 'Known name, Person, Wang Yi, 2 passages').waitFor();
  await treeNode(page, 'Suggestions', 'Unknown name, Zoltan Brankovar, new Person').waitFor();
});

test('each is decided with one key, without leaving the text', async () => {
  const { page } = workbench;
  const asked = (words: string): Promise<void> =>
    page.locator('.statusbar-item', { hasText: `“${words}” →` }).waitFor();
  await workbench.focusEditor();
  await press('Control+Home');
  await press('Alt+a', 'g');
  await asked('Wang Yi');
  await press('Shift+Enter');
  await asked('Kyiv');
  await press('Delete');
  await asked('3 May 2024');
  await press('Tab');
  await asked('Zoltan Brankovar');
  await press('Shift+Tab');
  await asked('3 May 2024');
  await press('Enter');
  await asked('Zoltan Brankovar');
  await press('Control+Enter');
  await question(page, 'Annotate “Zoltan Brankovar” as');
  await press('Escape');
  await noQuestion(page);
  await press('Backspace');
  await press('Escape');

  const yaml = await fileWith(workbench, `annotations/${OFFERED}.ann.yaml`, 'Zoltan Brankovar');
  assert.equal(yaml.match(/entity: wang-yi/g)?.length, 2);
  assert.match(yaml, /value: ['"]?2024-05-03/);
  assert.match(yaml, /^rejected:\n(?:.*\n)*.*exact: "Kyiv"/m);
  assert.equal(workbench.read(OFFERED), OFFERED_TEXT);
  const editor = page.locator('.monaco-editor');
  await eventually('the mention to be marked as one', async () => {
    return (await markOf(editor, 'Wang Yi'))?.style === 'solid';
  });
  await page.keyboard.type('So ');
  await eventually('the text to be typed in again', async () => {
    return (await editor.locator('.view-line', { hasText: 'So ' }).count()) > 0;
  });
});

async function press(...keys: readonly string[]): Promise<void> {
  await screen.press(workbench.page, ...keys);
  strokes += keys.length;
}

/** How many keys were pressed since this was asked last. */
function taken(): number {
  const count = strokes;
  strokes = 0;
  return count;
}

/** Enter through the steps of the new event to the one of this name. */
async function until(step: string): Promise<void> {
  await screen.enterUntil(workbench.page, step, () => press('Enter'));
}
