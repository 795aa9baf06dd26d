/** The view of two annotators against each other. It is there while they are compared. */
import * as vscode from 'vscode';
import { CompareOutline } from '../../core/outline/compare';
import { dotted, shorten } from '../../core/outline/words';
import { labelOfAsk } from '../adapters/compareAnswers';
import type { Comparing } from '../adapters/comparing';
import type { Services } from '../services';
import { OutlineView } from './outlineView';

const LONGEST_NAME = 16;
const CONTEXT = 'sourceAnnotator.compare';
const COMPARING = 'sourceAnnotator.comparing';

/** For the welcome texts of the manifest: why nothing is listed. */
type Emptiness = 'looking' | 'none' | 'pairs' | 'failed';

export function registerCompare(services: Services): void {
  const { store, comparing, compareMarks, folder } = services;
  const outline = new CompareOutline(store);
  let told: Emptiness | undefined;
  const outlineView = new OutlineView(services, {
    id: 'sourceAnnotator.compare',
    outline,
    beforeRefresh: () => {
      const { compared, state, ask } = comparing;
      const isEmpty = compared === undefined || compared.pairs.length === 0;
      outline.show(isEmpty ? undefined : compared);
      const emptiness = emptinessOf(comparing);
      if (emptiness !== told) void vscode.commands.executeCommand('setContext', CONTEXT, emptiness);
      told = emptiness;
      return {
        description: dotted([folder.label, leftWords(comparing) ?? (ask && labelOfAsk(ask))]),
        message: state.kind === 'failed' ? state.message : keyWords(comparing),
      };
    },
  });
  const { view } = outlineView;
  // Another folder may have been compared in the sidebar before.
  void vscode.commands.executeCommand('setContext', COMPARING, comparing.ask !== undefined);
  services.subscriptions.push(
    vscode.Disposable.from(
      comparing.onDidChange(() => {
        outlineView.refresh();
      }),
      compareMarks.follow(async (key, focus) => {
        const [selected, more] = view.selection;
        const isSelected = selected?.node.children === undefined && more === undefined;
        if (!view.visible || (isSelected && selected?.node.pairs?.[0] === key)) return;
        outlineView.refreshNow();
        await outlineView.revealAt(outline.pathTo(key), { focus, expand: false });
      }),
    ),
  );
}

function leftWords({ compared }: Comparing): string | undefined {
  if (compared === undefined) return undefined;
  const open = compared.pairs.filter(({ decided }) => !decided).length;
  return open === 0 ? 'all decided' : `${open} to decide`;
}

/** What the keys do, while there is something to decide. */
function keyWords({ compared }: Comparing): string {
  if (compared?.pairs.every(({ decided }) => decided) !== false) return '';
  const [a, b] = [compared.a.name, compared.b.name].map((name) => shorten(name, LONGEST_NAME));
  return dotted([`1 ${a ?? ''}`, `2 ${b ?? ''}`, '3 both', '0 none', 'A agreed']);
}

function emptinessOf({ state }: Comparing): Emptiness {
  switch (state.kind) {
    case 'ended':
    case 'looking':
      return 'looking';
    case 'failed':
      return 'failed';
    case 'compared':
      return state.compared.pairs.length === 0 ? 'none' : 'pairs';
  }
}
