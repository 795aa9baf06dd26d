// The workbench opens a copy of the corpus, in every theme, and a source shows its text.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench, type Workbench } from './harness';

let workbench: Workbench;

before(async () => {
  workbench = await openWorkbench();
});

after(async () => {
  await workbench.dispose();
});

test('a source opens and shows its text', async () => {
  await workbench.openFile('seeds/001_0eb4975a21467d31.txt');
  const firstLine = workbench.page.locator('.monaco-editor .view-line').first();
  const shown = (await firstLine.innerText()).replaceAll('\u00a0', ' ');
  const text = workbench.read('seeds/001_0eb4975a21467d31.txt');
  assert.ok(shown.length > 20 && text.startsWith(shown.trimEnd().slice(0, 40)));
});

test('commands of the palette run and the theme changes', async () => {
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  await workbench.page.locator('.explorer-viewlet').waitFor({ state: 'hidden' });
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  await workbench.page.locator('.explorer-viewlet').waitFor();
  for (const theme of ['dark', 'highContrast', 'highContrastLight', 'light'] as const) {
    await workbench.setTheme(theme);
  }
});

test('the keyboard reaches the editor', async () => {
  await workbench.runCommand('Explorer: Focus on Folders View');
  await workbench.focusEditor();
  await workbench.page.locator('.monaco-editor.focused').waitFor();
});
