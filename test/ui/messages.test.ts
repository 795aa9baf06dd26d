// What cannot be done is said in words, and nothing is lost.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench, type Workbench } from './harness';
import { choice, eventually, fileWith, press, problemCount, putCaret, warned } from './screen';

const TEXT = 'Wang Yi met Marisol Vega.\n';

let workbench: Workbench;

before(async () => {
  workbench = await openWorkbench({
    'seeds/one.txt': TEXT,
    'seeds/clash/two.txt': TEXT,
    'annotations/seeds/clash': 'This file is where a folder must be.\n',
  });
});

after(async () => {
  await workbench.dispose();
});

test('a file that does not parse is named, its place is in the Problems panel, and it is not written', async () => {
  const { page } = workbench;
  const file = 'annotations/seeds/one.txt.ann.yaml';
  await workbench.openFile('seeds/one.txt');
  await tagAt(1, 3, 'Wang Yi');
  const good = await fileWith(workbench, file, 'entity: wang-yi');
  const broken = `${good}  a-broken: { exact: "x\n`;
  workbench.write(file, broken);
  await eventually('the problem', async () => (await problemCount(page)) > 0);
  await tagAt(1, 15, 'Create entity “Marisol Vega”');
  await choice(page, 'Create “Marisol Vega”', 'Person');
  await page.keyboard.press('Enter');
  await warned(page, /one\.txt\.ann\.yaml does not parse, so it is not written/);
  assert.equal(workbench.read(file), broken);
  await workbench.runCommand('Problems: Focus on Problems View');
  await page.locator('.markers-panel', { hasText: 'one.txt.ann.yaml' }).waitFor();
  workbench.write(file, good);
  await eventually('no problem', async () => (await problemCount(page)) === 0);
});

test('a file that is in the way is told, and the new record is not made either', async () => {
  const { page } = workbench;
  await workbench.openFile('seeds/clash/two.txt');
  await tagAt(1, 15, 'Create entity “Marisol Vega”');
  await choice(page, 'Create “Marisol Vega”', 'Person');
  await page.keyboard.press('Enter');
  await warned(page, /clash\/two\.txt\.ann\.yaml cannot be written.*Nothing was changed/);
  assert.throws(() => workbench.read('annotations/entities/marisol-vega.yaml'));
});

test('a place without an annotation is told', async () => {
  const { page } = workbench;
  await workbench.openFile('seeds/clash/two.txt');
  await putCaret(page, 1, 9);
  for (const key of ['c', 'x', 'o', 'm']) {
    await press(page, 'Alt+a', key);
    await warned(page, /There is no annotation at the cursor/);
  }
});

test('a document that is no source is told what it needs to be', async () => {
  const { page } = workbench;
  await workbench.openFile('annotations/entities/wang-yi.yaml');
  await press(page, 'Alt+a', 'e');
  await warned(page, /wang-yi\.yaml is no source: sources are seeds\//);
  await page.keyboard.press('Control+Alt+n');
  await page.locator('.tab.active[data-resource-name="Untitled-1"]').waitFor();
  await page.keyboard.type('Wang Yi spoke.');
  await press(page, 'Alt+a', 'e');
  await warned(page, /Save this document in the workspace folder first/);
});

/** Annotates the name at a place with the first choice, which must be this one. */
async function tagAt(line: number, column: number, label: string): Promise<void> {
  const { page } = workbench;
  await workbench.focusEditor();
  await putCaret(page, line, column);
  await press(page, 'Alt+a', 'e');
  await choice(page, 'as entity', label);
  await page.keyboard.press('Enter');
}
