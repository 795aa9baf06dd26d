/** Making, changing and deleting annotations. */
import { isAnnotationId, type Annotation, type Target } from '../model/annotation';
import { present } from '../storage/decode';
import {
  insertAnnotation,
  newAnnotationFile,
  removeAnnotation,
  updateAnnotation,
} from '../storage/editFile';
import { isSafePath } from '../storage/paths';
import type { AnnotationRecord } from '../store/store';
import { changedAnnotation } from './changedFields';
import { checkAnnotation, checkAnnotationFile } from './checks';
import type { Draft, Surroundings } from './draft';
import {
  done,
  failed,
  unreadable,
  type Annotate,
  type BodyFields,
  type Delete,
  type Outcome,
  type Passage,
  type Update,
} from './operation';
import { targetOf, targetsOf } from './passage';
import { withoutEvidence } from './relations';
import { rewrite } from './rewrite';

export function annotate(draft: Draft, around: Surroundings, input: Annotate): Outcome {
  const source = isSafePath(input.source) ? around.sourceText(input.source) : undefined;
  if (source === undefined)
    return failed('source-unknown', `There is no source “${input.source}”.`);
  const place = targetOf(source, input);
  if (!place.ok) return place;
  const id = input.id ?? unusedId(draft, around);
  if (!isAnnotationId(id)) {
    return failed('id-invalid', `“${id}” is no annotation id: a- and 6 or more of 0-9a-z.`);
  }
  if (input.id !== undefined && draft.annotations(id).length > 0) {
    return failed('id-taken', `There is an annotation “${id}” already.`);
  }
  const annotation = withBody(
    { id, targets: [place.target], roles: [], attributes: {}, status: 'accepted' },
    input,
  );
  const wrong = checkAnnotation(draft, input.source, annotation);
  if (wrong !== undefined) return { ok: false, error: wrong };
  const twin = draft
    .annotationsFrom(input.source, place.target.start)
    .find((each) => isTwin(each, annotation));
  if (twin !== undefined) {
    const words = `“${place.target.exact}” is annotated so already (${twin.id}).`;
    return failed('already-annotated', words);
  }
  const path = draft.annotationFile(input.source);
  const foreign = checkAnnotationFile(draft, path, input.source);
  if (foreign !== undefined) return { ok: false, error: foreign };
  if (!draft.has(path)) {
    const made = { path: input.source, blob: source.blob };
    return draft.write(path, newAnnotationFile(made, [annotation])) ? done(id) : unreadable(path);
  }
  return rewrite(
    draft,
    path,
    id,
    (text, known) => insertAnnotation(text, annotation, known),
    annotation,
  );
}

export function update(draft: Draft, around: Surroundings, input: Update): Outcome {
  const found = findAnnotation(draft, input);
  if (!found.ok) return found;
  const { annotation: before, source, path } = found.record;
  let after = withBody(before, input);
  const passages = passagesOf(input);
  if (passages !== undefined) {
    const text = around.sourceText(source);
    if (text === undefined) return failed('source-unknown', `There is no source “${source}”.`);
    const places = targetsOf(text, passages);
    if (!places.ok) return places;
    const [first, ...more] = places.targets;
    const kept = (target: Target): Target => standing(before, target) ?? target;
    after = { ...after, targets: [kept(first), ...more.map(kept)] };
  }
  const wrong = checkAnnotation(draft, source, after);
  if (wrong !== undefined) return { ok: false, error: wrong };
  const changes = changedAnnotation(before, after);
  return rewrite(
    draft,
    path,
    before.id,
    (text, known) => updateAnnotation(text, before.id, changes, known),
    before.id,
  );
}

/**
 * Deletes an annotation, with the roles of its neighbours and the evidence of relations that name it.
 * Where it was decided that it stands in the place of another one, nothing does then.
 */
export function remove(draft: Draft, _around: Surroundings, input: Delete): Outcome {
  const found = findAnnotation(draft, input);
  if (!found.ok) return found;
  const { annotation, source, path } = found.record;
  for (const record of draft.annotationsOf(source)) {
    const { id } = record.annotation;
    const after = withoutAnnotations(record.annotation, new Set([annotation.id]));
    if (after === record.annotation || id === annotation.id) continue;
    const changes = changedAnnotation(record.annotation, after);
    const outcome = rewrite(
      draft,
      record.path,
      id,
      (text, known) => updateAnnotation(text, id, changes, known),
      id,
    );
    if (!outcome.ok) return outcome;
  }
  if (draft.annotations(annotation.id).length === 1) {
    const outcome = withoutEvidence(draft, new Set([annotation.id]));
    if (!outcome.ok) return outcome;
  }
  return rewrite(
    draft,
    path,
    annotation.id,
    (text, known) => removeAnnotation(text, annotation.id, known),
    annotation.id,
  );
}

/** The annotation without what it says of others that go; the same where it says nothing of them. */
export function withoutAnnotations(annotation: Annotation, gone: ReadonlySet<string>): Annotation {
  const { roles, decision } = annotation;
  const kept = roles.filter(({ target }) => !gone.has(target));
  const isLost = decision !== undefined && gone.has(decision);
  if (kept.length === roles.length && !isLost) return annotation;
  return { ...annotation, roles: kept, ...(isLost ? { decision: 'none' } : {}) };
}

type Found =
  { readonly ok: true; readonly record: AnnotationRecord } | Extract<Outcome, { ok: false }>;

function findAnnotation(draft: Draft, input: { id: string; source?: string }): Found {
  const [record, ...others] = draft.annotations(input.id, input.source);
  if (record === undefined) {
    return fail('annotation-unknown', `There is no annotation “${input.id}”.`);
  }
  if (others.length > 0) {
    const message = `Several sources have an annotation “${input.id}”; say which with "source".`;
    return fail('annotation-ambiguous', message);
  }
  return { ok: true, record };
}

function fail(code: 'annotation-unknown' | 'annotation-ambiguous', message: string): Found {
  return { ok: false, error: { code, message } };
}

function passagesOf(input: Update): readonly Passage[] | undefined {
  if (input.targets !== undefined) return input.targets;
  if (input.exact !== undefined) {
    return [{ exact: input.exact, ...present({ occurrence: input.occurrence }) }];
  }
  if (input.start === undefined || input.end === undefined) return undefined;
  return [{ start: input.start, end: input.end }];
}

/** The target that the annotation has there already: its context stays as it is written. */
function standing({ targets }: Annotation, { exact, start, end }: Target): Target | undefined {
  return targets.find((each) => each.exact === exact && each.start === start && each.end === end);
}

/** The annotation with the fields of `body` set; `null` removes one. */
export function withBody(annotation: Annotation, body: BodyFields): Annotation {
  const { roles, attributes, status, id, targets } = annotation;
  const field = <T>(given: T | null | undefined, old: T | undefined): T | undefined =>
    given === undefined ? old : (given ?? undefined);
  return {
    id,
    targets,
    roles: field(body.roles, roles) ?? [],
    attributes: field(body.attributes, attributes) ?? {},
    status: field(body.status, status) ?? 'accepted',
    ...present({
      entity: field(body.entity, annotation.entity),
      event: field(body.event, annotation.event),
      type: field(body.type, annotation.type),
      value: field(body.value, annotation.value),
      note: field(body.note, annotation.note),
      certainty: field(body.certainty, annotation.certainty),
      polarity: field(body.polarity, annotation.polarity),
      credibility: field(body.credibility, annotation.credibility),
      by: field(body.by, annotation.by),
      decision: field(body.decision, annotation.decision),
      thread: annotation.thread,
    }),
  };
}

/** Whether `record` says the same of the same words; notes may stand beside one another. */
function isTwin(other: Annotation, annotation: Annotation): boolean {
  const [a] = other.targets;
  const [b] = annotation.targets;
  return (
    a.start === b.start &&
    a.end === b.end &&
    other.targets.length === annotation.targets.length &&
    other.entity === annotation.entity &&
    other.event === annotation.event &&
    other.type === annotation.type &&
    other.note === annotation.note &&
    other.by === annotation.by
  );
}

function unusedId(draft: Draft, around: Surroundings): string {
  for (;;) {
    const id = around.newAnnotationId();
    if (draft.annotations(id).length === 0) return id;
  }
}
