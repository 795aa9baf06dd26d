/** Mentions in several pieces: one more piece for an annotation, and one less. */
import { quoteOf } from '../../core/model/annotation';
import { annotationIcon } from '../../core/outline/icons';
import { dotted, quoted } from '../../core/outline/words';
import { extentOf, type LocatedAnnotation } from '../../core/store/locate';
import { withFragment, wordsOfSpans } from '../../core/text/edges';
import { nameAt } from '../../core/text/names';
import { sentencesAround } from '../../core/text/sentences';
import { overlaps, touches, type Span } from '../../core/text/span';
import { remark, tell, tellWithButton } from '../adapters/failures';
import { offsetOf } from '../adapters/ranges';
import { themeIcon } from '../pickers/icons';
import { pickFrom } from '../pickers/pickOne';
import type { Services } from '../services';
import { labelOf, subjectOf, writableSource } from '../subject';
import { retargeting, UNCERTAIN } from './adjustEdges';
import type { Command } from './command';
import { deleteAnnotation } from './deleteAnnotation';
import { lastTouched, save, saveAt, touch } from './saving';
import { targetOf, whileShown, wordsOf, type Target } from './target';

const ADVICE =
  'Select the words that are another fragment of an annotation, or put the cursor on a name.';
const MOST_OFFERED = 50;

/**
 * The selections, or the name or word at the caret, become fragments of the annotation of the node, given as
 * `{ kind: 'annotation', source, id }`; without one, of that in the same sentence which was made or changed last,
 * or is the only one there; otherwise it is asked which.
 */
export const addFragment: Command = async (services, node) => {
  const target = targetOf(services, nameAt, ADVICE);
  if (target === undefined) return undefined;
  const wanted = await annotationFor(services, target, node);
  if (wanted === undefined) return undefined;
  const { annotation } = wanted.record;
  let spans: readonly Span[] = wanted.spans;
  for (const span of target.spans) spans = withFragment(spans, span) ?? spans;
  if (spans === wanted.spans) {
    remark(`${quoted(wordsOf(target))} belongs to ${quoted(quoteOf(annotation))} already.`);
    return undefined;
  }
  const words = wordsOfSpans(target.text.text, spans);
  const label = `Added ${quoted(wordsOf(target))} to ${labelOf(services, wanted)}: ${quoted(words)}`;
  const operation = retargeting(target.path, annotation.id, target.text, spans);
  const ids = await saveAt(services, target, label, [operation]);
  if (ids !== undefined) touch(services, { source: target.path, id: annotation.id });
  return ids;
};

/**
 * Takes the fragment at the caret out of its annotation: of that of the node, or of the innermost one in several
 * fragments. The only fragment of an annotation stays; the person is offered to delete the annotation.
 */
export const removeFragment: Command = async (services, node) => {
  const subject = subjectOf(node);
  if (subject?.kind === 'annotation') {
    if (!(await services.passages.open(subject.source, subject.id))) return undefined;
  }
  const active = writableSource(services);
  if (active === undefined) return undefined;
  const { editor, path, text } = active;
  const caret = offsetOf(text, editor.selection.active);
  const found =
    subject?.kind === 'annotation'
      ? services.passages
          .of(editor.document)
          .filter(({ record }) => record.annotation.id === subject.id)
      : services.passages.at(editor.document, editor.selection.active);
  const located = found.find(({ spans }) => spans.length > 1) ?? found[0];
  if (located === undefined) {
    tell('There is no annotation at the cursor.');
    return undefined;
  }
  const { annotation } = located.record;
  if (located.spans.length < located.anchorings.length) {
    tell(UNCERTAIN);
    return undefined;
  }
  if (located.spans.length < 2) {
    const message = `${quoted(quoteOf(annotation))} is in one piece, which cannot be removed from it.`;
    const key = { kind: 'annotation', source: path, id: annotation.id };
    tellWithButton(message, 'Delete Annotation', () => void deleteAnnotation(services, key));
    return undefined;
  }
  const here = located.spans.filter((span) => touches(span, caret));
  const isAsked = subject?.kind === 'annotation' || here.length !== 1;
  const gone = isAsked ? await askFragment(text.text, located) : here[0];
  if (gone === undefined) return undefined;
  const kept = located.spans.filter((span) => span !== gone);
  const label = `Removed ${quoted(text.text.slice(gone.start, gone.end))}: ${quoted(wordsOfSpans(text.text, kept))} stays`;
  const ids = await save(services, label, [retargeting(path, annotation.id, text, kept)]);
  if (ids !== undefined) touch(services, { source: path, id: annotation.id });
  return ids;
};

async function annotationFor(
  services: Services,
  target: Target,
  node: unknown,
): Promise<LocatedAnnotation | undefined> {
  const subject = subjectOf(node);
  const all = services.passages
    .of(target.editor.document)
    .filter(({ spans, anchorings }) => spans.length > 0 && spans.length === anchorings.length);
  if (subject?.kind === 'annotation') {
    const given = all.find(({ record }) => record.annotation.id === subject.id);
    if (subject.source !== target.path) {
      tell(`This annotation belongs to ${subject.source}: select its other fragment there.`);
      return undefined;
    }
    if (given === undefined) tell('This passage cannot be found in the text with certainty.');
    return given;
  }
  const [span] = target.spans;
  const others = all.filter((each) => !isWithin(each, span));
  const sentence = sentencesAround(target.text.text, span);
  const near = others.filter(({ spans }) => spans.some((each) => overlaps(each, sentence)));
  const last = lastTouched(services);
  const touched = near.find(
    ({ record }) => record.annotation.id === last?.id && record.source === last.source,
  );
  if (touched !== undefined) return touched;
  if (near.length === 1) return near[0];
  if (others.length === 0) {
    tell('There is no annotation yet that this could be another fragment of.');
    return undefined;
  }
  return await whileShown(target, () => askAnnotation(services, target, others));
}

async function askAnnotation(
  services: Services,
  target: Target,
  others: readonly LocatedAnnotation[],
): Promise<LocatedAnnotation | undefined> {
  const { schema, indexes } = services.store;
  const [span] = target.spans;
  const sorted = others.toSorted((a, b) => distance(a, span) - distance(b, span));
  const answer = await pickFrom({
    title: `${quoted(wordsOf(target))} is another fragment of which annotation?`,
    placeholder: 'The nearest is first',
    choices: sorted.slice(0, MOST_OFFERED).map((each) => ({
      value: each,
      label: quoted(quoteOf(each.record.annotation)),
      description: labelOf(services, each),
      iconPath: themeIcon(annotationIcon(schema, indexes, each.record.annotation)),
    })),
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

async function askFragment(text: string, { spans }: LocatedAnnotation): Promise<Span | undefined> {
  const answer = await pickFrom({
    title: 'Remove which fragment?',
    placeholder: 'The others stay',
    choices: spans.map((span, index) => ({
      value: span,
      label: quoted(text.slice(span.start, span.end)),
      description: dotted([`fragment ${index + 1} of ${spans.length}`]),
    })),
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

/** Whether the annotation covers the span already. */
function isWithin({ spans }: LocatedAnnotation, span: Span): boolean {
  return spans.some(({ start, end }) => start <= span.start && span.end <= end);
}

function distance(located: LocatedAnnotation, span: Span): number {
  const extent = extentOf(located) ?? span;
  return Math.max(0, extent.start - span.end, span.start - extent.end);
}
