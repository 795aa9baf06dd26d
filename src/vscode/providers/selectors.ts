/** Registers language features where they belong: on the sources of the schema, and on the YAML files. */
import * as vscode from 'vscode';
import { sourceGlobs } from '../../core/schema/sources';
import { ANNOTATION_GLOBS } from '../../core/storage/paths';
import type { Services } from '../services';

type Register = (selector: vscode.DocumentSelector) => vscode.Disposable;

/**
 * By pattern, not by language: a source may be of any. Registers again when the schema changes them, and at
 * `stale`, for answers that VS Code would keep for as long as the document stays the same.
 */
export function registerOnSources(
  services: Services,
  register: Register,
  stale?: vscode.Event<void>,
): void {
  let current: vscode.Disposable | undefined;
  let globs: readonly string[] | undefined;
  const renew = (): void => {
    const { schema } = services.store;
    globs = schema.sources;
    current?.dispose();
    current = register(sourceGlobs(schema).map((glob) => filterOf(services, glob)));
  };
  renew();
  const stop = services.store.onDidChange(({ schemaChanged }) => {
    if (schemaChanged && services.store.schema.sources !== globs) renew();
  });
  const listening = stale?.(renew);
  services.subscriptions.push({
    dispose: () => {
      stop();
      listening?.dispose();
      current?.dispose();
    },
  });
}

export function registerOnYaml(services: Services, register: Register): void {
  services.subscriptions.push(register(ANNOTATION_GLOBS.map((glob) => filterOf(services, glob))));
}

function filterOf(services: Services, glob: string): vscode.DocumentFilter {
  const root = services.folder.uri;
  return { pattern: root === undefined ? glob : new vscode.RelativePattern(root, glob) };
}
