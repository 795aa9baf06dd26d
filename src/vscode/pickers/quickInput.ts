/** What quick picks and input boxes have in common: title, steps, Back, and how they end. */
import * as vscode from 'vscode';
import type { Answer, Prompt } from './answer';

/**
 * Shows the input and waits for how it ends. `listen` gets the function that ends it with a value.
 *
 * The input stays on the screen until the next task: when the next step of a flow is shown at once,
 * the keyboard never falls back to the editor in between, where keys would change the source.
 */
export function untilAnswered<T>(
  input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  prompt: Prompt,
  listen: (accept: (value: T) => void) => void,
): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const end = (answer: Answer<T>): void => {
      resolve(answer);
      setTimeout(() => input.dispose(), 0);
    };
    input.title = prompt.title;
    input.step = prompt.step?.number;
    input.totalSteps = prompt.step?.total;
    if (prompt.canGoBack === true) input.buttons = [vscode.QuickInputButtons.Back];
    input.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) end({ kind: 'back' });
    });
    input.onDidHide(() => end({ kind: 'cancelled' }));
    listen((value) => end({ kind: 'answer', value }));
    input.show();
  });
}
