/** The one way in which operations change a file that is there: read, edit, keep in the draft. */
import type { Draft } from './draft';
import { done, unreadable, type Outcome } from './operation';

/** Gives `id` when `edit` gave a new text that can be kept; a file that does not parse stays as it is. */
export function rewrite(
  draft: Draft,
  path: string,
  id: string,
  edit: (text: string) => string | undefined,
): Outcome {
  const text = draft.isWritable(path) ? draft.text(path) : undefined;
  const after = text === undefined ? undefined : edit(text);
  if (after === undefined || !draft.write(path, after)) return unreadable(path);
  return done(id);
}
