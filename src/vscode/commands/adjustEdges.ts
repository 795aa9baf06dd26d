/** Moving the edges of an annotation by characters and words: the mode, and the keys in it. */
import { quoteOf } from '../../core/model/annotation';
import { codePointsOf } from '../../core/operations/compositions';
import type { Operation } from '../../core/operations/operation';
import { annotationIcon } from '../../core/outline/icons';
import { quoted, shorten } from '../../core/outline/words';
import type { LocatedAnnotation } from '../../core/store/locate';
import { wordsOfSpans, type EdgeStep } from '../../core/text/edges';
import type { SourceText } from '../../core/text/sourceText';
import type { Span } from '../../core/text/span';
import { remark, tell } from '../adapters/failures';
import { offsetOf } from '../adapters/ranges';
import { themeIcon } from '../pickers/icons';
import { pickFrom } from '../pickers/pickOne';
import type { Services } from '../services';
import { labelOf, subjectOf, writableSource } from '../subject';
import type { Command } from './command';
import { given } from './given';
import { save, touch } from './saving';

const LONGEST = 40;
/** Said of an annotation whose fragments cannot all be found: writing it anew would lose the others. */
export const UNCERTAIN =
  'This passage cannot be found in the text with certainty: choose its place first.';

/**
 * Begins to move the edges of the annotation of the node, or of the innermost one at the caret; of several
 * with the same words one is asked for. The keys run `adjustStep`, `adjustSave` and `adjustCancel`.
 */
export const adjustEdges: Command = async (services, node) => {
  const subject = subjectOf(node);
  if (subject?.kind === 'annotation') {
    if (!(await services.passages.open(subject.source, subject.id))) return;
  }
  const active = writableSource(services);
  if (active === undefined) return;
  const { editor, path, text } = active;
  const caret = editor.selection.active;
  const found = services.passages.at(editor.document, caret);
  const wanted =
    subject?.kind === 'annotation'
      ? services.passages
          .of(editor.document)
          .find(({ record }) => record.annotation.id === subject.id)
      : await innermost(services, found);
  if (wanted === undefined) {
    if (found.length === 0) tell('There is no annotation at the cursor.');
    return;
  }
  if (wanted.spans.length < wanted.anchorings.length) {
    tell(UNCERTAIN);
    return;
  }
  // Its keys are the same.
  services.suggesting.leave();
  const { version } = editor.document;
  const label = labelOf(services, wanted);
  const adjusted = { editor, located: wanted, label, path, text, version };
  await services.adjusting.enter(adjusted, offsetOf(text, caret));
};

/** `{ edge, by, to }`: one key, while edges are moved. */
export const adjustStep: Command = (services, argument) => {
  const step = stepOf(argument);
  if (step !== undefined) services.adjusting.step(step);
};

/** `{ to: 1 | -1 }`: to the next or previous fragment, while edges are moved. */
export const adjustFragment: Command = (services, argument) => {
  services.adjusting.nextFragment(given(argument)['to'] === -1 ? -1 : 1);
};

export const adjustCancel: Command = (services) => {
  services.adjusting.leave();
};

/** Saves what the annotation covers now as one step of undo; its id, note and roles stay. */
export const adjustSave: Command = async (services) => {
  const taken = services.adjusting.take();
  if (taken === undefined) return undefined;
  const { located, text, spans, path, isChanged, editor, version } = taken;
  const { annotation } = located.record;
  if (!isChanged) {
    remark('The edges are as they were.');
    return undefined;
  }
  if (editor.document.version !== version) {
    tell('The text was changed in the meantime, so nothing was saved. Do it again.');
    return undefined;
  }
  const words = quoted(wordsOfSpans(text.text, spans));
  const label = `Changed “${shorten(quoteOf(annotation), LONGEST)}” to ${words}`;
  const ids = await save(services, label, [retargeting(path, annotation.id, text, spans)]);
  if (ids !== undefined) touch(services, { source: path, id: annotation.id });
  return ids;
};

/** The annotation of the source covers these spans, in UTF-16, and nothing else. */
export function retargeting(
  source: string,
  id: string,
  text: SourceText,
  spans: readonly Span[],
): Operation {
  const targets = spans.map((span) => codePointsOf(text, span));
  return { op: 'update', source, id, targets };
}

/** The one with the fewest words; asks when several have the same. */
async function innermost(
  services: Services,
  found: readonly LocatedAnnotation[],
): Promise<LocatedAnnotation | undefined> {
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  const same = others.filter(({ spans }) => JSON.stringify(spans) === JSON.stringify(first.spans));
  if (same.length === 0) return first;
  const { schema, indexes } = services.store;
  const answer = await pickFrom({
    title: `Move the edges of which annotation of ${quoted(quoteOf(first.record.annotation))}?`,
    placeholder: 'They cover the same words',
    choices: [first, ...same].map((each) => ({
      value: each,
      label: labelOf(services, each),
      description: each.record.annotation.id,
      iconPath: themeIcon(annotationIcon(schema, indexes, each.record.annotation)),
    })),
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

function stepOf(argument: unknown): EdgeStep | undefined {
  const { edge, by, to } = given(argument);
  if (edge !== 'start' && edge !== 'end' && edge !== 'both') return undefined;
  if (by !== 'character' && by !== 'word') return undefined;
  return to === 1 || to === -1 ? { edge, by, to } : undefined;
}
