/** The view of what changed since a base, with boxes to tick what was reviewed. */
import * as vscode from 'vscode';
import { ReviewOutline, reviewedCount, type ShownReview } from '../../core/outline/review';
import type { ShownNode } from '../../core/outline/shown';
import { count, dotted } from '../../core/outline/words';
import type { Review } from '../adapters/review';
import type { Services } from '../services';
import { changeWords } from './changeWords';
import { described, OutlineView } from './outlineView';
import { followReviewContext } from './reviewContext';

const CONTEXT = 'sourceAnnotator.review';

export function registerReview(services: Services): void {
  const { store, review } = services;
  const outline = new ReviewOutline(store);
  let told: string | undefined;
  const outlineView = new OutlineView(services, {
    id: 'sourceAnnotator.review',
    outline,
    ticksItself: true,
    beforeRefresh: () => {
      const shown = shownReview(services);
      outline.show(shown);
      const counts = shown && reviewedCount(shown);
      const { emptiness, message } = emptinessOf(review, counts);
      if (emptiness !== told) void vscode.commands.executeCommand('setContext', CONTEXT, emptiness);
      told = emptiness;
      return { description: described(services, titleWords(review, counts)), message };
    },
  });
  const { view } = outlineView;
  let watching: vscode.Disposable | undefined;
  const follow = (): void => {
    if (view.visible) watching ??= review.watch();
    else {
      watching?.dispose();
      watching = undefined;
    }
  };
  follow();
  services.subscriptions.push(
    vscode.Disposable.from(
      followReviewContext(services),
      review.onDidChange(() => {
        outlineView.refresh();
      }),
      services.reviewing.onDidVisit((key) => {
        const [selected] = view.selection;
        if (!view.visible || selected?.node.changes?.[0] === key) return;
        void outlineView.revealAt(outline.pathTo(key), { focus: false, expand: false });
      }),
      view.onDidChangeVisibility(follow),
      view.onDidChangeCheckboxState(({ items }) => {
        tick(review, items);
        outlineView.refreshNow();
      }),
      {
        dispose: () => {
          watching?.dispose();
        },
      },
    ),
  );
}

/** What the view lists; absent before the first comparison, and without git. */
function shownReview(services: Services): ShownReview | undefined {
  const { review } = services;
  const { compared } = review;
  if (compared === undefined) return undefined;
  return {
    changes: compared.changes,
    isReviewed: (change) => review.isReviewed(change),
    wordsOf: (change) => changeWords(services, compared, change),
    hidesReviewed: review.hidesReviewed,
  };
}

/** Ticks on a group are about everything in it. */
function tick(
  review: Review,
  items: readonly (readonly [ShownNode, vscode.TreeItemCheckboxState])[],
): void {
  const { compared } = review;
  if (compared === undefined) return;
  for (const [{ node }, state] of items) {
    const keys = new Set(node.changes);
    const changes = compared.changes.filter(({ key }) => keys.has(key));
    review.tick(changes, state === vscode.TreeItemCheckboxState.Checked);
  }
}

type Counts = ReturnType<typeof reviewedCount>;

function titleWords({ compared }: Review, counts: Counts | undefined): string {
  if (compared === undefined || counts === undefined) return '';
  const { reviewed, all } = counts;
  const progress = reviewed === 0 ? count(all, 'change') : `${reviewed} of ${all} reviewed`;
  return dotted([progress, `since ${compared.label}`]);
}

/** For the welcome texts of the manifest, why nothing is listed; what none of them says, as a message. */
function emptinessOf(
  { state, hidesReviewed }: Review,
  counts: Counts | undefined,
): { readonly emptiness: string; readonly message: string } {
  switch (state.kind) {
    case 'looking':
      return { emptiness: 'looking', message: '' };
    case 'failed': {
      const { kind, message } = state.failure;
      return { emptiness: kind, message: WELCOMED.has(kind) ? '' : message };
    }
    case 'compared': {
      const { reviewed, all } = counts ?? { reviewed: 0, all: 0 };
      if (all === 0) return { emptiness: 'none', message: '' };
      const isDone = hidesReviewed && reviewed === all;
      return { emptiness: isDone ? 'reviewed' : 'changes', message: '' };
    }
  }
}

/** Failures that the manifest has a text for. */
const WELCOMED: ReadonlySet<string> = new Set([
  'untrusted',
  'browser',
  'no-git',
  'no-repository',
  'unborn',
  'unknown-revision',
  'shallow',
]);
