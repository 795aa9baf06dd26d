/** What is to be done about the rejected suggestions of a file, and doing it. */
import type { Rejection } from '../model/rejection';
import { changedFields } from '../operations/changedFields';
import { insertRejection, removeRejections, updateRejection } from '../storage/editRejections';
import type { FieldMap } from '../storage/emit';
import { TARGET_KEYS } from '../storage/fields';
import { rejectionFields } from '../storage/rejections';
import type { FieldChanges } from '../storage/rewritten';
import { isSame } from './isSame';
import { mergeFields } from './mergeFields';
import { insertWithLines } from './recordLines';

export type RejectionPlan =
  | { readonly kind: 'conflict'; readonly id: string }
  | {
      readonly kind: 'plan';
      readonly inserted: readonly Rejection[];
      readonly removed: ReadonlySet<string>;
      readonly updated: ReadonlyMap<string, FieldChanges>;
    };

type Rejections = readonly Rejection[] | undefined;

/** To do what turned `before` into `after` to those that are `now`; their places are nobody's statement. */
export function planRejections(
  before: Rejections,
  after: Rejections,
  now: Rejections,
): RejectionPlan {
  const [old, goal, present] = [byId(before), byId(after), byId(now)];
  const inserted: Rejection[] = [];
  const removed = new Set<string>();
  const updated = new Map<string, FieldChanges>();
  for (const id of new Set([...old.keys(), ...goal.keys()])) {
    const [was, wanted, is] = [old.get(id), goal.get(id), present.get(id)];
    if (isSame(was, wanted)) continue;
    if (was === undefined || wanted === undefined || is === undefined) {
      const isDone = wanted === undefined ? is === undefined : saysSame(is, wanted);
      if (isDone) continue;
      if (was === undefined && wanted !== undefined && is === undefined) inserted.push(wanted);
      else if (wanted === undefined && saysSame(is, was)) removed.add(id);
      else return { kind: 'conflict', id };
      continue;
    }
    const changes = changedFields(statements(was), statements(wanted));
    const fields = mergeFields(changes, statements(was), statements(is));
    if (fields === undefined) return { kind: 'conflict', id };
    if (fields.size > 0) updated.set(id, fields);
  }
  return { kind: 'plan', inserted, removed, updated };
}

/** `goal` is a text that has what is to be inserted, as people have written it. */
export function applyRejections(
  text: string,
  { inserted, removed, updated }: Extract<RejectionPlan, { kind: 'plan' }>,
  goal: string | undefined,
): string | undefined {
  let result: string | undefined = text;
  if (removed.size > 0) result = removeRejections(result, removed);
  for (const [id, fields] of updated) {
    result = result === undefined ? undefined : updateRejection(result, id, fields);
  }
  for (const rejection of inserted) {
    const { id } = rejection;
    result =
      result === undefined
        ? undefined
        : insertWithLines(
            { text: result, goal, section: 'rejected' },
            (each) => insertRejection(each, rejection),
            (each) => removeRejections(each, new Set([id])),
          );
  }
  return result;
}

function saysSame(one: Rejection | undefined, other: Rejection | undefined): boolean {
  return one !== undefined && other !== undefined && isSame(statements(one), statements(other));
}

function statements(rejection: Rejection): FieldMap {
  const fields = Object.entries(rejectionFields(rejection));
  return Object.fromEntries(fields.filter(([key]) => !TARGET_KEYS.some((each) => each === key)));
}

function byId(rejections: Rejections): ReadonlyMap<string, Rejection> {
  return new Map(rejections?.map((each) => [each.id, each]));
}
