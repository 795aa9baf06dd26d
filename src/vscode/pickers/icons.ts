/** Icons of lists: the same as in the sidebar. */
import * as vscode from 'vscode';
import type { NodeIcon } from '../../core/outline/node';

export function themeIcon({ name, color }: NodeIcon): vscode.ThemeIcon {
  if (color === undefined) return new vscode.ThemeIcon(name);
  return new vscode.ThemeIcon(name, new vscode.ThemeColor(`sourceAnnotator.${color}`));
}
