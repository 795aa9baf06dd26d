/** The question as what everybody takes part in an event. */
import { nearbyEntities } from '../../core/matching/nearby';
import type { Participant } from '../../core/model/records';
import type { EventDraft } from '../../core/operations/eventDraft';
import { dotted, spaced } from '../../core/outline/words';
import { eventTypeOf, rolesOf } from '../../core/schema/lookup';
import {
  hasRoom,
  misfitOf,
  PLACE_ROLE,
  wrongCounts,
  type RoleCount,
} from '../../core/schema/roleFit';
import { answered, type Answer, type Prompt } from '../pickers/answer';
import { themeIcon } from '../pickers/icons';
import { pickEntity } from '../pickers/pickEntity';
import { pickFrom, type Choice } from '../pickers/pickOne';
import { idLabel } from '../pickers/pickType';
import type { Services } from '../services';
import { addedBy, partiesOf, partyName } from './eventParties';
import { entitiesOf, nameChoices } from './newEntities';
import { mentionsAround } from './surroundings';
import type { Target } from './target';

/**
 * Who is missing is asked for first, and may be left out. Then all roles on one list: Enter takes them;
 * a participant that is chosen gets another role.
 */
export async function askRoles(
  services: Services,
  target: Target,
  begun: EventDraft,
  prompt: Prompt,
): Promise<Answer<EventDraft>> {
  const { schema } = services.store;
  const type = begun.type ?? '';
  const asked = new Set<string>();
  let draft: EventDraft = { ...begun, participants: begun.participants ?? [] };
  for (;;) {
    const participants = draft.participants ?? [];
    const missing = wrongCounts(schema, type, participants).find(
      ({ role, kind }) => kind === 'few' && role !== PLACE_ROLE && !asked.has(role),
    );
    if (missing !== undefined) {
      asked.add(missing.role);
      const filled = await askMissing(services, target, draft, missing, prompt);
      if (filled.kind !== 'answer') return filled;
      draft = filled.value;
      continue;
    }
    const chosen = await askWhich(services, draft, prompt);
    if (chosen.kind !== 'answer') return chosen;
    const { value } = chosen;
    if (value === undefined) return answered(draft);
    const role = await askRole(services, draft, value, prompt);
    if (role.kind === 'cancelled') return role;
    if (role.kind === 'back') continue;
    const changed = participants.map((each) =>
      each === value ? { ...each, role: role.value } : each,
    );
    draft = { ...draft, participants: changed };
  }
}

async function askMissing(
  services: Services,
  target: Target,
  draft: EventDraft,
  { role }: RoleCount,
  prompt: Prompt,
): Promise<Answer<EventDraft>> {
  const { schema } = services.store;
  const type = draft.type ?? '';
  const participants = draft.participants ?? [];
  const [passage] = target.spans;
  const taking = new Set(participants.map(({ entity }) => entity));
  const nearby = nearbyEntities(target.text.text, passage, mentionsAround(services, target));
  const answer = await pickEntity(services, {
    ...prompt,
    placeholder: `${eventTypeOf(schema, type).label} asks for ${article(role)} ${spaced(role)}: who is it?`,
    source: target.path,
    first: nearby.map(({ entity }) => entity).filter((id) => !taking.has(id)),
    also: entitiesOf(draft),
    misfit: (entity) => misfitOf(schema, type, role, { kind: 'entity', type: entity.type }),
    extra: nameChoices(services, target, draft),
    none: { label: `Leave the ${spaced(role)} out`, lead: true, icon: 'arrow-right' },
    otherwise: 'create',
    orEvent: true,
  });
  if (answer.kind !== 'answer') return answer;
  const { value } = answer;
  if (value.kind === 'none' || value.kind === 'text') return answered(draft);
  const added = await addedBy(services, target, draft, value, prompt);
  if (added.kind === 'cancelled') return added;
  if (added.kind === 'back') return answered(draft);
  const { draft: after, id } = added.value;
  return answered({ ...after, participants: [...participants, { role, entity: id }] });
}

function askWhich(
  services: Services,
  draft: EventDraft,
  prompt: Prompt,
): Promise<Answer<Participant | undefined>> {
  const { schema } = services.store;
  const take = {
    value: undefined,
    label: 'Take these roles',
    iconPath: themeIcon({ name: 'check' }),
  };
  return pickFrom<Participant | undefined>({
    ...prompt,
    placeholder: 'Enter takes these roles; choose a participant to change its role',
    choices: [
      take,
      ...(draft.participants ?? []).map((each) => {
        const [party] = partiesOf(services, draft, [each.entity]);
        const { type, kind = 'entity' } = party ?? { type: '' };
        const misfit = misfitOf(schema, draft.type ?? '', each.role, { kind, type });
        return {
          value: each,
          label: partyName(services, draft, each.entity),
          description: dotted([spaced(each.role), misfit]),
          iconPath: themeIcon({ name: misfit === undefined ? 'account' : 'warning' }),
        };
      }),
    ],
  });
}

/** Roles that take no more are not offered; those that do not take the participant come last. */
function askRole(
  services: Services,
  draft: EventDraft,
  { entity, role }: Participant,
  prompt: Prompt,
): Promise<Answer<string>> {
  const { schema } = services.store;
  const type = draft.type ?? '';
  const [party] = partiesOf(services, draft, [entity]);
  const filler = { kind: party?.kind ?? 'entity', type: party?.type ?? '' } as const;
  const count = (each: string): number =>
    (draft.participants ?? []).filter((other) => other.role === each).length;
  const choices = Object.keys(rolesOf(schema, type))
    .filter((each) => each !== PLACE_ROLE)
    .filter((each) => each === role || hasRoom(schema, type, each, count(each)))
    .map((each) => ({ each, misfit: misfitOf(schema, type, each, filler) }))
    .toSorted((a, b) => Number(a.misfit !== undefined) - Number(b.misfit !== undefined))
    .map(({ each, misfit }): Choice<string> => ({
      value: each,
      label: idLabel(each),
      description: dotted([each === role ? 'as now' : undefined, misfit]),
    }));
  const placeholder = `What is ${partyName(services, draft, entity)} in this event?`;
  return pickFrom({ ...prompt, placeholder, choices });
}

function article(word: string): string {
  return /^[aeiou]/i.test(word) ? 'an' : 'a';
}
