/** The question where an event happens. */
import { nearbyEntities } from '../../core/matching/nearby';
import { likelyPlace } from '../../core/matching/places';
import type { EventDraft } from '../../core/operations/eventDraft';
import { misfitOf, PLACE_ROLE } from '../../core/schema/roleFit';
import { isKindOf, rolesOf } from '../../core/schema/lookup';
import { answered, type Answer, type Prompt } from '../pickers/answer';
import { pickEntity } from '../pickers/pickEntity';
import type { Services } from '../services';
import { createForDraft, entitiesOf, nameChoices } from './newEntities';
import { mentionsAround } from './surroundings';
import type { Target } from './target';

/** Where the type of the event says nothing of its place. */
const PLACE_TYPES = ['place', 'facility'];

/** A place of the list, a new one, or free text. What the role does not take is listed last. */
export async function askPlace(
  services: Services,
  target: Target,
  draft: EventDraft,
  prompt: Prompt,
): Promise<Answer<EventDraft>> {
  const { indexes } = services.store;
  const misfit = misfitOfPlace(services, draft.type ?? '');
  const typeOf = (id: string): string | undefined => indexes.entity(id)?.type;
  const [passage] = target.spans;
  const places = mentionsAround(services, target).filter(({ entity }) => {
    const type = typeOf(entity);
    return type !== undefined && misfit(type) === undefined;
  });
  const guess = likelyPlace(target.text.text, passage, places);
  const nearby = nearbyEntities(target.text.text, passage, places).map(({ entity }) => entity);
  for (;;) {
    const chosen = draft.place === undefined ? guess : (draft.place ?? undefined);
    const also = entitiesOf(draft);
    const isEntity =
      chosen !== undefined &&
      (typeOf(chosen) !== undefined || also.some(({ id }) => id === chosen));
    const first = isEntity ? [chosen, ...nearby.filter((id) => id !== chosen)] : nearby;
    const answer = await pickEntity(services, {
      ...prompt,
      placeholder: 'Where? A place of the list, a new one, or any words',
      source: target.path,
      ...(chosen === undefined || isEntity ? { first } : { words: chosen }),
      also,
      misfit: ({ type }) => misfit(type),
      extra: nameChoices(services, target, draft),
      none: { label: 'No place', lead: chosen === undefined },
      otherwise: isEntity || chosen === undefined ? ['create', 'text'] : ['text', 'create'],
    });
    if (answer.kind !== 'answer') return answer;
    const { value } = answer;
    switch (value.kind) {
      case 'entity':
        return answered({ ...draft, place: value.id });
      case 'text':
        return answered({ ...draft, place: value.text });
      case 'none':
      case 'event':
        return answered({ ...draft, place: null });
      case 'create': {
        const made = await createForDraft(services, target, draft, value, [PLACE_ROLE]);
        if (made.kind === 'cancelled') return made;
        if (made.kind === 'back') break;
        return answered({ ...made.value.draft, place: made.value.id });
      }
    }
  }
}

/** Why an entity of a type is no place of such an event; nothing when it is one. */
export function misfitOfPlace(
  { store: { schema } }: Services,
  eventType: string,
): (type: string) => string | undefined {
  if (rolesOf(schema, eventType)[PLACE_ROLE] !== undefined) {
    return (type) => misfitOf(schema, eventType, PLACE_ROLE, { kind: 'entity', type });
  }
  return (type) =>
    PLACE_TYPES.some((each) => isKindOf(schema, type, each)) ? undefined : 'no place';
}
