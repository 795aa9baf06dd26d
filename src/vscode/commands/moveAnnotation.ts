/** Giving an annotation another passage: its id, roles and note stay. */
import { quoteOf } from '../../core/model/annotation';
import { annotationIcon } from '../../core/outline/icons';
import { shorten } from '../../core/outline/words';
import { extentOf, type LocatedAnnotation } from '../../core/store/locate';
import type { AnnotationRecord } from '../../core/store/store';
import { wordsOfSpans } from '../../core/text/edges';
import { joined, overlaps, type Span } from '../../core/text/span';
import { tell } from '../adapters/failures';
import { themeIcon } from '../pickers/icons';
import { pickFrom } from '../pickers/pickOne';
import type { Services } from '../services';
import { labelOf } from '../subject';
import { retargeting, UNCERTAIN } from './adjustEdges';
import type { Command } from './command';
import { lastTouched, saveAt, touch } from './saving';
import { annotationsGiven } from './subjects';
import { targetOf, type Target } from './target';

const ADVICE = 'Select the new passage of the annotation first.';
const LONGEST = 40;

/**
 * Moves the annotation of the node, or the one given as `{ kind: 'annotation', source, id }`, to the
 * selection; without one the annotation that the selection overlaps, asking when there are several, or
 * else the one that was made or changed last. Of an annotation in fragments the one that the selection
 * overlaps moves; where it overlaps none or several, and with several selections, all become the selection.
 */
export const moveAnnotation: Command = async (services, node) => {
  const target = targetOf(services, () => undefined, ADVICE);
  if (target === undefined) return undefined;
  const given = annotationsGiven(services, node, undefined);
  const record = given === undefined ? await recordFor(services, target) : given[0];
  if (record === undefined) return undefined;
  if (record.source !== target.path) {
    tell(`This annotation belongs to ${record.source}: select its new passage there.`);
    return undefined;
  }
  const { id } = record.annotation;
  const spans = spansAfter(services, record, target);
  if (spans === undefined) {
    tell(UNCERTAIN);
    return undefined;
  }
  const words = wordsOfSpans(target.text.text, spans);
  const label = `Moved “${shorten(quoteOf(record.annotation), LONGEST)}” to “${shorten(words, LONGEST)}”`;
  const operation = retargeting(record.source, id, target.text, spans);
  const ids = await saveAt(services, target, label, [operation]);
  if (ids !== undefined) touch(services, { source: record.source, id });
  return ids;
};

/** Absent when a fragment that is not to move would be lost, because its place is not certain. */
function spansAfter(
  services: Services,
  record: AnnotationRecord,
  { editor, spans }: Target,
): readonly Span[] | undefined {
  const located = services.passages.of(editor.document).find((each) => each.record === record);
  const fragments = located?.spans ?? [];
  const [selected, ...more] = spans;
  const [touched, ...others] = fragments.filter((span) => overlaps(span, selected));
  const { length } = record.annotation.targets;
  if (touched !== undefined && more.length === 0 && fragments.length < length) return undefined;
  if (length < 2 || more.length > 0 || touched === undefined || others.length > 0) {
    return joined(spans);
  }
  return joined(fragments.map((span) => (span === touched ? selected : span)));
}

async function recordFor(
  services: Services,
  target: Target,
): Promise<AnnotationRecord | undefined> {
  const [span] = target.spans;
  const touched = services.passages
    .of(target.editor.document)
    .filter((each) => each.spans.some((place) => overlaps(place, span)));
  touched.sort((a, b) => difference(a, span) - difference(b, span));
  const [only, ...others] = touched;
  if (only !== undefined && others.length === 0) return only.record;
  if (only !== undefined) return await choose(services, touched);
  const last = lastTouched(services);
  const record = services.store.indexes
    .annotationsWithId(last?.id ?? '')
    .find(({ source }) => source === last?.source && source === target.path);
  if (record === undefined) {
    tell(
      'The selection overlaps no annotation: extend it over the one to move, or use the sidebar.',
    );
  }
  return record;
}

async function choose(
  services: Services,
  located: readonly LocatedAnnotation[],
): Promise<AnnotationRecord | undefined> {
  const { schema, indexes } = services.store;
  const answer = await pickFrom({
    title: 'Move which annotation to the selection?',
    placeholder: 'The nearest to the selection is first',
    choices: located.map((each) => ({
      value: each.record,
      label: shorten(quoteOf(each.record.annotation), LONGEST),
      description: labelOf(services, each),
      iconPath: themeIcon(annotationIcon(schema, indexes, each.record.annotation)),
    })),
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

/** How much of the passage would change, in UTF-16 code units at both ends. */
function difference(located: LocatedAnnotation, span: Span): number {
  const extent = extentOf(located) ?? span;
  return Math.abs(extent.start - span.start) + Math.abs(extent.end - span.end);
}
