/** A quick pick with check boxes. VS Code filters it: to list anew would lose what is checked. */
import * as vscode from 'vscode';
import type { Answer, Prompt } from './answer';
import type { Choice } from './pickOne';
import { untilAnswered } from './quickInput';

export interface PickMany<T> extends Prompt {
  readonly placeholder: string;
  readonly choices: readonly Choice<T>[];
  /** Checked at first. */
  readonly isChecked: (value: T) => boolean;
}

/** The checked values in the order of the list. */
export function pickMany<T>(options: PickMany<T>): Promise<Answer<readonly T[]>> {
  const input = vscode.window.createQuickPick<Choice<T>>();
  input.canSelectMany = true;
  input.matchOnDescription = true;
  input.placeholder = options.placeholder;
  input.items = options.choices;
  input.selectedItems = input.items.filter(({ value }) => options.isChecked(value));
  return untilAnswered<readonly T[]>(input, options, (accept) => {
    input.onDidAccept(() => {
      const checked = new Set(input.selectedItems);
      accept(input.items.filter((item) => checked.has(item)).map(({ value }) => value));
    });
  });
}
