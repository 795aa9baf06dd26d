/** A quick pick whose list is ranked here, not by VS Code: the first entry is always the best. */
import * as vscode from 'vscode';
import type { Answer, Prompt } from './answer';
import { untilAnswered } from './quickInput';

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
  /** One letter or digit that puts this first when it is all that was typed. */
  readonly key?: string | undefined;
}

export interface PickOne<T> extends Prompt {
  readonly placeholder: string;
  /** What to list for the text that was typed, best first. Called for every key: keep it quick. */
  readonly choices: (text: string) => readonly Choice<T>[];
  /** Which entry Enter takes before anything is typed, counted from 0: the first unless given. */
  readonly active?: number;
}

/** VS Code sorts by where the label matches unless this is false; it is not in the declarations. */
interface Sorted {
  sortByLabel?: boolean;
}

const MOST = 200;

export function pickOne<T>(options: PickOne<T>): Promise<Answer<T>> {
  const input: vscode.QuickPick<Choice<T>> & Sorted = vscode.window.createQuickPick<Choice<T>>();
  input.sortByLabel = false;
  input.placeholder = options.placeholder;
  // Enter may come before the window has drawn the list for the last key: then its first entry is meant.
  let isDrawn = false;
  const list = (text: string): void => {
    const choices = options.choices(text).slice(0, MOST);
    input.items = choices.map((choice) => ({ ...choice, alwaysShow: true }));
    isDrawn = false;
  };
  list('');
  const initial = input.items[options.active ?? 0];
  if (options.active !== undefined && initial !== undefined) input.activeItems = [initial];
  return untilAnswered<T>(input, options, (accept) => {
    input.onDidChangeValue(list);
    input.onDidChangeActive(() => {
      isDrawn = true;
    });
    input.onDidAccept(() => {
      const active = isDrawn ? input.activeItems[0] : undefined;
      const chosen = active ?? (input.value === '' ? initial : undefined) ?? input.items[0];
      if (chosen !== undefined) accept(chosen.value);
    });
  });
}

/** The choices that fit a text: the one with that key, those that begin with it, those that contain it. */
function filtered<T>(choices: readonly Choice<T>[], text: string): readonly Choice<T>[] {
  const wanted = text.trim().toLowerCase();
  const words = ({ label, description }: Choice<T>): string =>
    `${label} ${description ?? ''}`.toLowerCase();
  const keyed = choices.filter(({ key }) => key !== undefined && key.toLowerCase() === wanted);
  const starting = choices.filter((choice) => words(choice).startsWith(wanted));
  const containing = choices.filter((choice) => words(choice).includes(wanted));
  return [...new Set([...keyed, ...starting, ...containing])];
}

/** For short lists that are only filtered. */
export function pickFrom<T>(
  options: Prompt & {
    readonly placeholder: string;
    readonly choices: readonly Choice<T>[];
    readonly active?: number;
  },
): Promise<Answer<T>> {
  const { choices } = options;
  return pickOne({ ...options, choices: (text) => filtered(choices, text) });
}
