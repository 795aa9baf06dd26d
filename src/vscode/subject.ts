/** What a command acts on: the clicked node, the argument of a link, or what the caret is on. */
import * as vscode from 'vscode';
import { quoteOf } from '../core/model/annotation';
import type { Subject } from '../core/model/thread';
import type { LocatedAnnotation } from '../core/store/locate';
import type { SourceText } from '../core/text/sourceText';
import { tell } from './adapters/failures';
import type { Services } from './services';

/** From a tree node (an object with a `subject`) or a plain subject; absent for anything else. */
export function subjectOf(argument: unknown): Subject | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('subject' in argument) return subjectOf(argument.subject);
  if (!('kind' in argument)) return undefined;
  const text = (key: string): string | undefined => {
    const value: unknown = Reflect.get(argument, key);
    return typeof value === 'string' ? value : undefined;
  };
  const [id, source, path] = [text('id'), text('source'), text('path')];
  switch (argument.kind) {
    case 'entity':
      return id === undefined ? undefined : { kind: 'entity', id };
    case 'event':
      return id === undefined ? undefined : { kind: 'event', id };
    case 'annotation':
      return id === undefined || source === undefined
        ? undefined
        : { kind: 'annotation', id, source };
    case 'source':
      return path === undefined ? undefined : { kind: 'source', path };
    default:
      return undefined;
  }
}

export interface ActiveSource {
  readonly editor: vscode.TextEditor;
  readonly path: string;
  readonly text: SourceText;
}

/** The active editor when it shows a source; otherwise tells the person what to do instead. */
export function activeSource(services: Services): ActiveSource | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    tell('Open a text source first.');
    return undefined;
  }
  const { document } = editor;
  if (document.isUntitled) {
    tell('Save this document in the workspace folder first: annotations refer to files.');
    return undefined;
  }
  const path = services.sources.pathOf(document.uri);
  if (path === undefined) {
    tell('This file is outside the workspace folder, so it cannot be annotated.');
    return undefined;
  }
  if (!services.sources.isSource(path)) {
    const globs = services.store.schema.sources.join(', ');
    tell(`${path} is no source: sources are ${globs}, as annotations/schema.yaml can say.`);
    return undefined;
  }
  return { editor, path, text: services.sources.textOf(document) };
}

/**
 * `activeSource`, but of the file itself: the left side of a diff shows another text under the same path, whose
 * offsets are of no use for writing.
 */
export function writableSource(services: Services): ActiveSource | undefined {
  const active = activeSource(services);
  if (active === undefined) return undefined;
  const { editor, path } = active;
  if (editor.document.uri.scheme === services.folder.uri?.scheme) return active;
  tell(`This is another revision of ${path}: open the file itself to annotate it.`);
  return undefined;
}

/**
 * The annotation that is selected, or the innermost one under the caret of the active source. With
 * `ask`, a choice when there are several. Absent, with a message, when there is none.
 */
export async function annotationAtCaret(
  services: Services,
  options: { readonly ask?: boolean } = {},
): Promise<LocatedAnnotation | undefined> {
  const active = activeSource(services);
  if (active === undefined) return undefined;
  const { editor } = active;
  const found = services.passages.at(editor.document, editor.selection.active);
  const selected = found.find((located) => {
    const extent = services.passages.extentOf(editor.document, located);
    return extent?.isEqual(editor.selection) === true;
  });
  const innermost = selected ?? found[0];
  if (innermost === undefined) {
    tell('There is no annotation at the cursor.');
    return undefined;
  }
  if (options.ask !== true || selected !== undefined || found.length === 1) return innermost;
  const choices = found.map((located) => ({
    label: quoteOf(located.record.annotation),
    description: labelOf(services, located),
    located,
  }));
  const choice = await vscode.window.showQuickPick(choices, {
    title: 'Several annotations are here',
    placeHolder: 'Which one?',
  });
  return choice?.located;
}

/** What an annotation says, in a few words: the name of its record, or its type. */
export function labelOf(services: Services, { record }: Pick<LocatedAnnotation, 'record'>): string {
  const { entity, event, type, note } = record.annotation;
  const { indexes } = services.store;
  if (entity !== undefined) return indexes.entity(entity)?.name ?? entity;
  if (event !== undefined) return indexes.event(event)?.title ?? event;
  return type ?? note ?? 'note';
}
