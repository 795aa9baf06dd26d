// An analyst annotates with the keyboard alone, and finds the result on disk.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openWorkbench, type Workbench } from './harness';
import { choice, eventually, fileWith, marked, noQuestion, putCaret, question } from './screen';

const SOURCE = 'seeds/talks.txt';
const ANNOTATIONS = `annotations/${SOURCE}.ann.yaml`;
const TEXT = `Wang Yi met Dmytro Kuleba on Monday.

Captain Marisol Vega watched.

In Guangzhou, Xi Jinping, Wang Yi and Vladimir Putin talked on 26 April 2023 about peace. It rained.

The Kremlin spoke to nobody in particular. Somebody sneezed.
`;

/** What the questions about a new event are called, in their order. */
const STEPS = ['type', 'mode', 'title', 'date', 'place', 'participants', 'roles', 'status'];

let workbench: Workbench;
let strokes = 0;

before(async () => {
  workbench = await openWorkbench();
  writeFileSync(path.join(workbench.workspaceDir, SOURCE), TEXT);
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
  await press('Alt+a', 'z');
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

test('a new event with date, place and three participants is at most twenty keystrokes', async () => {
  const { page } = workbench;
  await putCaret(page, 5, 80);
  await press('Alt+a', 'v');
  await question(page, 'as event');
  await press('ArrowUp');
  await choice(page, 'as event', 'New event…');
  await press('Enter');
  for (const step of STEPS) {
    await question(page, `New event: ${step}`);
    await press('Enter');
  }
  await noQuestion(page);
  assert.ok(taken() <= 20);
  const yaml = await fileWith(workbench, ANNOTATIONS, 'event: ');
  const id = /event: (\S+)/.exec(yaml)?.[1] ?? '';
  const record = workbench.read(`annotations/events/${id}.yaml`);
  assert.match(record, /^type: consult$/m);
  assert.match(record, /^date: "2023-04-26"$/m);
  assert.match(record, /^place: guangzhou$/m);
  for (const participant of ['xi-jinping', 'wang-yi', 'vladimir-putin']) {
    assert.match(record, new RegExp(`entity: ${participant} `));
  }
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
  await goOn();
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

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await workbench.page.keyboard.press(key);
    strokes += 1;
  }
}

/** How many keys were pressed since this was asked last. */
function taken(): number {
  const count = strokes;
  strokes = 0;
  return count;
}

/** Enter through the steps of the new event to the one of this name; each is shown before its Enter. */
async function until(step: string): Promise<void> {
  for (let shown = await stepShown(); !shown.startsWith(`New event: ${step}`);) {
    shown = await goOn();
  }
}

/** Enter, and the title of the step that it leads to: a second Enter before that would skip it. */
async function goOn(): Promise<string> {
  const before = await stepShown();
  await press('Enter');
  return eventually('the next step', async () => {
    const shown = await stepShown();
    return shown !== before && shown;
  });
}

function stepShown(): Promise<string> {
  return workbench.page.locator('.quick-input-widget:visible .quick-input-title').innerText();
}
