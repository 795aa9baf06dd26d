/** Which entity is meant: an existing one, or a new one with its type. */
import { guessTypes } from '../../core/matching/guessType';
import { nameForm } from '../../core/matching/newAlias';
import { newEntity } from '../../core/operations/compositions';
import type { CreateEntity } from '../../core/operations/operation';
import { shorten } from '../../core/outline/words';
import { pickEntity, type EntityAnswer, type EntityQuestion } from '../pickers/pickEntity';
import { pickEntityType } from '../pickers/pickType';
import type { Services } from '../services';
import { usesOf } from './surroundings';

/** An entity, and the operation that makes it when there is none yet. */
export interface ChosenEntity {
  readonly id: string;
  readonly name: string;
  readonly creation?: CreateEntity;
}

/** What the type of a new entity is guessed from, and the words that become its alias. */
export interface NewEntityContext {
  readonly words?: string;
  /** The text in front of the words. */
  readonly before: string;
  /** Puts types forward that are asked for. */
  readonly first?: (types: readonly string[]) => readonly string[];
  /** Ids that records of the same step will have. */
  readonly taken?: readonly string[];
}

const LONGEST = 40;

/**
 * Asks for the entity, and for the type when it is new; Back in the second question leads to the first. The
 * answers of `question` that are no entity come back as they are; absent when it was cancelled.
 */
export async function chooseEntity(
  services: Services,
  question: EntityQuestion,
  context: NewEntityContext,
): Promise<
  ChosenEntity | Exclude<EntityAnswer, { kind: 'entity' | 'create' }> | 'back' | undefined
> {
  for (;;) {
    const answer = await pickEntity(services, question);
    if (answer.kind === 'back') return 'back';
    if (answer.kind === 'cancelled') return undefined;
    const { value } = answer;
    if (value.kind === 'entity') return existing(services, value.id);
    if (value.kind !== 'create') return value;
    const name = nameForm(value.name);
    const type = await pickEntityType(
      services,
      { title: `Create “${shorten(name, LONGEST)}”`, canGoBack: true },
      context.first?.(typesFor(services, name, context)) ?? typesFor(services, name, context),
    );
    if (type.kind === 'cancelled') return undefined;
    if (type.kind === 'answer') {
      return created(services, type.value, name, context.words, context.taken);
    }
  }
}

export function existing({ store }: Services, id: string): ChosenEntity {
  return { id, name: store.indexes.entity(id)?.name ?? id };
}

/** A new entity; `words` become an alias when they are not its name. */
export function created(
  { store }: Services,
  type: string,
  name: string,
  words: string | undefined,
  taken: readonly string[] = [],
): ChosenEntity {
  const creation = newEntity(store, type, name, words, taken);
  return { id: creation.id, name, creation };
}

/** All entity types, the likeliest for the name first. */
export function typesFor(
  { store }: Services,
  name: string,
  { before }: NewEntityContext,
): readonly string[] {
  return guessTypes(store.schema, name, before, usesOf(store.indexes.liveEntities()));
}
