/** Changing and removing a relation of the sidebar. */
import { quoteOf } from '../../core/model/annotation';
import type { Relation } from '../../core/model/records';
import { formatEdtf } from '../../core/dates/edtf';
import { decodeOperation } from '../../core/operations/decode';
import { isJsonObject } from '../../core/operations/fieldChecks';
import type { Operation } from '../../core/operations/operation';
import type { RelationRef } from '../../core/outline/node';
import { count, quoted, shorten } from '../../core/outline/words';
import { mayBeFrom, mayLeadTo, relationLabel } from '../../core/schema/relations';
import { tell } from '../adapters/failures';
import { askText } from '../pickers/askText';
import { themeIcon } from '../pickers/icons';
import { pickFrom, type Choice } from '../pickers/pickOne';
import type { Services } from '../services';
import { askDate } from './addRelation';
import type { Command } from './command';
import { evidenceAt, hereOf, isCurrent } from './evidenceHere';
import { given } from './given';
import { save, saveUndoable } from './saving';

const LONGEST = 40;

type Ask = () => Promise<readonly Operation[] | undefined>;

interface Found {
  readonly ref: RelationRef;
  readonly relation: Relation;
  /** `Xi Jinping: Leads China`. */
  readonly words: string;
}

/**
 * Asks what to change of the relation of a node, and to what. With `{ relation: { from, type, to }, fields }`
 * the fields `date`, `evidence` and `note` are set and nothing is asked; `null` removes one.
 */
export const changeRelation: Command = async (services, argument) => {
  const found = relationOf(services, argument);
  if (found === undefined) return undefined;
  const { fields } = given(argument);
  if (isJsonObject(fields)) {
    const { from: entity, type, to } = found.ref;
    const decoded = decodeOperation({ ...fields, op: 'relate', entity, type, to });
    if (!decoded.ok) {
      tell(decoded.message);
      return undefined;
    }
    return await save(services, `Changed ${found.words}`, [decoded.operation]);
  }
  const answer = await pickFrom({
    title: found.words,
    placeholder: 'What to change?',
    choices: changesOf(services, found),
  });
  const operations = answer.kind === 'answer' ? await answer.value() : undefined;
  return operations && (await save(services, `Changed ${found.words}`, operations));
};

/** Removes the relation of a node, or the one given as `{ relation: { from, type, to } }`. */
export const removeRelation: Command = async (services, argument) => {
  const found = relationOf(services, argument);
  if (found === undefined) return undefined;
  const { from: entity, type, to } = found.ref;
  const { date = null } = found.relation;
  const label = `Removed ${found.words}`;
  return await saveUndoable(services, label, [{ op: 'unrelate', entity, type, to, date }]);
};

function changesOf(services: Services, found: Found): readonly Choice<Ask>[] {
  const { relation, ref, words } = found;
  const { type, entity: to, date, note, evidence = [] } = relation;
  const relate = { op: 'relate', entity: ref.from, type, to } as const;
  const choice = (label: string, icon: string, now: string, value: Ask): Choice<Ask> => ({
    value,
    label,
    description: now,
    iconPath: themeIcon({ name: icon }),
  });
  return [
    choice('Date', 'calendar', date === undefined ? 'none' : formatEdtf(date), async () => {
      const answer = await askDate(words, date);
      if (answer.kind !== 'answer') return undefined;
      return [{ ...relate, date: answer.value === '' ? null : answer.value }];
    }),
    choice('Evidence', 'quote', count(evidence.length, 'passage'), () =>
      askEvidence(services, found),
    ),
    choice('Note', 'note', note === undefined ? 'none' : shorten(note, LONGEST), async () => {
      const answer = await askText({
        title: `Note on ${words}`,
        prompt: 'Leave it empty for no note.',
        value: note ?? '',
      });
      if (answer.kind !== 'answer') return undefined;
      return [{ ...relate, note: answer.value === '' ? null : answer.value }];
    }),
    choice('Type', 'link', relationLabel(services.store.schema, type), () =>
      askType(services, found),
    ),
  ];
}

async function askEvidence(
  services: Services,
  { relation, ref, words }: Found,
): Promise<readonly Operation[] | undefined> {
  const { type, entity: to, evidence = [] } = relation;
  const here = hereOf(services);
  const found = here && evidenceAt(services, here, words);
  const relate = (ids: readonly string[]): Operation => ({
    op: 'relate',
    entity: ref.from,
    type,
    to,
    evidence: ids.length === 0 ? null : ids,
  });
  const additions =
    found === undefined || evidence.includes(found.id)
      ? []
      : [
          {
            value: [
              ...(found.creation === undefined ? [] : [found.creation]),
              relate([...evidence, found.id]),
            ],
            label: 'Add the passage at the cursor',
            iconPath: themeIcon({ name: 'add' }),
          },
        ];
  const removals = evidence.map((id) => {
    const [record] = services.store.indexes.annotationsWithId(id);
    return {
      value: [relate(evidence.filter((each) => each !== id))],
      label: `Remove ${record === undefined ? id : quoted(quoteOf(record.annotation))}`,
      description: record?.source ?? 'not there',
      iconPath: themeIcon({ name: 'trash' }),
    };
  });
  if (additions.length + removals.length === 0) {
    tell('Put the cursor on an annotation, or select the words that say it, and do it again.');
    return undefined;
  }
  const answer = await pickFrom<readonly Operation[]>({
    title: `Evidence of ${words}`,
    placeholder: 'Passages that say it',
    choices: [...additions, ...removals],
  });
  if (here !== undefined && !isCurrent(here)) return undefined;
  return answer.kind === 'answer' ? answer.value : undefined;
}

async function askType(
  { store }: Services,
  { relation, ref, words }: Found,
): Promise<readonly Operation[] | undefined> {
  const { schema, indexes } = store;
  const { type: before, entity: to, ...fields } = relation;
  const [from, other] = [indexes.entity(ref.from)?.type ?? '', indexes.entity(to)?.type ?? ''];
  const fits = (type: string): boolean =>
    mayBeFrom(schema, type, from) && mayLeadTo(schema, type, other);
  const types = Object.keys(schema.relationTypes).filter((type) => type !== before);
  types.sort((a, b) => Number(fits(b)) - Number(fits(a)));
  const answer = await pickFrom({
    title: `Another type for ${words}`,
    placeholder: 'Those that fit both entities are first',
    choices: types.map((type) => ({
      value: type,
      label: relationLabel(schema, type),
      ...(fits(type) ? {} : { description: 'not usual for these types' }),
    })),
  });
  if (answer.kind !== 'answer') return undefined;
  const key = { entity: ref.from, to } as const;
  return [
    { op: 'unrelate', ...key, type: before, date: relation.date ?? null },
    { op: 'relate', ...key, type: answer.value, ...fields },
  ];
}

function relationOf({ store }: Services, argument: unknown): Found | undefined {
  const { relation, node } = given(argument);
  const { from, type, to } = given(relation ?? given(node)['relation']);
  if (typeof from !== 'string' || typeof type !== 'string' || typeof to !== 'string') {
    tell('Choose a relation in the sidebar.');
    return undefined;
  }
  const { indexes, schema } = store;
  const known = indexes.entities
    .get(from)
    ?.entity.relations?.find((each) => each.type === type && each.entity === to);
  if (known === undefined) {
    tell('This relation is no longer there.');
    return undefined;
  }
  const nameOf = (id: string): string => shorten(indexes.entity(id)?.name ?? id, LONGEST);
  const words = `${nameOf(from)}: ${relationLabel(schema, type)} ${nameOf(to)}`;
  return { ref: { from, type, to }, relation: known, words };
}
