/** Deleting annotations. Nothing is asked: one key brings them back. */
import { quoteOf } from '../../core/model/annotation';
import { shorten } from '../../core/outline/words';
import type { Command } from './command';
import { saveUndoable } from './saving';
import { annotationsGiven, oneAnnotation } from './subjects';

const LONGEST = 40;

/**
 * Deletes the annotations of the selected nodes, the one that is given as
 * `{ kind: 'annotation', source, id }`, or the one at the caret.
 */
export const deleteAnnotation: Command = async (services, node, nodes) => {
  const given = annotationsGiven(services, node, nodes);
  const atCaret = given === undefined ? await oneAnnotation(services, node) : undefined;
  const records = given ?? (atCaret === undefined ? [] : [atCaret]);
  const [first] = records;
  if (first === undefined) return undefined;
  const what =
    records.length === 1
      ? `“${shorten(quoteOf(first.annotation), LONGEST)}”`
      : `${records.length} annotations`;
  const operations = records.map(({ source, annotation }) => ({
    op: 'delete' as const,
    source,
    id: annotation.id,
  }));
  return await saveUndoable(services, `Deleted ${what}`, operations);
};
