/** Everything the extension is made of, built once when it is activated. */
import type * as vscode from 'vscode';
import { Store } from '../core/store/store';
import { Editing } from './adapters/editing';
import { FileWriter } from './adapters/fileWriter';
import { Folder } from './adapters/folder';
import { Loader } from './adapters/loader';
import { Passages } from './adapters/passages';
import { Recent } from './adapters/recent';
import { Sources } from './adapters/sources';
import { Decorations } from './views/decorations';
import { Sidebar } from './views/sidebar';

export interface Services {
  readonly store: Store;
  readonly folder: Folder;
  readonly loader: Loader;
  readonly sources: Sources;
  readonly editing: Editing;
  readonly passages: Passages;
  readonly recent: Recent;
  readonly sidebar: Sidebar;
  readonly decorations: Decorations;
  readonly subscriptions: { push(disposable: { dispose(): unknown }): void };
  readonly context: vscode.ExtensionContext;
}

/** Reads nothing yet: the first scan of the folder is started here and goes on by itself. */
export function createServices(context: vscode.ExtensionContext): Services {
  const store = new Store();
  const folder = new Folder();
  const loader = new Loader(store, folder);
  const sources = new Sources(store, folder);
  const passages = new Passages(store, sources);
  const writer = new FileWriter(folder);
  const editing = new Editing(store, folder, sources, loader, writer);
  const recent = new Recent(context.workspaceState);
  const sidebar = new Sidebar(store);
  const decorations = new Decorations(store, sources, passages);
  const { subscriptions } = context;
  subscriptions.push(loader, passages, sidebar, decorations);
  loader.start();
  return {
    store,
    folder,
    loader,
    sources,
    editing,
    passages,
    recent,
    sidebar,
    decorations,
    subscriptions,
    context,
  };
}
