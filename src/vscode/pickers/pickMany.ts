/** A quick pick of several entries in groups, which shows each entry that one comes to. */
import * as vscode from 'vscode';
import type { Answer, Prompt } from './answer';
import type { Choice } from './pickOne';
import { untilAnswered } from './quickInput';

export interface Group<T> {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  /** Whether its entries are picked at first, or which of them. */
  readonly isPicked: boolean | ((value: T) => boolean);
}

export interface PickMany<T> extends Prompt {
  readonly placeholder: string;
  /** Those without choices are not shown. */
  readonly groups: readonly Group<T>[];
  /** One came to this entry. */
  readonly onActive: (value: T) => void;
}

type Item<T> = vscode.QuickPickItem & { readonly value?: T };

/** The values that are picked in the end, in the order of the list. */
export function pickMany<T>(options: PickMany<T>): Promise<Answer<readonly T[]>> {
  const input = vscode.window.createQuickPick<Item<T>>();
  input.canSelectMany = true;
  input.placeholder = options.placeholder;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  // A click into the passage that is shown must not throw the choice away.
  input.ignoreFocusOut = true;
  const items: Item<T>[] = [];
  const picked: Item<T>[] = [];
  for (const { label, choices, isPicked } of options.groups) {
    if (choices.length === 0) continue;
    items.push({ label, kind: vscode.QuickPickItemKind.Separator }, ...choices);
    const isChosen = typeof isPicked === 'function' ? isPicked : (): boolean => isPicked;
    picked.push(...choices.filter(({ value }) => isChosen(value)));
  }
  input.items = items;
  input.selectedItems = picked;
  // A list of several has no active entry by itself before one moves in it.
  input.activeItems = items.filter(({ value }) => value !== undefined).slice(0, 1);
  return untilAnswered<readonly T[]>(input, options, (accept) => {
    input.onDidChangeActive(([active]) => {
      if (active?.value !== undefined) options.onActive(active.value);
    });
    input.onDidAccept(() => {
      const chosen = new Set(input.selectedItems);
      accept(items.filter((item) => chosen.has(item)).flatMap(({ value }) => value ?? []));
    });
  });
}
