/** Deleting annotations. Nothing is asked: one key brings them back. */
import type { Command } from './command';
import { saveUndoable } from './saving';
import { someAnnotations, whichOf } from './subjects';

/**
 * Deletes the annotations of the selected nodes, the one that is given as
 * `{ kind: 'annotation', source, id }`, or the one at the caret.
 */
export const deleteAnnotation: Command = async (services, node, nodes) => {
  const records = await someAnnotations(services, node, nodes);
  if (records.length === 0) return undefined;
  const operations = records.map(({ source, annotation }) => ({
    op: 'delete' as const,
    source,
    id: annotation.id,
  }));
  return await saveUndoable(services, `Deleted ${whichOf(records)}`, operations);
};
