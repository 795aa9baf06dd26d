/** Layers: what each annotator annotated on their own, so that annotators can be compared. */
import type { Annotation, Target } from '../model/annotation';
import type { Entity, EventRecord } from '../model/records';
import type { Indexes } from '../store/indexes';
import type { LocatedAnnotation } from '../store/locate';
import type { SourceText } from '../text/sourceText';
import { allSteps } from '../text/steps';

/** The name of the layer of annotations that name no annotator. */
export const UNNAMED = '(no name)';

/** The records that annotations of a layer name; of merged ones the redirects, too. */
export interface LayerRecords {
  readonly entity: (id: string) => Entity | undefined;
  readonly event: (id: string) => EventRecord | undefined;
}

export interface Layer {
  /** The annotator, or the revision. */
  readonly name: string;
  /**
   * By path of the source, sorted; in document order. The targets say where the annotations are in the
   * text as it is now, in code points, so that layers can be compared whatever their files say. A source
   * that was read and in which nothing was found is there, without annotations.
   */
  readonly annotations: ReadonlyMap<string, readonly Annotation[]>;
  /** How many annotations have no certain place in the text: they are compared with nothing. */
  readonly unplaced: number;
  readonly records: LayerRecords;
}

/** What is known of the texts. A source without a text is taken to stand as its file says. */
export interface LayerTexts {
  readonly sourceText: (path: string) => SourceText | undefined;
  /** The annotations of a source with their places; asked only for sources that have a text. */
  readonly located: (path: string) => readonly LocatedAnnotation[];
}

/**
 * One layer for each annotator that `by` names, sorted by name, and at the end one of the annotations
 * that name nobody, if there are any.
 */
export function layersBy(indexes: Indexes, texts: LayerTexts): readonly Layer[] {
  return allSteps(layersByStepwise(indexes, texts));
}

/** The same source by source, for hosts that must not be held up. */
export function* layersByStepwise(
  indexes: Indexes,
  texts: LayerTexts,
): Generator<undefined, readonly Layer[]> {
  const drafts = new Map<string, Draft>();
  for (const source of indexes.sourcePaths()) {
    collect(source, indexes, texts, drafts);
    yield;
  }
  const names = [...drafts.keys()].sort(byNameUnnamedLast);
  return names.flatMap((name) => {
    const draft = drafts.get(name);
    return draft === undefined ? [] : [{ name, ...draft, records: recordsOf(indexes) }];
  });
}

/**
 * All annotations as one layer, whoever made them: of a revision of its own. Sources that it says are
 * done were read, with or without annotations.
 */
export function layerOf(name: string, indexes: Indexes, texts: LayerTexts): Layer {
  return allSteps(layerOfStepwise(name, indexes, texts));
}

/** The same source by source. */
export function* layerOfStepwise(
  name: string,
  indexes: Indexes,
  texts: LayerTexts,
): Generator<undefined, Layer> {
  const drafts = new Map<string, Draft>();
  for (const source of indexes.sourcePaths()) {
    collect(source, indexes, texts, drafts, name);
    yield;
  }
  const draft = drafts.get(name) ?? newDraft();
  for (const source of indexes.sourcePaths()) {
    const isDone = indexes.source(source)?.state === 'done';
    if (isDone && !draft.annotations.has(source)) draft.annotations.set(source, []);
  }
  return { name, ...draft, records: recordsOf(indexes) };
}

/** The layer with its sources as they are called elsewhere, by what they are called in it. */
export function calledNow(layer: Layer, renamed: ReadonlyMap<string, string>): Layer {
  const annotations = [...layer.annotations]
    .map(([source, own]) => [renamed.get(source) ?? source, own] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return { ...layer, annotations: new Map(annotations) };
}

/** Of somebody who annotated nothing. */
export function emptyLayer(name: string, indexes: Indexes): Layer {
  return { name, ...newDraft(), records: recordsOf(indexes) };
}

/** What an annotator rejected was not annotated; what was rejected when annotators were compared was. */
function countsAsAnnotated({ status, decision }: Annotation): boolean {
  return status !== 'rejected' || decision !== undefined;
}

interface Draft {
  readonly annotations: Map<string, Annotation[]>;
  unplaced: number;
}

function newDraft(): Draft {
  return { annotations: new Map(), unplaced: 0 };
}

function collect(
  source: string,
  indexes: Indexes,
  texts: LayerTexts,
  drafts: Map<string, Draft>,
  name?: string,
): void {
  const text = texts.sourceText(source);
  const placed =
    text === undefined
      ? indexes.annotationsOf(source).map(({ annotation }) => ({ annotation, now: annotation }))
      : texts.located(source).map((located) => ({
          annotation: located.record.annotation,
          now: placedNow(text, located),
        }));
  for (const { annotation, now } of placed) {
    if (!countsAsAnnotated(annotation)) continue;
    const layer = name ?? annotation.by ?? UNNAMED;
    const draft = drafts.get(layer) ?? newDraft();
    drafts.set(layer, draft);
    if (now === undefined) {
      draft.unplaced++;
      continue;
    }
    const own = draft.annotations.get(source) ?? [];
    draft.annotations.set(source, own);
    own.push(now);
  }
}

/** The annotation with its targets where they are in the text; absent while one of them is uncertain. */
function placedNow(text: SourceText, { record, spans }: LocatedAnnotation): Annotation | undefined {
  const { annotation } = record;
  const { targets } = annotation;
  if (spans.length !== targets.length) return undefined;
  const { codePoints } = text;
  const placed = targets.map((target, index): Target => {
    const span = spans[index];
    if (span === undefined) return target;
    const start = codePoints.fromUtf16(span.start);
    const end = codePoints.fromUtf16(span.end);
    if (start === target.start && end === target.end) return target;
    return { ...target, exact: text.text.slice(span.start, span.end), start, end };
  });
  const [first, ...more] = placed;
  const isSame = placed.every((target, index) => target === targets[index]);
  if (first === undefined || isSame) return annotation;
  return { ...annotation, targets: [first, ...more] };
}

function recordsOf(indexes: Indexes): LayerRecords {
  return {
    entity: (id) => indexes.entities.get(id)?.entity,
    event: (id) => indexes.events.get(id)?.event,
  };
}

function byNameUnnamedLast(a: string, b: string): number {
  if (a === UNNAMED || b === UNNAMED) return Number(a === UNNAMED) - Number(b === UNNAMED);
  return a < b ? -1 : 1;
}
