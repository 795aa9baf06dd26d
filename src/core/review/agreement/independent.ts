/** What annotators did on their own: what revisions have in common from before is no agreement. */
import type { Annotation } from '../../model/annotation';
import type { Layer } from '../layers';
import { resolverOf, typeOf } from '../pairing/records';
import { spansKey, unitOf } from '../pairing/unit';

/**
 * The layers without annotations that are in several of them under one id and say the same there: those
 * were not made twice, but inherited or merged. One that is decided in some layers only was taken over
 * into these when it was decided, so it counts in the others. Where nothing is left of what a layer has
 * in a source, that annotator has not worked on it. Ids are random: layers of one project have none in
 * common. In steps of a source.
 */
export function* independentStepwise(
  layers: readonly Layer[],
): Generator<undefined, readonly Layer[]> {
  const resolve = resolverOf(layers.map(({ records }) => records));
  const contentOf = (annotation: Annotation, layer: Layer): string => {
    const { id, entity, event, value } = annotation;
    const record = entity ?? event;
    const named = record === undefined ? null : resolve(record);
    const spans = spansKey(unitOf(annotation));
    return JSON.stringify([id, spans, typeOf(annotation, layer.records), named, value]);
  };
  const seen = new Map<string, { times: number; undecided: number }>();
  const countsOf = (source: string, content: string): { times: number; undecided: number } => {
    const key = `${source} ${content}`;
    const counts = seen.get(key) ?? { times: 0, undecided: 0 };
    seen.set(key, counts);
    return counts;
  };
  for (const layer of layers) {
    for (const [source, annotations] of layer.annotations) {
      for (const annotation of annotations) {
        const counts = countsOf(source, contentOf(annotation, layer));
        counts.times++;
        if (annotation.decision === undefined) counts.undecided++;
      }
      yield;
    }
  }
  const isOwn = (source: string, annotation: Annotation, layer: Layer): boolean => {
    const { times, undecided } = countsOf(source, contentOf(annotation, layer));
    if (times === 1) return true;
    return undecided === 1 && annotation.decision === undefined;
  };
  const result: Layer[] = [];
  for (const layer of layers) {
    const left = new Map<string, readonly Annotation[]>();
    for (const [source, annotations] of layer.annotations) {
      const own = annotations.filter((annotation) => isOwn(source, annotation, layer));
      if (own.length > 0 || annotations.length === 0) left.set(source, own);
      yield;
    }
    result.push({ ...layer, annotations: left });
  }
  return result;
}
