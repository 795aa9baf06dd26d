/** The annotations that a command acts on: clicked nodes, given ones, or what the caret is on. */
import { quoteOf } from '../../core/model/annotation';
import { shorten } from '../../core/outline/words';
import type { AnnotationRecord } from '../../core/store/store';
import { tell } from '../adapters/failures';
import type { Services } from '../services';
import { annotationAtCaret, subjectOf } from '../subject';

const LONGEST_QUOTE = 40;

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

/** Those that the arguments name, otherwise the one at the caret; none when the person gives up. */
export async function someAnnotations(
  services: Services,
  node: unknown,
  nodes: unknown,
): Promise<readonly AnnotationRecord[]> {
  const given = annotationsGiven(services, node, nodes);
  if (given !== undefined) return given;
  const atCaret = await oneAnnotation(services, node);
  return atCaret === undefined ? [] : [atCaret];
}

/** `“Xi Jinping”`, or `3 annotations`. */
export function whichOf(records: readonly AnnotationRecord[]): string {
  const [first, ...others] = records;
  return first === undefined || others.length > 0
    ? `${records.length} annotations`
    : `“${shorten(quoteOf(first.annotation), LONGEST_QUOTE)}”`;
}
