/** Decisions on the annotations of a layer that are written in other files than its own. */
import type { Annotation } from '../model/annotation';
import type { Indexes } from '../store/indexes';
import type { Layer } from './layers';

/**
 * The layer with the decisions that `indexes` have on its annotations, by source and id: for two
 * revisions that are compared while what was decided is written to the files of a third.
 */
export function withDecisionsOf(layer: Layer, indexes: Indexes): Layer {
  const annotations = [...layer.annotations].map(([source, own]) => {
    const decisions = new Map(
      indexes
        .annotationsOf(source)
        .flatMap(({ annotation: { id, decision } }) =>
          decision === undefined ? [] : [[id, decision]],
        ),
    );
    if (decisions.size === 0) return [source, own] as const;
    return [source, own.map((each) => decided(each, decisions.get(each.id)))] as const;
  });
  return { ...layer, annotations: new Map(annotations) };
}

function decided(annotation: Annotation, decision: string | undefined): Annotation {
  if (decision === undefined || annotation.decision !== undefined) return annotation;
  return {
    ...annotation,
    decision,
    status: decision === annotation.id ? annotation.status : 'rejected',
  };
}
