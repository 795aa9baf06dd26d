/** Completion in the YAML files: keys, ids by the names of their records, types, roles, dates. */
import * as vscode from 'vscode';
import { complete } from '../../core/completion/complete';
import type { CompletionItem } from '../../core/completion/item';
import type { Services } from '../services';
import { registerOnYaml } from './selectors';

/** What can stand behind these is known without a letter of it. */
const TRIGGERS = [' ', ':', '"', '{', '[', ',', '-'];

const KINDS: Readonly<Record<CompletionItem['kind'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  record: vscode.CompletionItemKind.Reference,
  annotation: vscode.CompletionItemKind.Text,
  type: vscode.CompletionItemKind.Class,
  value: vscode.CompletionItemKind.EnumMember,
  date: vscode.CompletionItemKind.Constant,
};

export function registerCompletion(services: Services): void {
  registerOnYaml(services, (selector) =>
    vscode.languages.registerCompletionItemProvider(
      selector,
      { provideCompletionItems: (document, position) => itemsAt(services, document, position) },
      ...TRIGGERS,
    ),
  );
}

function itemsAt(
  { store, folder }: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.CompletionList | undefined {
  const path = folder.pathOf(document.uri);
  if (path === undefined) return undefined;
  const found = complete(store, path, document.getText(), document.offsetAt(position));
  if (found === undefined) return undefined;
  const { span, isCut } = found;
  const range = new vscode.Range(
    document.positionAt(span.start),
    document.positionAt(Math.max(span.end, document.offsetAt(position))),
  );
  const written = document.getText(range.with(undefined, position));
  const items = found.items.map((item, index) => itemOf(item, index, range, written));
  // What fits is decided and ranked by core, from every letter anew; only keys are left to VS Code.
  const isRanked = found.items.some(({ kind }) => kind !== 'key');
  return new vscode.CompletionList(items, isCut || isRanked);
}

function itemOf(
  { kind, label, detail, about, insert, goesOn }: CompletionItem,
  index: number,
  range: vscode.Range,
  written: string,
): vscode.CompletionItem {
  const shown = detail === undefined ? label : { label, description: detail };
  const item = new vscode.CompletionItem(shown, KINDS[kind]);
  item.range = range;
  item.insertText = insert;
  // VS Code matches this with what stands between the start of the range and the caret.
  item.filterText = kind === 'key' ? label : written;
  item.sortText = String(index).padStart(4, '0');
  // Plain text: it may come from a file that anybody has written.
  if (about !== undefined) item.documentation = about;
  if (goesOn === true) item.command = { command: 'editor.action.triggerSuggest', title: 'Suggest' };
  return item;
}
