/** Whose annotations are shown: everybody's, or only one's own until annotators are compared. */
import * as vscode from 'vscode';
import type { ShownStore } from '../../core/store/shownStore';
import { askWithButton } from './failures';
import type { SettingId } from '../generated/manifest';

const SHOW = 'sourceAnnotator.annotators.show' satisfies SettingId;
const NAME = 'sourceAnnotator.annotator' satisfies SettingId;

export class Annotators {
  readonly #shown: ShownStore;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #isComparing = false;
  #hasAsked = false;

  constructor(shown: ShownStore) {
    this.#shown = shown;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SHOW) || change.affectsConfiguration(NAME)) this.#apply();
      }),
    );
    this.#apply();
  }

  /** Others' annotations were hidden, or are shown again. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  /** Who annotates here; empty for somebody who has not said. */
  get me(): string {
    return vscode.workspace.getConfiguration().get(NAME, '').trim();
  }

  /** Whether only one's own annotations are wanted, also while annotators are compared. */
  get wantsMineOnly(): boolean {
    return vscode.workspace.getConfiguration().get<string>(SHOW) === 'mine';
  }

  /** While annotators are compared everything is shown. */
  set isComparing(isComparing: boolean) {
    this.#isComparing = isComparing;
    this.#apply();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Asked once: everything that is signed is hidden from somebody without a name. */
  #askForName(): void {
    if (this.#hasAsked) return;
    this.#hasAsked = true;
    askWithButton(
      'Only your annotations are shown, but your name is not set: everything that is signed is hidden.',
      'Set Name',
      () => void vscode.commands.executeCommand('workbench.action.openSettings', NAME),
    );
  }

  /** Without a name, everything that somebody signed is another's. */
  #apply(): void {
    const { me } = this;
    const hides = this.wantsMineOnly && !this.#isComparing;
    if (!hides && !this.#shown.isHiding) return;
    this.#shown.hide(hides ? (by) => by !== undefined && by !== me : undefined);
    if (hides && me === '') this.#askForName();
    this.#changed.fire();
  }
}
