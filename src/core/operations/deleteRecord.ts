/** Deleting a record, with what becomes of everything that names it. */
import { changedAnnotation } from './changedFields';
import { removeAnnotations, updateAnnotations } from '../storage/editFile';
import type { Annotation } from '../model/annotation';
import type { FieldChanges } from '../storage/rewritten';
import type { AnnotationRecord } from '../store/store';
import { withBody, withoutAnnotations } from './annotations';
import {
  anyRecord,
  filePath,
  inWords,
  mentionsOf,
  nameOf,
  standingRecord,
  unknownRecord,
  withRedirects,
  type AnyRecord,
} from './anyRecord';
import { annotationTypes } from './checks';
import type { Draft, Surroundings } from './draft';
import { done, failed, type DeleteRecord, type Outcome } from './operation';
import { dropAll, retargetAll } from './references';
import { withoutEvidence } from './relations';
import { rewrite } from './rewrite';

export function deleteRecord(draft: Draft, _around: Surroundings, input: DeleteRecord): Outcome {
  const found = anyRecord(draft, input.id);
  if (found === undefined) return unknownRecord(input.id);
  const path = filePath(found);
  if (!draft.isWritable(path)) {
    return failed(
      'file-unreadable',
      `${path} does not parse, so it is not deleted. Mend it first.`,
    );
  }
  if (typeof input.mentions === 'object') return replace(draft, found, input.mentions.into);
  const ids = withRedirects(draft, input.id);
  const gone = new Set([...ids].flatMap((id) => anyRecord(draft, id) ?? []).map(filePath));
  const records = mentionsOf(draft, ids);
  const outcome =
    input.mentions === 'delete' ? removeAll(draft, records) : detachAll(draft, records, found);
  if (!outcome.ok) return outcome;
  for (const id of ids) {
    const dropped = dropAll(draft, id, gone);
    if (!dropped.ok) return dropped;
  }
  for (const each of gone) draft.remove(each);
  return done(input.id);
}

/** Redirects to the record lead to the other one then, as everything else does. */
function replace(draft: Draft, found: AnyRecord, into: string): Outcome {
  const { id } = found.record;
  const other = standingRecord(draft, into);
  if (other === undefined) return unknownRecord(into);
  if (other.record.id === id) {
    return failed(
      'value-invalid',
      `The mentions of “${id}” cannot go to the record that is deleted.`,
    );
  }
  if (other.kind !== found.kind) {
    const message = `The mentions of ${inWords(found)} cannot go to ${inWords(other)}.`;
    return failed('merge-invalid', message);
  }
  const path = filePath(found);
  const outcome = retargetAll(draft, { from: id, into: other.record.id }, path);
  if (!outcome.ok) return outcome;
  draft.remove(path);
  return done(id);
}

/** With the roles of their neighbours and the evidence of relations that name them. */
function removeAll(draft: Draft, records: readonly AnnotationRecord[]): Outcome {
  const files = new Map<string, Set<string>>();
  const sources = new Map<string, Set<string>>();
  for (const { path, source, annotation } of records) {
    files.set(path, (files.get(path) ?? new Set()).add(annotation.id));
    sources.set(source, (sources.get(source) ?? new Set()).add(annotation.id));
  }
  const ids = records.map(({ annotation }) => annotation.id);
  const unique = ids.filter((id) => draft.annotations(id).length === 1);
  const uncited = withoutEvidence(draft, new Set(unique));
  if (!uncited.ok) return uncited;
  for (const [source, gone] of sources) {
    const outcome = dropRoles(draft, source, gone);
    if (!outcome.ok) return outcome;
  }
  for (const [path, gone] of files) {
    const outcome = rewrite(draft, path, path, (text) => removeAnnotations(text, gone));
    if (!outcome.ok) return outcome;
  }
  return done('');
}

/** And decisions, of those annotations of the source that stay. */
function dropRoles(draft: Draft, source: string, gone: ReadonlySet<string>): Outcome {
  const files = new Map<string, Map<string, FieldChanges>>();
  for (const { path, annotation } of draft.annotationsOf(source)) {
    const after = withoutAnnotations(annotation, gone);
    if (after === annotation || gone.has(annotation.id)) continue;
    const changes = files.get(path) ?? new Map<string, FieldChanges>();
    const own = changedAnnotation(annotation, after);
    files.set(path, changes.set(annotation.id, own));
  }
  return changeAll(draft, files);
}

function detachAll(draft: Draft, records: readonly AnnotationRecord[], found: AnyRecord): Outcome {
  const files = new Map<string, Map<string, FieldChanges>>();
  for (const { path, annotation } of records) {
    const after = detached(draft, annotation, found);
    const changes = files.get(path) ?? new Map<string, FieldChanges>();
    files.set(path, changes.set(annotation.id, changedAnnotation(annotation, after)));
  }
  return changeAll(draft, files);
}

/** By file and annotation. */
function changeAll(
  draft: Draft,
  files: ReadonlyMap<string, ReadonlyMap<string, FieldChanges>>,
): Outcome {
  for (const [path, changes] of files) {
    const outcome = rewrite(draft, path, path, (text, known) =>
      updateAnnotations(text, changes, known),
    );
    if (!outcome.ok) return outcome;
  }
  return done('');
}

/** A note that names what it was; with roles, which a type has to allow, the type of the event too. */
function detached(draft: Draft, annotation: Annotation, found: AnyRecord): Annotation {
  const note = annotation.note ?? nameOf(found);
  const { type } = found.record;
  const isTyped =
    found.kind === 'event' &&
    annotation.type === undefined &&
    annotation.roles.length > 0 &&
    annotationTypes(draft.schema).has(type);
  return withBody(annotation, { entity: null, event: null, note, ...(isTyped ? { type } : {}) });
}
