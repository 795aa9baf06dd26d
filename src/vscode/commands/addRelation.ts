/** Saying what one entity is to another: which relation, to whom, since when, and where it is said. */
import type { Subject } from '../../core/model/thread';
import { decodeOperation } from '../../core/operations/decode';
import type { Operation } from '../../core/operations/operation';
import { shorten } from '../../core/outline/words';
import {
  mayBeFrom,
  mayLeadTo,
  relationChoices,
  relationLabel,
  type RelationChoice,
} from '../../core/schema/relations';
import { tell } from '../adapters/failures';
import type { Answer } from '../pickers/answer';
import { askText, remarkOnDate } from '../pickers/askText';
import { themeIcon } from '../pickers/icons';
import { pickEntity } from '../pickers/pickEntity';
import { pickFrom } from '../pickers/pickOne';
import type { Services } from '../services';
import { subjectOf } from '../subject';
import { chooseEntity, type ChosenEntity } from './chooseEntity';
import type { Command } from './command';
import { evidenceAt, hereOf, isCurrent, type Here } from './evidenceHere';
import { given, givenText } from './given';
import { save } from './saving';

const LONGEST = 40;
const DATE_HELP = 'When it held. Leave it empty for no date.';
const DATE_PLACEHOLDER = 'EDTF: 2013-03-14/.. (since), 2004/2010, ../2019, 2022~';

/**
 * Adds a relation of the entity of the node, or of the one at the caret; asks for its type, the other entity
 * and the date. The selection, or the annotation at the caret, is its evidence. With
 * `{ entity, type, to, date?, note?, evidence? }` nothing is asked.
 */
export const addRelation: Command = async (services, argument) => {
  const view = givenText(argument, 'focused');
  const [focused] = view === undefined ? [] : await services.sidebar.selected(view);
  const subject = subjectOf(focused ?? argument);
  const here = subject === undefined ? hereOf(services) : undefined;
  const fields = given(argument);
  if (givenText(argument, 'type') !== undefined) return await addGiven(services, here, fields);
  const from = subject === undefined ? await askFrom(services, here) : entityOf(services, subject);
  const entity = from === undefined ? undefined : services.store.indexes.entity(from);
  if (entity === undefined) return undefined;
  const relation = await ask(services, entity.id, here ?? hereOf(services));
  return relation && (await saveRelation(services, entity.id, relation, here));
};

interface Asked {
  readonly choice: RelationChoice;
  readonly other: ChosenEntity;
  readonly date: string;
}

/** The entity that a node stands for, or that its annotation mentions. */
function entityOf({ store }: Services, subject: Subject): string | undefined {
  if (subject.kind === 'entity') return subject.id;
  const record =
    subject.kind === 'annotation'
      ? store.indexes.annotationsWithId(subject.id).find(({ source }) => source === subject.source)
      : undefined;
  const entity = record?.annotation.entity;
  if (entity === undefined)
    tell('Relations are between entities: choose one, or a mention of one.');
  return entity;
}

async function askFrom(services: Services, here: Here | undefined): Promise<string | undefined> {
  const [only, ...others] = here?.entities ?? [];
  if (only !== undefined && others.length === 0) return only;
  const answer = await pickEntity(services, {
    title: 'Relation of which entity?',
    placeholder: 'Filter by name, alias, type or id',
    source: here?.path ?? '',
    first: [...(here?.entities ?? []), ...(here?.nearby ?? [])],
  });
  if (answer.kind !== 'answer' || answer.value.kind !== 'entity') return undefined;
  return answer.value.id;
}

/** Three questions; Back leads to the one before. */
async function ask(
  services: Services,
  from: string,
  here: Here | undefined,
): Promise<Asked | undefined> {
  const { indexes, schema } = services.store;
  const entity = indexes.entity(from);
  const choices = relationChoices(schema, entity?.type ?? '');
  if (choices.length === 0) {
    tell('The schema has no relation types: declare some under relationTypes in schema.yaml.');
    return undefined;
  }
  const name = shorten(entity?.name ?? from, LONGEST);
  for (;;) {
    const type = await askType(services, name, choices);
    if (type.kind !== 'answer') return undefined;
    const choice = type.value;
    for (;;) {
      const other = await askOther(services, from, name, choice, here);
      if (other === 'back') break;
      if (other === undefined) return undefined;
      const date = await askDate(`${name}: ${choice.label} ${other.name}`, undefined, {
        number: 3,
        total: 3,
      });
      if (date.kind === 'cancelled') return undefined;
      if (date.kind === 'answer') return { choice, other, date: date.value };
    }
  }
}

function askType(
  { store }: Services,
  name: string,
  choices: readonly RelationChoice[],
): Promise<Answer<RelationChoice>> {
  return pickFrom({
    title: `What is ${name}?`,
    step: { number: 1, total: 3 },
    placeholder: 'Those that fit its type are first',
    choices: choices.map((choice) => {
      const { description } = store.schema.relationTypes[choice.type] ?? {};
      const says = choice.fits ? undefined : 'not usual for its type';
      return {
        value: choice,
        label: choice.label,
        iconPath: themeIcon({ name: choice.reversed ? 'arrow-left' : 'arrow-right' }),
        ...(says === undefined ? {} : { description: says }),
        ...(description === undefined || choice.reversed ? {} : { detail: description }),
      };
    }),
  });
}

async function askOther(
  services: Services,
  from: string,
  name: string,
  { type, reversed, label }: RelationChoice,
  here: Here | undefined,
): Promise<ChosenEntity | 'back' | undefined> {
  const { schema, indexes } = services.store;
  const fits = (id: string, entityType: string): boolean =>
    id !== from && (reversed ? mayBeFrom : mayLeadTo)(schema, type, entityType);
  const around = [...(here?.entities ?? []), ...(here?.nearby ?? [])];
  const first = [...new Set(around)].filter((id) => fits(id, indexes.entity(id)?.type ?? ''));
  const answer = await chooseEntity(
    services,
    {
      title: `${name}: ${label} …`,
      step: { number: 2, total: 3 },
      canGoBack: true,
      placeholder: 'Filter by name, alias, type or id',
      source: here?.path ?? '',
      first,
      only: (entity) => fits(entity.id, entity.type),
      otherwise: 'create',
    },
    { before: '' },
  );
  return typeof answer === 'object' && 'kind' in answer ? undefined : answer;
}

/** EDTF, or empty for none; `before` is the date that it has. */
export function askDate(
  title: string,
  before: string | undefined,
  step?: { readonly number: number; readonly total: number },
): Promise<Answer<string>> {
  return askText({
    title: `When: ${title}`,
    ...(step === undefined ? {} : { step, canGoBack: true }),
    prompt: DATE_HELP,
    placeholder: DATE_PLACEHOLDER,
    value: before ?? '',
    remark: remarkOnDate(DATE_HELP),
  });
}

async function saveRelation(
  services: Services,
  id: string,
  { choice: { type, reversed, label }, other, date }: Asked,
  here: Here | undefined,
): Promise<readonly string[] | undefined> {
  const { indexes } = services.store;
  const name = indexes.entity(id)?.name ?? id;
  const words = `${name}: ${label} ${other.name}`;
  const [entity, to] = reversed ? [other.id, id] : [id, other.id];
  const operation = { op: 'relate', entity, type, to, ...(date === '' ? {} : { date }) } as const;
  return await saveWithEvidence(services, here, words, operation, other.creation);
}

async function addGiven(
  services: Services,
  here: Here | undefined,
  fields: Readonly<Record<string, unknown>>,
): Promise<readonly string[] | undefined> {
  const decoded = decodeOperation({ ...fields, op: 'relate' });
  if (!decoded.ok) {
    tell(decoded.message);
    return undefined;
  }
  if (decoded.operation.op !== 'relate') return undefined;
  const { entity, type, to } = decoded.operation;
  const { indexes, schema } = services.store;
  const nameOf = (id: string): string => indexes.entity(id)?.name ?? id;
  const words = `${nameOf(entity)}: ${relationLabel(schema, type)} ${nameOf(to)}`;
  return await saveWithEvidence(services, here, words, decoded.operation);
}

/** The passage at the cursor is evidence beside what the relation has already, unless evidence was given. */
async function saveWithEvidence(
  services: Services,
  here: Here | undefined,
  words: string,
  operation: Extract<Operation, { op: 'relate' }>,
  creation?: Operation,
): Promise<readonly string[] | undefined> {
  if (here !== undefined && !isCurrent(here)) return undefined;
  const { entity, type, to } = operation;
  const isGiven = operation.evidence !== undefined;
  const found = here === undefined || isGiven ? undefined : evidenceAt(services, here, words);
  const known = services.store.indexes.entities
    .get(entity)
    ?.entity.relations?.find((each) => each.type === type && each.entity === to);
  const evidence =
    found === undefined ? {} : { evidence: [...new Set([...(known?.evidence ?? []), found.id])] };
  const operations = [
    ...(creation === undefined ? [] : [creation]),
    ...(found?.creation === undefined ? [] : [found.creation]),
    { ...operation, ...evidence },
  ];
  const ids = await save(services, `Relation ${words}`, operations);
  if (ids !== undefined) services.recent.noteEntity(to);
  return ids;
}
