// What a person sees and does in the window: caret, marks in the text, lists of choices, trees.

import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import type { Workbench } from './harness';

const PAUSE_MS = 25;
const LIMIT_MS = 15_000;

/** Asks until the answer is there: neither undefined nor false. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const limit = Date.now() + LIMIT_MS;
  for (;;) {
    let failure = '';
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      failure = `: ${error instanceof Error ? error.message : String(error)}`;
    }
    if (Date.now() > limit) throw new Error(`Waited in vain for ${what}${failure}`);
    await delay(PAUSE_MS);
  }
}

/** The text of a file of the workspace once it is there and contains the words. */
export function fileWith(workbench: Workbench, file: string, words: string): Promise<string> {
  return eventually(`“${words}” in ${file}`, () => {
    const text = workbench.read(file);
    return text.includes(words) && text;
  });
}

/** Puts the caret into the active editor; line and column count from 1. */
export async function putCaret(page: Page, line: number, column: number): Promise<void> {
  // A list that is closing would take the keys with it.
  await quickInput(page).waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+g');
  const input = quickInput(page).locator('input').first();
  await input.waitFor();
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page
    .locator('.statusbar-item', { hasText: new RegExp(`Ln ${line}, Col ${column}(\\D|$)`) })
    .waitFor();
}

/** One key after the other; of a chord each stroke is one. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** The list or box that is shown. */
export function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget:visible');
}

/** Waits for the list whose title contains the words, and for the choice that Enter would take. */
export async function choice(page: Page, title: string, label: string): Promise<void> {
  await question(page, title);
  await quickInput(page).locator(`.monaco-list-row.focused[aria-label*="${label}"]`).waitFor();
}

/** Waits for the list or box whose title contains the words. */
export async function question(page: Page, title: string): Promise<void> {
  await page
    .locator('.quick-input-widget:visible .quick-input-title', { hasText: title })
    .waitFor();
}

/** Presses Enter, and waits for what is asked then: a second Enter before that would skip it. */
export async function goOn(page: Page, enter: () => Promise<void>): Promise<void> {
  const before = await quickInput(page).innerText();
  await enter();
  await eventually('the next question', async () => {
    return (await quickInput(page).innerText()) !== before;
  });
}

/** Enter through the steps of a new event to the one of this name; each is shown before its Enter. */
export async function enterUntil(
  page: Page,
  step: string,
  enter: () => Promise<void>,
): Promise<void> {
  const title = quickInput(page).locator('.quick-input-title');
  while (!(await title.innerText()).startsWith(`New event: ${step}`)) await goOn(page, enter);
}

/** Waits until no question is asked. */
export async function noQuestion(page: Page): Promise<void> {
  await quickInput(page).waitFor({ state: 'hidden' });
}

/** How the words look where they are a mention of their own; absent when nothing marks them. */
export interface Mark {
  readonly line: string;
  /** `dotted` for what is only suggested, and for times. */
  readonly style: string;
  readonly color: string;
}

/** The first place of the words in the editors that has a line of its own under it. */
export async function markOf(editor: Locator, words: string): Promise<Mark | undefined> {
  const found = await editor.locator('.view-line span > span').evaluateAll((spans, wanted) => {
    for (const span of spans) {
      if (span.textContent.replaceAll('\u00a0', ' ') !== wanted) continue;
      const { textDecorationLine, textDecorationStyle, textDecorationColor } =
        getComputedStyle(span);
      if (textDecorationLine === 'none') continue;
      return {
        line: textDecorationLine,
        style: textDecorationStyle,
        color: textDecorationColor,
      };
    }
    return null;
  }, words);
  return found ?? undefined;
}

/** The mark of the words, once it is there. */
export function marked(editor: Locator, words: string): Promise<Mark> {
  return eventually(`“${words}” to be marked`, () => markOf(editor, words));
}

/** A view of the sidebar by its name. */
export function view(page: Page, name: string): Locator {
  return page.locator('.pane', { has: page.locator(`.pane-header[aria-label^="${name}"]`) });
}

/** A node of the tree in a view of the sidebar, by the beginning of what is read out of it. */
export function treeNode(page: Page, name: string, label: string): Locator {
  return view(page, name).locator(`[role=treeitem][aria-label^="${label}"]`).first();
}

/** Moves the keyboard into a view of the sidebar, to its first node. */
export async function focusView(workbench: Workbench, name: string): Promise<void> {
  const { page } = workbench;
  await workbench.runCommand(`Source Annotator: Focus on ${name} View`);
  await view(page, name).locator('.monaco-list:focus').waitFor();
  await page.keyboard.press('Home');
  await view(page, name).locator('.monaco-list-row.focused[data-index="0"]').waitFor();
}

/** Moves the keyboard down, in the tree where it is, to the node whose label begins like this. */
export async function goDownTo(page: Page, label: string): Promise<void> {
  const focused = page.locator('.monaco-list:focus .monaco-list-row.focused');
  for (;;) {
    if ((await focused.getAttribute('aria-label'))?.startsWith(label) === true) return;
    const at = await focused.getAttribute('data-index');
    await page.keyboard.press('ArrowDown');
    await eventually(`a node below, on the way to ${label}`, async () => {
      return (await focused.getAttribute('data-index')) !== at;
    });
  }
}

/** Unfolds the node that the keyboard is on, and goes to the first one below it. */
export async function unfold(page: Page): Promise<void> {
  const focused = page.locator('.monaco-list:focus .monaco-list-row.focused');
  const level = Number(await focused.getAttribute('aria-level'));
  await eventually('the first node below', async () => {
    if (Number(await focused.getAttribute('aria-level')) > level) return true;
    await page.keyboard.press('ArrowRight');
    return false;
  });
}

/** Takes the last change back with the keyboard; a list that is closing would take the keys. */
export async function takeBack(workbench: Workbench): Promise<void> {
  await noQuestion(workbench.page);
  await workbench.focusEditor();
  await press(workbench.page, 'Alt+a', 'z');
}

/** Waits for a warning with the words, and clears it away. This host shows no toasts. */
export async function warned(page: Page, words: RegExp): Promise<void> {
  const bell = page.locator('.statusbar-item[id="status.notifications"]');
  await bell.locator('.codicon-bell-dot').waitFor();
  await bell.locator('a').click();
  const center = page.locator('.notifications-center');
  await center.locator('.notification-list-item-message', { hasText: words }).waitFor();
  await center.locator('.codicon-notifications-clear-all').click();
  await page.keyboard.press('Escape');
  await center.waitFor({ state: 'hidden' });
}

/** How many errors and warnings the status bar counts. */
export async function problemCount(page: Page): Promise<number> {
  const text = await page.locator('.statusbar-item[id="status.problems"]').innerText();
  return (text.match(/\d+/g) ?? []).reduce((sum, number) => sum + Number(number), 0);
}
