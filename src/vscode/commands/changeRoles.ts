/** Changing what a passage says of who takes part: the roles of statements and evidence. */
import { kindOf, quoteOf, type Role } from '../../core/model/annotation';
import type { Operation } from '../../core/operations/operation';
import { shorten, spaced } from '../../core/outline/words';
import { rolesOf } from '../../core/schema/lookup';
import type { AnnotationRecord } from '../../core/store/store';
import type { Answer } from '../pickers/answer';
import { themeIcon } from '../pickers/icons';
import { pickFrom, type Choice } from '../pickers/pickOne';
import { idLabel } from '../pickers/pickType';
import type { Services } from '../services';
import { updateOf, type Change } from './change';
import { chooseEntity, type ChosenEntity } from './chooseEntity';

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
    const answer = await askStep(services, record, roles, roles !== before);
    if (answer.kind !== 'answer') return undefined;
    const step = answer.value;
    switch (step.kind) {
      case 'save': {
        if (roles === before) return [];
        const fields = { roles: roles.length === 0 ? null : roles };
        return [...creations, ...updateOf(record, fields)];
      }
      case 'remove':
        roles = roles.filter((each) => each !== step.role);
        break;
      case 'add': {
        const chosen = await askFiller(services, record, step.role);
        if (chosen === 'back') break;
        if (chosen === undefined) return undefined;
        roles = [...roles, { role: step.role, target: chosen.id }];
        if (chosen.creation !== undefined) creations = [...creations, chosen.creation];
      }
    }
  }
}

function askStep(
  services: Services,
  record: AnnotationRecord,
  roles: readonly Role[],
  isChanged: boolean,
): Promise<Answer<Step>> {
  const save: Choice<Step> = {
    value: { kind: 'save' },
    label: 'Save these roles',
    iconPath: themeIcon({ name: 'check' }),
  };
  const additions = namesOfRoles(services, record).map((role): Choice<Step> => ({
    value: { kind: 'add', role },
    label: `Add ${spaced(role)}…`,
    iconPath: themeIcon({ name: 'add' }),
  }));
  const removals = roles.map((role): Choice<Step> => ({
    value: { kind: 'remove', role },
    label: `Remove ${nameOf(services, record, role.target)}`,
    description: spaced(role.role),
    iconPath: themeIcon({ name: 'trash' }),
  }));
  return pickFrom({
    title: `Roles in “${shorten(quoteOf(record.annotation), LONGEST)}”`,
    placeholder: 'What this passage says of who takes part',
    choices: [...(isChanged ? [save] : []), ...additions, ...removals],
  });
}

async function askFiller(
  services: Services,
  record: AnnotationRecord,
  role: string,
): Promise<ChosenEntity | 'back' | undefined> {
  const answer = await chooseEntity(
    services,
    {
      title: `${idLabel(role)} in “${shorten(quoteOf(record.annotation), LONGEST)}”`,
      canGoBack: true,
      placeholder: 'Filter by name, alias, type or id',
      source: record.source,
      first: nearbyIds(services, record),
      otherwise: 'create',
    },
    { before: '' },
  );
  return typeof answer === 'object' && 'kind' in answer ? undefined : answer;
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

/** The roles of the type of the event or statement. */
function namesOfRoles({ store }: Services, { annotation }: AnnotationRecord): readonly string[] {
  const event = store.indexes.event(annotation.event ?? '')?.type;
  const type = kindOf(annotation) === 'evidence' ? event : annotation.type;
  return Object.keys(rolesOf(store.schema, type ?? ''));
}

/** Of a record, or the words of the annotation that the target names. */
function nameOf({ store }: Services, { source }: AnnotationRecord, target: string): string {
  const { indexes } = store;
  const record = indexes.annotationsWithId(target).find((each) => each.source === source);
  const words = record && shorten(quoteOf(record.annotation), LONGEST);
  return indexes.entity(target)?.name ?? indexes.event(target)?.title ?? words ?? target;
}
