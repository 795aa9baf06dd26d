/** Another type for records; for an event, with what of it the new type does not have. */
import type { EventRecord } from '../../core/model/records';
import type { Operation } from '../../core/operations/operation';
import {
  misfitOfType,
  retypeEntity,
  retypeEvent,
  type RoleFate,
} from '../../core/operations/retyping';
import { count, spaced } from '../../core/outline/words';
import { remark, tell } from '../adapters/failures';
import type { Answer, Prompt } from '../pickers/answer';
import { themeIcon } from '../pickers/icons';
import { pickFrom } from '../pickers/pickOne';
import { idLabel, pickEntityType, pickEventType } from '../pickers/pickType';
import type { Services } from '../services';
import { typesFor } from './chooseEntity';
import type { Command } from './command';
import { givenText } from './given';
import { typeLabel } from './recordChoices';
import { someRecords, whatOf, type RecordRef } from './recordSubject';
import { saveUndoable } from './saving';
import { usesOf } from './surroundings';

/** Changes the type of the selected nodes, of `{ id }` or at the caret; `{ type }` beside it asks nothing. */
export const retypeRecord: Command = async (services, node, nodes) => {
  const refs = await someRecords(services, node, nodes);
  const [first] = refs;
  if (first === undefined) return undefined;
  if (refs.some(({ kind }) => kind !== first.kind)) {
    tell('Entities and events have different types: select records of one kind.');
    return undefined;
  }
  const given = givenText(node, 'type');
  const operations =
    given === undefined
      ? await askType(services, refs, { title: `Type of ${whatOf(refs)}` })
      : retypings(services, refs, given, 'keep');
  if (operations === undefined || operations === 'back') return undefined;
  return await saveType(services, refs, first, operations);
};

/** The operations for the type that is chosen; none when it is what it was. */
export async function askType(
  services: Services,
  refs: readonly RecordRef[],
  prompt: Prompt,
): Promise<readonly Operation[] | 'back' | undefined> {
  const [first] = refs;
  if (first === undefined) return [];
  const answer = await pickType(services, first, prompt);
  if (answer.kind !== 'answer') return answer.kind === 'back' ? 'back' : undefined;
  const fate = await askFate(services, refs, answer.value, prompt);
  if (fate === undefined || fate === 'back') return fate;
  return retypings(services, refs, answer.value, fate);
}

/** The present type first. */
function pickType(services: Services, ref: RecordRef, prompt: Prompt): Promise<Answer<string>> {
  const { schema, indexes } = services.store;
  const { type } = ref.record;
  const first = (types: readonly string[]): readonly string[] => [
    ...types.filter((each) => each === type),
    ...types.filter((each) => each !== type),
  ];
  if (ref.kind === 'entity') {
    const types = typesFor(services, ref.record.name, { before: '' });
    return pickEntityType(services, prompt, first(types));
  }
  const uses = usesOf(indexes.liveEvents());
  const types = Object.keys(schema.eventTypes).sort(
    (a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0),
  );
  return pickEventType(services, prompt, first(types));
}

/** Asks only when participants have roles that the type lacks; says what goes with it. */
async function askFate(
  { store }: Services,
  refs: readonly RecordRef[],
  type: string,
  prompt: Prompt,
): Promise<RoleFate | 'back' | undefined> {
  const events = refs.flatMap((ref) => (ref.kind === 'event' ? [ref.record] : []));
  const misfits = events.map((event) => misfitOfType(store.schema, event, type));
  const strange = misfits.flatMap(({ participants }) => participants);
  if (strange.length === 0) return 'keep';
  const roles = [...new Set(strange.map(({ role }) => spaced(role)))].join(', ');
  const modes = [...new Set(misfits.flatMap(({ mode }) => mode ?? []))].map(spaced).join(', ');
  const label = typeLabel({ store }, 'event', type);
  const answer = await pickFrom<RoleFate>({
    ...prompt,
    title: `${label} has no role ${roles}`,
    placeholder: `${modes === '' ? '' : `The mode “${modes}” goes. `}What becomes of ${count(strange.length, 'participant')}?`,
    choices: [
      {
        value: 'propose',
        label: `Give them the roles of ${label} that fit`,
        iconPath: themeIcon({ name: 'wand' }),
      },
      {
        value: 'keep',
        label: 'Keep their roles as they are',
        description: 'the Problems panel lists them',
        iconPath: themeIcon({ name: 'circle-outline' }),
      },
      {
        value: 'remove',
        label: 'Remove these participants',
        iconPath: themeIcon({ name: 'trash' }),
      },
    ],
  });
  if (answer.kind === 'answer') return answer.value;
  return answer.kind === 'back' ? 'back' : undefined;
}

function retypings(
  { store }: Services,
  refs: readonly RecordRef[],
  type: string,
  fate: RoleFate,
): readonly Operation[] {
  const typeOf = (id: string): string | undefined => store.indexes.entity(id)?.type;
  return refs.flatMap((ref): readonly Operation[] =>
    ref.kind === 'entity'
      ? retypeEntity(ref.record, type)
      : retypeEvent(store.schema, ref.record, type, fate, typeOf),
  );
}

async function saveType(
  services: Services,
  refs: readonly RecordRef[],
  first: RecordRef,
  operations: readonly Operation[],
): Promise<readonly string[] | undefined> {
  const [operation] = operations;
  const type = operation !== undefined && 'type' in operation ? operation.type : undefined;
  if (typeof type !== 'string') {
    remark('That is its type already.');
    return undefined;
  }
  return await saveUndoable(services, typeWords(services, refs, first, type), operations);
}

/** What was done, with the mode that went. */
function typeWords(
  services: Services,
  refs: readonly RecordRef[],
  first: RecordRef,
  type: string,
): string {
  const events = refs.flatMap((ref): readonly EventRecord[] =>
    ref.kind === 'event' ? [ref.record] : [],
  );
  const modes = events.flatMap(
    (event) => misfitOfType(services.store.schema, event, type).mode ?? [],
  );
  const [mode] = modes;
  const gone = mode === undefined ? '' : `, without the mode “${idLabel(mode)}”`;
  const label = typeLabel(services, first.kind, type);
  return `${whatOf(refs)} is of the type ${label} now${gone}`;
}
