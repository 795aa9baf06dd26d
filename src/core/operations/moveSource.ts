/** Lets annotations follow a source that was renamed or moved. */
import { updateSource } from '../storage/editFile';
import { annotationPath, isSafePath } from '../storage/paths';
import type { Draft, Surroundings } from './draft';
import { done, failed, unreadable, type MoveSource, type Outcome } from './operation';

/**
 * Writes the new path into the annotation files of the source, and moves those that are where the
 * layout puts them to where it puts those of the new path; other files stay where they are.
 */
export function moveSource(draft: Draft, around: Surroundings, input: MoveSource): Outcome {
  const { from, to } = input;
  if (!isSafePath(to) || around.sourceText(to) === undefined) {
    return failed('source-unknown', `There is no source “${to}”.`);
  }
  const files = draft.filesNaming(from);
  if (files.length === 0) {
    return failed('source-unknown', `No annotation file is about “${from}”.`);
  }
  for (const file of files) {
    const outcome = moveFile(draft, file, input);
    if (!outcome.ok) return outcome;
  }
  return done(to);
}

function moveFile(draft: Draft, file: string, { from, to }: MoveSource): Outcome {
  const text = draft.isWritable(file) ? draft.text(file) : undefined;
  const after = text === undefined ? undefined : withSourcePath(text, from, to);
  if (after === undefined) return unreadable(file);
  const target = movedPath(file, from, to);
  if (target !== file && draft.text(target) !== undefined) {
    const message = `“${to}” has annotations of its own in ${target}: move these by hand.`;
    return failed('already-annotated', message);
  }
  if (!draft.write(target, after)) return unreadable(file);
  if (target !== file) draft.remove(file);
  return done(to);
}

/** Where the annotation file of a source goes when the source goes from one path to another. */
export function movedPath(file: string, from: string, to: string): string {
  if (file === annotationPath(from, 'folder')) return annotationPath(to, 'folder');
  return file === annotationPath(from, 'beside') ? annotationPath(to, 'beside') : file;
}

/** The text of an annotation file with another path of its source; absent when it does not parse. */
export function withSourcePath(text: string, from: string, to: string): string | undefined {
  return updateSource(text, from, new Map([['path', to]]));
}
