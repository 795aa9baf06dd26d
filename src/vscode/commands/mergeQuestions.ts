/** What merging asks: which record stays, and, over a preview of what changes, what it takes over. */
import {
  entityDifferences,
  eventDifferences,
  type Difference,
} from '../../core/operations/differences';
import { sourceTitle } from '../../core/outline/passages';
import { count, dotted, shorten } from '../../core/outline/words';
import { linkLabel } from '../../core/schema/links';
import type { AnnotationRecord } from '../../core/store/store';
import { themeIcon } from '../pickers/icons';
import { pickFrom, type Choice } from '../pickers/pickOne';
import { idLabel } from '../pickers/pickType';
import type { Services } from '../services';
import { showIn } from './mentionChoices';
import { Preview } from './preview';
import { recordChoice, typeLabel } from './recordChoices';
import { idOf, mentionsOf, nameOf, nounOf, type RecordRef } from './recordSubject';

const LONGEST = 40;
const LONGEST_VALUE = 80;

/** Record id → names of the fields whose value is that of this record. */
export type Taken = ReadonlyMap<string, readonly string[]>;

type Step =
  | { readonly kind: 'merge' }
  | { readonly kind: 'field'; readonly from: RecordRef; readonly difference: Difference }
  | { readonly kind: 'passages'; readonly first: AnnotationRecord }
  | { readonly kind: 'nothing' };

/** The one with the most mentions first. */
export async function askSurvivor(
  services: Services,
  refs: readonly RecordRef[],
): Promise<RecordRef | undefined> {
  const sorted = refs.toSorted(
    (a, b) => mentionsOf(services, b).length - mentionsOf(services, a).length,
  );
  const answer = await pickFrom({
    title: 'Which record stays?',
    placeholder: 'The others become redirects to it; everything that names them names it',
    choices: sorted.map((ref) => {
      const choice = recordChoice(services, ref);
      return { ...choice, description: dotted([choice.description, idOf(ref)]) };
    }),
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

/**
 * One list: Enter on its first line merges; a field that differs is switched to the value of the other record
 * and back; a source shows its first passage. Absent when it was left.
 */
export async function askMerge(
  services: Services,
  others: readonly RecordRef[],
  survivor: RecordRef,
  canGoBack: boolean,
): Promise<Taken | 'back' | undefined> {
  const preview = new Preview(services);
  const taken = new Map<string, readonly Difference[]>();
  const names = others.map((each) => shorten(nameOf(each), LONGEST)).join(', ');
  for (;;) {
    const answer = await pickFrom<Step>({
      title: `Merge ${names} into ${shorten(nameOf(survivor), LONGEST)}`,
      placeholder: 'Enter merges; choose a field to take the other value',
      canGoBack,
      choices: [
        mergeChoice(services, others, survivor),
        ...others.flatMap((from) => fieldChoices(services, from, survivor, taken)),
        ...others.flatMap((from) => gainChoices(from, survivor)),
        ...passageChoices(services, others),
      ],
    });
    if (answer.kind !== 'answer') {
      await preview.goBack();
      return answer.kind === 'back' ? 'back' : undefined;
    }
    const step = answer.value;
    switch (step.kind) {
      case 'merge':
        await preview.goBack();
        return new Map(
          [...taken].map(([id, list]) => [id, list.flatMap(({ fields }) => fields)] as const),
        );
      case 'field':
        toggle(taken, step.from, step.difference);
        break;
      case 'passages':
        showIn(services, preview, step.first);
        break;
      case 'nothing':
    }
  }
}

/** One value of a field wins: taking it from one record gives it back to the others. */
function toggle(
  taken: Map<string, readonly Difference[]>,
  from: RecordRef,
  difference: Difference,
): void {
  const isSame = ({ field }: Difference): boolean => field === difference.field;
  const wasTaken = taken.get(idOf(from))?.some(isSame) === true;
  for (const [id, list] of taken) {
    const others = list.filter((each) => !isSame(each));
    taken.set(id, others);
  }
  if (!wasTaken) taken.set(idOf(from), [...(taken.get(idOf(from)) ?? []), difference]);
}

function mergeChoice(
  services: Services,
  others: readonly RecordRef[],
  survivor: RecordRef,
): Choice<Step> {
  const moved = others.flatMap((each) => mentionsOf(services, each));
  const sources = new Set(moved.map(({ source }) => source)).size;
  return {
    value: { kind: 'merge' },
    label: 'Merge',
    description: dotted([
      `${count(moved.length, nounOf(survivor))} in ${count(sources, 'source')} will name ${shorten(nameOf(survivor), LONGEST)}`,
      others.length === 1 ? 'one redirect stays' : `${others.length} redirects stay`,
    ]),
    iconPath: themeIcon({ name: 'git-merge' }),
  };
}

function fieldChoices(
  services: Services,
  from: RecordRef,
  into: RecordRef,
  taken: ReadonlyMap<string, readonly Difference[]>,
): readonly Choice<Step>[] {
  return differencesOf(from, into).map((difference) => {
    const { field } = difference;
    const isTaken = taken.get(idOf(from))?.some((each) => each.field === field) === true;
    const [value, other] = isTaken
      ? [difference.from, difference.into]
      : [difference.into, difference.from];
    const shown = (text: string): string =>
      shorten(shownValue(services, from, field, text), LONGEST_VALUE);
    return {
      value: { kind: 'field', from, difference },
      label: `${fieldLabel(services, field)}: ${shown(value)}`,
      description: `${isTaken ? 'of the other record, ' : ''}not ${shown(other)}`,
      iconPath: themeIcon({ name: isTaken ? 'arrow-swap' : 'circle-outline' }),
    };
  });
}

function differencesOf(from: RecordRef, into: RecordRef): readonly Difference[] {
  if (from.kind === 'entity' && into.kind === 'entity') {
    return entityDifferences(from.record, into.record);
  }
  if (from.kind === 'event' && into.kind === 'event') {
    return eventDifferences(from.record, into.record);
  }
  return [];
}

/** The names that the merged entity gets, so that nobody looks for them in vain. */
function gainChoices(from: RecordRef, into: RecordRef): readonly Choice<Step>[] {
  if (from.kind !== 'entity' || into.kind !== 'entity') return [];
  const known = new Set([into.record.name, ...into.record.aliases.map(({ text }) => text)]);
  const gained = [from.record.name, ...from.record.aliases.map(({ text }) => text)].filter(
    (name) => !known.has(name),
  );
  if (gained.length === 0) return [];
  return [
    {
      value: { kind: 'nothing' },
      label: `New aliases: ${shorten(gained.join(', '), LONGEST_VALUE)}`,
      iconPath: themeIcon({ name: 'tag' }),
    },
  ];
}

function passageChoices(services: Services, others: readonly RecordRef[]): readonly Choice<Step>[] {
  const groups = new Map<string, AnnotationRecord[]>();
  for (const record of others.flatMap((each) => mentionsOf(services, each))) {
    const group = groups.get(record.source) ?? [];
    groups.set(record.source, group);
    group.push(record);
  }
  return [...groups].flatMap(([source, records]): readonly Choice<Step>[] => {
    const [first] = records;
    if (first === undefined) return [];
    return [
      {
        value: { kind: 'passages', first },
        label: sourceTitle(services.store, source),
        description: `${count(records.length, 'passage')}; Enter shows the first`,
        iconPath: themeIcon({ name: 'file' }),
      },
    ];
  });
}

function fieldLabel({ store }: Services, field: string): string {
  const key = /^links\.(.+)$/.exec(field)?.[1];
  return key === undefined ? idLabel(field) : linkLabel(store.schema, key);
}

function shownValue(services: Services, { kind }: RecordRef, field: string, value: string): string {
  if (field === 'type') return typeLabel(services, kind, value);
  if (field === 'place') return services.store.indexes.entity(value)?.name ?? value;
  return value;
}
