/** Remembering suggestions that were turned down, and forgetting that. */
import type { Rejection, RejectedReading } from '../model/rejection';
import { present } from '../storage/decode';
import { newAnnotationFile } from '../storage/editFile';
import { insertRejection, removeRejections } from '../storage/editRejections';
import { isSafePath } from '../storage/paths';
import { checkAnnotationFile } from './checks';
import type { Draft, Surroundings } from './draft';
import { done, failed, unreadable, type Outcome, type Reject, type Unreject } from './operation';
import { targetOf } from './passage';
import { rewrite } from './rewrite';

const REJECTION_ID = /^r-[0-9a-z]{6,}$/;

export function reject(draft: Draft, around: Surroundings, input: Reject): Outcome {
  const source = isSafePath(input.source) ? around.sourceText(input.source) : undefined;
  if (source === undefined)
    return failed('source-unknown', `There is no source “${input.source}”.`);
  const place = targetOf(source, input);
  if (!place.ok) return place;
  const { entity, type, note, by } = input;
  if (entity !== undefined && type !== undefined) {
    return failed('value-invalid', 'An entity is rejected or a time, not both.');
  }
  if (entity !== undefined && draft.entity(entity) === undefined) {
    return failed('entity-unknown', `There is no entity “${entity}”.`);
  }
  const known = draft.rejectionsOf(input.source);
  const id = input.id ?? unusedId(known, around);
  if (!REJECTION_ID.test(id)) {
    const message = `“${id}” is no id of a rejected suggestion: r- and 6 or more of 0-9a-z.`;
    return failed('id-invalid', message);
  }
  if (known.some((each) => each.id === id)) {
    return failed('id-taken', `This source has a rejected suggestion “${id}” already.`);
  }
  const reading = readingOf(entity, type);
  const rejection = { id, target: place.target, reading, ...present({ note, by }) };
  const twin = known.find((each) => isSameRejection(each, rejection));
  if (twin !== undefined) {
    const message = `“${place.target.exact}” is rejected so already (${twin.id}).`;
    return failed('already-rejected', message);
  }
  const path = draft.annotationFile(input.source);
  const foreign = checkAnnotationFile(draft, path, input.source);
  if (foreign !== undefined) return { ok: false, error: foreign };
  if (!draft.has(path)) {
    const made = { path: input.source, blob: source.blob };
    return draft.write(path, newAnnotationFile(made, [], [rejection]))
      ? done(id)
      : unreadable(path);
  }
  return rewrite(draft, path, id, (text, sections) => insertRejection(text, rejection, sections));
}

export function unreject(draft: Draft, _around: Surroundings, { source, id }: Unreject): Outcome {
  const path = draft
    .annotationFiles(source)
    .find((each) => rejectedIn(draft, each).some((rejection) => rejection.id === id));
  if (path === undefined) {
    return failed('rejection-unknown', `“${source}” has no rejected suggestion “${id}”.`);
  }
  return rewrite(draft, path, id, (text, sections) =>
    removeRejections(text, new Set([id]), sections),
  );
}

/** Whether both say that the same passage is not to be read so. */
export function isSameRejection(a: Rejection, b: Rejection): boolean {
  const one = a.target;
  const other = b.target;
  return (
    one.start === other.start &&
    one.end === other.end &&
    one.exact === other.exact &&
    isSameReading(a.reading, b.reading)
  );
}

function isSameReading(a: RejectedReading, b: RejectedReading): boolean {
  if (a.kind !== 'entity' || b.kind !== 'entity') return a.kind === b.kind;
  return a.entity === b.entity;
}

function readingOf(entity: string | undefined, type: 'time' | undefined): RejectedReading {
  if (entity !== undefined) return { kind: 'entity', entity };
  return { kind: type ?? 'name' };
}

function rejectedIn(draft: Draft, path: string): readonly Rejection[] {
  const content = draft.content(path);
  return content?.kind === 'annotations' ? content.rejected : [];
}

/** Made as those of annotations are, with another first letter. */
function unusedId(known: readonly Rejection[], around: Surroundings): string {
  for (;;) {
    const id = `r-${around.newAnnotationId().slice('a-'.length)}`;
    if (known.every((each) => each.id !== id)) return id;
  }
}
