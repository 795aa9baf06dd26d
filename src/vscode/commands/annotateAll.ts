/** Annotating every occurrence of one entity, in one source or all, after a look at each of them. */
import * as vscode from 'vscode';
import { nameForm } from '../../core/matching/newAlias';
import type { Entity } from '../../core/model/records';
import { annotateAll as annotateSpans } from '../../core/operations/compositions';
import type { Operation } from '../../core/operations/operation';
import { lineWithQuote } from '../../core/outline/context';
import { count, dotted, shorten } from '../../core/outline/words';
import { nameAt } from '../../core/text/names';
import type { SourceText } from '../../core/text/sourceText';
import { remark, tell } from '../adapters/failures';
import { patiently } from '../adapters/patience';
import { rangeOf } from '../adapters/ranges';
import { pickMany, type Group } from '../pickers/pickMany';
import { pickFrom, type Choice } from '../pickers/pickOne';
import type { Services } from '../services';
import { subjectOf } from '../subject';
import { offerAlias } from './annotateEntity';
import { chooseEntity, existing, type ChosenEntity } from './chooseEntity';
import type { Command } from './command';
import { given, givenText } from './given';
import { hitsIn, type Hit } from './occurrences';
import { Preview } from './preview';
import { saveUndoable, signature } from './saving';
import { targetOf, whileShown, wordsOf, type Target } from './target';

const ADVICE = 'Put the cursor on a name or a mention, or select the words that name the entity.';
const LONGEST = 40;
const BEFORE = 80;
/** A list of more entries is slow to draw; those left out come with the next call. */
const MOST_LISTED = 2_000;

/** The entity, and the words of the text that led to it. */
interface Wanted {
  readonly entity: ChosenEntity;
  readonly words?: string;
  /** The source that the cursor is in. */
  readonly path?: string;
}

/**
 * Of the node, of `{ entity: id }`, of the mention at the caret, or of the selected words, whose entity is
 * asked. With `{ scope: 'source' }` or `{ scope: 'all' }` that is not asked; with `{ accept: 'certain' }`
 * what is not doubtful is annotated without a list. Gives the ids of the annotations.
 */
export const annotateAll: Command = async (services, argument) => {
  const wanted = await wantedBy(services, argument);
  if (wanted === undefined) return undefined;
  const paths = await scopeOf(services, wanted, argument);
  if (paths === undefined) return undefined;
  const { entity } = wanted;
  const title = `Annotate all occurrences of ${shorten(entity.name, LONGEST)}`;
  const record = recordOf(services, wanted);
  const hits = await patiently(title, paths.length, (watch) =>
    hitsIn(services, paths, record, watch),
  );
  if (hits === undefined) return undefined;
  if (hits.length === 0) {
    remark(`Every occurrence of ${entity.name} is annotated.`);
    return [];
  }
  const chosen =
    given(argument)['accept'] === 'certain'
      ? hits.filter(isCertain)
      : await choose(services, title, hits, paths.length > 1);
  if (chosen === undefined) return undefined;
  if (chosen.length === 0) {
    remark('Nothing was annotated.');
    return [];
  }
  const ids = await saveHits(services, entity, chosen);
  const { words } = wanted;
  if (ids !== undefined && words !== undefined) await offerAlias(services, entity, words);
  return ids;
};

async function wantedBy(services: Services, argument: unknown): Promise<Wanted | undefined> {
  const subject = subjectOf(argument);
  const id = subject?.kind === 'entity' ? subject.id : givenText(argument, 'entity');
  if (id !== undefined) return wantedRecord(services, id);
  if (subject?.kind === 'annotation') {
    const record = services.store.indexes
      .annotationsWithId(subject.id)
      .find(({ source }) => source === subject.source);
    return wantedRecord(services, record?.annotation.entity ?? '', subject.source);
  }
  const target = targetOf(services, nameAt, ADVICE);
  if (target === undefined) return undefined;
  const mentioned = mentionedAt(services, target);
  return mentioned === undefined
    ? await ask(services, target)
    : wantedRecord(services, mentioned, target.path);
}

function wantedRecord(services: Services, id: string, path?: string): Wanted | undefined {
  const entity = services.store.indexes.entity(id);
  if (entity === undefined) {
    tell('This names no entity that there is.');
    return undefined;
  }
  return { entity: existing(services, entity.id), ...(path === undefined ? {} : { path }) };
}

/** The entity of the innermost mention at the caret; of a selection only when it is that mention. */
function mentionedAt(
  { passages }: Services,
  { editor, text, spans: [span] }: Target,
): string | undefined {
  const { document, selection } = editor;
  const mentions = passages
    .at(document, selection.active)
    .filter(({ record }) => record.annotation.entity !== undefined);
  const isMeant = (each: (typeof mentions)[number]): boolean =>
    selection.isEmpty || passages.extentOf(document, each)?.isEqual(rangeOf(text, span)) === true;
  return mentions.find(isMeant)?.record.annotation.entity;
}

async function ask(services: Services, target: Target): Promise<Wanted | undefined> {
  const words = nameForm(wordsOf(target));
  const { path, text, spans } = target;
  const [{ start }] = spans;
  const answer = await whileShown(target, () =>
    chooseEntity(
      services,
      {
        title: `Annotate all occurrences of “${shorten(words, LONGEST)}” as entity`,
        placeholder: 'Filter by name, alias, type or id',
        source: path,
        words,
        otherwise: 'create',
      },
      { words, before: text.text.slice(Math.max(0, start - BEFORE), start) },
    ),
  );
  if (typeof answer !== 'object' || !('id' in answer)) return undefined;
  return { entity: answer, words, path };
}

/** The paths to look through; absent when that was cancelled. */
async function scopeOf(
  services: Services,
  { path: own }: Wanted,
  argument: unknown,
): Promise<readonly string[] | undefined> {
  const path = own ?? activePath(services);
  const scope = givenText(argument, 'scope');
  if (scope === 'source') return path === undefined ? [] : [path];
  const all = await services.sources.list();
  if (scope === 'all' || path === undefined || all.length === 1) return all;
  const answer = await pickFrom({
    title: 'Annotate all occurrences',
    placeholder: 'Where?',
    choices: [
      { value: [path], label: 'In this source', description: path },
      { value: all, label: 'In all sources', description: count(all.length, 'source') },
    ],
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

function activePath({ sources }: Services): string | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !sources.isSourceDocument(document)) return undefined;
  return sources.pathOf(document.uri);
}

/** As it is, or as it will be; the words that were selected count among its names. */
function recordOf({ store }: Services, { entity, words }: Wanted): Entity {
  const known = store.indexes.entity(entity.id);
  const { creation, id, name } = entity;
  const base = known ?? { id, name, type: creation?.type ?? 'other', aliases: [], links: {} };
  return words === undefined ? base : { ...base, aliases: [...base.aliases, { text: words }] };
}

/** By a name that the record has, or a part of it, and by nothing else. */
function isCertain({ occurrence: { confidence, alias } }: Hit): boolean {
  return confidence !== 'doubtful' && alias === undefined;
}

async function choose(
  services: Services,
  title: string,
  hits: readonly Hit[],
  namesSource: boolean,
): Promise<readonly Hit[] | undefined> {
  const listed = hits.slice(0, MOST_LISTED);
  const choices = (some: readonly Hit[]): readonly Choice<Hit>[] =>
    some.map((hit) => choiceOf(hit, namesSource));
  const certain = listed.filter(isCertain);
  const doubtful = listed.filter((hit) => !isCertain(hit));
  const groups: readonly Group<Hit>[] = [
    { label: 'Annotated when Enter is pressed', choices: choices(certain), isPicked: true },
    { label: 'Doubtful: pick those that are right', choices: choices(doubtful), isPicked: false },
  ];
  const rest = hits.length - listed.length;
  const more = rest > 0 ? ` (${count(rest, 'more', 'more')} after these)` : '';
  const preview = new Preview(services);
  const answer = await pickMany({
    title: `${title}: ${count(listed.length, 'passage')}${more}`,
    placeholder: 'Enter annotates what is picked',
    groups,
    onActive: ({ path, text, occurrence }) =>
      preview.show({ path, rangeIn: () => rangeOf(text, occurrence.span) }),
  });
  await preview.goBack();
  return answer.kind === 'answer' ? answer.value : undefined;
}

function choiceOf(hit: Hit, namesSource: boolean): Choice<Hit> {
  const { path, text, occurrence } = hit;
  const { line, quote } = lineWithQuote(text.text, occurrence.span);
  const marked = `${line.slice(0, quote.start)}⟦${line.slice(quote.start, quote.end)}⟧${line.slice(quote.end)}`;
  const number = text.lines.positionAt(occurrence.span.start).line + 1;
  return {
    value: hit,
    label: marked,
    description: dotted([namesSource ? path : undefined, `line ${number}`, occurrence.doubt]),
  };
}

async function saveHits(
  services: Services,
  { id, name, creation }: ChosenEntity,
  hits: readonly Hit[],
): Promise<readonly string[] | undefined> {
  if (!(await areCurrent(services, hits))) {
    tell('A text was changed in the meantime, so nothing was annotated. Do it again.');
    return undefined;
  }
  const annotations = hits.flatMap(({ path, text, occurrence }) =>
    annotateSpans({ source: path, text, spans: [occurrence.span] }, { entity: id, ...signature() }),
  );
  const operations: readonly Operation[] =
    creation === undefined ? annotations : [creation, ...annotations];
  const label = `Annotated ${count(hits.length, 'passage')} as ${name}`;
  const ids = await saveUndoable(services, label, operations);
  if (ids === undefined) return undefined;
  services.recent.noteEntity(id);
  return ids.slice(operations.length - annotations.length);
}

async function areCurrent(services: Services, hits: readonly Hit[]): Promise<boolean> {
  const texts = new Map<string, SourceText>(hits.map(({ path, text }) => [path, text]));
  for (const [path, { text }] of texts) {
    if ((await services.sources.read(path))?.text !== text) return false;
  }
  return true;
}
