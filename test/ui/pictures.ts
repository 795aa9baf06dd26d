// Pictures of the workbench with a source of the corpus and the sidebar, in every theme.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench } from './harness';

/** Long enough for decorations to be drawn again after a change of theme, in milliseconds. */
const REDRAW = 700;

/** Writes one PNG for each theme, named after it, into a folder given by its absolute path. */
export async function takePictures(folder: string, source: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const workbench = await openWorkbench();
  try {
    workbench.setSettings({ 'editor.wordWrap': 'on', 'editor.minimap.enabled': false });
    await workbench.openFile(source);
    await workbench.runCommand('View: Show Source Annotator');
    const { page } = workbench;
    for (const group of ['Person', 'Xi Jinping']) {
      const row = page.getByRole('treeitem', { name: group }).first();
      await row.click();
      await page.waitForTimeout(REDRAW);
    }
    await workbench.focusEditor();
    for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] as const) {
      await workbench.setTheme(theme);
      await page.waitForTimeout(REDRAW);
      const file = path.join(folder, `${theme}.png`);
      await workbench.screenshot(file);
      console.log(file);
    }
  } finally {
    await workbench.dispose();
  }
}
