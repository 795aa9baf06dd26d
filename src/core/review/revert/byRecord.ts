/** One change of an annotation file taken back as edits of records: where its lines alone cannot be put back. */
import { applyPlans, planFor } from '../../history/annotationPlans';
import { applyRejections, planRejections } from '../../history/rejectionPlans';
import { insertWithLines } from '../../history/recordLines';
import { changedFields } from '../../operations/changedFields';
import {
  insertAnnotation,
  removeAnnotation,
  removeAnnotations,
  updateSource,
} from '../../storage/editFile';
import { insertRejection, removeRejections } from '../../storage/editRejections';
import { sourceFields } from '../../storage/fields';
import type { AnnotationChange, MetadataChange, RejectionChange } from '../change';

type InFile = AnnotationChange | RejectionChange | MetadataChange;

/** Texts to try, the smallest edit first; none where the file does not allow it. */
export function editedBack(change: InFile, before: string, after: string): readonly string[] {
  const texts = textsOf(change, before, after);
  return texts.flatMap((text) => text ?? []);
}

function textsOf(change: InFile, before: string, after: string): readonly (string | undefined)[] {
  switch (change.kind) {
    case 'annotation':
      return [annotationBack(change, before, after), annotationAnew(change, before, after)];
    case 'rejection':
      return [rejectionBack(change, before, after), rejectionAnew(change, before, after)];
    case 'metadata':
      return [metadataBack(change, after)];
  }
}

function annotationBack(
  { id, before: old, after: now }: AnnotationChange,
  before: string,
  after: string,
): string | undefined {
  const plans = new Map([[id, planFor(now, old, now)]]);
  return applyPlans(after, plans, new Map(now === undefined ? [] : [[id, now]]), before);
}

function annotationAnew(
  { id, action, before: old }: AnnotationChange,
  before: string,
  after: string,
): string | undefined {
  const without = action === 'removed' ? after : removeAnnotation(after, id);
  if (without === undefined || old === undefined) return without;
  return insertWithLines(
    { text: without, goal: before, section: 'annotations' },
    (text) => insertAnnotation(text, old),
    (text) => removeAnnotation(text, id),
  );
}

function rejectionBack(
  { before: old, after: now }: RejectionChange,
  before: string,
  after: string,
): string | undefined {
  const list = (rejection: typeof old): readonly NonNullable<typeof old>[] =>
    rejection === undefined ? [] : [rejection];
  const plan = planRejections(list(now), list(old), list(now));
  return plan.kind === 'plan' ? applyRejections(after, plan, before) : undefined;
}

function rejectionAnew(
  { id, action, before: old }: RejectionChange,
  before: string,
  after: string,
): string | undefined {
  const ids = new Set([id]);
  const without = action === 'removed' ? after : removeRejections(after, ids);
  if (without === undefined || old === undefined) return without;
  return insertWithLines(
    { text: without, goal: before, section: 'rejected' },
    (text) => insertRejection(text, old),
    (text) => removeRejections(text, ids),
  );
}

function metadataBack({ before, after }: MetadataChange, text: string): string | undefined {
  if (before === undefined || after === undefined) return undefined;
  const changes = changedFields(sourceFields(after), sourceFields(before));
  return updateSource(text, before.path, changes);
}

/** The text with only these records; absent when it cannot be edited so. */
export function withOnly(
  text: string,
  all: { readonly annotations: readonly string[]; readonly rejections: readonly string[] },
  kept: { readonly annotation?: string; readonly rejection?: string },
): string | undefined {
  const annotations = new Set(all.annotations.filter((id) => id !== kept.annotation));
  const rejections = new Set(all.rejections.filter((id) => id !== kept.rejection));
  const few = annotations.size === 0 ? text : removeAnnotations(text, annotations);
  if (few === undefined || rejections.size === 0) return few;
  return removeRejections(few, rejections);
}

/** The text with nothing said of its source but which one it is; absent when nothing else is said. */
export function withBareSource(text: string, { after }: MetadataChange): string | undefined {
  if (after === undefined) return undefined;
  const fields = sourceFields(after);
  const gone = Object.keys(fields).filter(
    (key) => key !== 'path' && key !== 'blob' && fields[key] !== undefined,
  );
  if (gone.length === 0) return undefined;
  return updateSource(text, after.path, new Map(gone.map((key) => [key, undefined])));
}
