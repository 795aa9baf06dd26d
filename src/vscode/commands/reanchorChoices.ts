/** The preview of re-anchoring as a list: what is likely, what has no place, and what is certain. */
import {
  reanchorOperation,
  type Place,
  type Reanchoring,
} from '../../core/operations/reanchorPlan';
import type { Reanchor } from '../../core/operations/operation';
import { inContext, lineWords, quoteWords, reasonWords } from '../../core/operations/reanchorWords';
import { count, dotted } from '../../core/outline/words';
import type { AnnotationRecord } from '../../core/store/store';
import type { SourceText } from '../../core/text/sourceText';
import type { Group } from '../pickers/pickMany';
import type { Choice } from '../pickers/pickOne';
import { themeIcon } from '../pickers/icons';
import type { Services } from '../services';
import { labelOf } from '../subject';
import type { SourcePlan } from './reanchorPlans';

/** One entry of the list. */
export interface Choosable {
  readonly path: string;
  /** Absent for a source that is not there. */
  readonly text?: SourceText;
  /** What is written when it is picked; empty for what has no place, and for the version of a text. */
  readonly places: readonly { readonly record: AnnotationRecord; readonly place: Place }[];
  /** Whether picking it changes anything. */
  readonly isWritable: boolean;
}

type Planned = Extract<SourcePlan, { kind: 'planned' }>;

/** More certain entries than this are listed as one for each source. */
const MOST_CERTAIN = 500;

/** The groups of the list, what a person has to judge first; all are empty when there is nothing to do. */
export function groupsOf(
  services: Services,
  plans: readonly SourcePlan[],
): readonly Group<Choosable>[] {
  const planned = plans.filter((plan) => plan.kind === 'planned');
  const namesSource = plans.length > 1;
  const choose = (plan: Planned, entry: Reanchoring): Choice<Choosable> =>
    choiceOf(services, plan, entry, namesSource);
  const pick = (isListed: (entry: Reanchoring) => boolean): readonly Choice<Choosable>[] =>
    planned.flatMap((plan) => plan.entries.filter(isListed).map((entry) => choose(plan, entry)));

  const isStale = ({ differences }: Reanchoring): boolean => differences.length > 0;
  const total = planned.reduce((sum, { entries }) => sum + entries.filter(isStale).length, 0);
  const certain =
    total > MOST_CERTAIN ? planned.flatMap((plan) => wholeSource(plan, isStale)) : pick(isStale);
  const versions = planned.flatMap((plan) => versionOf(plan, plan.entries.some(isStale)));
  return [
    {
      label: 'Likely: pick those that are right',
      choices: pick(({ now, proposals }) => now === undefined && proposals.length > 0),
      isPicked: false,
    },
    {
      label: 'Without a place: they stay as they are',
      choices: [
        ...pick(({ now, proposals }) => now === undefined && proposals.length === 0),
        ...plans.flatMap(notThere),
      ],
      isPicked: false,
    },
    {
      label: 'Certain: rewritten for the text of now',
      choices: [...certain, ...versions],
      isPicked: true,
    },
  ];
}

/** One operation for each source of which something is picked. */
export function operationsOf(chosen: readonly Choosable[]): readonly Reanchor[] {
  const bySource = new Map<string, { text: SourceText; places: Choosable['places'] }>();
  for (const { path, text, places, isWritable } of chosen) {
    if (text === undefined || !isWritable) continue;
    bySource.set(path, { text, places: [...(bySource.get(path)?.places ?? []), ...places] });
  }
  return [...bySource].map(([path, { text, places }]) => reanchorOperation(path, text, places));
}

function choiceOf(
  services: Services,
  { path, text }: Planned,
  entry: Reanchoring,
  namesSource: boolean,
): Choice<Choosable> {
  const { record, now, proposals } = entry;
  const place = now ?? proposals[0];
  const context = place === undefined ? undefined : inContext(text, place);
  const detail = dotted([reasonWords(entry), context]);
  return {
    label: dotted([quoteWords(entry), labelOf(services, { record })]),
    description: dotted([namesSource ? path : undefined, lineWords(entry)]),
    detail,
    value: {
      path,
      text,
      places: place === undefined ? [] : [{ record, place }],
      isWritable: place !== undefined,
    },
  };
}

function wholeSource(
  { path, text, entries }: Planned,
  isStale: (entry: Reanchoring) => boolean,
): readonly Choice<Choosable>[] {
  const places = entries.flatMap((entry) => {
    const { record, now } = entry;
    return isStale(entry) && now !== undefined ? [{ record, place: now }] : [];
  });
  if (places.length === 0) return [];
  return [
    {
      label: path,
      description: count(places.length, 'annotation'),
      iconPath: themeIcon({ name: 'file' }),
      value: { path, text, places, isWritable: true },
    },
  ];
}

/** Only where it is all that there is to do: with new places the version is written by itself. */
function versionOf(plan: Planned, hasPlaces: boolean): readonly Choice<Choosable>[] {
  if (!plan.isBlobStale || hasPlaces) return [];
  const { path, text } = plan;
  return [
    {
      label: path,
      description: 'version of the text',
      detail:
        'Every annotation stands where its file says; only the text that it names is an older one',
      iconPath: themeIcon({ name: 'history' }),
      value: { path, text, places: [], isWritable: true },
    },
  ];
}

function notThere(plan: SourcePlan): readonly Choice<Choosable>[] {
  if (plan.kind === 'planned') return [];
  const { path } = plan;
  const reason =
    plan.kind === 'missing'
      ? `The source is not there; ${count(plan.count, 'annotation')} kept`
      : `${plan.file} does not parse, so it is not written`;
  return [
    {
      label: path,
      description: reason,
      iconPath: themeIcon({ name: 'warning' }),
      value: { path, places: [], isWritable: false },
    },
  ];
}
