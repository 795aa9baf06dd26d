/** What is to be done about single annotations of a file, and doing it. */
import type { Annotation, Target } from '../model/annotation';
import { changedAnnotation, changedFields } from '../operations/changedFields';
import { insertAnnotation, removeAnnotation, updateAnnotation } from '../storage/editFile';
import type { FieldChanges } from '../storage/rewritten';
import type { FieldMap } from '../storage/emit';
import { annotationFields, TARGET_KEYS } from '../storage/fields';
import { retargetAnnotations } from '../storage/retarget';
import { isSame } from './isSame';
import { mergeFields } from './mergeFields';
import { insertWithLines } from './recordLines';

export type Plan =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'insert'; readonly annotation: Annotation }
  | { readonly kind: 'remove' }
  | {
      readonly kind: 'update';
      readonly fields: FieldChanges;
      /** Absent when the place stays. */
      readonly targets: Annotation['targets'] | undefined;
    };

/** To do what turned `before` into `after`, absent ones included, to the annotation that is `now`. */
export function planFor(
  before: Annotation | undefined,
  after: Annotation | undefined,
  now: Annotation | undefined,
): Plan {
  if (before === undefined) {
    if (after === undefined) return { kind: 'nothing' };
    if (now === undefined) return { kind: 'insert', annotation: after };
    return isSame(statements(now), statements(after)) ? { kind: 'nothing' } : { kind: 'conflict' };
  }
  if (isSame(before, after)) return { kind: 'nothing' };
  if (now === undefined) return { kind: after === undefined ? 'nothing' : 'conflict' };
  if (after === undefined) {
    return { kind: isSame(statements(now), statements(before)) ? 'remove' : 'conflict' };
  }
  const changes = changedFields(statements(before), statements(after));
  const fields = mergeFields(changes, statements(before), statements(now));
  if (fields === undefined) return { kind: 'conflict' };
  const isMoved = !isSame(before.targets, after.targets) && !isSame(now.targets, after.targets);
  return { kind: 'update', fields, targets: isMoved ? after.targets : undefined };
}

/**
 * The text after all plans; `present` is what it has now, `goal` a text that has what is to be
 * inserted, as people have written it. Absent when the file cannot be edited so.
 */
export function applyPlans(
  text: string,
  plans: ReadonlyMap<string, Plan>,
  present: ReadonlyMap<string, Annotation>,
  goal: string | undefined,
): string | undefined {
  const moved = new Map<string, readonly Target[]>();
  let result: string | undefined = text;
  for (const [id, plan] of plans) {
    if (result === undefined) return undefined;
    const now = present.get(id);
    switch (plan.kind) {
      case 'insert':
        result = insertWithLines(
          { text: result, goal, section: 'annotations' },
          (each) => insertAnnotation(each, plan.annotation),
          (each) => removeAnnotation(each, id),
        );
        break;
      case 'remove':
        result = removeAnnotation(result, id);
        break;
      case 'update': {
        const fields = new Map(plan.fields);
        const { targets } = plan;
        if (targets !== undefined && targets.length === now?.targets.length) {
          moved.set(id, targets);
        } else if (targets !== undefined && now !== undefined) {
          for (const [key, value] of changedAnnotation(now, { ...now, targets })) {
            fields.set(key, value);
          }
        }
        if (fields.size > 0) result = updateAnnotation(result, id, fields);
        break;
      }
      case 'nothing':
      case 'conflict':
        break;
    }
  }
  return result === undefined || moved.size === 0 ? result : retargetAnnotations(result, moved);
}

/** What is said of the passage, without where it is. */
function statements(annotation: Annotation): FieldMap {
  const fields = Object.entries(annotationFields(annotation));
  return Object.fromEntries(fields.filter(([key]) => !TARGET_KEYS.some((each) => each === key)));
}
