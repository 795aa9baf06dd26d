/** Work that may take long: after a second it shows how far it is, and can be cancelled. */
import * as vscode from 'vscode';

const PATIENCE_MS = 1_000;

export interface Watch {
  /** How many of all steps are done. */
  readonly report: (done: number) => void;
  readonly isCancelled: () => boolean;
}

/** What `work` gives; nobody is shown anything when that takes less than a second. */
export async function patiently<T>(
  title: string,
  steps: number,
  work: (watch: Watch) => Promise<T>,
): Promise<T> {
  let isCancelled = false;
  let done = 0;
  let progress: vscode.Progress<{ increment: number }> | undefined;
  const report = (now: number): void => {
    progress?.report({ increment: (100 * (now - done)) / steps });
    if (progress !== undefined) done = now;
  };
  const working = work({ report, isCancelled: () => isCancelled });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isOver = await Promise.race([
    working.then(() => true),
    new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), PATIENCE_MS);
    }),
  ]).finally(() => clearTimeout(timer));
  if (isOver) return await working;
  return await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (shown, token) => {
      progress = shown;
      token.onCancellationRequested(() => {
        isCancelled = true;
      });
      return await working;
    },
  );
}
