// The sidebar: what its three views list, filtering and sorting them, and acting on a node.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { openWorkbench, type Workbench } from './harness';
import {
  choice,
  eventually,
  focusView,
  goDownTo,
  noQuestion,
  putCaret,
  question,
  treeNode,
  unfold,
  view,
} from './screen';

const SOURCE = 'seeds/000_0edcb852b796c81c.txt';
const TITLE = 'Ukraine Wants "Dialogue and Negotiation with Russia" Through China';

let workbench: Workbench;
let entities = 0;
let persons = 0;

before(async () => {
  workbench = await openWorkbench();
  const files = recordsIn('entities');
  entities = files.length;
  persons = files.filter((file) => /^type: person$/m.test(workbench.read(file))).length;
  await workbench.openFile(SOURCE);
  await workbench.runCommand('View: Show Source Annotator');
});

after(async () => {
  await workbench.dispose();
});

test('the views list every entity by type, every event by year, and the open source', async () => {
  await lists(entities);
  await eventually('all events to be listed', async () => {
    return (await sumOf('Events')) === recordsIn('events').length;
  });
  const annotations = workbench.read(`annotations/${SOURCE}.ann.yaml`).match(/^ {2}a-/gm)?.length;
  const shown = await node('This Source', 'Ukraine Wants').getAttribute('aria-label');
  assert.ok(shown !== null && shown.startsWith(TITLE));
  assert.ok(shown.endsWith(`, ${annotations} annotations`));
});

test('with the keyboard alone, an entity unfolds to its mentions, and Enter goes to one', async () => {
  const { page } = workbench;
  await focusView(workbench, 'Entities');
  await goDownTo(page, 'Person, ');
  await unfold(page);
  await goDownTo(page, 'Dmytro Kuleba, Person, 2 mentions in 1 source');
  await unfold(page);
  await goDownTo(page, 'Ukraine Wants');
  await unfold(page);
  await goDownTo(page, "Dmytro Kuleba, Ukraine's Foreign Minister");
  await page.keyboard.press('Enter');
  await caretAt('Ln 19, Col 1 (13 selected)');
});

test('an action on a node is about that node, wherever the caret is', async () => {
  const file = `annotations/${SOURCE}.ann.yaml`;
  const before = workbench.read(file);
  const mention = node('Entities', "…this, Minister Kuleba's visit");
  await chooseFromMenu(mention, 'Delete Annotation');
  const after = await eventually('the annotation to be deleted', () => {
    const text = workbench.read(file);
    return text !== before && text;
  });
  assert.equal(before.match(/entity: dmytro-kuleba/g)?.length, 2);
  assert.equal(after.match(/entity: dmytro-kuleba/g)?.length, 1);
  assert.match(after, /exact: "Dmytro Kuleba"/);
  await mention.waitFor({ state: 'detached' });
  await node('Entities', 'Dmytro Kuleba, Person, 1 mention in 1 source').waitFor();
  await workbench.runCommand('Source Annotator: Undo Last Annotation Change');
  await mention.waitFor();
  assert.equal(workbench.read(file), before);
});

test('an event unfolds to its participants and its evidence', async () => {
  const { page } = workbench;
  await focusView(workbench, 'Events');
  await goDownTo(page, '2024, ');
  await unfold(page);
  await goDownTo(page, 'Dmytro Kuleba meets Wang Yi in Guangzhou');
  await unfold(page);
  await goDownTo(page, 'recipient: Wang Yi');
  await goDownTo(page, 'Ukraine Wants');
  await unfold(page);
  await goDownTo(page, "Dmytro Kuleba, Ukraine's Foreign Minister, met with Wang Yi");
  await page.keyboard.press('Enter');
  await caretAt('Ln 19, Col 1 (59 selected)');
});

test('the filter narrows down while it is typed, and Enter keeps it', async () => {
  const { page } = workbench;
  await filter('kuleba');
  await view(page, 'Entities')
    .locator('.message', { hasText: `1 of ${entities} entities` })
    .waitFor();
  await lists(1);
  await page.keyboard.press('Enter');
  await noQuestion(page);
  await lists(1);
  await filter('no such name');
  await view(page, 'Entities').getByText('No entity fits the filter.').waitFor();
  await page.keyboard.press('Escape');
  await lists(1);
  await workbench.runCommand('Source Annotator: Clear Sidebar Filter');
  await lists(entities);
});

test('the filter narrows down to types, too', async () => {
  const { page } = workbench;
  await workbench.runCommand('Source Annotator: Filter Sidebar…');
  await question(page, 'Filter Sidebar');
  await page.keyboard.press('ArrowDown');
  await choice(page, 'Filter Sidebar', 'Person');
  await page.keyboard.press('Space');
  await lists(persons);
  await page.keyboard.press('Escape');
  await lists(entities);
});

test('entities are sorted by the number of their mentions when asked', async () => {
  const { page } = workbench;
  await workbench.runCommand('Source Annotator: Sort Entities…');
  await question(page, 'Sort Entities');
  await page.keyboard.type('number');
  await choice(page, 'Sort Entities', 'By Number of Mentions');
  await page.keyboard.press('Enter');
  await focusView(workbench, 'Entities');
  await goDownTo(page, 'Person, ');
  await unfold(page);
  await goDownTo(page, 'Xi Jinping');
  const row = view(page, 'Entities').locator('.monaco-list-row.focused');
  assert.equal(await row.getAttribute('data-index'), '1');
});

test('what the caret is on is shown in the sidebar, once or as it moves', async () => {
  const { page } = workbench;
  await workbench.focusEditor();
  await putCaret(page, 31, 23);
  await workbench.runCommand('Source Annotator: Show in Sidebar');
  await selected('Entities', "…this, Minister Kuleba's visit");
  await workbench.runCommand('Source Annotator: Toggle Sidebar Follows Cursor');
  await workbench.focusEditor();
  await putCaret(page, 19, 3);
  await selected('This Source', 'Person, Dmytro Kuleba');
  await putCaret(page, 19, 55);
  await selected('This Source', 'Person, Wang Yi');
  await workbench.runCommand('Source Annotator: Toggle Sidebar Follows Cursor');
});

/** The files of the records of the copy, as paths in it. */
function recordsIn(folder: string): readonly string[] {
  const names = readdirSync(path.join(workbench.workspaceDir, 'annotations', folder));
  return names.map((name) => `annotations/${folder}/${name}`);
}

function node(name: string, label: string): Locator {
  return treeNode(workbench.page, name, label);
}

async function selected(name: string, label: string): Promise<void> {
  await view(workbench.page, name)
    .locator(`[role=treeitem].selected[aria-label^="${label}"]`)
    .waitFor();
}

/** The sum of the numbers of the first level, which says “Person, 18 entities”. */
async function sumOf(name: string): Promise<number> {
  const labels = await view(workbench.page, name)
    .locator('[role=treeitem][aria-level="1"]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  return labels.reduce((sum, label) => sum + Number(/, (\d+) /.exec(label)?.[1] ?? 0), 0);
}

/** Waits for what the status bar says of the caret. */
async function caretAt(words: string): Promise<void> {
  await workbench.page.locator('.statusbar-item', { hasText: words }).waitFor();
}

/** Takes an action with the keyboard: a menu that just opened ignores clicks for a while. */
async function chooseFromMenu(row: Locator, action: string): Promise<void> {
  const { page } = workbench;
  await row.click({ button: 'right' });
  const item = page.getByRole('menuitem', { name: action });
  await item.waitFor();
  const focused = page.locator('.monaco-menu .action-item.focused');
  await eventually('the action to have the focus', async () => {
    if ((await focused.allInnerTexts()).some((text) => text.includes(action))) return true;
    await page.keyboard.press('ArrowDown');
    return false;
  });
  await page.keyboard.press('Enter');
  await item.waitFor({ state: 'detached' });
}

async function filter(words: string): Promise<void> {
  await workbench.runCommand('Source Annotator: Filter Sidebar…');
  await question(workbench.page, 'Filter Sidebar');
  await workbench.page.keyboard.press('Control+a');
  await workbench.page.keyboard.type(words);
}

async function lists(count: number): Promise<void> {
  await eventually(`${count} entities to be listed`, async () => {
    return (await sumOf('Entities')) === count;
  });
}
