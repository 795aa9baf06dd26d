/** Nodes of an outline as VS Code's tree items. */
import * as vscode from 'vscode';
import type {
  NodeIcon,
  OutlineNode,
  OutlineSubject,
  SuggestedPassages,
} from '../../core/outline/node';
import type { ColorId, CommandId } from '../generated/manifest';

const SHOW_AGREEMENT: CommandId = 'sourceAnnotator.showAgreement';

export function treeItemOf(node: OutlineNode): vscode.TreeItem {
  const { id, kind, label, highlight, description, icon, spoken, subject, suggested } = node;
  const item = new vscode.TreeItem(
    highlight === undefined ? label : { label, highlights: [[highlight.start, highlight.end]] },
    collapsibleState(node),
  );
  item.id = id;
  item.contextValue = kind;
  item.description = description;
  item.accessibilityInformation = { label: spoken };
  if (icon !== undefined) item.iconPath = themeIcon(icon);
  if (node.checked !== undefined) item.checkboxState = checkbox(node.checked);
  if (subject === undefined) item.tooltip = spoken;
  const suggestion = kind === 'suggestionGroup' ? undefined : suggested;
  const command =
    clickOnChange(node) ??
    clickOnPair(node) ??
    (subject === undefined ? clickOnSuggestion(suggestion) : clickOn(kind, subject));
  if (command !== undefined) item.command = command;
  return item;
}

export function colorId(name: NonNullable<NodeIcon['color']>): ColorId {
  return `sourceAnnotator.${name}`;
}

function themeIcon({ name, color }: NodeIcon): vscode.ThemeIcon {
  return color === undefined
    ? new vscode.ThemeIcon(name)
    : new vscode.ThemeIcon(name, new vscode.ThemeColor(colorId(color)));
}

function collapsibleState({ children, expanded }: OutlineNode): vscode.TreeItemCollapsibleState {
  if (children === undefined) return vscode.TreeItemCollapsibleState.None;
  return expanded === true
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
}

/** A passage opens, a participant is looked up; what has children only unfolds. */
function clickOn(kind: OutlineNode['kind'], subject: OutlineSubject): vscode.Command | undefined {
  if (kind === 'annotation' || kind === 'account')
    return commandOn('sourceAnnotator.openPassage', 'Open Passage', subject);
  if (kind === 'participant' || kind === 'relation') {
    return commandOn('sourceAnnotator.showInSidebar', 'Show in Sidebar', subject);
  }
  if (kind === 'bodyOffer') {
    return commandOn('sourceAnnotator.proposeBody', 'Propose Body of Source', subject);
  }
  return undefined;
}

function clickOnSuggestion(suggested: SuggestedPassages | undefined): vscode.Command | undefined {
  return suggested && commandOn('sourceAnnotator.openSuggestion', 'Open Passage', suggested);
}

function clickOnChange({ kind, changes }: OutlineNode): vscode.Command | undefined {
  const isGroup = kind === 'changedSource' || kind === 'changedRecords';
  const [change] = changes ?? [];
  return isGroup || change === undefined
    ? undefined
    : commandOn('sourceAnnotator.openChange', 'Open Change', { change });
}

function clickOnPair({ kind, pairs }: OutlineNode): vscode.Command | undefined {
  if (kind === 'agreement') return { command: SHOW_AGREEMENT, title: 'Show Agreement' };
  const isPair = kind === 'pair' || kind === 'decidedPair';
  const [pair] = pairs ?? [];
  return isPair && pair !== undefined
    ? commandOn('sourceAnnotator.openPair', 'Open Passage', { pair })
    : undefined;
}

function checkbox(checked: boolean): NonNullable<vscode.TreeItem['checkboxState']> {
  const words = checked ? 'Reviewed' : 'Not reviewed';
  return {
    state: checked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    tooltip: words,
    accessibilityInformation: { label: words, role: 'checkbox' },
  };
}

function commandOn(
  command: CommandId,
  title: string,
  argument:
    OutlineSubject | SuggestedPassages | { readonly change: string } | { readonly pair: string },
): vscode.Command {
  return { command, title, arguments: [argument] };
}
