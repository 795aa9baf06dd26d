/** Annotating passages as mentions of an entity. */
import * as vscode from 'vscode';
import { nameForm, newAlias } from '../../core/matching/newAlias';
import { annotateAll } from '../../core/operations/compositions';
import { decodeOperation } from '../../core/operations/decode';
import { shorten } from '../../core/outline/words';
import { nameAt } from '../../core/text/names';
import type { Span } from '../../core/text/span';
import { remark, tell } from '../adapters/failures';
import { pickFrom } from '../pickers/pickOne';
import type { Services } from '../services';
import { subjectOf } from '../subject';
import { chooseEntity, created, existing, typesFor, type ChosenEntity } from './chooseEntity';
import type { Command } from './command';
import { given, givenText, isGiven } from './given';
import { save, saveAt, signature } from './saving';
import { targetOf, whileShown, wordsOf, type Target } from './target';

const ADVICE = 'Put the cursor on a name, or select the words that name the entity.';
const LONGEST = 40;
const BEFORE = 80;

/**
 * Annotates the selections, or the names at the carets, with one entity. Asks which, unless it is given:
 * `{ entity: id }`, an entity of the sidebar, or `{ create: { name, type } }` where `name` is the words when absent and `type` is the
 * likeliest. Gives the ids of the annotations.
 */
export const annotateEntity: Command = async (services, wanted) => {
  const subject = subjectOf(wanted);
  const argument = subject?.kind === 'entity' ? { entity: subject.id } : wanted;
  const target = targetOf(services, nameAt, ADVICE);
  if (target === undefined) return undefined;
  return await whileShown(target, async () => {
    const isAsked = !isGiven(argument, 'entity') && !isGiven(argument, 'create');
    const chosen = isAsked ? await ask(services, target) : givenEntity(services, target, argument);
    if (chosen === undefined) return undefined;
    const ids = await annotateWith(services, target, chosen);
    if (ids !== undefined && isAsked) await offerAlias(services, chosen, wordsOf(target));
    return ids;
  });
};

/** Annotates the selections, or the names at the carets, with the entity that was used last. */
export const annotateRepeat: Command = async (services) => {
  const { indexes } = services.store;
  const last = services.recent.entities.find((id) => indexes.entity(id) !== undefined);
  if (last === undefined) {
    tell('No entity was used yet: annotate one with “Annotate as Entity…” first.');
    return undefined;
  }
  const target = targetOf(services, nameAt, ADVICE);
  const id = indexes.entity(last)?.id ?? last;
  return target && (await annotateWith(services, target, existing(services, id)));
};

async function ask(services: Services, target: Target): Promise<ChosenEntity | undefined> {
  const words = nameForm(wordsOf(target));
  const more = target.spans.length - 1;
  const others = more === 0 ? '' : ` and ${more} more`;
  const answer = await chooseEntity(
    services,
    {
      title: `Annotate “${shorten(words, LONGEST)}”${others} as entity`,
      placeholder: 'Filter by name, alias, type or id',
      source: target.path,
      words,
      otherwise: 'create',
    },
    { words, before: textBefore(target) },
  );
  return typeof answer === 'object' && 'id' in answer ? answer : undefined;
}

function givenEntity(
  services: Services,
  target: Target,
  argument: unknown,
): ChosenEntity | undefined {
  const id = givenText(argument, 'entity');
  if (id !== undefined) return existing(services, id);
  const words = nameForm(wordsOf(target));
  const creation = given(given(argument)['create']);
  const name = givenText(creation, 'name') ?? words;
  const [likeliest] = typesFor(services, name, { before: textBefore(target) });
  const decoded = decodeOperation({ op: 'createEntity', name, type: likeliest, ...creation });
  if (!decoded.ok) {
    tell(decoded.message);
    return undefined;
  }
  const type = givenText(creation, 'type') ?? likeliest ?? 'other';
  const chosen = created(services, type, name, words);
  return chosen.creation === undefined
    ? chosen
    : { ...chosen, creation: { ...chosen.creation, ...creation } };
}

async function annotateWith(
  services: Services,
  target: Target,
  { id, name, creation }: ChosenEntity,
): Promise<readonly string[] | undefined> {
  const spans = target.spans.filter((span) => !isMention(services, target, span, id));
  const words = shorten(wordsOf(target), LONGEST);
  if (spans.length === 0) {
    remark(`“${words}” is annotated as ${name} already.`);
    return undefined;
  }
  const passages = { source: target.path, text: target.text, spans };
  const annotations = annotateAll(passages, { entity: id, ...signature() });
  const what = spans.length === 1 ? `“${words}”` : `${spans.length} passages`;
  const label = `Annotated ${what} as ${name}`;
  const operations = creation === undefined ? annotations : [creation, ...annotations];
  const ids = await saveAt(services, target, label, operations);
  if (ids === undefined) return undefined;
  services.recent.noteEntity(id);
  return ids.slice(operations.length - annotations.length);
}

function isMention(services: Services, target: Target, span: Span, entity: string): boolean {
  const { indexes } = services.store;
  return services.passages
    .of(target.editor.document)
    .some(({ record, spans: [first, ...rest] }) => {
      const named = indexes.entity(record.annotation.entity ?? '')?.id;
      const isHere = first?.start === span.start && first.end === span.end && rest.length === 0;
      return isHere && named === entity;
    });
}

/** After the annotation is saved: whether the words are to be another name of the entity. */
export async function offerAlias(
  services: Services,
  { id, creation }: ChosenEntity,
  words: string,
): Promise<void> {
  const settings = vscode.workspace.getConfiguration('sourceAnnotator');
  const entity = services.store.indexes.entity(id);
  if (!settings.get<boolean>('aliases.offer', true)) return;
  if (entity === undefined || creation !== undefined) return;
  const alias = newAlias(entity, words);
  if (alias === undefined) return;
  const short = shorten(alias, LONGEST);
  const answer = await pickFrom({
    title: `Is “${short}” another name of ${entity.name}?`,
    placeholder: 'The annotation is saved. Enter adds the alias, Escape leaves it.',
    choices: [
      { value: true, label: `Yes, add the alias “${short}”` },
      { value: false, label: 'No, only here' },
    ],
  });
  if (answer.kind !== 'answer' || !answer.value) return;
  const label = `Added the alias “${short}” to ${entity.name}`;
  await save(services, label, [{ op: 'updateEntity', id, addAliases: [alias] }]);
}

function textBefore({ text, spans: [first] }: Target): string {
  return text.text.slice(Math.max(0, first.start - BEFORE), first.start);
}
