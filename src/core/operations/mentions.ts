/** Mentions and evidence that are chosen one by one, and giving them to another record. */
import { updateAnnotations } from '../storage/editFile';
import type { AnnotationRecord } from '../store/store';
import type { AnyRecord } from './anyRecord';
import type { Draft } from './draft';
import { done, failed, type Failed, type MentionRef, type Outcome } from './operation';
import { rewrite } from './rewrite';

export type Chosen = { readonly ok: true; readonly records: readonly AnnotationRecord[] } | Failed;

/** Each of the annotations once; the first that is not there is the answer instead. */
export function chosenMentions(draft: Draft, refs: readonly MentionRef[]): Chosen {
  const sources = new Map<string, Map<string, AnnotationRecord[]>>();
  const chosen = new Map<string, AnnotationRecord>();
  for (const { source, id } of refs) {
    const known = sources.get(source) ?? byId(draft.annotationsOf(source));
    sources.set(source, known);
    const [record, ...others] = known.get(id) ?? [];
    if (record === undefined) {
      return failed('annotation-unknown', `“${source}” has no annotation “${id}”.`);
    }
    if (others.length > 0) {
      const message = `Several files have an annotation “${id}” of “${source}”.`;
      return failed('annotation-ambiguous', message);
    }
    chosen.set(`${record.path} ${id}`, record);
  }
  return { ok: true, records: [...chosen.values()] };
}

/** The id of the record that an annotation is about, when it is about one of this kind. */
export function recordNamed(
  { annotation }: AnnotationRecord,
  kind: AnyRecord['kind'],
): string | undefined {
  return kind === 'entity' ? annotation.entity : annotation.event;
}

/** Only the id changes: place, roles, note and all else of the annotations stay. */
export function giveTo(
  draft: Draft,
  records: readonly AnnotationRecord[],
  { kind, record }: AnyRecord,
): Outcome {
  const change = new Map([[kind, record.id]]);
  const files = new Map<string, Map<string, typeof change>>();
  for (const { path, annotation } of records) {
    files.set(
      path,
      (files.get(path) ?? new Map<string, typeof change>()).set(annotation.id, change),
    );
  }
  for (const [path, changes] of files) {
    const outcome = rewrite(draft, path, record.id, (text, known) =>
      updateAnnotations(text, changes, known),
    );
    if (!outcome.ok) return outcome;
  }
  return done(record.id);
}

function byId(records: readonly AnnotationRecord[]): Map<string, AnnotationRecord[]> {
  const map = new Map<string, AnnotationRecord[]>();
  for (const record of records) {
    const { id } = record.annotation;
    map.set(id, [...(map.get(id) ?? []), record]);
  }
  return map;
}
