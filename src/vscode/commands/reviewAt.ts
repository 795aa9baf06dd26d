/** Which changes a command of the review is about: nodes of the view, `{ change: key }`, or what is at the cursor. */
import * as vscode from 'vscode';
import { ShownNode } from '../../core/outline/shown';
import type { Change } from '../../core/review/change';
import { fileKind } from '../../core/storage/paths';
import { tell } from '../adapters/failures';
import type { Compared } from '../adapters/review';
import type { Services } from '../services';
import { givenText } from './given';

/** The comparison with the files as they are now; absent, with a message, when there is none. */
export async function comparedNow({ review }: Services): Promise<Compared | undefined> {
  const state = await review.current();
  if (state.kind === 'compared') return state.compared;
  if (state.kind === 'failed') tell(state.failure.message);
  return undefined;
}

/** Those of the arguments; absent when the arguments name none. */
export function changesGiven(
  compared: Compared,
  node: unknown,
  nodes: unknown,
): readonly Change[] | undefined {
  const isOneOfMany = Array.isArray(nodes) && nodes.includes(node);
  const listed: readonly unknown[] = isOneOfMany ? nodes : [node];
  const keys = listed.flatMap(keysOf);
  if (keys.length === 0) return undefined;
  const wanted = new Set(keys);
  return compared.changes.filter(({ key }) => wanted.has(key));
}

/** Those of the arguments, or the one at the cursor; none, with a message, when there is no change. */
export function changesAt(
  services: Services,
  compared: Compared,
  node: unknown,
  nodes?: unknown,
): readonly Change[] {
  const given = changesGiven(compared, node, nodes);
  if (given !== undefined) {
    if (given.length === 0) tell('This is not changed any more.');
    return given;
  }
  const here = changeAtCursor(services, compared);
  if (here !== undefined) return [here];
  tell(`Nothing at the cursor changed since ${compared.label}.`);
  return [];
}

/** The one that was gone to, while the cursor stays there; otherwise the innermost one under it. */
function changeAtCursor(services: Services, compared: Compared): Change | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const visited = services.reviewing.visitedIn(editor);
  const known = compared.changes.find(({ key }) => key === visited);
  if (known !== undefined) return known;
  const { document, selection } = editor;
  const path = services.folder.pathOf(document.uri);
  if (path === undefined) return undefined;
  if (fileKind(path) === undefined) {
    return services.reviewMarks.at(document, selection.active)[0]?.change;
  }
  const line = selection.active.line + 1;
  return compared.changes.find(
    (change) =>
      change.path === path &&
      change.lines.after.some(({ first, last }) => first <= line && line <= last),
  );
}

function keysOf(argument: unknown): readonly string[] {
  if (argument instanceof ShownNode) return argument.node.changes ?? [];
  const key = givenText(argument, 'change');
  return key === undefined ? [] : [key];
}
