/** Writing anew where annotations are in the text of their source. */
import type { Target } from '../model/annotation';
import type { SourceMetadata } from '../model/records';
import type { FieldValue } from '../storage/emit';
import { updateSource } from '../storage/editFile';
import { isSafePath } from '../storage/paths';
import { retargetAnnotations } from '../storage/retarget';
import type { AnnotationRecord } from '../store/store';
import { shiftedBody, type Shift } from '../text/bodyParts';
import type { SourceText } from '../text/sourceText';
import { areSameTargets, standsIn } from '../text/standing';
import type { Draft, Surroundings } from './draft';
import {
  done,
  failed,
  type NewPlace,
  type OperationError,
  type Outcome,
  type Reanchor,
} from './operation';
import { targetOf } from './passage';
import { rewrite } from './rewrite';

export function reanchor(draft: Draft, around: Surroundings, input: Reanchor): Outcome {
  const path = input.source;
  const source = isSafePath(path) ? around.sourceText(path) : undefined;
  if (source === undefined) return failed('source-unknown', `There is no source “${path}”.`);
  const records = draft.annotationsOf(path);
  const planned = newTargets(source, records, input.places);
  if (!planned.ok) return planned;

  for (const file of filesOf(draft, path, records)) {
    const own = records.filter((record) => record.path === file);
    const changed = new Map<string, readonly Target[]>();
    const shifts: Shift[] = [];
    let isPlaced = true;
    for (const { annotation } of own) {
      const targets = planned.targets.get(annotation.id);
      if (targets !== undefined && !areSameTargets(annotation.targets, targets))
        changed.set(annotation.id, targets);
      for (const [index, { start }] of annotation.targets.entries()) {
        shifts.push({ was: start, now: targets?.[index]?.start ?? start });
      }
      isPlaced &&= (targets ?? annotation.targets).every((target) => standsIn(source, target));
    }
    const metadata = metadataOf(draft, file);
    const isStale = (isPlaced || input.blob === true) && metadata?.blob !== source.blob;
    if (changed.size === 0 && !isStale) continue;
    const outcome = rewrite(draft, file, path, (text) => {
      const placed = changed.size === 0 ? text : retargetAnnotations(text, changed);
      if (placed === undefined || !isStale) return placed;
      const { body } = metadata ?? {};
      const fields = new Map<string, FieldValue>([['blob', source.blob]]);
      if (body !== undefined)
        fields.set(
          'body',
          shiftedBody(body, shifts).map(([...range]) => range),
        );
      return updateSource(placed, path, fields);
    });
    if (!outcome.ok) return outcome;
  }
  return done(path);
}

type Planned =
  | { readonly ok: true; readonly targets: ReadonlyMap<string, readonly Target[]> }
  | { readonly ok: false; readonly error: OperationError };

/** The targets of the places; the first place that cannot be is the answer instead. */
function newTargets(
  source: SourceText,
  records: readonly AnnotationRecord[],
  places: readonly NewPlace[],
): Planned {
  const known = new Map<string, AnnotationRecord>();
  const repeated = new Set<string>();
  for (const record of records) {
    const { id } = record.annotation;
    if (known.has(id)) repeated.add(id);
    known.set(id, record);
  }
  const targets = new Map<string, readonly Target[]>();
  for (const { id, targets: spans } of places) {
    const record = known.get(id);
    if (record === undefined) {
      return fail('annotation-unknown', `This source has no annotation “${id}”.`);
    }
    if (repeated.has(id)) {
      return fail(
        'annotation-ambiguous',
        `Several files have an annotation “${id}” of this source.`,
      );
    }
    if (targets.has(id)) return fail('value-invalid', `“${id}” is given two places.`);
    const { length } = record.annotation.targets;
    if (spans.length !== length) {
      const message = `“${id}” needs a place for each of its targets (${length}), not ${spans.length}.`;
      return fail('value-invalid', message);
    }
    const described: Target[] = [];
    for (const span of spans) {
      const place = targetOf(source, span);
      if (!place.ok) return place;
      described.push(place.target);
    }
    targets.set(id, described);
  }
  return { ok: true, targets };
}

/** The files that say anything of a source, without those that are about another one. */
function filesOf(
  draft: Draft,
  source: string,
  records: readonly AnnotationRecord[],
): ReadonlySet<string> {
  const files = new Set(records.map((record) => record.path));
  const own = draft.annotationFile(source);
  const content = draft.content(own);
  if (content?.kind === 'annotations' && content.source.path === source) files.add(own);
  return files;
}

function metadataOf(draft: Draft, file: string): SourceMetadata | undefined {
  const content = draft.content(file);
  return content?.kind === 'annotations' ? content.source : undefined;
}

function fail(code: OperationError['code'], message: string): Planned {
  return { ok: false, error: { code, message } };
}
