// What a reader sees of the annotations: marks in every theme, in a diff, the card, the menu.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench, type Workbench } from './harness';
import { eventually, markOf, marked, putCaret } from './screen';

const SOURCE = 'seeds/000_0edcb852b796c81c.txt';

let workbench: Workbench;

before(async () => {
  workbench = await openWorkbench();
  await workbench.openFile(SOURCE);
  await marked(workbench.page.locator('.monaco-editor'), 'Wang Yi');
});

after(async () => {
  await workbench.dispose();
});

test('mentions are underlined in every theme, with a colour of its own for each type', async () => {
  const editor = workbench.page.locator('.monaco-editor');
  const seen = new Set<string>();
  for (const theme of ['dark', 'highContrast', 'highContrastLight', 'light'] as const) {
    await workbench.setTheme(theme);
    const colors = await eventually(`other colours in the theme ${theme}`, async () => {
      const person = await marked(editor, 'Wang Yi');
      const place = await marked(editor, 'Switzerland');
      return !seen.has(person.color) && [person, place];
    });
    const [person, place] = colors.map(({ color }) => color);
    assert.notEqual(person, place);
    seen.add(person ?? '');
    assert.ok(colors.every(({ line }) => line.includes('underline')));
    const passages = editor.locator('.view-overlays .cdr[class*="TextEditorDecorationType"]');
    assert.ok((await passages.count()) > 0, 'passages about events have lines of their own');
  }
});

test('the marks are hidden and shown again', async () => {
  const editor = workbench.page.locator('.monaco-editor');
  await workbench.runCommand('Source Annotator: Toggle Annotation Decorations');
  await eventually('the marks to go', async () => (await markOf(editor, 'Wang Yi')) === undefined);
  await workbench.runCommand('Source Annotator: Toggle Annotation Decorations');
  await marked(editor, 'Wang Yi');
});

test('the card says who is mentioned, and its links work', async () => {
  const { page } = workbench;
  await workbench.focusEditor();
  await putCaret(page, 19, 55);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+i');
  const card = page.locator('.monaco-hover:visible', { hasText: 'Wang Yi' });
  await card.getByText('Person').first().waitFor();
  await card.getByText('Dmytro Kuleba meets Wang Yi in Guangzhou').first().waitFor();
  await card.getByRole('link', { name: 'Open Record' }).first().click();
  await page.locator('.tab.active[data-resource-name="wang-yi.yaml"]').waitFor();
});

test('the menu of the editor has the commands in a source, and only there', async () => {
  const { page } = workbench;
  const submenu = page.getByRole('menuitem', { name: 'Source Annotator' });
  const menu = page.getByRole('menuitem', { name: 'Command Palette' });
  for (const [file, count] of [
    [SOURCE, 1],
    ['annotations/entities/wang-yi.yaml', 0],
  ] as const) {
    await workbench.openFile(file);
    // The window hears of the kind of document a moment after it shows it.
    await eventually(`the menu of ${file} to have ${count} submenus of ours`, async () => {
      await page.keyboard.press('Shift+F10');
      await menu.waitFor();
      const shown = await submenu.count();
      await page.keyboard.press('Escape');
      await menu.waitFor({ state: 'detached' });
      return shown === count;
    });
  }
});

test('both sides of a diff are marked, each at the places of its own text', async () => {
  const { page } = workbench;
  const text = workbench.read(SOURCE);
  workbench.write(SOURCE, `A line above.\n\n${text}`);
  await workbench.openFile(SOURCE);
  await page.locator('.view-line', { hasText: 'A line above.' }).waitFor();
  await page
    .getByRole('button', { name: /^Open Changes/ })
    .first()
    .click();
  const diff = page.locator('.monaco-diff-editor');
  await diff.locator('.editor.modified .view-line').first().waitFor();
  await marked(diff.locator('.editor.original'), 'China');
  await marked(diff.locator('.editor.modified'), 'China');
});
