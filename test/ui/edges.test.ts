// Edges, fragments, relations and changed sources with the keyboard, as an analyst presses the keys.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench, type Workbench } from './harness';
import * as screen from './screen';
import {
  choice,
  eventually,
  fileWith,
  goDownTo,
  noQuestion,
  putCaret,
  question,
  quickInput,
  takeBack,
  treeNode,
  unfold,
} from './screen';

const SOURCE = 'seeds/edges.txt';
const ANNOTATIONS = `annotations/${SOURCE}.ann.yaml`;
const TEXT = `Foreign Minister Wang Yi’s visit pleased Dmytro Kuleba.

Xi Jinping and his wife, and Wang Yi, leads the delegation of China.
`;

/** What another program changes. */
const CHANGED = 'seeds/000_0edcb852b796c81c.txt';
const CHANGED_ANNOTATIONS = `annotations/${CHANGED}.ann.yaml`;

let workbench: Workbench;

before(async () => {
  workbench = await openWorkbench({ [SOURCE]: TEXT });
  await workbench.openFile(SOURCE);
});

after(async () => {
  await workbench.dispose();
});

test('a mention grows by words, shrinks by characters, and is saved with Enter', async () => {
  await putCaret(workbench.page, 1, 19);
  await annotate('Wang Yi');
  await putCaret(workbench.page, 1, 19);
  await press('Alt+a', 'i');
  await covered('“Wang Yi”');
  await press('Control+Shift+ArrowLeft', 'ArrowRight', 'ArrowRight');
  await covered('“Minister Wang Yi’s”');
  await press('ArrowLeft', 'ArrowLeft');
  await covered('“Minister Wang Yi”');
  await press('Enter');
  const yaml = await fileWith(workbench, ANNOTATIONS, 'exact: "Minister Wang Yi"');
  assert.match(yaml, /start: 8\n {4}end: 24\n {4}entity: wang-yi\n/);
  await takeBack(workbench);
  await fileWith(workbench, ANNOTATIONS, 'exact: "Wang Yi"');
});

test('Escape leaves it as it was, and the keys are those of the editor again', async () => {
  const { page } = workbench;
  await putCaret(page, 1, 19);
  await press('Alt+a', 'i');
  await covered('“Wang Yi”');
  await press('ArrowDown', 'ArrowDown');
  await covered('“visit pleased”');
  await press('Escape');
  await page.locator('.statusbar-item', { hasText: 'Ln 1, Col 19' }).waitFor();
  await press('ArrowDown');
  await page.locator('.statusbar-item', { hasText: 'Ln 2, Col 1' }).waitFor();
  assert.match(workbench.read(ANNOTATIONS), /exact: "Wang Yi"/);
});

test('another fragment is two keystrokes, and Tab leads from one to the other', async () => {
  const { page } = workbench;
  await putCaret(page, 1, 10);
  await press('Alt+a', 'u');
  await fileWith(workbench, ANNOTATIONS, 'fragments:');
  await putCaret(page, 1, 10);
  await press('Alt+a', 'i');
  await covered('fragment 1 of 2');
  await press('Tab');
  await covered('fragment 2 of 2');
  await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Enter');
  const yaml = await fileWith(workbench, ANNOTATIONS, 'exact: "Wang"');
  assert.match(yaml, /- \{ exact: "(?:Foreign )?Minister"/);
});

test('a relation is asked for in three steps, evidenced by the selection', async () => {
  const { page } = workbench;
  await putCaret(page, 3, 3);
  await annotate('Xi Jinping');
  await putCaret(page, 3, 64);
  await annotate('China');
  await putCaret(page, 3, 1);
  await press('Shift+End');
  await press('Alt+a', 'k');
  await question(page, 'Relation of which entity?');
  await choice(page, 'Relation of which entity?', 'Xi Jinping');
  await press('Enter');
  await question(page, 'What is Xi Jinping?');
  await page.keyboard.type('represents');
  await choice(page, 'What is Xi Jinping?', 'Represents');
  await press('Enter');
  await choice(page, 'Xi Jinping: Represents', 'China');
  await press('Enter');
  await question(page, 'When: Xi Jinping: Represents China');
  await page.keyboard.type('2013-03-14/..');
  await press('Enter');
  await noQuestion(page);
  const record = await fileWith(workbench, 'annotations/entities/xi-jinping.yaml', 'represents');
  const [, id] =
    /type: represents, entity: china, date: "2013-03-14\/\.\.", evidence: \[(a-[0-9a-z]+)\]/.exec(
      record,
    ) ?? [];
  assert.ok(id !== undefined, record);
  assert.match(
    workbench.read(ANNOTATIONS),
    new RegExp(`  ${id}:\\n    exact: "Xi Jinping and his`),
  );

  await putCaret(page, 3, 64);
  await press('Alt+a', 'w');
  const focused = page.locator('.monaco-list:focus .monaco-list-row.focused');
  await focused.and(page.locator('[aria-label*="delegation of China"]')).waitFor();
  await eventually('the keyboard to be on China', async () => {
    if ((await focused.getAttribute('aria-label'))?.startsWith('China, ') === true) return true;
    await press('ArrowLeft');
    return false;
  });
  await goDownTo(page, '4 relations');
  await unfold(page);
  await treeNode(page, 'Entities', 'Represented by Xi Jinping').waitFor();
});

test('no key has changed the source', () => {
  assert.equal(workbench.read(SOURCE), TEXT);
});

test('doubtful places come first and are picked by a click, certain ones are picked, and Enter writes both', async () => {
  const { page } = workbench;
  const before = workbench.read(CHANGED_ANNOTATIONS);
  const text = workbench.read(CHANGED);
  await workbench.openFile(CHANGED);
  const changed = `A new first paragraph.\n\n${text}`.replace('Guangzhou', 'Shenzhen');
  workbench.write(CHANGED, changed);
  await page.locator('.view-lines', { hasText: 'A new first paragraph.' }).waitFor();
  await workbench.runCommand('Source Annotator: Re-anchor This Source…');
  await question(page, `Re-anchor ${CHANGED}`);
  const doubtful = quickInput(page).locator('.monaco-list-row', {
    hasText: '“Guangzhou” → “Shenzhen”',
  });
  await doubtful.waitFor();
  assert.equal(workbench.read(CHANGED_ANNOTATIONS), before);

  await doubtful.locator('.quick-input-list-label').first().click();
  await page.keyboard.press('Enter');
  await noQuestion(page);
  const after = await fileWith(workbench, CHANGED_ANNOTATIONS, 'exact: "Shenzhen"');
  const starts = (file: string): readonly number[] =>
    [...file.matchAll(/start: (\d+)/g)].map(([, start]) => Number(start));
  const moved = starts(after).filter((start, index) => start !== starts(before)[index]);
  assert.equal(moved.length, starts(before).length);
});

/** Annotates the name at the caret with the entity that is proposed first. */
async function annotate(name: string): Promise<void> {
  await press('Alt+a', 'e');
  await choice(workbench.page, `Annotate “${name}” as entity`, name);
  await press('Enter');
  await noQuestion(workbench.page);
  await fileWith(workbench, ANNOTATIONS, `exact: "${name}"`);
}

async function press(...keys: readonly string[]): Promise<void> {
  await screen.press(workbench.page, ...keys);
}

/** Waits until the status bar says that this is covered now. */
async function covered(words: string): Promise<void> {
  await eventually(`${words} in the status bar`, async () => {
    const mode = workbench.page.locator('.statusbar-item', { hasText: 'Enter saves' });
    const items = mode.filter({ hasText: words });
    return (await items.count()) > 0;
  });
}
