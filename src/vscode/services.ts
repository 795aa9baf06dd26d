/** Everything that one project is made of: a workspace folder with its files, views and providers. */
import type * as vscode from 'vscode';
import { Store } from '../core/store/store';
import { Editing } from './adapters/editing';
import { FileWriter } from './adapters/fileWriter';
import type { Folder } from './adapters/folder';
import { watchGit } from './adapters/gitChanges';
import { LivingDocuments } from './adapters/livingDocuments';
import { LivingSaves } from './adapters/livingSaves';
import { Loader } from './adapters/loader';
import { LocatedPassages } from './adapters/locatedPassages';
import { MovedSources } from './adapters/moves';
import { OldTexts } from './adapters/oldTexts';
import { Passages } from './adapters/passages';
import type { Pending } from './adapters/pending';
import { Problems } from './adapters/problems';
import { Recent } from './adapters/recent';
import { Sources } from './adapters/sources';
import { Suggestions } from './adapters/suggestions';
import { Adjusting } from './views/adjusting';
import { Decorations } from './views/decorations';
import { Sidebar } from './views/sidebar';
import { Suggesting } from './views/suggesting';
import { SuggestionMarks } from './views/suggestionMarks';

export interface Services {
  readonly store: Store;
  readonly folder: Folder;
  readonly loader: Loader;
  readonly sources: Sources;
  readonly oldTexts: OldTexts;
  readonly editing: Editing;
  /** Shared by the projects of the window. */
  readonly pending: Pending;
  readonly passages: Passages;
  readonly located: LocatedPassages;
  readonly problems: Problems;
  readonly suggestions: Suggestions;
  /** Going through the suggestions in the text. */
  readonly suggesting: Suggesting;
  /** Moving the edges of an annotation in the text. */
  readonly adjusting: Adjusting;
  readonly recent: Recent;
  readonly sidebar: Sidebar;
  readonly decorations: Decorations;
  /** Disposed with the project; those that views are given, with the views. */
  readonly subscriptions: { push(disposable: { dispose(): unknown }): void };
  readonly context: vscode.ExtensionContext;
}

/** Reads nothing yet: the first scan of the folder is started here and goes on by itself. */
export function createServices(
  context: vscode.ExtensionContext,
  folder: Folder,
  subscriptions: { dispose(): unknown }[],
  pending: Pending,
): Services {
  const store = new Store();
  const loader = new Loader(store, folder);
  const sources = new Sources(store, folder);
  const oldTexts = new OldTexts(folder);
  const living = new LivingDocuments(store, sources, oldTexts);
  const passages = new Passages(store, sources, living);
  const located = new LocatedPassages(folder, sources, passages);
  const problems = new Problems(store, folder, sources, oldTexts, passages);
  const writer = new FileWriter(folder);
  const editing = new Editing(store, folder, sources, loader, writer, pending);
  const moves = new MovedSources(store, folder, sources, loader, editing);
  const recent = new Recent(context.workspaceState, folder.uri?.toString() ?? '');
  const sidebar = new Sidebar(store);
  const decorations = new Decorations(store, sources, passages, living);
  const suggestions = new Suggestions(store, loader, sources, passages, living);
  const suggestionMarks = new SuggestionMarks(suggestions, passages);
  const suggesting = new Suggesting(store, passages, suggestions);
  const adjusting = new Adjusting(passages);
  const git = watchGit(folder, {
    onHead: () => {
      oldTexts.forgetMissing();
      loader.scanSoon();
      problems.checkAll();
    },
    onFiles: (paths) => void loader.reload(paths),
  });
  subscriptions.push(moves.onDidChange((paths) => problems.checkSources(paths)));
  const saves = new LivingSaves(store, sources, living, editing);
  subscriptions.push(loader, moves, living, saves, passages, problems, sidebar, decorations, git);
  subscriptions.push(suggestions, suggestionMarks, suggesting);
  subscriptions.push(adjusting);
  loader.start();
  return {
    store,
    folder,
    loader,
    sources,
    oldTexts,
    editing,
    pending,
    passages,
    located,
    problems,
    suggestions,
    suggesting,
    adjusting,
    recent,
    sidebar,
    decorations,
    subscriptions,
    context,
  };
}
