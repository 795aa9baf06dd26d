/** Tells the `when` clauses of the manifest what there is to review and to compare it with, marked, and discussed. */
import * as vscode from 'vscode';
import { isAbout } from '../adapters/gitChanges';
import { watchRepositories, type Repository } from '../adapters/gitExtension';
import type { Services } from '../services';

const ANNOTATED = 'sourceAnnotator.annotated';
const CAN_REVIEW = 'sourceAnnotator.canReview';
const MARKS_SHOWN = 'sourceAnnotator.reviewShown';
const HAS_THREADS = 'sourceAnnotator.hasThreads';

/** About the folder that the sidebar shows. */
export function followReviewContext({
  store,
  folder,
  loader,
  review,
  reviewMarks,
  threads,
}: Services): vscode.Disposable {
  const repositories = new Set<Repository>();
  const told = new Map<string, boolean>();
  const tell = (key: string, value: boolean): void => {
    if (told.get(key) === value) return;
    told.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
  const renew = (): void => {
    const isAnnotated = [...store.files()].length > 0;
    const isInGit = repositories.size > 0 || review.compared !== undefined;
    tell(ANNOTATED, isAnnotated);
    tell(CAN_REVIEW, isAnnotated && isInGit && vscode.workspace.isTrusted);
    tell(MARKS_SHOWN, reviewMarks.areShown);
    tell(HAS_THREADS, threads.hasAny);
  };
  renew();
  return vscode.Disposable.from(
    {
      dispose: store.onDidChange(() => {
        if (told.get(ANNOTATED) !== true) renew();
        tell(HAS_THREADS, threads.hasAny);
      }),
    },
    loader.onDidScan(renew),
    review.onDidChange(renew),
    reviewMarks.onDidToggle(renew),
    vscode.workspace.onDidGrantWorkspaceTrust(renew),
    watchRepositories((repository) => {
      if (isAbout(folder, repository)) repositories.add(repository);
      renew();
      return new vscode.Disposable(() => {
        repositories.delete(repository);
        renew();
      });
    }),
  );
}
