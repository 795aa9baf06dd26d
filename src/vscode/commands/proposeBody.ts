/** Saying which part of a source is the document: what else is there is proposed, shown, and left out. */
import { codePointsOf } from '../../core/operations/compositions';
import { count, dotted, shorten } from '../../core/outline/words';
import { bodyRangesOf } from '../../core/suggestions/boilerplate';
import { declaredBody, outsideOf, shiftsOf } from '../../core/text/bodyParts';
import type { SourceText } from '../../core/text/sourceText';
import { overlaps, type Span } from '../../core/text/span';
import { remark, tell } from '../adapters/failures';
import { rangeOf } from '../adapters/ranges';
import { pickMany, type Group } from '../pickers/pickMany';
import type { Services } from '../services';
import { activeSource, subjectOf } from '../subject';
import type { Command } from './command';
import { given, givenText } from './given';
import { Preview } from './preview';
import { saveUndoable } from './saving';

const LONGEST = 80;

/**
 * Lists what seems to be no part of the document, of the active source, that of the node or of `{ path }`;
 * what is picked is left out of suggestions, statistics and checks. With `{ accept: 'proposed' }` nothing is
 * asked. Gives the body as it is saved, in code points.
 */
export const proposeBody: Command = async (services, argument) => {
  const path = pathOf(services, argument);
  const text = path === undefined ? undefined : await services.sources.read(path);
  if (path === undefined) return undefined;
  if (text === undefined) {
    tell(`${path} cannot be read as text.`);
    return undefined;
  }
  const groups = groupsOf(services, path, text);
  if (groups.every(({ choices }) => choices.length === 0)) {
    remark('All of this source seems to be the document.');
    return undefined;
  }
  const outside =
    given(argument)['accept'] === 'proposed'
      ? groups.flatMap(({ choices, isPicked }) =>
          isPicked === true ? choices.map(({ value }) => value) : [],
        )
      : await choose(services, path, text, groups);
  return outside && (await setBody(services, path, text, outside));
};

function pathOf(services: Services, argument: unknown): string | undefined {
  const subject = subjectOf(argument);
  if (subject?.kind === 'source') return subject.path;
  return givenText(argument, 'path') ?? activeSource(services)?.path;
}

/** What is left out now, or is proposed when nothing is; and what else is proposed. */
function groupsOf(services: Services, path: string, text: SourceText): readonly Group<Span>[] {
  const { length } = text.text;
  const metadata = services.store.indexes.source(path);
  const document = services.folder.documentOf(path);
  const located = document === undefined ? [] : services.passages.all(document);
  const shifts = located.flatMap(({ record, anchorings }) =>
    shiftsOf(text, record.annotation, anchorings),
  );
  const declared = declaredBody(text, metadata, shifts);
  const isSaid = (span: Span): boolean => text.text.slice(span.start, span.end).trim() !== '';
  const proposed = outsideOf(bodyRangesOf(text.text), length).filter(isSaid);
  const choices = (spans: readonly Span[]): Group<Span>['choices'] =>
    spans.map((span) => choiceOf(text, span));
  if (declared === undefined) {
    return [
      { label: 'No part of the document, it seems', choices: choices(proposed), isPicked: true },
    ];
  }
  const now = outsideOf(declared, length).filter(isSaid);
  const more = proposed.filter((span) => !now.some((each) => overlaps(each, span)));
  return [
    { label: 'Left out now', choices: choices(now), isPicked: true },
    { label: 'Proposed', choices: choices(more), isPicked: false },
  ];
}

function choiceOf(text: SourceText, span: Span): Group<Span>['choices'][number] {
  const words = text.text.slice(span.start, span.end);
  const [first, last] = [lineAt(text, span.start), lineAt(text, span.end - 1)];
  const lines = first === last ? `line ${first}` : `lines ${first}–${last}`;
  const size = words.split(/\s+/).filter((word) => word !== '').length;
  return {
    label: shorten(words, LONGEST),
    description: dotted([lines, count(size, 'word')]),
    value: span,
  };
}

/** Counted from 1. */
function lineAt({ lines }: SourceText, offset: number): number {
  return lines.positionAt(offset).line + 1;
}

async function choose(
  services: Services,
  path: string,
  text: SourceText,
  groups: readonly Group<Span>[],
): Promise<readonly Span[] | undefined> {
  const preview = new Preview(services);
  const answer = await pickMany({
    title: `What is no part of the document in ${path}?`,
    placeholder: 'Enter leaves out what is picked; with nothing picked, all of it is the document',
    groups,
    onActive: (span) => preview.show({ path, rangeIn: () => rangeOf(text, span) }),
  });
  await preview.goBack();
  return answer.kind === 'answer' ? answer.value : undefined;
}

async function setBody(
  services: Services,
  path: string,
  text: SourceText,
  outside: readonly Span[],
): Promise<readonly (readonly [number, number])[] | undefined> {
  const now = await services.sources.read(path);
  if (now?.text !== text.text) {
    tell('The text was changed in the meantime, so nothing was saved. Do it again.');
    return undefined;
  }
  const body = outsideOf(outside, text.text.length).map((span) => {
    const { start, end } = codePointsOf(text, span);
    return [start, end] as const;
  });
  if (body.length === 0) {
    tell('Something must be left as the document: pick less.');
    return undefined;
  }
  const what =
    outside.length === 0
      ? `All of ${path} is the document`
      : `Left out ${count(outside.length, 'passage')} of ${path}`;
  const ids = await saveUndoable(services, what, [{ op: 'setSource', source: path, body }]);
  return ids && body;
}
