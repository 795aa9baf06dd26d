/** Two versions of one annotation or of one rejected suggestion → what happened to it. */
import type { Annotation } from '../../model/annotation';
import type { Rejection } from '../../model/rejection';
import { ANNOTATION_KEYS, annotationFields, TARGET_KEYS } from '../../storage/fields';
import { REJECTION_KEYS, rejectionFields } from '../../storage/rejections';
import type { Entry, MapNode } from '../../storage/node';
import type { AnnotationAspect, FieldAspect } from '../change';
import { fieldAspects } from './fieldAspects';
import { foreignFields } from './foreign';
import type { TargetAspect } from './targetAspect';

/** One record on one side; `value` is absent where it is damaged. */
export interface Version<T> {
  readonly value: T | undefined;
  /** As it is written; absent where nothing is known of that. */
  readonly entry: Entry | undefined;
  /** Whether `value` is all that is written. */
  readonly isPlain?: boolean;
}

const isPlace = (field: string): boolean => TARGET_KEYS.some((key) => key === field);

/** The most important ones first; empty when both say the same. */
export function annotationAspects(
  before: Version<Annotation>,
  after: Version<Annotation>,
  place: TargetAspect | undefined,
): readonly AnnotationAspect[] {
  const [one, other] = [before.value, after.value];
  if (one === undefined || other === undefined) return damagedAspects(before, after);
  const [old, now] = [annotationFields(one), annotationFields(other)];
  const aspects: AnnotationAspect[] = [];
  const [recordBefore, recordAfter] = [one.entity ?? one.event, other.entity ?? other.event];
  const isRetargeted =
    recordBefore !== undefined && recordAfter !== undefined && recordBefore !== recordAfter;
  if (isRetargeted) aspects.push('retargeted');
  if (one.type !== other.type) aspects.push('retyped');
  if (place !== undefined && place !== 'context' && place !== 'moved') aspects.push(place);
  const isSaid = (field: string): boolean =>
    isPlace(field) ||
    field === 'type' ||
    field === 'status' ||
    (isRetargeted && (field === 'entity' || field === 'event'));
  aspects.push(...fieldAspects(old, now, isSaid));
  if (one.status !== other.status) {
    aspects.push({ field: 'status', before: one.status, after: other.status });
  }
  aspects.push(...foreignAspects(before, after, ANNOTATION_KEYS));
  if (place === 'moved') aspects.push(place);
  if (place === 'context') aspects.push(...fieldAspects(contextOf(one), contextOf(other)));
  return aspects;
}

function contextOf({ targets }: Annotation): { prefix: string; suffix: string } {
  const join = (key: 'prefix' | 'suffix'): string => targets.map((each) => each[key]).join(' … ');
  return { prefix: join('prefix'), suffix: join('suffix') };
}

export function rejectionAspects(
  before: Version<Rejection>,
  after: Version<Rejection>,
): readonly FieldAspect[] {
  const [one, other] = [before.value, after.value];
  if (one === undefined || other === undefined) return damagedAspects(before, after);
  const aspects = fieldAspects(rejectionFields(one), rejectionFields(other));
  return [...aspects, ...foreignAspects(before, after, REJECTION_KEYS)];
}

/** Of records of which at least one cannot be read, all is told as it is written. */
function damagedAspects(before: Version<unknown>, after: Version<unknown>): readonly FieldAspect[] {
  return fieldAspects(
    foreignFields(mapOf(before.entry), []),
    foreignFields(mapOf(after.entry), []),
  );
}

function foreignAspects(
  before: Version<unknown>,
  after: Version<unknown>,
  known: readonly string[],
): readonly FieldAspect[] {
  if (before.isPlain === true && after.isPlain === true) return [];
  return fieldAspects(
    foreignFields(mapOf(before.entry), known),
    foreignFields(mapOf(after.entry), known),
  );
}

function mapOf(entry: Entry | undefined): MapNode | undefined {
  return entry?.value.kind === 'map' ? entry.value : undefined;
}
