/** Changing what a passage says of who takes part: the roles of statements and evidence. */
import { kindOf, quoteOf, type Role } from '../../core/model/annotation';
import type { Operation } from '../../core/operations/operation';
import { codePointsOf } from '../../core/operations/compositions';
import { dotted, shorten, spaced } from '../../core/outline/words';
import { fittingFirst } from '../../core/matching/roles';
import { rolesOf } from '../../core/schema/lookup';
import { fillerOf, hasRoom, misfitOf } from '../../core/schema/roleFit';
import type { AnnotationRecord } from '../../core/store/store';
import type { Answer } from '../pickers/answer';
import { themeIcon } from '../pickers/icons';
import { pickEvent } from '../pickers/pickEvent';
import { pickFrom, type Choice } from '../pickers/pickOne';
import { idLabel } from '../pickers/pickType';
import type { Services } from '../services';
import { updateOf, type Change } from './change';
import { chooseEntity } from './chooseEntity';
import { wholeWordsIn } from './newEntities';
import { signature } from './saving';

const LONGEST = 40;

type Step =
  | { readonly kind: 'save' }
  | { readonly kind: 'add'; readonly role: string }
  | { readonly kind: 'remove'; readonly role: Role };

export function changeRoles(services: Services, record: AnnotationRecord): Change {
  const { roles } = record.annotation;
  const now = roles.map((each) => `${spaced(each.role)}: ${nameOf(services, record, each.target)}`);
  return {
    label: 'Roles',
    now: now.length === 0 ? 'none' : now.join(', '),
    icon: 'organization',
    ask: () => ask(services, record),
  };
}

/** Adds and removes roles on one list until it is saved. */
async function ask(
  services: Services,
  record: AnnotationRecord,
): Promise<readonly Operation[] | undefined> {
  const { roles: before } = record.annotation;
  let roles = before;
  let creations: readonly Operation[] = [];
  for (;;) {
    const answer = await askStep(services, record, roles, roles === before ? undefined : creations);
    if (answer.kind !== 'answer') return undefined;
    const step = answer.value;
    switch (step.kind) {
      case 'save': {
        if (roles === before) return [];
        const fields = { roles: roles.length === 0 ? null : roles };
        return [...creations.filter(isNamedBy(roles)), ...updateOf(record, fields)];
      }
      case 'remove':
        roles = roles.filter((each) => each !== step.role);
        break;
      case 'add': {
        const chosen = await askFiller(services, record, step.role, creations);
        if (chosen === 'back') break;
        if (chosen === undefined) return undefined;
        roles = [...roles, { role: step.role, target: chosen.id }];
        creations = [...creations, ...chosen.operations];
      }
    }
  }
}

function askStep(
  services: Services,
  record: AnnotationRecord,
  roles: readonly Role[],
  /** What is made for them; absent while they are as before. */
  creations: readonly Operation[] | undefined,
): Promise<Answer<Step>> {
  const save: Choice<Step> = {
    value: { kind: 'save' },
    label: 'Save these roles',
    iconPath: themeIcon({ name: 'check' }),
  };
  const { schema } = services.store;
  const type = eventTypeFor(services, record);
  const count = (role: string): number => roles.filter((each) => each.role === role).length;
  const additions = Object.keys(rolesOf(schema, type))
    .filter((role) => hasRoom(schema, type, role, count(role)))
    .map((role): Choice<Step> => ({
      value: { kind: 'add', role },
      label: `Add ${spaced(role)}…`,
      iconPath: themeIcon({ name: 'add' }),
    }));
  const removals = roles.map((role): Choice<Step> => {
    const filler = fillerOf(services.store.indexes, role.target);
    const misfit = filler && misfitOf(schema, type, role.role, filler);
    return {
      value: { kind: 'remove', role },
      label: `Remove ${madeName(creations, role.target) ?? nameOf(services, record, role.target)}`,
      description: dotted([spaced(role.role), misfit]),
      iconPath: themeIcon({ name: 'trash' }),
    };
  });
  return pickFrom({
    title: `Roles in “${shorten(quoteOf(record.annotation), LONGEST)}”`,
    placeholder: 'What this passage says of who takes part',
    choices: [...(creations === undefined ? [] : [save]), ...additions, ...removals],
  });
}

/** Who fills the role, and what has to be made for that. */
interface ChosenFiller {
  readonly id: string;
  readonly operations: readonly Operation[];
}

/** An entity or an event; those that the role does not take are listed last, with the reason. */
async function askFiller(
  services: Services,
  record: AnnotationRecord,
  role: string,
  made: readonly Operation[],
): Promise<ChosenFiller | 'back' | undefined> {
  const { schema } = services.store;
  const type = eventTypeFor(services, record);
  const title = `${idLabel(role)} in “${shorten(quoteOf(record.annotation), LONGEST)}”`;
  const taken = made.flatMap((each) => (each.op === 'createEntity' ? (each.id ?? []) : []));
  const answer = await chooseEntity(
    services,
    {
      title,
      canGoBack: true,
      placeholder: 'Filter by name, alias, type or id',
      source: record.source,
      first: nearbyIds(services, record),
      misfit: (entity) => misfitOf(schema, type, role, { kind: 'entity', type: entity.type }),
      otherwise: 'create',
      orEvent: true,
    },
    { before: '', first: (types) => fittingFirst(schema, type, [role], types), taken },
  );
  if (answer === undefined || answer === 'back') return answer;
  if (!('kind' in answer)) {
    const { id, name, creation } = answer;
    if (creation === undefined) return { id, operations: [] };
    return { id, operations: [creation, ...mentionOf(services, record, id, name)] };
  }
  if (answer.kind !== 'event') return undefined;
  const event = await pickEvent(services, {
    title: `Event as ${spaced(role)} in “${shorten(quoteOf(record.annotation), LONGEST)}”`,
    canGoBack: true,
    source: record.source,
    passage: quoteOf(record.annotation),
    mentioned: new Set(),
    drafts: [],
    canCreate: false,
    except: [services.store.indexes.event(record.annotation.event ?? '')?.id ?? ''],
  });
  if (event.kind === 'cancelled') return undefined;
  if (event.kind === 'back' || event.value.kind !== 'event') return 'back';
  return { id: event.value.id, operations: [] };
}

/** The words of the passage that are the name of a new entity, as its first mention. */
function mentionOf(
  services: Services,
  { source, annotation }: AnnotationRecord,
  entity: string,
  name: string,
): readonly Operation[] {
  const document = services.folder.documentOf(source);
  if (document === undefined) return [];
  const text = services.sources.textOf(document);
  const located = services.passages.of(document);
  const own = located.find(({ record }) => record.annotation.id === annotation.id);
  const mentions = located
    .filter(({ record }) => record.annotation.entity !== undefined)
    .flatMap(({ spans }) => spans);
  const span = wholeWordsIn(text.text, own?.spans ?? [], name, mentions);
  if (span === undefined) return [];
  return [{ op: 'annotate', source, entity, ...codePointsOf(text, span), ...signature() }];
}

/** Nothing is made for a role that was taken back. */
function isNamedBy(roles: readonly Role[]): (operation: Operation) => boolean {
  const named = new Set(roles.map(({ target }) => target));
  return (operation) =>
    (operation.op !== 'createEntity' || named.has(operation.id ?? '')) &&
    (operation.op !== 'annotate' || named.has(operation.entity ?? ''));
}

/** The entities that the source mentions, by how far from the annotation. */
function nearbyIds({ store }: Services, { source, annotation }: AnnotationRecord): string[] {
  const [{ start }] = annotation.targets;
  const mentions = store.indexes.annotationsOf(source).flatMap(({ annotation: each }) => {
    const distance = Math.abs(each.targets[0].start - start);
    return each.entity === undefined ? [] : [{ id: each.entity, distance }];
  });
  mentions.sort((a, b) => a.distance - b.distance);
  return [...new Set(mentions.map(({ id }) => id))];
}

/** The type of the event, or of the statement, whose roles the passage may give. */
function eventTypeFor({ store }: Services, { annotation }: AnnotationRecord): string {
  const event = store.indexes.event(annotation.event ?? '')?.type;
  return (kindOf(annotation) === 'evidence' ? event : annotation.type) ?? '';
}

/** Of an entity that is made with the roles. */
function madeName(creations: readonly Operation[] | undefined, id: string): string | undefined {
  const names = (creations ?? []).flatMap((each) =>
    each.op === 'createEntity' && each.id === id ? [each.name] : [],
  );
  return names[0];
}

/** Of a record, or the words of the annotation that the target names. */
function nameOf({ store }: Services, { source }: AnnotationRecord, target: string): string {
  const { indexes } = store;
  const record = indexes.annotationsWithId(target).find((each) => each.source === source);
  const words = record && shorten(quoteOf(record.annotation), LONGEST);
  return indexes.entity(target)?.name ?? indexes.event(target)?.title ?? words ?? target;
}
