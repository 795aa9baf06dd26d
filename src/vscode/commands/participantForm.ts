/** The participants of an event in Edit Record: adding, removing, other roles. */
import type { EventRecord, Participant } from '../../core/model/records';
import type { Operation } from '../../core/operations/operation';
import { proposeRoles } from '../../core/matching/roles';
import { targetName } from '../../core/outline/participants';
import { dotted, shorten, spaced } from '../../core/outline/words';
import { rolesOf } from '../../core/schema/lookup';
import { fillerOf, hasRoom, misfitOf, PLACE_ROLE, type Filler } from '../../core/schema/roleFit';
import type { Answer } from '../pickers/answer';
import { themeIcon } from '../pickers/icons';
import { pickFrom } from '../pickers/pickOne';
import { idLabel } from '../pickers/pickType';
import type { Services } from '../services';
import { chooseEntity } from './chooseEntity';
import { listed, type FieldAnswer, type RecordField } from './recordField';

const LONGEST = 50;

export function participantsField(services: Services, event: EventRecord): RecordField {
  return {
    label: 'Participants',
    now: listed(
      event.participants.map(
        ({ role, entity }) => `${spaced(role)}: ${targetName(services.store, '', entity)}`,
      ),
    ),
    icon: 'organization',
    isList: true,
    ask: () => ask(services, event),
  };
}

async function ask(services: Services, event: EventRecord): Promise<FieldAnswer> {
  const answer = await pickFrom<Participant | 'add'>({
    title: `Participants of “${shorten(event.title, LONGEST)}”`,
    placeholder: 'Who takes part, and as what',
    canGoBack: true,
    choices: [
      { value: 'add', label: 'Add a participant…', iconPath: themeIcon({ name: 'add' }) },
      ...event.participants.map((each) => ({
        value: each,
        label: targetName(services.store, '', each.entity),
        description: spaced(each.role),
        iconPath: themeIcon({ name: 'account' }),
      })),
    ],
  });
  if (answer.kind !== 'answer') return answer.kind === 'back' ? 'back' : undefined;
  return answer.value === 'add'
    ? await add(services, event)
    : await change(services, event, answer.value);
}

async function add(services: Services, event: EventRecord): Promise<FieldAnswer> {
  const chosen = await chooseEntity(
    services,
    {
      title: `New participant of “${shorten(event.title, LONGEST)}”`,
      placeholder: 'Who takes part? Filter by name, alias, type or id',
      canGoBack: true,
      source: sourceOf(services, event),
      first: nearby(services, event),
      otherwise: 'create',
    },
    { before: '' },
  );
  if (chosen === 'back') return [];
  if (chosen === undefined || 'kind' in chosen) return undefined;
  const type = services.store.indexes.entity(chosen.id)?.type ?? chosen.creation?.type ?? '';
  const [likely] = proposeRoles(services.store.schema, event.type, [{ id: chosen.id, type }]);
  const filler: Filler = { kind: 'entity', type };
  const role = await askRole(services, event, { name: chosen.name, filler }, likely?.role);
  if (role.kind !== 'answer') return role.kind === 'back' ? [] : undefined;
  const participants = [...event.participants, { role: role.value, entity: chosen.id }];
  const creations: readonly Operation[] = chosen.creation === undefined ? [] : [chosen.creation];
  return [...creations, { op: 'updateEvent', id: event.id, participants }];
}

async function change(
  services: Services,
  event: EventRecord,
  participant: Participant,
): Promise<FieldAnswer> {
  const name = targetName(services.store, '', participant.entity);
  const others = event.participants.filter((each) => each !== participant);
  const answer = await pickFrom<'role' | 'remove'>({
    title: `${shorten(name, LONGEST)} in “${shorten(event.title, LONGEST)}”`,
    placeholder: 'What to change?',
    canGoBack: true,
    choices: [
      {
        value: 'role',
        label: 'Another role…',
        description: spaced(participant.role),
        iconPath: themeIcon({ name: 'arrow-swap' }),
      },
      { value: 'remove', label: 'Remove from the event', iconPath: themeIcon({ name: 'trash' }) },
    ],
  });
  if (answer.kind !== 'answer') return answer.kind === 'back' ? [] : undefined;
  if (answer.value === 'remove') {
    const participants = others.length === 0 ? null : others;
    return [{ op: 'updateEvent', id: event.id, participants }];
  }
  const filler = fillerOf(services.store.indexes, participant.entity);
  const role = await askRole(services, event, { name, filler }, participant.role, participant);
  if (role.kind !== 'answer') return role.kind === 'back' ? [] : undefined;
  if (role.value === participant.role) return [];
  const participants = event.participants.map((each) =>
    each === participant ? { ...each, role: role.value } : each,
  );
  return [{ op: 'updateEvent', id: event.id, participants }];
}

/** Whom a role is chosen for; without a filler for what has no record. */
interface Party {
  readonly name: string;
  readonly filler: Filler | undefined;
}

/**
 * The roles of the type that take one more, `likely` first; last those that somebody else has and those
 * that do not take the party. `now` is the participant that gets another role.
 */
function askRole(
  { store: { schema } }: Services,
  { type, title, participants }: EventRecord,
  { name, filler }: Party,
  likely: string | undefined,
  now?: Participant,
): Promise<Answer<string>> {
  const others = participants.filter((each) => each !== now);
  const count = (role: string): number => others.filter((each) => each.role === role).length;
  const declared = Object.keys(rolesOf(schema, type)).filter((role) => role !== PLACE_ROLE);
  const roles = [...new Set([...(likely === undefined ? [] : [likely]), ...declared])]
    .filter((role) => role === now?.role || hasRoom(schema, type, role, count(role)))
    .map((role) => {
      const misfit = filler && misfitOf(schema, type, role, filler);
      const isTaken = now === undefined && count(role) > 0;
      return { role, misfit, rank: (misfit === undefined ? 0 : 2) + Number(isTaken) };
    })
    .toSorted((a, b) => a.rank - b.rank);
  return pickFrom({
    title: `Role in “${shorten(title, LONGEST)}”`,
    placeholder:
      roles.length === 0
        ? 'No role of this type takes one more: give somebody another role first'
        : `What is ${shorten(name, LONGEST)} in this event?`,
    canGoBack: true,
    choices: roles.map(({ role, misfit }) => ({
      value: role,
      label: idLabel(role),
      description: dotted([role === now?.role ? 'as now' : undefined, misfit]),
    })),
  });
}

/** The source of the first passage that reports the event. */
function sourceOf({ store }: Services, event: EventRecord): string {
  return store.indexes.evidenceOf(event.id)[0]?.source ?? '';
}

/** Whom the sources that report the event mention, those that take no part yet. */
function nearby({ store }: Services, event: EventRecord): readonly string[] {
  const { indexes } = store;
  const sources = new Set(indexes.evidenceOf(event.id).map(({ source }) => source));
  const known = new Set(event.participants.map(({ entity }) => indexes.entity(entity)?.id));
  const mentioned = [...sources]
    .flatMap((source) => indexes.annotationsOf(source))
    .flatMap(({ annotation }) => indexes.entity(annotation.entity ?? '')?.id ?? []);
  return [...new Set(mentioned)].filter((id) => !known.has(id));
}
