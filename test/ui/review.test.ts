// Reviewing what changed: the view in the source control sidebar, ticks, and marks in the text.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench, type Workbench } from './harness';
import { eventually, goDownTo, press, treeNode, view } from './screen';

const SOURCE = 'seeds/000_0edcb852b796c81c.txt';
const FILE = `annotations/${SOURCE}.ann.yaml`;

let workbench: Workbench;

before(async () => {
  workbench = await openWorkbench();
  const text = workbench.read(FILE);
  const [removed = '', changed = ''] =
    text.match(/^ {2}a-\w+:\n(?: {4}.*\n)* {4}entity: .*\n/gm) ?? [];
  workbench.write(
    FILE,
    text
      .replace(removed, '')
      .replace(changed, changed.replace(/entity: .*/, 'entity: xi-jinping\n    note: "Really?"')),
  );
  await workbench.openFile(SOURCE);
});

after(async () => {
  await workbench.dispose();
});

test('lists what changed, opens it with its marks, and remembers what was reviewed', async () => {
  const { page } = workbench;
  await page
    .locator('.activitybar .action-item', { has: page.locator('[aria-label^="Source Control"]') })
    .click();
  await view(page, 'Review').locator('.pane-header').click();
  const group = treeNode(page, 'Review', 'Ukraine Wants');
  await group.waitFor();
  const changes = view(page, 'Review').locator('[role=treeitem][aria-level="2"]');
  assert.equal(await changes.count(), 2);
  await view(page, 'Review')
    .locator('.monaco-list')
    .click({ position: { x: 5, y: 5 } });
  await press(page, 'Home');
  await goDownTo(page, '“Russia” now names Xi Jinping');
  await press(page, 'Enter');
  await eventually('a sign before what changed', async () => {
    const signs = await page
      .locator('.view-line span')
      .evaluateAll((spans) =>
        spans.map((span) => getComputedStyle(span, '::before').content.replaceAll('"', '')),
      );
    return signs.includes('~') && signs.includes('−');
  });
  await workbench.focusEditor();
  await press(page, 'Alt+a', 'Enter');
  await eventually('the tick', async () => (await titleOf()).includes('1 of 2 reviewed'));
  await press(page, 'Alt+a', 'Enter');
  await eventually('no tick', async () => (await titleOf()).includes('2 changes'));
  await group.locator('.monaco-custom-toggle').click();
  await eventually('all ticks', async () => (await titleOf()).includes('2 of 2 reviewed'));
});

async function titleOf(): Promise<string> {
  return (await view(workbench.page, 'Review').locator('.pane-header').innerText()).trim();
}
