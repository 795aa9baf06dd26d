/** What a discussion is about: a thread or comment of VS Code, a node, what is given, or what the caret is on. */
import * as vscode from 'vscode';
import { quoteOf } from '../../core/model/annotation';
import type { Subject } from '../../core/model/thread';
import { shorten } from '../../core/outline/words';
import { fileKind, recordId } from '../../core/storage/paths';
import type { LocatedAnnotation } from '../../core/store/locate';
import { tell } from '../adapters/failures';
import { pickFrom, type Choice } from '../pickers/pickOne';
import type { Services } from '../services';
import { labelOf, subjectOf, writableSource } from '../subject';
import { ShownComment } from '../views/shownComment';
import { recordOf } from './recordSubject';

const LONGEST = 60;

/** What VS Code hands over from the box for a reply. */
export interface Reply {
  readonly thread: vscode.CommentThread;
  readonly text: string;
}

export function isReply(argument: unknown): argument is Reply {
  return isObject(argument) && isThread(argument['thread']) && typeof argument['text'] === 'string';
}

/** A thread of VS Code, as far as that can be told. */
function isThread(value: unknown): value is vscode.CommentThread {
  return isObject(value) && value['uri'] instanceof vscode.Uri && Array.isArray(value['comments']);
}

/** What the argument names; absent, where it names nothing. A record that was merged is the one that it is now. */
export function subjectGiven(services: Services, argument: unknown): Subject | undefined {
  if (argument instanceof ShownComment) return argument.subject;
  if (isReply(argument)) return services.threads.subjectOf(argument.thread);
  if (isThread(argument)) return services.threads.subjectOf(argument);
  const subject = subjectOf(argument);
  if (subject?.kind !== 'entity' && subject?.kind !== 'event') return subject;
  const ref = recordOf(services, subject.id);
  return ref && { kind: ref.kind, id: ref.record.id };
}

/**
 * What the argument names, or what the caret is on: in a source an annotation, with a choice among several, or
 * else the source; in the YAML an annotation, the record, or the source. Absent when that was cancelled, or
 * the person was told.
 */
export async function subjectToDiscuss(
  services: Services,
  argument: unknown,
): Promise<Subject | undefined> {
  const given = subjectGiven(services, argument);
  if (given !== undefined) return given;
  const editor = vscode.window.activeTextEditor;
  const path = editor && services.folder.pathOf(editor.document.uri);
  if (editor !== undefined && path !== undefined && fileKind(path) !== undefined) {
    return inYaml(services, editor, path);
  }
  const active = writableSource(services);
  if (active === undefined) return undefined;
  const { document, selection } = active.editor;
  const found = services.passages.at(document, selection.active);
  const selected = found.find(
    (each) => services.passages.extentOf(document, each)?.isEqual(selection) === true,
  );
  return await chosen(services, active.path, selected === undefined ? found : [selected]);
}

async function chosen(
  services: Services,
  path: string,
  found: readonly LocatedAnnotation[],
): Promise<Subject | undefined> {
  const source: Subject = { kind: 'source', path };
  const annotations = found.map(({ record }): Choice<Subject> => ({
    value: { kind: 'annotation', source: path, id: record.annotation.id },
    label: shorten(quoteOf(record.annotation), LONGEST),
    description: labelOf(services, { record }),
  }));
  const [only, ...more] = annotations;
  if (only === undefined) return source;
  if (more.length === 0) return only.value;
  const answer = await pickFrom({
    title: 'Several annotations are here',
    placeholder: 'What is the comment about?',
    choices: [...annotations, { value: source, label: 'The whole source', description: path }],
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

function inYaml(
  { store }: Services,
  { document, selection }: vscode.TextEditor,
  path: string,
): Subject | undefined {
  const content = store.file(path)?.content;
  switch (content?.kind) {
    case 'entity':
    case 'event':
      return { kind: content.kind, id: recordId(path) };
    case 'annotations': {
      const offset = document.offsetAt(document.lineAt(selection.active.line).range.end);
      const source = content.source.path;
      const before = [...content.places].filter(([, { start }]) => start <= offset);
      const [id, place] = before.toSorted(([, a], [, b]) => b.start - a.start)[0] ?? [];
      const isKnown = content.annotations.some((each) => each.id === id);
      if (id === undefined || place === undefined || !isKnown)
        return { kind: 'source', path: source };
      return { kind: 'annotation', source, id };
    }
    case 'schema':
    case undefined:
      tell('Comments are about sources, annotations, entities and events.');
      return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
