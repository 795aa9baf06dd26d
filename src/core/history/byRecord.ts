/**
 * A change done again record by record, for files in which others changed the same lines. A record
 * that was only anchored anew since counts as unchanged: its place is nobody's statement.
 */
import type { FileChange } from '../operations/draft';
import { changedFields } from '../operations/changedFields';
import type { AnnotationFile } from '../storage/annotationFile';
import { updateEntityFile, updateEventFile, updateSource } from '../storage/editFile';
import { entityFields, eventFields, sourceFields } from '../storage/fields';
import { parseFile, type FileContent } from '../storage/parse';
import { recordId } from '../storage/paths';
import { applyPlans, planFor, type Plan } from './annotationPlans';
import { isSame } from './isSame';
import { mergeFields } from './mergeFields';
import { applyRejections, planRejections } from './rejectionPlans';

export type ChangedByRecord =
  /** `text` is absent for a file that goes. */
  | { readonly ok: true; readonly text: string | undefined }
  /** `id` is that of the record that somebody changed since; absent when it is the whole file. */
  | { readonly ok: false; readonly id: string | undefined };

/** Does `change` to a file that is `now`. A file that does not parse is never written. */
export function changeByRecord(change: FileChange, now: string | undefined): ChangedByRecord {
  const { path, before, after } = change;
  if (now === undefined) return after === undefined ? done(after) : refused();
  const has = contentOf(path, now);
  const base = contentOf(path, before);
  const goal = contentOf(path, after);
  const isReadable =
    (before === undefined || base !== undefined) && (after === undefined || goal !== undefined);
  if (has === undefined || !isReadable) return refused();
  const result =
    has.kind === 'annotations'
      ? changeAnnotations(change, now, has, asAnnotations(base), asAnnotations(goal))
      : changeRecord(path, now, has, base, goal);
  const isBroken =
    result.ok && result.text !== undefined && contentOf(path, result.text) === undefined;
  return isBroken ? refused() : result;
}

function changeAnnotations(
  { path, after }: FileChange,
  now: string,
  has: AnnotationFile,
  base: AnnotationFile | undefined,
  goal: AnnotationFile | undefined,
): ChangedByRecord {
  const [old, wanted, present] = [byId(base), byId(goal), byId(has)];
  const plans = new Map<string, Plan>();
  for (const id of new Set([...old.keys(), ...wanted.keys()])) {
    const plan = planFor(old.get(id), wanted.get(id), present.get(id));
    if (plan.kind === 'conflict') return refused(id);
    if (plan.kind !== 'nothing') plans.set(id, plan);
  }
  const planned = applyPlans(now, plans, present, after);
  const rejected = planRejections(base?.rejected, goal?.rejected, has.rejected);
  if (rejected.kind === 'conflict') return refused(rejected.id);
  const text = planned === undefined ? undefined : applyRejections(planned, rejected, after);
  if (text === undefined) return refused();
  if (base === undefined) return done(text);
  if (goal === undefined) return done(isLeftOver(path, text, base) ? undefined : text);
  return changeSource(text, has, base, goal);
}

/** What was made with the file goes with it, unless others have put something there. */
function isLeftOver(path: string, text: string, base: AnnotationFile): boolean {
  const left = contentOf(path, text);
  if (left?.kind !== 'annotations') return false;
  if (left.places.size > 0 || left.rejected.length > 0) return false;
  return isSame({ ...left.source, blob: undefined }, { ...base.source, blob: undefined });
}

/** Which text the offsets are of is a place, too: when it was written anew since, that stays. */
function changeSource(
  text: string,
  has: AnnotationFile,
  base: AnnotationFile,
  goal: AnnotationFile,
): ChangedByRecord {
  const [before, after, now] = [base, goal, has].map(({ source }) => sourceFields(source));
  if (before === undefined || after === undefined || now === undefined) return refused();
  const changes = new Map(changedFields(before, after));
  if (!isSame(now['blob'], before['blob'])) changes.delete('blob');
  const merged = mergeFields(changes, before, now);
  if (merged === undefined) return refused(base.source.path);
  if (merged.size === 0) return done(text);
  const changed = updateSource(text, has.source.path, merged);
  return changed === undefined ? refused() : done(changed);
}

/** Of an entity or event: files hold one, so that a file that came or went is that record. */
function changeRecord(
  path: string,
  now: string,
  has: FileContent,
  base: FileContent | undefined,
  goal: FileContent | undefined,
): ChangedByRecord {
  const id = recordId(path);
  const [fields, before, after] = [fieldsOf(has), fieldsOf(base), fieldsOf(goal)];
  if (fields === undefined || after === undefined) return refused(id);
  if (before === undefined) return isSame(fields, after) ? done(now) : refused(id);
  const merged = mergeFields(changedFields(before, after), before, fields);
  if (merged === undefined) return refused(id);
  const update = has.kind === 'entity' ? updateEntityFile : updateEventFile;
  const text = merged.size === 0 ? now : update(now, merged);
  return text === undefined ? refused(id) : done(text);
}

function fieldsOf(content: FileContent | undefined): ReturnType<typeof entityFields> | undefined {
  switch (content?.kind) {
    case 'entity':
      return entityFields(content.entity);
    case 'event':
      return eventFields(content.event);
    case 'annotations':
    case 'schema':
    case undefined:
      return undefined;
  }
}

function contentOf(path: string, text: string | undefined): FileContent | undefined {
  return text === undefined ? undefined : parseFile(path, text)?.content;
}

function asAnnotations(content: FileContent | undefined): AnnotationFile | undefined {
  return content?.kind === 'annotations' ? content : undefined;
}

function byId(
  file: AnnotationFile | undefined,
): ReadonlyMap<string, AnnotationFile['annotations'][number]> {
  return new Map(file?.annotations.map((annotation) => [annotation.id, annotation]));
}

function done(text: string | undefined): ChangedByRecord {
  return { ok: true, text };
}

function refused(id?: string): ChangedByRecord {
  return { ok: false, id };
}
