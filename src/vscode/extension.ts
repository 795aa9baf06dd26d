/** Where VS Code starts the extension: builds the services and registers the tables. */
import * as vscode from 'vscode';
import { COMMANDS } from './commands/table';
import { PROVIDERS } from './providers/table';
import { createServices } from './services';
import { VIEWS } from './views/table';

/** What tests and other extensions may use. */
export interface Api {
  /** Resolves when the annotation files that were asked for so far have been read. */
  readonly ready: () => Promise<void>;
}

export function activate(context: vscode.ExtensionContext): Api {
  const services = createServices(context);
  for (const [id, command] of Object.entries(COMMANDS)) {
    const run = async (...args: unknown[]): Promise<unknown> => {
      await services.loader.ready;
      return command(services, ...args);
    };
    context.subscriptions.push(vscode.commands.registerCommand(id, run));
  }
  for (const register of [...Object.values(VIEWS), ...PROVIDERS]) register(services);
  return { ready: () => services.loader.scan() };
}
