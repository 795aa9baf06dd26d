/**
 * All mentions of a record in the References panel, with its highlights and F4. The panel belongs to
 * VS Code's own extension `vscode.references-view`; where that is missing, the peek view shows them.
 * The shapes are those of its documented interface (references-view.d.ts).
 */
import * as vscode from 'vscode';
import { contextLine } from '../../core/text/context';
import { spanOf } from '../adapters/ranges';
import { passageLocations, passagesOf } from '../providers/places';
import type { Services } from '../services';

interface FileNode {
  readonly kind: 'file';
  readonly uri: vscode.Uri;
  readonly path: string;
  readonly passages: readonly PassageNode[];
}

interface PassageNode {
  readonly kind: 'passage';
  readonly location: vscode.Location;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  readonly path: string;
}

type PanelNode = FileNode | PassageNode;

interface ReferencesView {
  /** Resolves when the panel is filled. */
  setInput(input: unknown): PromiseLike<void>;
}

/** Shows every passage about the record; false when there is none. */
export async function showPassages(
  services: Services,
  id: string,
  title: string,
): Promise<boolean> {
  const locations = await passageLocations(services, passagesOf(services, id));
  const [first] = locations;
  if (first === undefined) return false;
  const panel = await referencesView();
  if (panel === undefined) {
    await vscode.window.showTextDocument(first.uri, { selection: first.range });
    await vscode.commands.executeCommand(
      'editor.action.showReferences',
      first.uri,
      first.range.start,
      locations,
    );
    return true;
  }
  await panel.setInput(inputOf(services, id, title, first));
  return true;
}

async function referencesView(): Promise<ReferencesView | undefined> {
  const extension =
    vscode.extensions.getExtension<Partial<ReferencesView>>('vscode.references-view');
  const exports = await extension?.activate();
  const setInput = exports?.setInput?.bind(exports);
  return setInput === undefined ? undefined : { setInput };
}

function inputOf(
  services: Services,
  id: string,
  title: string,
  location: vscode.Location,
): unknown {
  return {
    title,
    contextValue: 'sourceAnnotator.mentions',
    location,
    resolve: async () => modelOf(services, id),
    with: (other: vscode.Location) => inputOf(services, id, title, other),
  };
}

/** Resolved anew at each refresh of the panel. */
async function modelOf(services: Services, id: string): Promise<unknown> {
  const files = await filesOf(services, id);
  const all = files.flatMap((file) => file.passages);
  const step = (node: PanelNode, by: 1 | -1): PassageNode | undefined => {
    const passage = node.kind === 'file' ? node.passages[0] : node;
    const index = passage === undefined ? -1 : all.indexOf(passage);
    return index === -1 ? undefined : all.at((index + by) % all.length);
  };
  const changed = new vscode.EventEmitter<PanelNode | undefined>();
  const count = all.length === 1 ? '1 passage' : `${all.length} passages`;
  return {
    message: `${count} in ${files.length === 1 ? '1 source' : `${files.length} sources`}`,
    provider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: treeItemOf,
      getChildren: (node?: PanelNode) =>
        node === undefined ? files : node.kind === 'file' ? node.passages : [],
      getParent: (node: PanelNode) =>
        node.kind === 'file' ? undefined : files.find((file) => file.passages.includes(node)),
    },
    navigation: {
      nearest: (uri: vscode.Uri, position: vscode.Position) =>
        all.find(
          ({ location }) =>
            location.uri.toString() === uri.toString() && location.range.end.isAfter(position),
        ) ?? all[0],
      next: (node: PanelNode) => step(node, 1) ?? node,
      previous: (node: PanelNode) => step(node, -1) ?? node,
      location: (node: PanelNode) => (node.kind === 'passage' ? node.location : undefined),
    },
    highlights: {
      getEditorHighlights: (_node: PanelNode, uri: vscode.Uri) =>
        all
          .filter(({ location }) => location.uri.toString() === uri.toString())
          .map(({ location }) => location.range),
    },
    dispose: () => changed.dispose(),
  };
}

async function filesOf(services: Services, id: string): Promise<readonly FileNode[]> {
  const files = new Map<string, { uri: vscode.Uri; path: string; passages: PassageNode[] }>();
  for (const location of await passageLocations(services, passagesOf(services, id))) {
    const path = services.sources.pathOf(location.uri) ?? '';
    const text = await services.sources.read(path);
    if (text === undefined) continue;
    const file = files.get(path) ?? { uri: location.uri, path, passages: [] };
    files.set(path, file);
    const line = contextLine(text, spanOf(text, location.range));
    file.passages.push({ kind: 'passage', location, path, ...line });
  }
  return [...files.values()].map((file) => ({ kind: 'file', ...file }));
}

function treeItemOf(node: PanelNode): vscode.TreeItem {
  if (node.kind === 'file') {
    const item = new vscode.TreeItem(node.uri, vscode.TreeItemCollapsibleState.Expanded);
    item.iconPath = vscode.ThemeIcon.File;
    item.description = String(node.passages.length);
    return item;
  }
  const { location, before, quote, after, path } = node;
  const label = before + quote + after;
  const item = new vscode.TreeItem({
    label,
    highlights: [[before.length, before.length + quote.length]],
  });
  item.accessibilityInformation = {
    label: `${label}, line ${location.range.start.line + 1} of ${path}`,
  };
  item.command = {
    command: 'vscode.open',
    title: 'Open Passage',
    arguments: [
      location.uri,
      { selection: location.range } satisfies vscode.TextDocumentShowOptions,
    ],
  };
  return item;
}
