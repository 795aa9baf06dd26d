/** The projects of the window: one for each workspace folder, with one of them in the sidebar. */
import * as vscode from 'vscode';
import { fileKind } from '../core/storage/paths';
import { Folder, pathBelow } from './adapters/folder';
import { Pending } from './adapters/pending';
import { createServices, type Services } from './services';

interface Project {
  readonly services: Services;
  readonly subscriptions: { dispose(): unknown }[];
}

export class Projects {
  readonly #context: vscode.ExtensionContext;
  readonly #register: (services: Services) => void;
  readonly #registerViews: (services: Services) => void;
  readonly #projects: Project[] = [];
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #pending = new Pending();
  readonly #listening: vscode.Disposable;
  #current: Project;
  #views: { dispose(): unknown }[] = [];

  /**
   * `register` is called for each project, `registerViews` each time that another one is shown; what
   * they subscribe is disposed with the project, or with its views.
   */
  constructor(
    context: vscode.ExtensionContext,
    register: (services: Services) => void,
    registerViews: (services: Services) => void,
  ) {
    this.#context = context;
    this.#register = register;
    this.#registerViews = registerViews;
    const first = this.#addMissing();
    this.#current = this.#active() ?? first;
    this.#showViews();
    this.#listening = vscode.Disposable.from(
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#foldersChanged()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#follow()),
    );
  }

  /**
   * The project in the sidebar: that of the last active editor with a source or an annotation file;
   * before there was one, the first.
   */
  get current(): Services {
    return this.#current.services;
  }

  /** Projects came or went, or what the schema of one counts as a source changed. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  get all(): readonly Services[] {
    return this.#projects.map(({ services }) => services);
  }

  /** The project that a file belongs to: the deepest folder that contains it. */
  of(uri: vscode.Uri): Services | undefined {
    return this.all.find(({ folder }) => folder.pathOf(uri) !== undefined);
  }

  /**
   * The project that a command is about: that of the file, the discussion or the entry of the Source Control
   * view that it was called on; the one in the sidebar for a node of the sidebar, or a key in it; otherwise that
   * of the active editor, or else the one in the sidebar.
   */
  forCall([argument]: readonly unknown[]): Services {
    const file = argument instanceof vscode.Uri ? argument : fileIn(argument);
    if (file !== undefined) return this.of(file) ?? this.current;
    const isInSidebar =
      typeof argument === 'object' &&
      argument !== null &&
      ('subject' in argument || 'focused' in argument || 'change' in argument);
    if (isInSidebar) return this.current;
    const active = vscode.window.activeTextEditor?.document.uri;
    return (active && this.of(active)) ?? this.current;
  }

  /** Resolves when the files that are there now have been read, in every project. */
  async scan(): Promise<void> {
    await Promise.all(this.all.map(({ loader }) => loader.scan()));
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changed.dispose();
    this.#pending.dispose();
    disposeAll(this.#views);
    for (const { subscriptions } of this.#projects) disposeAll(subscriptions);
  }

  #foldersChanged(): void {
    const wanted = new Set(wantedFolders().map(keyOf));
    const gone = this.#projects.filter(({ services }) => !wanted.has(keyOf(services.folder.uri)));
    for (const project of gone) this.#projects.splice(this.#projects.indexOf(project), 1);
    const first = this.#addMissing();
    const kept = gone.includes(this.#current) ? first : this.#current;
    this.#current = this.#active() ?? kept;
    this.#showViews();
    for (const { subscriptions } of gone) disposeAll(subscriptions);
    // What lies in a folder that came or went belongs to another project now.
    void this.scan();
    this.#changed.fire();
  }

  /** Gives the first project: there is always one, without a folder when none is open. */
  #addMissing(): Project {
    const known = new Set(this.#projects.map(({ services }) => keyOf(services.folder.uri)));
    for (const uri of wantedFolders()) {
      if (known.has(keyOf(uri))) continue;
      const subscriptions: { dispose(): unknown }[] = [];
      const folder = new Folder(uri, () => foldersInside(uri));
      const services = createServices(this.#context, folder, subscriptions, this.#pending);
      this.#projects.push({ services, subscriptions });
      this.#register(services);
      const stop = services.store.onDidChange(({ schemaChanged }) => {
        if (!schemaChanged) return;
        this.#follow();
        this.#changed.fire();
      });
      subscriptions.push({ dispose: stop });
    }
    const [first] = this.#projects;
    if (first === undefined) throw new Error('There is a project even without a folder.');
    return first;
  }

  /** What is no file of a project changes nothing: an output panel, a settings page. */
  #follow(): void {
    const project = this.#active();
    if (project === undefined || project === this.#current) return;
    this.#current = project;
    this.#showViews();
  }

  /** The project whose source or annotation file the active editor shows. */
  #active(): Project | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    if (uri === undefined) return undefined;
    return this.#projects.find(({ services: { folder, sources } }) => {
      const path = folder.pathOf(uri);
      return path !== undefined && (sources.isSource(path) || fileKind(path) !== undefined);
    });
  }

  #showViews(): void {
    disposeAll(this.#views);
    const views: { dispose(): unknown }[] = [];
    this.#views = views;
    this.#registerViews({ ...this.current, subscriptions: views });
  }
}

/** Of a thread or comment of VS Code, of what was typed in one, or of an entry of the Source Control view. */
function fileIn(argument: unknown): vscode.Uri | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('thread' in argument) return fileIn(argument.thread);
  if ('resourceUri' in argument && argument.resourceUri instanceof vscode.Uri) {
    return argument.resourceUri;
  }
  return 'uri' in argument && argument.uri instanceof vscode.Uri ? argument.uri : undefined;
}

function wantedFolders(): readonly (vscode.Uri | undefined)[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length === 0 ? [undefined] : folders.map(({ uri }) => uri);
}

function foldersInside(uri: vscode.Uri | undefined): readonly vscode.Uri[] {
  if (uri === undefined) return [];
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.map((folder) => folder.uri).filter((each) => pathBelow(uri, each) !== undefined);
}

function keyOf(uri: vscode.Uri | undefined): string {
  return uri?.toString() ?? '';
}

function disposeAll(disposables: readonly { dispose(): unknown }[]): void {
  for (const disposable of [...disposables].reverse()) disposable.dispose();
}
