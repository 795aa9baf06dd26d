/** A small workspace in memory: files of the format by path, and sources by path. */
import type { Surroundings } from '../../src/core/operations/draft';
import type { Operation } from '../../src/core/operations/operation';
import { perform } from '../../src/core/operations/perform';
import { Store } from '../../src/core/store/store';
import { SourceText } from '../../src/core/text/sourceText';

export type Texts = Readonly<Record<string, string>>;

export interface Workspace extends Surroundings {
  readonly store: Store;
}

/** Sources are decoded text as a host would read it. New annotation ids are `a-00000a`, `a-00000b`, … */
export function workspace(files: Texts, sources: Texts = {}): Workspace {
  const store = new Store();
  for (const [path, text] of Object.entries(files)) store.replaceFile(path, text);
  const texts = new Map(
    Object.entries(sources).map(([path, text]) => [path, SourceText.of(text)] as const),
  );
  let next = 0;
  return {
    store,
    sourceText: (path) => texts.get(path),
    newAnnotationId: () => `a-${(9 + ++next).toString(36).padStart(6, '0')}`,
  };
}

/** Does the operations and feeds what they wrote back into the store; throws when one is refused. */
export function carryOut(at: Workspace, operations: readonly Operation[]): readonly string[] {
  const done = perform(at.store, at, operations);
  if (!done.ok) throw new Error(`operation ${done.index}: ${done.error.message}`);
  for (const { path, after } of done.changes) {
    if (after === undefined) at.store.removeFile(path);
    else at.store.replaceFile(path, after);
  }
  return done.ids;
}

/** The lines as a file with a line break at its end. */
export function lines(...each: readonly string[]): string {
  return each.map((line) => `${line}\n`).join('');
}

export function entityFile(id: string, ...more: readonly string[]): Texts {
  const text = lines('format: entity/1', `id: ${id}`, 'type: person', `name: "${id}"`, ...more);
  return { [`annotations/entities/${id}.yaml`]: text };
}

export function eventFile(id: string, ...more: readonly string[]): Texts {
  const text = lines('format: event/1', `id: ${id}`, 'type: consult', `title: "${id}"`, ...more);
  return { [`annotations/events/${id}.yaml`]: text };
}

/** The annotation file of a source; `records` are its lines below `annotations:`. */
export function annotationFile(source: string, ...records: readonly string[]): Texts {
  const head = ['format: source-annotations/1', 'source:', `  path: ${source}`];
  const section = records.length === 0 ? ['annotations: {}'] : ['annotations:', ...records];
  return { [`annotations/${source}.ann.yaml`]: lines(...head, ...section) };
}
