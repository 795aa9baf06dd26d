// Discussions as they are shown at the passage and written from the keyboard.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openWorkbench, type Workbench } from './harness';
import { eventually, fileWith, press, putCaret } from './screen';

const SOURCE = 'seeds/talk.txt';
const FILE = `annotations/${SOURCE}.ann.yaml`;
const TEXT = 'Wang Yi met Olena Kovalenko in Kyiv.\n';

describe('a discussion in the editor', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      [SOURCE]: TEXT,
      [FILE]: [
        ...['format: source-annotations/1', 'source:', `  path: "${SOURCE}"`, 'annotations:'],
        ...['  a-000001:', '    exact: "Wang Yi"', '    start: 0', '    end: 7'],
        ...['    entity: wang-yi', '    thread:'],
        ...['      - { by: "anna", text: "Is it *he*? <b>$(zap)</b>" }', ''],
      ].join('\n'),
    });
    workbench.setSettings({ 'comments.openView': 'never' });
    await workbench.openFile(SOURCE);
  });

  after(() => workbench.dispose());

  it('opens at its passage with the keyboard in the box, and shows words as they are written', async () => {
    const { page } = workbench;
    await page.locator('.comment-thread-unresolved').first().waitFor();
    await putCaret(page, 1, 3);
    await press(page, 'Alt+a', 'q');
    const thread = page.locator('.review-widget');
    await thread.locator('.edit-container .monaco-editor.focused').waitFor();
    const words = await thread.locator('.comment-body').first().innerText();
    assert.equal(words.trim(), 'Is it *he*? <b>$(zap)</b>');
    await page.keyboard.type('It is.');
    await press(page, 'Control+Enter');
    await fileWith(workbench, FILE, 'It is.');
    await eventually('both comments', async () => {
      return (await thread.locator('.comment-body').count()) === 2;
    });
    // VS Code moves the keyboard to what was said.
    await thread.locator('.review-comment:focus', { hasText: 'It is.' }).waitFor();
  });

  it('is left by Escape while nothing was typed', async () => {
    const { page } = workbench;
    await workbench.focusEditor();
    await press(page, 'Alt+a', 'q');
    await page.locator('.review-widget .edit-container .monaco-editor.focused').waitFor();
    await press(page, 'Escape');
    await page.locator('.review-widget').first().waitFor({ state: 'hidden' });
    await page.locator('.monaco-editor.focused .view-line', { hasText: 'Wang' }).waitFor();
  });
});
