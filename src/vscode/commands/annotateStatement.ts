/** Annotating what somebody says, with who says it to whom. */
import { nearbyEntities } from '../../core/matching/nearby';
import { likelySpeakers } from '../../core/matching/speakers';
import type { Role } from '../../core/model/annotation';
import { annotateAll } from '../../core/operations/compositions';
import type { CreateEntity } from '../../core/operations/operation';
import { shorten } from '../../core/outline/words';
import { quotationAt } from '../../core/text/quotations';
import { sentencePassageAt } from '../../core/text/sentences';
import type { EntityQuestion } from '../pickers/pickEntity';
import type { Services } from '../services';
import { chooseEntity } from './chooseEntity';
import type { Command } from './command';
import { givenText, isGiven } from './given';
import { saveAt, signature } from './saving';
import { mentionsAround } from './surroundings';
import { targetOf, whileShown, wordsOf, type Target } from './target';

const ADVICE = 'Put the cursor in what is said, or select the words.';
const LONGEST = 40;

interface Party {
  readonly role: 'speaker' | 'addressee';
  /** Absent when there is nobody. */
  readonly id?: string;
  readonly creation?: CreateEntity;
}

/**
 * Annotates the selection, the quotation around the caret, or its sentence as a statement. Asks for the
 * speaker and the addressee, unless they are given: `{ speaker: id, addressee: id }`; with only one of them
 * given, or `null`, the other is nobody. Gives the ids of the annotations.
 */
export const annotateStatement: Command = async (services, argument) => {
  const atCaret = (text: string, offset: number): ReturnType<typeof quotationAt> =>
    quotationAt(text, offset) ?? sentencePassageAt(text, offset);
  const target = targetOf(services, atCaret, ADVICE);
  if (target === undefined) return undefined;
  if (isGiven(argument, 'speaker') || isGiven(argument, 'addressee')) {
    const parties = (['speaker', 'addressee'] as const).flatMap((role): Party[] => {
      const id = givenText(argument, role);
      return id === undefined ? [] : [{ role, id }];
    });
    return await annotate(services, target, parties);
  }
  return await whileShown(target, async () => {
    const parties = await ask(services, target);
    return parties && (await annotate(services, target, parties));
  });
};

async function ask(services: Services, target: Target): Promise<readonly Party[] | undefined> {
  const { indexes, schema } = services.store;
  const { text } = target.text;
  const [passage] = target.spans;
  const mentions = mentionsAround(services, target);
  const typeOf = (id: string): string | undefined => indexes.entity(id)?.type;
  const speakers = likelySpeakers(text, passage, mentions, schema, typeOf);
  const nearby = nearbyEntities(text, passage, mentions, 'around').map(({ entity }) => entity);
  const title = `Statement “${shorten(wordsOf(target), LONGEST)}”`;
  for (;;) {
    const speaker = await askParty(services, 'speaker', {
      title,
      step: { number: 1, total: 2 },
      placeholder: 'Who says it? Filter by name, alias, type or id',
      source: target.path,
      first: speakers,
      none: { label: 'No speaker', lead: speakers.length === 0 },
      otherwise: 'create',
    });
    if (speaker === undefined || speaker === 'back') return undefined;
    const addressee = await askParty(services, 'addressee', {
      title,
      step: { number: 2, total: 2 },
      canGoBack: true,
      placeholder: 'To whom? Enter for nobody in particular',
      source: target.path,
      first: nearby.filter((id) => id !== speaker.id),
      none: { label: 'No addressee', lead: true },
      otherwise: 'create',
    });
    if (addressee === undefined) return undefined;
    if (addressee !== 'back') return [speaker, addressee];
  }
}

async function askParty(
  services: Services,
  role: Party['role'],
  question: EntityQuestion,
): Promise<Party | 'back' | undefined> {
  const answer = await chooseEntity(services, question, { before: '' });
  if (answer === undefined || answer === 'back') return answer;
  if ('kind' in answer) return { role };
  const { id, creation } = answer;
  return { role, id, ...(creation === undefined ? {} : { creation }) };
}

async function annotate(
  services: Services,
  target: Target,
  parties: readonly Party[],
): Promise<readonly string[] | undefined> {
  const roles = parties.flatMap(({ role, id }): Role[] =>
    id === undefined ? [] : [{ role, target: id }],
  );
  const creations = parties.flatMap(({ creation }) => creation ?? []);
  const isTwice = creations[1] !== undefined && creations[0]?.id === creations[1].id;
  const creating = isTwice ? creations.slice(0, 1) : creations;
  const passages = { source: target.path, text: target.text, spans: target.spans };
  const body = { type: 'statement', ...(roles.length === 0 ? {} : { roles }), ...signature() };
  const annotations = annotateAll(passages, body);
  const speaker = services.store.indexes.entity(parties[0]?.id ?? '')?.name;
  const of = speaker === undefined ? '' : ` of ${speaker}`;
  const label = `Annotated “${shorten(wordsOf(target), LONGEST)}” as a statement${of}`;
  const ids = await saveAt(services, target, label, [...creating, ...annotations]);
  if (ids === undefined) return undefined;
  for (const { id } of parties) if (id !== undefined) services.recent.noteEntity(id);
  return ids.slice(creating.length);
}
