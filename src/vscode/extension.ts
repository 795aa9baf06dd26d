/** Where VS Code starts the extension: builds the projects and registers the tables. */
import * as vscode from 'vscode';
import { followRenames } from './adapters/renames';
import { COMMANDS, isAboutSidebar } from './commands/table';
import { registerConflictContext } from './providers/conflictContext';
import { registerSourceContext } from './providers/sourceContext';
import { PROVIDERS } from './providers/table';
import { Projects } from './projects';
import { VIEWS } from './views/table';

/** What tests and other extensions may use. */
export interface Api {
  /** Resolves when the annotation files that were asked for so far have been read. */
  readonly ready: () => Promise<void>;
  /** The workspace folder that the sidebar shows; absent without a folder. */
  readonly shownFolder: () => vscode.Uri | undefined;
}

export function activate(context: vscode.ExtensionContext): Api {
  const projects = new Projects(
    context,
    (services) => {
      for (const register of PROVIDERS) register(services);
    },
    (services) => {
      for (const register of Object.values(VIEWS)) register(services);
    },
  );
  const renames = followRenames((uri) => projects.of(uri));
  context.subscriptions.push(projects, renames, registerSourceContext(projects));
  context.subscriptions.push(registerConflictContext(projects));
  for (const [id, command] of Object.entries(COMMANDS)) {
    const run = async (...args: unknown[]): Promise<unknown> => {
      const services = isAboutSidebar(id) ? projects.current : projects.forCall(args);
      await services.loader.ready;
      return command(services, ...args);
    };
    context.subscriptions.push(vscode.commands.registerCommand(id, run));
  }
  return { ready: () => projects.scan(), shownFolder: () => projects.current.folder.uri };
}
