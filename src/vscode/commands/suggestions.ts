/** The commands of suggestions: going through them in the text, and deciding there or in the view. */
import * as vscode from 'vscode';
import { ShownNode } from '../../core/outline/shown';
import { tell } from '../adapters/failures';
import type { Services } from '../services';
import { activeSource } from '../subject';
import { flipSetting } from '../views/settings';
import type { Command } from './command';
import { accept, acceptAs, reject } from './decideSuggestions';
import { givenText } from './given';
import { save } from './saving';
import { passagesGiven, suggestedBy, withAlike, type Suggested } from './suggested';

type Decide = (services: Services, suggested: Suggested) => Promise<readonly string[] | undefined>;

/** Selects one suggestion after the other in the active source; its keys decide on them. */
export const goThroughSuggestions: Command = async (services) => {
  const active = activeSource(services);
  if (active === undefined) return false;
  // Its keys are the same.
  services.adjusting.leave();
  return await services.suggesting.enter(active.editor);
};

export const nextSuggestion: Command = (services) => step(services, 1);
export const previousSuggestion: Command = (services) => step(services, -1);

export const leaveSuggestions: Command = ({ suggesting }) => {
  suggesting.end();
};

/** Of the nodes, of `{ source, passages }`, the one that is asked, or the one at the caret. Gives the ids of the annotations. */
export const acceptSuggestion: Command = (services, node, nodes) =>
  decide(services, node, nodes, accept);

/** With all of the source that are the same decision, in one step of undo. */
export const acceptAllSuggestions: Command = (services, node, nodes) =>
  decide(services, node, nodes, accept, withAlike);

/** Asks for the entity, its type or the value. */
export const acceptSuggestionAs: Command = (services, node, nodes) =>
  decide(services, node, nodes, acceptAs);

/** It is not made again. Gives the ids of the rejections. */
export const rejectSuggestion: Command = (services, node, nodes) =>
  decide(services, node, nodes, reject);

/** A rejected suggestion, as a node or `{ source, id }`, may be made again. */
export const restoreSuggestion: Command = async (services, node, nodes) => {
  const isOneOfMany = Array.isArray(nodes) && nodes.includes(node);
  const listed: readonly unknown[] = isOneOfMany ? nodes : [node];
  const operations = listed.flatMap((each) => {
    const shown = each instanceof ShownNode ? each.node : undefined;
    const source = shown?.suggested?.source ?? givenText(each, 'source');
    const id = shown?.rejection ?? givenText(each, 'id');
    return source === undefined || id === undefined
      ? []
      : [{ op: 'unreject' as const, source, id }];
  });
  if (operations.length === 0) return undefined;
  return await save(services, 'Suggested again what was rejected', operations);
};

/** Opens the source of a node and selects the passage. */
export const openSuggestion: Command = async (services, node) => {
  const given = passagesGiven(node, undefined);
  const [passage] = given?.passages ?? [];
  if (given === undefined || passage === undefined) return;
  const editor = await services.passages.openSource(given.source);
  if (editor === undefined) return;
  const { document } = editor;
  const { start, end, words } = passage;
  if (services.sources.textOf(document).text.slice(start, end) !== words) {
    tell('The text has changed; the list follows in a moment.');
    return;
  }
  const range = services.passages.rangeOf(document, passage);
  editor.selection = new vscode.Selection(range.end, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
};

export const toggleSuggestions: Command = async () => {
  await flipSetting('sourceAnnotator.suggestions.enabled');
};

async function step(services: Services, direction: 1 | -1): Promise<void> {
  if (services.suggesting.isOn) await services.suggesting.step(direction);
  else await goThroughSuggestions(services);
}

function decide(
  services: Services,
  node: unknown,
  nodes: unknown,
  decideOn: Decide,
  widen = (suggested: Suggested): Suggested => suggested,
): Promise<readonly string[] | undefined> {
  const { suggesting } = services;
  return suggesting.alone(async () => {
    const asked = passagesGiven(node, nodes) === undefined ? suggesting.asked : undefined;
    const given = await suggestedBy(services, node, nodes);
    const suggested = given && widen(given);
    const ids = suggested && (await decideOn(services, suggested));
    const isOver = ids !== undefined || suggested === undefined;
    if (asked !== undefined && isOver) await suggesting.goOn(asked, suggested?.suggestions ?? []);
    return ids;
  });
}
