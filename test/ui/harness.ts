// A workbench for one test file: its own copy of the corpus, server, browser and page.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { copyCorpus, temporaryFolder } from '../../scripts/corpus.mjs';
import { launchBrowser } from '../../scripts/host/browser.mjs';
import { onInterrupt } from '../../scripts/host/group.mjs';
import { startServer } from '../../scripts/host/server.mjs';
import { root } from '../../scripts/root.mjs';

/** The themes that pictures are reviewed in, and the class of the workbench in each. */
const THEMES = {
  light: { name: 'Default Light Modern', cssClass: 'vs' },
  dark: { name: 'Default Dark Modern', cssClass: 'vs-dark' },
  highContrast: { name: 'Default High Contrast', cssClass: 'hc-black' },
  highContrastLight: { name: 'Default High Contrast Light', cssClass: 'hc-light' },
} as const;

type Theme = keyof typeof THEMES;

export interface Workbench {
  /** For everything that the functions below do not cover. */
  readonly page: Page;
  /** Absolute path of the copy of the corpus, a git repository with one commit. */
  readonly workspaceDir: string;
  /** Runs a command of the palette by its whole title, `Category: Title`. */
  readonly runCommand: (title: string) => Promise<void>;
  /** Opens a file of the workspace by its path in it and focuses its editor. */
  readonly openFile: (file: string) => Promise<void>;
  /** Moves the keyboard to the active editor; the caret stays where it was. */
  readonly focusEditor: () => Promise<void>;
  readonly setTheme: (theme: Theme) => Promise<void>;
  /** Changes settings of the server, which win over the user's and are taken up within a second. */
  readonly setSettings: (settings: Readonly<Record<string, unknown>>) => void;
  /** The text of a file of the workspace, as it is on disk now. */
  readonly read: (file: string) => string;
  /** Writes a file of the workspace past the editor, with the folders that it needs. */
  readonly write: (file: string, text: string) => void;
  /** Writes a PNG of the window to an absolute path. */
  readonly screenshot: (file: string) => Promise<void>;
  /** Ends the browser and the server. */
  readonly dispose: () => Promise<void>;
}

/** `files`, text by path, are there before it opens. */
export async function openWorkbench(
  files: Readonly<Record<string, string>> = {},
): Promise<Workbench> {
  const temporary = temporaryFolder('ui');
  const workspaceDir = copyCorpus(path.join(temporary, 'corpus'));
  for (const [file, text] of Object.entries(files)) writeTo(workspaceDir, file, text);
  const userDataDir = path.join(temporary, 'user');
  const server = await startServer({
    workspace: workspaceDir,
    extensionDir: root,
    userDataDir,
    extensionsDir: path.join(temporary, 'extensions'),
  });
  onInterrupt(server.stop, 1);
  try {
    const browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(server.url);
    await page.locator('.explorer-viewlet [role=treeitem]').first().waitFor();
    return workbenchOn(page, { workspaceDir, userDataDir }, async () => {
      await browser.close();
      await server.stop();
    });
  } catch (error) {
    await server.stop();
    throw error;
  }
}

interface Folders {
  readonly workspaceDir: string;
  readonly userDataDir: string;
}

function workbenchOn(
  page: Page,
  { workspaceDir, userDataDir }: Folders,
  dispose: () => Promise<void>,
): Workbench {
  let settings: Readonly<Record<string, unknown>> = {};
  const setSettings = (changed: Readonly<Record<string, unknown>>): void => {
    settings = { ...settings, ...changed };
    writeFileSync(
      path.join(userDataDir, 'data', 'Machine', 'settings.json'),
      JSON.stringify(settings, undefined, 2),
    );
  };
  const pick = async (typed: string, wanted: string): Promise<void> => {
    const widget = page.locator('.quick-input-widget:visible');
    await widget.locator('input').first().fill(typed);
    await widget.locator(`.monaco-list-row.focused[aria-label^="${wanted}"]`).waitFor();
    await page.keyboard.press('Enter');
  };

  return {
    page,
    workspaceDir,
    setSettings,
    async runCommand(title) {
      await page.keyboard.press('F1');
      await pick(`>${title}`, title);
    },
    async openFile(file) {
      await page.keyboard.press('Control+p');
      await pick(file, path.basename(file));
      await page.locator(`.tab.active[data-resource-name="${path.basename(file)}"]`).waitFor();
      await page.locator('.monaco-editor.focused .view-line').first().waitFor();
    },
    async focusEditor() {
      await page.keyboard.press('Control+1');
      await page.locator('.monaco-editor.focused').waitFor();
    },
    async setTheme(theme) {
      const { name, cssClass } = THEMES[theme];
      setSettings({ 'workbench.colorTheme': name });
      await page.locator(`.monaco-workbench.${cssClass}`).waitFor();
    },
    read: (file) => readFileSync(path.join(workspaceDir, file), 'utf8'),
    write: (file, text) => writeTo(workspaceDir, file, text),
    async screenshot(file) {
      await page.screenshot({ path: file });
    },
    dispose,
  };
}

function writeTo(folder: string, file: string, text: string): void {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
