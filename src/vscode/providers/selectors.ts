/** Registers language features where they belong: on the sources of the schema, and on the YAML files. */
import * as vscode from 'vscode';
import { sourceGlobs } from '../../core/schema/sources';
import { ANNOTATION_GLOBS } from '../../core/storage/paths';
import type { Services } from '../services';

type Register = (selector: vscode.DocumentSelector) => vscode.Disposable;

/** By pattern, not by language: a source may be of any. Registers again when the schema changes them. */
export function registerOnSources(services: Services, register: Register): void {
  let current: vscode.Disposable | undefined;
  let globs: readonly string[] | undefined;
  const renew = (): void => {
    const { schema } = services.store;
    if (schema.sources === globs) return;
    globs = schema.sources;
    current?.dispose();
    current = register(sourceGlobs(schema).map((glob) => filterOf(services, glob)));
  };
  renew();
  const stop = services.store.onDidChange(({ schemaChanged }) => {
    if (schemaChanged) renew();
  });
  services.subscriptions.push({
    dispose: () => {
      stop();
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
