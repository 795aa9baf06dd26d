/** The one way in which operations change a file that is there: read, edit, keep in the draft. */
import type { Annotation } from '../model/annotation';
import type { Draft, Edit } from './draft';
import { done, unreadable, type Outcome } from './operation';

/**
 * Gives `id` when `edit` gave a new text that can be kept; a file that does not parse stays as it is.
 * `record` is the annotation that the edit is confined to: an id, or the one that is put in. Then
 * `edit` may get the file with few of its other records.
 */
export function rewrite(
  draft: Draft,
  path: string,
  id: string,
  edit: Edit,
  record?: string | Annotation,
): Outcome {
  if (!draft.isWritable(path)) return unreadable(path);
  if (record !== undefined && draft.editRecord(path, record, edit)) return done(id);
  const text = draft.text(path);
  const after = text === undefined ? undefined : edit(text, draft.sections(path));
  if (after === undefined || !draft.write(path, after)) return unreadable(path);
  return done(id);
}
