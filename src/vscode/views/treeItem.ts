/** Nodes of an outline as VS Code's tree items. */
import * as vscode from 'vscode';
import type { NodeIcon, OutlineNode, OutlineSubject } from '../../core/outline/node';
import type { ColorId, CommandId } from '../generated/manifest';

export function treeItemOf(node: OutlineNode): vscode.TreeItem {
  const { id, kind, label, highlight, description, icon, spoken, subject } = node;
  const item = new vscode.TreeItem(
    highlight === undefined ? label : { label, highlights: [[highlight.start, highlight.end]] },
    collapsibleState(node),
  );
  item.id = id;
  item.contextValue = kind;
  item.description = description;
  item.accessibilityInformation = { label: spoken };
  if (icon !== undefined) item.iconPath = themeIcon(icon);
  if (subject === undefined) item.tooltip = spoken;
  const command = subject === undefined ? undefined : clickOn(kind, subject);
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
  if (kind === 'annotation')
    return commandOn('sourceAnnotator.openPassage', 'Open Passage', subject);
  if (kind === 'participant') {
    return commandOn('sourceAnnotator.showInSidebar', 'Show in Sidebar', subject);
  }
  return undefined;
}

function commandOn(command: CommandId, title: string, subject: OutlineSubject): vscode.Command {
  return { command, title, arguments: [subject] };
}
