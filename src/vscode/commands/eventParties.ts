/** The questions about where an event happens, who takes part, and as what. */
import { likelyPlace } from '../../core/matching/places';
import { nearbyEntities } from '../../core/matching/nearby';
import { likelyParticipants, proposeRoles } from '../../core/matching/roles';
import type { Entity, Participant } from '../../core/model/records';
import type { EventDraft } from '../../core/operations/eventDraft';
import { shorten, spaced } from '../../core/outline/words';
import { isKindOf, rolesOf } from '../../core/schema/lookup';
import { answered, mapAnswer, type Answer, type Prompt } from '../pickers/answer';
import { themeIcon } from '../pickers/icons';
import { pickEntity } from '../pickers/pickEntity';
import { pickFrom } from '../pickers/pickOne';
import { idLabel } from '../pickers/pickType';
import type { Services } from '../services';
import { mentionsAround } from './surroundings';
import type { Target } from './target';

const PLACE = 'place';
const LONGEST = 80;
const PLACE_TYPES = [PLACE, 'facility'];

export async function askPlace(
  services: Services,
  target: Target,
  draft: EventDraft,
  prompt: Prompt,
): Promise<Answer<EventDraft>> {
  const { indexes, schema } = services.store;
  const isPlace = ({ type }: Entity): boolean =>
    PLACE_TYPES.some((each) => isKindOf(schema, type, each));
  const [passage] = target.spans;
  const places = mentionsAround(services, target).filter(({ entity }) => {
    const found = indexes.entity(entity);
    return found !== undefined && isPlace(found);
  });
  const guess = likelyPlace(target.text.text, passage, places);
  const chosen = draft.place === undefined ? guess : (draft.place ?? undefined);
  const nearby = nearbyEntities(target.text.text, passage, places).map(({ entity }) => entity);
  const isEntity = chosen !== undefined && indexes.entity(chosen) !== undefined;
  const first = isEntity ? [chosen, ...nearby.filter((id) => id !== chosen)] : nearby;
  const answer = await pickEntity(services, {
    ...prompt,
    placeholder: 'Where? A place of the list, or type one',
    source: target.path,
    ...(chosen === undefined || isEntity ? { first } : { words: chosen }),
    only: isPlace,
    none: { label: 'No place', lead: chosen === undefined },
    otherwise: 'text',
  });
  return mapAnswer(answer, (value) => {
    switch (value.kind) {
      case 'entity':
        return { ...draft, place: value.id };
      case 'text':
        return { ...draft, place: value.text };
      case 'create':
      case 'none':
        return { ...draft, place: null };
    }
  });
}

/**
 * One list until it is left: choosing an entity adds it, or takes it back. Those nearby come first, and the
 * likely ones are chosen beforehand. Roles that were given before stay.
 */
export async function askParticipants(
  services: Services,
  target: Target,
  draft: EventDraft,
  prompt: Prompt,
): Promise<Answer<EventDraft>> {
  const { indexes, schema } = services.store;
  const type = draft.type ?? '';
  const [passage] = target.spans;
  const mentions = mentionsAround(services, target);
  const nearby = nearbyEntities(target.text.text, passage, mentions);
  const typeOf = (id: string): string | undefined => indexes.entity(id)?.type;
  const before = draft.participants?.map(({ entity }) => entity);
  let chosen = before ?? likelyParticipants(schema, type, nearby, typeOf, draft.place ?? undefined);
  for (;;) {
    const near = nearby.map(({ entity }) => entity).filter((id) => !chosen.includes(id));
    const answer = await pickEntity(services, {
      ...prompt,
      placeholder: 'Who takes part? Choosing adds or takes back; the first line goes on',
      source: target.path,
      first: [...chosen, ...near],
      chosen,
      none: { label: goOn(services, chosen), lead: true, icon: 'arrow-right' },
    });
    if (answer.kind !== 'answer') return answer;
    const { value } = answer;
    if (value.kind !== 'entity') break;
    chosen = chosen.includes(value.id)
      ? chosen.filter((id) => id !== value.id)
      : [...chosen, value.id];
  }
  const entities = chosen.flatMap((id) => indexes.entity(id) ?? []);
  const known = new Map(draft.participants?.map((each) => [each.entity, each.role]));
  const participants = proposeRoles(schema, type, entities).map(({ role, entity }) => ({
    role: known.get(entity) ?? role,
    entity,
  }));
  return answered({ ...draft, participants });
}

function goOn({ store }: Services, chosen: readonly string[]): string {
  const names = chosen.map((id) => store.indexes.entity(id)?.name ?? id);
  return names.length === 0 ? 'Nobody takes part' : shorten(`Take ${names.join(', ')}`, LONGEST);
}

/** All roles on one list: Enter takes them; a participant that is chosen gets another role. */
export async function askRoles(
  services: Services,
  _target: Target,
  draft: EventDraft,
  prompt: Prompt,
): Promise<Answer<EventDraft>> {
  let participants = draft.participants ?? [];
  for (;;) {
    const chosen = await pickFrom<Participant | undefined>({
      ...prompt,
      placeholder: 'Enter takes these roles; choose a participant to change its role',
      choices: [
        { value: undefined, label: 'Take these roles', iconPath: themeIcon({ name: 'check' }) },
        ...participants.map((each) => ({
          value: each,
          label: services.store.indexes.entity(each.entity)?.name ?? each.entity,
          description: spaced(each.role),
          iconPath: themeIcon({ name: 'account' }),
        })),
      ],
    });
    if (chosen.kind !== 'answer') return chosen;
    const { value } = chosen;
    if (value === undefined) return answered({ ...draft, participants });
    const role = await askRole(services, draft.type ?? '', value, prompt);
    if (role.kind === 'cancelled') return role;
    if (role.kind === 'back') continue;
    participants = participants.map((each) =>
      each === value ? { ...each, role: role.value } : each,
    );
  }
}

function askRole(
  { store }: Services,
  type: string,
  { entity, role }: Participant,
  prompt: Prompt,
): Promise<Answer<string>> {
  const roles = Object.keys(rolesOf(store.schema, type)).filter((each) => each !== PLACE);
  const name = store.indexes.entity(entity)?.name ?? entity;
  return pickFrom({
    ...prompt,
    placeholder: `What is ${name} in this event?`,
    choices: roles.map((each) => ({
      value: each,
      label: idLabel(each),
      ...(each === role ? { description: 'as now' } : {}),
    })),
  });
}
