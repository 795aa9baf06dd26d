// An analyst annotates with the keyboard alone, and finds the result on disk.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openWorkbench, type Workbench } from './harness';
import { choice, fileWith, marked, noQuestion, putCaret } from './screen';

const SOURCE = 'seeds/talks.txt';
const TEXT = `Wang Yi met Dmytro Kuleba on Monday.

Captain Marisol Vega watched.

In Guangzhou, Xi Jinping, Wang Yi and Vladimir Putin talked on 26 April 2023 about peace. It rained.
`;

let workbench: Workbench;

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
  await page.keyboard.press('Alt+a');
  await page.keyboard.press('e');
  await choice(page, 'Annotate “Wang Yi” as entity', 'Wang Yi');
  await page.keyboard.press('Enter');
  await noQuestion(page);
  await marked(page.locator('.monaco-editor'), 'Wang Yi');
  const yaml = await fileWith(workbench, 'annotations/seeds/talks.txt.ann.yaml', 'wang-yi');
  assert.match(yaml, /exact: "Wang Yi"\n(?: {4}.*\n)* {4}entity: wang-yi\n/);
  await page.screenshot({ path: '/tmp/plan/shot1.png' });
});

test('a new entity is five keystrokes', async () => {
  const { page } = workbench;
  await putCaret(page, 3, 12);
  await page.keyboard.press('Alt+a');
  await page.keyboard.press('e');
  await choice(page, 'Annotate “Marisol Vega” as entity', 'Create entity “Marisol Vega”');
  await page.screenshot({ path: '/tmp/plan/shot2.png' });
  await page.keyboard.press('Enter');
  await choice(page, 'Create “Marisol Vega”', 'Person');
  await page.keyboard.press('Enter');
  await noQuestion(page);
  await page.screenshot({ path: '/tmp/plan/shot3.png' });
  const record = await fileWith(workbench, 'annotations/entities/marisol-vega.yaml', 'person');
  assert.match(record, /^name: "Marisol Vega"$/m);
});

test('a new event with date, place and three participants is at most twenty keystrokes', async () => {
  const { page } = workbench;
  await putCaret(page, 5, 80);
  await page.keyboard.press('Alt+a');
  await page.keyboard.press('v');
  for (let n = 0; n < 10; n++) {
    await page.waitForTimeout(600);
    await page.screenshot({ path: `/tmp/plan/ev${n}.png` });
    if (n === 0) {
      await page.keyboard.press('ArrowUp');
      console.log(
        await page.locator('.quick-input-widget:visible .monaco-list-row').allInnerTexts(),
      );
    }
    console.log(
      await page
        .locator('.quick-input-widget:visible .quick-input-title')
        .innerText({ timeout: 300 })
        .catch(() => 'none'),
      '|',
      await page
        .locator('.quick-input-widget:visible input')
        .first()
        .inputValue({ timeout: 300 })
        .catch(() => ''),
      '|',
      await page
        .locator('.quick-input-widget:visible .monaco-list-row.focused')
        .first()
        .getAttribute('aria-label', { timeout: 300 })
        .catch(() => ''),
    );
    await page.keyboard.press('Enter');
  }
});
