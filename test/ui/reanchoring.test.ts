// A source was changed by another program: the list shows what moves where, and Enter writes it.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openWorkbench, type Workbench } from './harness';
import { fileWith, noQuestion, question } from './screen';

const SOURCE = 'seeds/000_0edcb852b796c81c.txt';
const FILE = `annotations/${SOURCE}.ann.yaml`;

let workbench: Workbench;

before(async () => {
  workbench = await openWorkbench();
});

after(async () => {
  await workbench.dispose();
});

test('doubtful places come first and are picked by a click, certain ones are picked, and Enter writes both', async () => {
  const { page } = workbench;
  const before = workbench.read(FILE);
  const text = workbench.read(SOURCE);
  await workbench.openFile(SOURCE);
  const changed = `A new first paragraph.\n\n${text}`.replace('Guangzhou', 'Shenzhen');
  writeFileSync(path.join(workbench.workspaceDir, SOURCE), changed);
  await page.locator('.view-lines', { hasText: 'A new first paragraph.' }).waitFor();
  await workbench.runCommand('Source Annotator: Re-anchor This Source…');
  await question(page, `Re-anchor ${SOURCE}`);
  const list = page.locator('.quick-input-widget:visible');
  const doubtful = list.locator('.monaco-list-row', { hasText: '“Guangzhou” → “Shenzhen”' });
  await doubtful.waitFor();
  assert.equal(workbench.read(FILE), before);

  await doubtful.locator('.quick-input-list-label').first().click();
  await page.keyboard.press('Enter');
  await noQuestion(page);
  const after = await fileWith(workbench, FILE, 'exact: "Shenzhen"');
  const starts = (file: string): readonly number[] =>
    [...file.matchAll(/start: (\d+)/g)].map(([, start]) => Number(start));
  const moved = starts(after).filter((start, index) => start !== starts(before)[index]);
  assert.equal(moved.length, starts(before).length);
});
