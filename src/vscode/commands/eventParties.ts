/** The question who takes part in an event. */
import { nearbyEntities } from '../../core/matching/nearby';
import {
  likelyParticipants,
  misfitOfAll,
  proposeRoles,
  type Party,
} from '../../core/matching/roles';
import type { EventDraft } from '../../core/operations/eventDraft';
import { EVENT_ICON } from '../../core/outline/icons';
import { dotted, shorten, spaced } from '../../core/outline/words';
import { eventTypeOf, rolesOf } from '../../core/schema/lookup';
import { listed, PLACE_ROLE, wrongCounts } from '../../core/schema/roleFit';
import { answered, type Answer, type Prompt } from '../pickers/answer';
import { themeIcon } from '../pickers/icons';
import { pickEntity, type EntityAnswer } from '../pickers/pickEntity';
import { pickEvent } from '../pickers/pickEvent';
import type { Choice } from '../pickers/pickOne';
import type { Services } from '../services';
import { createForDraft, entitiesOf, nameChoices } from './newEntities';
import { mentionsAround } from './surroundings';
import { wordsOf, type Target } from './target';

const LONGEST = 80;

/**
 * One list until it is left: choosing an entity adds it, or takes it back. Those nearby come first, and the
 * likely ones are chosen beforehand; names of the passage that no entity has can be made one, and an event
 * can take part too. Roles that were given before stay.
 */
export async function askParticipants(
  services: Services,
  target: Target,
  begun: EventDraft,
  prompt: Prompt,
): Promise<Answer<EventDraft>> {
  const { indexes, schema } = services.store;
  const type = begun.type ?? '';
  const [passage] = target.spans;
  const nearby = nearbyEntities(target.text.text, passage, mentionsAround(services, target));
  const typeOf = (id: string): string | undefined => indexes.entity(id)?.type;
  const place = begun.place ?? undefined;
  let draft = begun;
  let chosen =
    begun.participants?.map(({ entity }) => entity) ??
    likelyParticipants(schema, type, nearby, typeOf, place);
  for (;;) {
    const near = nearby.map(({ entity }) => entity).filter((id) => !chosen.includes(id));
    const answer = await pickEntity(services, {
      ...prompt,
      placeholder: `Who takes part? ${wanted(services, draft, chosen)}Choosing adds or takes back; the first line goes on`,
      source: target.path,
      first: [...chosen, ...near],
      also: entitiesOf(draft),
      chosen,
      misfit: ({ type: of }) => misfitOfAll(schema, type, { kind: 'entity', type: of }),
      extra: [...eventChoices(services, chosen), ...nameChoices(services, target, draft)],
      none: { label: goOn(services, draft, chosen), lead: true, icon: 'arrow-right' },
      otherwise: 'create',
      orEvent: true,
    });
    if (answer.kind !== 'answer') return answer;
    const { value } = answer;
    if (value.kind === 'none' || value.kind === 'text') break;
    const added = await addedBy(services, target, draft, value, prompt);
    if (added.kind === 'cancelled') return added;
    if (added.kind === 'back') continue;
    const { id } = added.value;
    draft = added.value.draft;
    chosen = chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
  }
  const known = new Map(begun.participants?.map((each) => [each.entity, each.role]));
  const participants = proposeRoles(schema, type, partiesOf(services, draft, chosen)).map(
    ({ role, entity }) => ({ role: known.get(entity) ?? role, entity }),
  );
  return answered({ ...draft, participants });
}

/** Who or what was answered: a record, one that is made for the draft, or an event that is asked for. */
export async function addedBy(
  services: Services,
  target: Target,
  draft: EventDraft,
  answer: Exclude<EntityAnswer, { readonly kind: 'none' | 'text' }>,
  prompt: Prompt,
): Promise<Answer<{ readonly draft: EventDraft; readonly id: string }>> {
  switch (answer.kind) {
    case 'entity':
      return answered({ draft, id: answer.id });
    case 'create': {
      const roles = Object.keys(rolesOf(services.store.schema, draft.type ?? ''));
      const others = roles.filter((role) => role !== PLACE_ROLE);
      return await createForDraft(services, target, draft, answer, others);
    }
    case 'event': {
      const event = await pickEvent(services, {
        ...prompt,
        title: 'Which event takes part, or is what it is about?',
        canGoBack: true,
        source: target.path,
        passage: wordsOf(target),
        mentioned: new Set(),
        drafts: [],
        canCreate: false,
      });
      if (event.kind !== 'answer') return event;
      return event.value.kind === 'event'
        ? answered({ draft, id: event.value.id })
        : { kind: 'back' };
    }
  }
}

/** Those of the ids that are known, with their types. */
export function partiesOf(
  { store: { indexes } }: Services,
  draft: EventDraft,
  ids: readonly string[],
): readonly Party[] {
  const made = new Map(entitiesOf(draft).map((entity) => [entity.id, entity]));
  return ids.flatMap((id): readonly Party[] => {
    const entity = indexes.entity(id) ?? made.get(id);
    if (entity !== undefined) return [{ id, type: entity.type, kind: 'entity' }];
    const event = indexes.event(id);
    return event === undefined ? [] : [{ id, type: event.type, kind: 'event' }];
  });
}

/** The name of a record, or of an entity that is made with the event. */
export function partyName({ store: { indexes } }: Services, draft: EventDraft, id: string): string {
  const made = entitiesOf(draft).find((entity) => entity.id === id);
  return indexes.entity(id)?.name ?? made?.name ?? indexes.event(id)?.title ?? id;
}

/** `Consult asks for an actor. `; nothing when nobody is missing. */
function wanted(services: Services, draft: EventDraft, chosen: readonly string[]): string {
  const { schema } = services.store;
  const type = draft.type ?? '';
  const proposed = proposeRoles(schema, type, partiesOf(services, draft, chosen));
  const missing = wrongCounts(schema, type, proposed).filter(({ kind }) => kind === 'few');
  if (missing.length === 0) return '';
  const roles = missing.map(
    ({ role, limit }) => `${spaced(role)}${limit > 1 ? ` (${limit})` : ''}`,
  );
  return `${eventTypeOf(schema, type).label} asks for: ${listed(roles, 'and')}. `;
}

function eventChoices(
  { store: { indexes } }: Services,
  chosen: readonly string[],
): readonly Choice<EntityAnswer>[] {
  return chosen.flatMap((id): readonly Choice<EntityAnswer>[] => {
    const event = indexes.entity(id) === undefined ? indexes.event(id) : undefined;
    if (event === undefined) return [];
    const description = dotted(['chosen', 'Event']);
    const iconPath = themeIcon({ ...EVENT_ICON, name: 'check' });
    return [{ value: { kind: 'entity', id }, label: event.title, description, iconPath }];
  });
}

function goOn(services: Services, draft: EventDraft, chosen: readonly string[]): string {
  const names = chosen.map((id) => partyName(services, draft, id));
  return names.length === 0 ? 'Nobody takes part' : shorten(`Take ${names.join(', ')}`, LONGEST);
}
