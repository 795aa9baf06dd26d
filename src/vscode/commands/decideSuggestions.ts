/** Deciding on suggestions: accepting them as they are or as something else, and rejecting them. */
import { newEntity, idForName } from '../../core/operations/compositions';
import type { Operation } from '../../core/operations/operation';
import { meaningOf } from '../../core/outline/suggestionWords';
import { count, quoted, shorten } from '../../core/outline/words';
import { acceptance, proposedChoice, rejection } from '../../core/suggestions/acceptance';
import { groupOf } from '../../core/suggestions/groups';
import type { Suggestion, UnknownName } from '../../core/suggestions/suggestion';
import { tell } from '../adapters/failures';
import type { Found } from '../adapters/suggestions';
import { pickEntityType } from '../pickers/pickType';
import type { Services } from '../services';
import { offerAlias } from './annotateEntity';
import { askValue } from './annotateTime';
import { chooseEntity, typesFor, type ChosenEntity } from './chooseEntity';
import { save, saveUndoable, signature } from './saving';
import type { Suggested } from './suggested';

const LONGEST = 40;
const BEFORE = 80;

/** What one decision on suggestions that are alike comes to. */
interface Decision {
  readonly operations: readonly Operation[];
  /** What they are annotated as, in words. */
  readonly as: string;
  /** The entity that they mention. */
  readonly entity?: ChosenEntity;
}

/** Asks only what the suggestion leaves open; the ids of the annotations, absent when nothing was saved. */
export async function accept(
  services: Services,
  suggested: Suggested,
): Promise<readonly string[] | undefined> {
  const decisions: Decision[] = [];
  for (const alike of groupsOf(suggested)) {
    const decision = await acceptAlike(services, alike, decisions.flatMap(idsMade));
    if (decision === undefined) return undefined;
    decisions.push(decision);
  }
  return await saveDecisions(services, suggested, decisions);
}

/** Asks for the entity, or for the value of a time. */
export async function acceptAs(
  services: Services,
  suggested: Suggested,
): Promise<readonly string[] | undefined> {
  const { found, suggestions } = suggested;
  const [first] = suggestions;
  const isTime = first.kind === 'time';
  const decision = isTime
    ? await askTime(services, suggested)
    : await askEntity(services, suggested);
  if (decision === undefined) return undefined;
  const ids = await saveDecisions(services, suggested, [decision]);
  if (ids !== undefined && decision.entity !== undefined) {
    await offerAlias(services, decision.entity, wordsOf(found, first));
  }
  return ids;
}

/** They are not suggested again. Gives the ids of the rejections. */
export async function reject(
  services: Services,
  suggested: Suggested,
): Promise<readonly string[] | undefined> {
  const { found, suggestions } = suggested;
  const label = `Rejected ${whatOf(suggested)}`;
  const operations = rejection(found.path, found.text, suggestions, signature());
  return await saveFound(services, found, label, operations, saveUndoable);
}

/** `taken` are the ids of entities that are made with them. */
function acceptAlike(
  services: Services,
  suggested: Suggested,
  taken: readonly string[],
): Promise<Decision | undefined> {
  const [first] = suggested.suggestions;
  switch (first.kind) {
    case 'known':
      return first.entities.length === 1
        ? Promise.resolve(asProposed(services, suggested))
        : askEntity(services, suggested, taken);
    case 'unknown':
      return first.type === undefined
        ? askType(services, suggested, first, taken)
        : Promise.resolve(asNew(services, suggested, first.name, first.type, taken));
    case 'time':
      return first.value === undefined
        ? askTime(services, suggested)
        : Promise.resolve(asProposed(services, suggested));
  }
}

function asProposed(services: Services, { found, suggestions }: Suggested): Decision {
  const { store } = services;
  const [first] = suggestions;
  const choice = proposedChoice(first, (name) => idForName(store, name));
  const operations = acceptance(found.path, found.text, suggestions, choice, signature());
  const as = meaningOf(store, first);
  if (first.kind !== 'known') return { operations, as };
  return { operations, as, entity: { id: first.entities[0], name: as } };
}

function asNew(
  services: Services,
  suggested: Suggested,
  name: string,
  type: string,
  taken: readonly string[],
): Decision {
  const { found, suggestions } = suggested;
  const creation = newEntity(services.store, type, name, undefined, taken);
  const choice = { kind: 'new', id: creation.id, type, name } as const;
  const operations = acceptance(found.path, found.text, suggestions, choice, signature());
  return { operations, as: `${name} (new)`, entity: { id: creation.id, name, creation } };
}

async function askType(
  services: Services,
  suggested: Suggested,
  { name, span }: UnknownName,
  taken: readonly string[],
): Promise<Decision | undefined> {
  const { text } = suggested.found.text;
  const before = text.slice(Math.max(0, span.start - BEFORE), span.start);
  const type = await pickEntityType(
    services,
    { title: `Create “${shorten(name, LONGEST)}”` },
    typesFor(services, name, { before }),
  );
  return type.kind === 'answer' ? asNew(services, suggested, name, type.value, taken) : undefined;
}

async function askEntity(
  services: Services,
  suggested: Suggested,
  taken: readonly string[] = [],
): Promise<Decision | undefined> {
  const { found, suggestions } = suggested;
  const [first] = suggestions;
  const words = first.kind === 'unknown' ? first.name : wordsOf(found, first);
  const isQuestion = first.kind === 'known' && first.entities.length > 1;
  const answer = await chooseEntity(
    services,
    {
      title: `Annotate ${whatOf(suggested)} as`,
      placeholder: 'Filter by name, alias, type or id',
      source: found.path,
      words,
      otherwise: 'create',
      ...(isQuestion ? { first: first.entities } : {}),
    },
    {
      words,
      before: found.text.text.slice(Math.max(0, first.span.start - BEFORE), first.span.start),
      taken,
    },
  );
  if (typeof answer !== 'object' || !('id' in answer)) return undefined;
  const choice = { kind: 'entity', entity: answer.id } as const;
  const annotations = acceptance(found.path, found.text, suggestions, choice, signature());
  const { creation, name } = answer;
  const operations = creation === undefined ? annotations : [creation, ...annotations];
  return { operations, as: creation === undefined ? name : `${name} (new)`, entity: answer };
}

async function askTime(services: Services, suggested: Suggested): Promise<Decision | undefined> {
  const { found, suggestions } = suggested;
  const [first] = suggestions;
  const before = first.kind === 'time' ? first.value : undefined;
  const value = await askValue(services, found.path, wordsOf(found, first), before);
  if (value === undefined) return undefined;
  const choice = { kind: 'time', value: value === '' ? null : value } as const;
  const operations = acceptance(found.path, found.text, suggestions, choice, signature());
  return { operations, as: value === '' ? 'a time' : `a time (${value})` };
}

async function saveDecisions(
  services: Services,
  suggested: Suggested,
  decisions: readonly Decision[],
): Promise<readonly string[] | undefined> {
  const [only, ...more] = decisions;
  if (only === undefined) return undefined;
  const as = more.length === 0 ? ` as ${only.as}` : '';
  const operations = decisions.flatMap((decision) => decision.operations);
  const label = `Annotated ${whatOf(suggested)}${as}`;
  const ids = await saveFound(services, suggested.found, label, operations);
  if (ids === undefined) return undefined;
  for (const { entity } of decisions) {
    if (entity !== undefined) services.recent.noteEntity(entity.id);
  }
  return ids.filter((_, index) => operations[index]?.op === 'annotate');
}

function idsMade({ entity }: Decision): readonly string[] {
  return entity?.creation === undefined ? [] : [entity.id];
}

/** Not when the text is another one by now. */
async function saveFound(
  services: Services,
  { path, text }: Found,
  label: string,
  operations: readonly Operation[],
  saving: typeof save = save,
): Promise<readonly string[] | undefined> {
  const now = await services.sources.read(path);
  if (now?.text !== text.text) {
    tell('The text was changed in the meantime, so nothing was saved. Do it again.');
    return undefined;
  }
  return await saving(services, label, operations);
}

/** Those that are one decision together, in the order of their first passages. */
function groupsOf({ found, suggestions }: Suggested): readonly Suggested[] {
  const groups = new Map<string, [Suggestion, ...Suggestion[]]>();
  for (const each of suggestions) {
    const key = groupOf(each, found.text);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()].map((alike) => ({ found, suggestions: alike }));
}

function whatOf({ found, suggestions }: Suggested): string {
  const [first, ...more] = suggestions;
  if (more.length === 0) return quoted(wordsOf(found, first));
  const words = new Set(suggestions.map((each) => wordsOf(found, each)));
  const passages = count(suggestions.length, 'passage');
  return words.size === 1 ? `${quoted(wordsOf(found, first))} (${passages})` : passages;
}

function wordsOf({ text }: Found, { span }: Suggestion): string {
  return text.text.slice(span.start, span.end);
}
