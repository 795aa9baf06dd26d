/** Everything that one project is made of: a workspace folder with its files, views and providers. */
import type * as vscode from 'vscode';
import { ShownStore } from '../core/store/shownStore';
import { Store } from '../core/store/store';
import { Annotators } from './adapters/annotators';
import { Author } from './adapters/author';
import { Blames } from './adapters/blames';
import { Comparing } from './adapters/comparing';
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
import { Review } from './adapters/review';
import { RevisionDocuments } from './adapters/revisions';
import { Sources } from './adapters/sources';
import { Suggestions } from './adapters/suggestions';
import { Adjusting } from './views/adjusting';
import { CompareMarks } from './views/compareMarks';
import { Decorations } from './views/decorations';
import { Reports } from './views/reports';
import { Reviewing } from './views/reviewing';
import { ReviewMarks } from './views/reviewMarks';
import { Sidebar } from './views/sidebar';
import { Suggesting } from './views/suggesting';
import { SuggestionMarks } from './views/suggestionMarks';
import { ThreadPlaces } from './views/threadPlaces';
import { Threads } from './views/threads';

export interface Services {
  /** The records as the person wants to see them: without others' annotations while these are hidden. */
  readonly store: ShownStore;
  /** The same with what is hidden: for what is checked and written. */
  readonly whole: Store;
  readonly folder: Folder;
  readonly loader: Loader;
  readonly sources: Sources;
  readonly oldTexts: OldTexts;
  readonly blames: Blames;
  /** Who comments and reviews here. */
  readonly author: Author;
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
  /** What changed since a base. */
  readonly review: Review;
  readonly reviewMarks: ReviewMarks;
  /** Going through what changed. */
  readonly reviewing: Reviewing;
  /** Whose annotations are shown. */
  readonly annotators: Annotators;
  /** Two annotators against each other. */
  readonly comparing: Comparing;
  readonly compareMarks: CompareMarks;
  /** Markdown that is read and not saved. */
  readonly reports: Reports;
  /** Files as they were in a commit. */
  readonly revisions: RevisionDocuments;
  readonly recent: Recent;
  readonly sidebar: Sidebar;
  readonly decorations: Decorations;
  /** Discussions, as VS Code shows them. */
  readonly threads: Threads;
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
  const whole = new Store();
  const loader = new Loader(whole, folder);
  const sources = new Sources(whole, folder);
  const oldTexts = new OldTexts(folder);
  const blames = new Blames(whole, folder);
  const author = new Author(folder);
  const living = new LivingDocuments(whole, sources, oldTexts);
  // After what follows the files: whoever looks at what is shown finds that up to date.
  const store = new ShownStore(whole);
  const annotators = new Annotators(store);
  const revisions = new RevisionDocuments(whole, folder);
  const passages = new Passages(store, sources, living, revisions);
  const located = new LocatedPassages(folder, sources, passages);
  const problems = new Problems(whole, folder, sources, oldTexts, passages);
  const writer = new FileWriter(folder);
  const editing = new Editing(whole, folder, sources, loader, writer, pending);
  const moves = new MovedSources(whole, folder, sources, loader, editing);
  const recent = new Recent(context.workspaceState, folder.uri?.toString() ?? '');
  const sidebar = new Sidebar(store);
  const decorations = new Decorations(store, sources, passages, living);
  const places = new ThreadPlaces(store, folder, sources, passages);
  const threads = new Threads(store, folder, passages, places, author, blames);
  const suggestions = new Suggestions(store, loader, sources, passages, living);
  const suggestionMarks = new SuggestionMarks(suggestions, passages);
  const suggesting = new Suggesting(store, passages, suggestions);
  const adjusting = new Adjusting(passages);
  const comparing = new Comparing(whole, folder, sources, loader, passages, oldTexts, annotators);
  const compareMarks = new CompareMarks(comparing, passages, sources);
  const reports = new Reports(folder);
  const review = new Review(store, folder, sources, loader, context.workspaceState);
  const reviewMarks = new ReviewMarks(review, passages, sources);
  const reviewing = new Reviewing(folder, passages, review, reviewMarks, revisions);
  const git = watchGit(folder, {
    onHead: () => {
      oldTexts.forgetMissing();
      blames.forgetHead();
      loader.scanSoon();
      problems.checkAll();
    },
    onFiles: (paths) => void loader.reload(paths),
  });
  subscriptions.push(moves.onDidChange((paths) => problems.checkSources(paths)));
  const saves = new LivingSaves(whole, sources, living, editing);
  subscriptions.push(loader, moves, living, saves, passages, problems, sidebar, decorations, git);
  subscriptions.push(suggestions, suggestionMarks, suggesting);
  subscriptions.push(adjusting, revisions, review, reviewMarks, threads);
  subscriptions.push(annotators.onDidChange(() => sidebar.renew()));
  subscriptions.push(
    comparing.onDidChange(() => {
      decorations.marksSelected = comparing.ask === undefined;
    }),
  );
  subscriptions.push(annotators, comparing, compareMarks, reports);
  loader.start();
  return {
    store,
    whole,
    folder,
    loader,
    sources,
    oldTexts,
    blames,
    author,
    editing,
    pending,
    passages,
    located,
    problems,
    suggestions,
    suggesting,
    adjusting,
    review,
    reviewMarks,
    reviewing,
    annotators,
    comparing,
    compareMarks,
    reports,
    revisions,
    recent,
    sidebar,
    decorations,
    threads,
    subscriptions,
    context,
  };
}
