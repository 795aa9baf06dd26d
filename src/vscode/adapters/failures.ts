/** The one place that tells the person, in words, what could not be done. */
import * as vscode from 'vscode';
import { wordsForRefusal, type Refusal } from '../../core/operations/written';

/** Shows a warning that goes away by itself; nothing waits for it. */
export function tell(message: string): void {
  void vscode.window.showWarningMessage(message);
}

/** A warning with one button; `act` is called when the person presses it. */
export function tellWithButton(message: string, button: string, act: () => void): void {
  void vscode.window.showWarningMessage(message, button).then((pressed) => {
    if (pressed !== undefined) act();
  });
}

/** Something to know, with one thing that can be done about it. */
export function askWithButton(message: string, button: string, act: () => void): void {
  void vscode.window.showInformationMessage(message, button).then((pressed) => {
    if (pressed !== undefined) act();
  });
}

/** A short remark in the status bar about something that was done. */
export function remark(message: string): void {
  vscode.window.setStatusBarMessage(message, 5_000);
}

/** A remark that stays until it is disposed; a newer one stands before it. */
export function remarkUntilDisposed(message: string): vscode.Disposable {
  return vscode.window.setStatusBarMessage(message);
}

/** Why changes could not be written, for the person. */
export function wordsFor(refusal: Refusal): string {
  return wordsForRefusal(refusal, (path, error) => wordsForError(path, 'written', error));
}

/** What an error of the file system means for the person. */
export function wordsForError(path: string, action: 'read' | 'written', error: unknown): string {
  const code = error instanceof vscode.FileSystemError ? error.code : codeOf(error);
  switch (code) {
    case 'NoPermissions':
    case 'EACCES':
    case 'EPERM':
      return `${path} cannot be ${action}: you have no permission.`;
    case 'EROFS':
      return `${path} cannot be ${action}: the disk is read-only.`;
    case 'ENOENT':
    case 'FileNotFound':
    case 'Unavailable':
      return `${path} cannot be ${action}: its folder is not there. Is its disk still connected?`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `${path} cannot be ${action}: the disk is full.`;
    case 'FileNotADirectory':
    case 'FileIsADirectory':
    case 'FileExists':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EEXIST':
      return `${path} cannot be ${action}: a file is where its folder must be, or a folder where the file must be.`;
    default: {
      const reason = error instanceof Error ? error.message : String(error);
      return `${path} cannot be ${action} (${reason}).`;
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
