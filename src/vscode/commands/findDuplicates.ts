/** Pairs of records that may be one: each is merged, or said to be two, until Escape. */
import { dotted, shorten } from '../../core/outline/words';
import { remark } from '../adapters/failures';
import type { Answer } from '../pickers/answer';
import { themeIcon } from '../pickers/icons';
import { pickFrom } from '../pickers/pickOne';
import type { Services } from '../services';
import type { Command } from './command';
import { duplicatePairs, type DuplicatePair } from './duplicatePairs';
import { given } from './given';
import { merge } from './mergeRecords';
import { recordChoice, typeLabel } from './recordChoices';
import { idOf, mentionsOf, nameOf, recordOf, type RecordRef } from './recordSubject';
import { saveUndoable } from './saving';

const LONGEST = 40;

type Decision = { readonly kind: 'keep'; readonly id: string } | { readonly kind: 'two' };

/** With `{ distinct: [id, id] }` it is only remembered that these are two; nothing is asked. */
export const findDuplicates: Command = async (services, argument) => {
  const { distinct } = given(argument);
  if (Array.isArray(distinct)) {
    const [one, other] = distinct.map(String);
    return await sayTwo(services, one ?? '', other ?? '');
  }
  let at = 0;
  for (;;) {
    const pairs = duplicatePairs(services);
    if (pairs.length === 0) {
      remark('No two records look like one.');
      return undefined;
    }
    const chosen = await choosePair(services, pairs, Math.min(at, pairs.length - 1));
    if (chosen.kind !== 'answer') return undefined;
    const pair = chosen.value;
    at = pairs.indexOf(pair);
    const decision = await decide(services, pair);
    if (decision.kind === 'cancelled') return undefined;
    if (decision.kind === 'back') continue;
    const [one, other] = pair.records;
    if (decision.value.kind === 'two') {
      await sayTwo(services, idOf(one), idOf(other));
      continue;
    }
    const merged = await merge(services, pair.records, decision.value.id);
    if (merged === undefined) return undefined;
  }
};

function choosePair(
  services: Services,
  pairs: readonly DuplicatePair[],
  active: number,
): Promise<Answer<DuplicatePair>> {
  return pickFrom({
    title: pairs.length === 1 ? 'One pair may be one' : `${pairs.length} pairs may be one`,
    placeholder: 'Enter decides about a pair; Escape ends',
    choices: pairs.map((pair) => {
      const types = new Set(
        pair.records.map((ref) => typeLabel(services, ref.kind, ref.record.type)),
      );
      return {
        value: pair,
        label: wordsOf(pair),
        description: dotted([[...types].join(', '), pair.reason]),
        iconPath: themeIcon({ name: 'git-merge' }),
      };
    }),
    active,
  });
}

function decide(services: Services, pair: DuplicatePair): Promise<Answer<Decision>> {
  const passages = (ref: RecordRef): number => mentionsOf(services, ref).length;
  return pickFrom<Decision>({
    title: wordsOf(pair),
    placeholder: pair.reason,
    canGoBack: true,
    choices: [
      ...pair.records
        .toSorted((a, b) => passages(b) - passages(a))
        .map((ref) => {
          const choice = recordChoice(services, ref);
          return {
            ...choice,
            value: { kind: 'keep', id: idOf(ref) } as const,
            label: `One: keep ${choice.label}`,
            description: dotted([choice.description, idOf(ref)]),
          };
        }),
      {
        value: { kind: 'two' },
        label: 'These are two',
        description: 'that is written into their files, and they are not proposed again',
        iconPath: themeIcon({ name: 'circle-slash' }),
      },
    ],
  });
}

function wordsOf({ records: [one, other] }: DuplicatePair): string {
  return `${shorten(nameOf(one), LONGEST)} = ${shorten(nameOf(other), LONGEST)}?`;
}

async function sayTwo(
  services: Services,
  one: string,
  other: string,
): Promise<readonly string[] | undefined> {
  const refs = [one, other].map((id) => recordOf(services, id));
  const names = refs.map((ref, at) => (ref === undefined ? [one, other][at] : nameOf(ref)));
  const label = `${names.map((name) => shorten(name ?? '', LONGEST)).join(' and ')} are two`;
  const op = refs[0]?.kind === 'event' ? 'updateEvent' : 'updateEntity';
  return await saveUndoable(services, label, [{ op, id: one, addDistinctFrom: [other] }]);
}
