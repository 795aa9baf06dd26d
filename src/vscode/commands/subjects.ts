/** The annotations that a command acts on: clicked nodes, given ones, or what the caret is on. */
import type { AnnotationRecord } from '../../core/store/store';
import { tell } from '../adapters/failures';
import type { Services } from '../services';
import { annotationAtCaret, subjectOf } from '../subject';

/** The annotations that the arguments name; absent when they name none, so that the caret decides. */
export function annotationsGiven(
  { store }: Services,
  node: unknown,
  nodes: unknown,
): readonly AnnotationRecord[] | undefined {
  const selected: readonly unknown[] =
    Array.isArray(nodes) && nodes.includes(node) ? nodes : [node];
  const subjects = selected.flatMap((each) => {
    const subject = subjectOf(each);
    return subject?.kind === 'annotation' ? [subject] : [];
  });
  if (subjects.length === 0) return undefined;
  const records = subjects.flatMap(({ source, id }) =>
    store.indexes.annotationsWithId(id).filter((record) => record.source === source),
  );
  if (records.length === 0) tell('This annotation is no longer there.');
  return records;
}

/** The one annotation that the argument names, or the one at the caret, asking when there are several. */
export async function oneAnnotation(
  services: Services,
  node: unknown,
): Promise<AnnotationRecord | undefined> {
  const records = annotationsGiven(services, node, undefined);
  if (records !== undefined) return records[0];
  return (await annotationAtCaret(services, { ask: true }))?.record;
}
