/** The one place that tells the person, in words, what could not be done. */
import * as vscode from 'vscode';

/** Shows a warning that goes away by itself; nothing waits for it. */
export function tell(message: string): void {
  void vscode.window.showWarningMessage(message);
}

/** A short remark in the status bar about something that was done. */
export function remark(message: string): void {
  vscode.window.setStatusBarMessage(message, 5_000);
}

/** What an error of the file system means for the person. */
export function wordsFor(path: string, action: 'read' | 'written', error: unknown): string {
  const code = error instanceof vscode.FileSystemError ? error.code : codeOf(error);
  switch (code) {
    case 'NoPermissions':
    case 'EACCES':
    case 'EPERM':
      return `${path} cannot be ${action}: you have no permission. Nothing was changed.`;
    case 'EROFS':
      return `${path} cannot be ${action}: the disk is read-only. Nothing was changed.`;
    case 'ENOSPC':
      return `${path} cannot be ${action}: the disk is full. Nothing was changed.`;
    case 'FileNotADirectory':
    case 'FileIsADirectory':
    case 'FileExists':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EEXIST':
      return `${path} cannot be ${action}: a file is where its folder must be, or a folder where the file must be. Nothing was changed.`;
    default: {
      const reason = error instanceof Error ? error.message : String(error);
      return `${path} cannot be ${action} (${reason}). Nothing was changed.`;
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
