/** The sidebar follows the cursor: only when asked to, and only in a view that is visible. */
import * as vscode from 'vscode';
import type { OutlineSubject } from '../../core/outline/node';
import type { LocatedAnnotation } from '../../core/store/locate';
import type { SettingId } from '../generated/manifest';
import type { Services } from '../services';
import type { OutlineView } from './outlineView';

const SETTING: SettingId = 'sourceAnnotator.sidebar.followCursor';
const PAUSE_MS = 150;

/** `subjectOf` gives what of an annotation this view has nodes for. */
export function followCursor(
  services: Services,
  outline: OutlineView,
  subjectOf: (located: LocatedAnnotation) => OutlineSubject | undefined,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = (): void => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || !outline.view.visible || !isOn()) return;
    const found = services.passages.at(editor.document, editor.selection.active);
    const subject = found.map(subjectOf).find((each) => each !== undefined);
    // A node below may be what moved the cursor here.
    if (subject === undefined || outline.isSelected(subject)) return;
    void outline.reveal(subject, { focus: false, expand: false });
  };
  const soon = (): void => {
    if (!outline.view.visible || !isOn()) return;
    clearTimeout(timer);
    timer = setTimeout(follow, PAUSE_MS);
  };
  services.subscriptions.push(
    vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(soon),
      vscode.window.onDidChangeActiveTextEditor(soon),
      outline.view.onDidChangeVisibility(soon),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTING)) soon();
      }),
      {
        dispose: () => {
          clearTimeout(timer);
        },
      },
    ),
  );
}

function isOn(): boolean {
  return vscode.workspace.getConfiguration().get(SETTING, false);
}
