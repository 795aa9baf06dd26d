// An analyst describes events with the keyboard alone: everything that is missing is made on the way.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { openWorkbench, type Workbench } from './harness';
import * as screen from './screen';
import {
  choice,
  eventually,
  fileWith,
  focusView,
  goDownTo,
  noQuestion,
  putCaret,
  question,
  quickInput,
  takeBack,
  treeNode,
  unfold,
} from './screen';

const SOURCE = 'seeds/rounds.txt';
const ANNOTATIONS = `annotations/${SOURCE}.ann.yaml`;
const TEXT = `In Guangzhou, Xi Jinping, Wang Yi and Vladimir Putin talked on 26 April 2023 about peace.

In Tallinn, Wang Yi, Marisol Vega and Dmytro Kuleba held talks on 4 May 2023. It rained.

Wang Yi welcomed the call in a short note.

Switzerland delivered blankets on Monday.
`;
const MOST_STROKES = 20;

let workbench: Workbench;
let strokes = 0;

before(async () => {
  workbench = await openWorkbench({ [SOURCE]: TEXT });
  await workbench.openFile(SOURCE);
});

after(async () => {
  await workbench.dispose();
});

test('an event with date, place and three known participants takes few keystrokes', async (t) => {
  await begin(1, 80);
  for (const step of [
    'type',
    'mode',
    'title',
    'date',
    'place',
    'participants',
    'roles',
    'status',
  ]) {
    await question(workbench.page, `New event: ${step}`);
    await press('Enter');
  }
  await noQuestion(workbench.page);
  report(t, 'a new event, date, place and three known participants');
  const record = await recordOfLast();
  assert.match(record, /^date: "2023-04-26"$/m);
  assert.match(record, /^place: guangzhou$/m);
  for (const id of ['xi-jinping', 'wang-yi', 'vladimir-putin']) {
    assert.match(record, new RegExp(`entity: ${id} `));
  }
});

test('place and participant that are no entities yet are made in the flow, in one undo', async (t) => {
  const { page } = workbench;
  const before = workbench.read(ANNOTATIONS);
  await begin(3, 60);
  await enterUntil('place');
  await press('ArrowDown');
  await choice(page, 'New event: place', 'Create entity “Tallinn”');
  await press('Enter');
  await choice(page, 'Create “Tallinn”', 'Place');
  await press('Enter');
  await choice(page, 'New event: participants', 'Take Wang Yi, Dmytro Kuleba');
  await press('ArrowDown', 'ArrowDown', 'ArrowDown');
  await choice(page, 'New event: participants', 'Create entity “Marisol Vega”');
  await press('Enter');
  await choice(page, 'Create “Marisol Vega”', 'Person');
  await press('Enter');
  await choice(page, 'New event: participants', 'Take Wang Yi, Dmytro Kuleba, Marisol Vega');
  await press('Enter');
  await question(page, 'New event: roles');
  await press('Enter');
  await question(page, 'New event: status');
  await press('Enter');
  await noQuestion(page);
  report(t, 'the same with a new place and a new participant');

  const yaml = await fileWith(workbench, ANNOTATIONS, 'entity: marisol-vega');
  assert.match(yaml, /exact: "Tallinn"\n(?: {4}.*\n)* {4}entity: tallinn\n/);
  assert.match(yaml, /exact: "Marisol Vega"\n/);
  const record = await recordOfLast();
  assert.match(record, /^place: tallinn$/m);
  assert.match(record, /entity: marisol-vega /);
  assert.match(workbench.read('annotations/entities/tallinn.yaml'), /^type: place$/m);
  assert.match(workbench.read('annotations/entities/marisol-vega.yaml'), /^type: person$/m);

  await takeBack(workbench);
  await eventually('everything to be undone', () => workbench.read(ANNOTATIONS) === before);
  for (const id of ['tallinn', 'marisol-vega']) {
    const file = path.join(workbench.workspaceDir, `annotations/entities/${id}.yaml`);
    await eventually(`${id} to be gone`, () => !existsSync(file));
  }
});

test('an event takes part, a type is overridden, and the passage is judged before it is saved', async () => {
  const { page } = workbench;
  await begin(5, 15);
  await enterUntil('place');
  await page.keyboard.type('kremlin');
  await choice(page, 'New event: place', 'Kremlin');
  await page
    .locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'place takes place' })
    .waitFor();
  await press('Enter');
  await question(page, 'New event: participants');
  await press('ArrowUp');
  await choice(page, 'New event: participants', 'Another event…');
  await press('Enter');
  await question(page, 'Which event takes part');
  await page.keyboard.type('speak by phone');
  await choice(page, 'Which event takes part', 'Xi Jinping and Volodymyr Zelenskyy speak by phone');
  await press('Enter');
  await enterUntil('status');
  await judge('cert', 'Certainty of this passage', 'prob', 'Probable');
  await judge('cred', 'Credibility of this passage', '2', '2: Probably true');
  await press('Enter');
  await noQuestion(page);
  const record = await recordOfLast();
  assert.match(record, /^place: kremlin$/m);
  assert.match(record, /role: topic, entity: xi-zelenskyy-call-2023 /);
  const yaml = workbench.read(ANNOTATIONS);
  assert.match(yaml, /certainty: probable\n(?: {4}.*\n)* {4}credibility: 2\n/);
});

test('who is missing is asked for, and may be made there', async () => {
  const { page } = workbench;
  await begin(7, 15);
  await question(page, 'New event: type');
  await page.keyboard.type('Aid');
  await choice(page, 'New event: type', 'Aid');
  await press('Enter');
  await enterUntil('roles');
  await choice(page, 'New event: roles', 'Leave the recipient out');
  await page.keyboard.type('Oakvillers');
  await choice(page, 'New event: roles', 'Create entity “Oakvillers”');
  await press('Enter');
  await question(page, 'Create “Oakvillers”');
  await press('Enter');
  await choice(page, 'New event: roles', 'Take these roles');
  await enterUntil('status');
  await press('Enter');
  await noQuestion(page);
  assert.match(await recordOfLast(), /role: recipient, entity: oakvillers /);
});

test('a passage gives roles of its own: of a type that does not fit, to an event, to somebody new', async () => {
  const { page } = workbench;
  const title = 'Roles in “Switzerland delivered blankets';
  await putCaret(page, 7, 15);
  await press('Alt+a', 'c');
  await question(page, 'Change the annotation');
  await page.keyboard.type('roles');
  await choice(page, 'Change the annotation', 'Roles');
  await press('Enter');
  await add('recipient');
  await page.keyboard.type('12-point');
  await page
    .locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'recipient takes person' })
    .waitFor();
  await press('Enter');
  await add('topic');
  await press('ArrowUp');
  await choice(page, 'Topic in', 'Another event…');
  await press('Enter');
  await question(page, 'Event as topic in');
  await page.keyboard.type('speak by phone');
  await choice(page, 'Event as topic in', 'Xi Jinping and Volodymyr Zelenskyy speak by phone');
  await press('Enter');
  await add('instrument');
  await page.keyboard.type('blankets');
  await choice(page, 'Instrument in', 'Create entity “blankets”');
  await press('Enter');
  await question(page, 'Create “blankets”');
  await page.keyboard.type('product');
  await choice(page, 'Create “blankets”', 'Product');
  await press('Enter');
  await choice(page, title, 'Save these roles');
  await press('Enter');
  await noQuestion(page);
  const yaml = await fileWith(workbench, ANNOTATIONS, 'target: blankets');
  assert.match(yaml, /role: recipient, target: china-12-point-peace-plan /);
  assert.match(yaml, /role: topic, target: xi-zelenskyy-call-2023 /);
  assert.match(yaml, /exact: "blankets"\n(?: {4}.*\n)* {4}entity: blankets\n/);

  async function add(role: string): Promise<void> {
    await question(page, title);
    await page.keyboard.type(`add ${role}`);
    await choice(page, title, `Add ${role}…`);
    await press('Enter');
    await question(page, `${role.slice(0, 1).toUpperCase()}${role.slice(1)} in`);
  }
});

test('what the sources say of an event is under it, and leads to the passage', async () => {
  const { page } = workbench;
  await workbench.runCommand('Source Annotator: Focus on Events View');
  await treeNode(page, 'Events', '2023').waitFor();
  await focusView(workbench, 'Events');
  await goDownTo(page, '2023');
  await unfold(page);
  await goDownTo(page, 'Xi Jinping and Volodymyr Zelenskyy speak by phone');
  await unfold(page);
  await goDownTo(page, 'What the sources say');
  await unfold(page);
  await goDownTo(page, 'Beijing Seeks to Mediate');
  await unfold(page);
  const statement = 'Actor: Volodymyr Zelenskyy, contradicts the record';
  await goDownTo(page, statement);
  await treeNode(page, 'Events', statement).waitFor();
  await press('Enter');
  await page.locator('.tab.active', { hasText: '003_7f3a32a75eabd094.txt' }).waitFor();
});

/** Begins a new event with the sentence at a place; the strokes are counted from here. */
async function begin(line: number, column: number): Promise<void> {
  const { page } = workbench;
  await workbench.openFile(SOURCE);
  await putCaret(page, line, column);
  strokes = 0;
  await press('Alt+a', 'v');
  await question(page, 'as event');
  const isFirst = await focusedLabel();
  if (!isFirst.includes('New event')) await press('ArrowUp');
  await choice(page, 'as event', 'New event…');
  await press('Enter');
  await question(page, 'New event: type');
}

/** Enter through the steps to the one of this name. */
async function enterUntil(step: string): Promise<void> {
  await screen.enterUntil(workbench.page, step, () => press('Enter'));
}

async function judge(words: string, label: string, value: string, chosen: string): Promise<void> {
  const { page } = workbench;
  await page.keyboard.type(words);
  await choice(page, 'New event: status', label);
  await press('Enter');
  await eventually('the values', async () => !(await focusedLabel()).includes(label));
  await page.keyboard.type(value);
  await choice(page, 'New event: status', chosen);
  await press('Enter');
  await choice(page, 'New event: status', 'Occurred');
}

async function press(...keys: readonly string[]): Promise<void> {
  await screen.press(workbench.page, ...keys);
  strokes += keys.length;
}

function report(t: TestContext, what: string): void {
  t.diagnostic(`${strokes} keystrokes for ${what}`);
  assert.ok(strokes <= MOST_STROKES, `${strokes} keystrokes`);
}

/** The YAML of the event that was saved last. */
async function recordOfLast(): Promise<string> {
  const known = seen.size;
  return await eventually('a new event', () => {
    for (const [, id = ''] of workbench.read(ANNOTATIONS).matchAll(/event: (\S+)/g)) seen.add(id);
    const id = [...seen].at(-1);
    return seen.size > known && id !== undefined && workbench.read(`annotations/events/${id}.yaml`);
  });
}

const seen = new Set<string>();

async function focusedLabel(): Promise<string> {
  const row = quickInput(workbench.page).locator('.monaco-list-row.focused');
  return (await row.getAttribute('aria-label')) ?? '';
}
