/** Writing, changing and deleting comments, on whatever they are. */
import type { Comment, Subject, Thread } from '../model/thread';
import { present } from '../storage/decode';
import {
  newAnnotationFile,
  updateAnnotation,
  updateEntityFile,
  updateEventFile,
  updateSource,
} from '../storage/editFile';
import { isSafePath } from '../storage/paths';
import { threadFields } from '../storage/threads';
import { filePath, standingRecord } from './anyRecord';
import { checkAnnotationFile } from './checks';
import type { AddComment, DeleteComment, EditComment } from './commentOperations';
import type { Draft, Surroundings } from './draft';
import { done, failed, unreadable, type Failed, type Outcome } from './operation';
import { rewrite } from './rewrite';

export function addComment(draft: Draft, around: Surroundings, input: AddComment): Outcome {
  const found = discussed(draft, around, input.on);
  if (!found.ok) return found;
  const text = wordsOf(input.text);
  const resolved = input.resolved === true ? true : undefined;
  if (text === undefined && resolved === undefined) {
    return failed('value-invalid', 'A comment needs words, or settles the thread.');
  }
  const comment = present({ by: wordsOf(input.by), text, resolved });
  return found.write([...found.thread, comment]);
}

export function editComment(draft: Draft, around: Surroundings, input: EditComment): Outcome {
  const found = commentAt(draft, around, input);
  if (!found.ok) return found;
  const text = wordsOf(input.text);
  if (text === undefined) return failed('value-invalid', 'A comment needs words; or delete it.');
  const { by, resolved } = found.comment;
  return found.write(found.thread.with(input.index, present({ by, text, resolved })));
}

export function deleteComment(draft: Draft, around: Surroundings, input: DeleteComment): Outcome {
  const found = commentAt(draft, around, input);
  return found.ok ? found.write(found.thread.toSpliced(input.index, 1)) : found;
}

interface Discussed {
  readonly ok: true;
  readonly thread: readonly Comment[];
  /** Gives the id of what the thread is about. */
  readonly write: (thread: readonly Comment[]) => Outcome;
}

function commentAt(
  draft: Draft,
  around: Surroundings,
  { on, index }: EditComment | DeleteComment,
): (Discussed & { readonly comment: Comment }) | Failed {
  const found = discussed(draft, around, on);
  if (!found.ok) return found;
  const comment = found.thread[index];
  if (comment !== undefined) return { ...found, comment };
  const message = `There is no comment ${index} there: the thread has ${found.thread.length}, counted from 0.`;
  return failed('comment-unknown', message);
}

function discussed(draft: Draft, around: Surroundings, on: Subject): Discussed | Failed {
  switch (on.kind) {
    case 'annotation':
      return annotation(draft, on.source, on.id);
    case 'entity':
    case 'event':
      return record(draft, on.kind, on.id);
    case 'source':
      return source(draft, around, on.path);
  }
}

function annotation(draft: Draft, path: string, id: string): Discussed | Failed {
  const [found] = draft.annotations(id, path);
  if (found === undefined) {
    return failed('annotation-unknown', `“${path}” has no annotation “${id}”.`);
  }
  return {
    ok: true,
    thread: found.annotation.thread ?? [],
    write: (thread) =>
      rewrite(
        draft,
        found.path,
        id,
        (text, known) => updateAnnotation(text, id, changeTo(thread), known),
        id,
      ),
  };
}

function record(draft: Draft, kind: 'entity' | 'event', id: string): Discussed | Failed {
  const found = standingRecord(draft, id);
  if (found?.kind !== kind) return failed(`${kind}-unknown`, `There is no ${kind} “${id}”.`);
  const update = kind === 'entity' ? updateEntityFile : updateEventFile;
  return {
    ok: true,
    thread: found.record.thread ?? [],
    write: (thread) =>
      rewrite(draft, filePath(found), found.record.id, (text) => update(text, changeTo(thread))),
  };
}

/** Its annotation file is made when it has none. */
function source(draft: Draft, around: Surroundings, path: string): Discussed | Failed {
  const file = draft.annotationFile(path);
  const foreign = checkAnnotationFile(draft, file, path);
  if (foreign !== undefined) return { ok: false, error: foreign };
  if (draft.has(file)) {
    return {
      ok: true,
      thread: draft.sourceMetadata(path)?.thread ?? [],
      write: (thread) =>
        rewrite(draft, file, path, (text, known) =>
          updateSource(text, path, changeTo(thread), known),
        ),
    };
  }
  const text = isSafePath(path) ? around.sourceText(path) : undefined;
  if (text === undefined) return failed('source-unknown', `There is no source “${path}”.`);
  return {
    ok: true,
    thread: [],
    write: (thread) => {
      const made = { path, blob: text.blob, ...present({ thread: asThread(thread) }) };
      return draft.write(file, newAnnotationFile(made, [])) ? done(path) : unreadable(file);
    },
  };
}

function changeTo(thread: readonly Comment[]): Parameters<typeof updateEntityFile>[1] {
  return new Map([['thread', threadFields(thread)]]);
}

function asThread([first, ...more]: readonly Comment[]): Thread | undefined {
  return first && [first, ...more];
}

/** Without the blanks around them; absent when there are none. */
function wordsOf(given: string | undefined): string | undefined {
  const words = given?.trim();
  return words === '' ? undefined : words;
}
