/** How the annotations of a text are drawn in it: which style stands where. */
import { kindOf, type Annotation, type AnnotationKind } from '../model/annotation';
import { isOpenThread } from '../model/thread';
import { colorOf, eventColorOf } from '../schema/lookup';
import type { LocatedAnnotation } from '../store/locate';
import type { Store } from '../store/store';
import { splitsPair } from '../text/codePoints';
import type { SourceText } from '../text/sourceText';
import { compareSpans, type Span } from '../text/span';
import type { ColorName } from './node';

/** `uncertain`: the words changed, and this is the place that is proposed. */
export type MarkState = 'accepted' | 'proposed' | 'disputed' | 'uncertain';

export interface MarkStyle {
  readonly kind: AnnotationKind;
  readonly color: ColorName;
  readonly state: MarkState;
  /** Whether it lies in, or crosses the end of, an earlier mark of its kind. */
  readonly inner: boolean;
  /** Long passages are marked at their first and last character only. */
  readonly edge?: 'start' | 'end';
}

/** All places of one style, in document order. */
export interface Marks {
  readonly style: MarkStyle;
  readonly spans: readonly Span[];
}

interface Mark {
  readonly kind: AnnotationKind;
  readonly color: ColorName;
  readonly state: MarkState;
  readonly span: Span;
}

/** By style key. What was rejected, and what has no place at all, is not drawn. */
export function marksOf(
  store: Store,
  source: SourceText,
  located: readonly LocatedAnnotation[],
): ReadonlyMap<string, Marks> {
  const colors = new Map<string, ColorName>();
  const marks: Mark[] = [];
  for (const each of located) addMarks(marks, each, store, colors);
  marks.sort((a, b) => compareSpans(a.span, b.span));
  const groups = new Map<string, { style: MarkStyle; spans: Span[] }>();
  const add = (style: MarkStyle, span: Span): void => {
    const key = styleKey(style);
    const group = groups.get(key) ?? { style, spans: [] };
    groups.set(key, group);
    group.spans.push(span);
  };
  const openUntil = new Map<AnnotationKind, number>();
  for (const { kind, color, state, span } of marks) {
    const until = openUntil.get(kind) ?? 0;
    openUntil.set(kind, Math.max(until, span.end));
    const style = { kind, color, state, inner: span.start < until };
    if (style.kind !== 'statement') {
      add(style, span);
      continue;
    }
    const { start, end } = span;
    add({ ...style, edge: 'start' }, { start, end: afterCharacter(source.text, start) });
    add({ ...style, edge: 'end' }, { start: beforeCharacter(source.text, end), end });
  }
  return groups;
}

/** The last fragment of each passage with a discussion that waits for an answer, in document order. */
export function openThreadSpans(located: readonly LocatedAnnotation[]): readonly Span[] {
  const spans = located.flatMap(({ record: { annotation }, spans: own }) =>
    annotation.status !== 'rejected' && isOpenThread(annotation.thread) ? (own.at(-1) ?? []) : [],
  );
  return spans.toSorted(compareSpans);
}

function styleKey({ kind, color, state, inner, edge }: MarkStyle): string {
  const look = `${kind} ${color} ${state}${inner ? ' inner' : ''}`;
  return edge === undefined ? look : `${look} ${edge}`;
}

function afterCharacter(text: string, start: number): number {
  return splitsPair(text, start + 1) ? start + 2 : start + 1;
}

function beforeCharacter(text: string, end: number): number {
  return splitsPair(text, end - 1) ? end - 2 : end - 1;
}

/** `colors` holds those of the entity types met so far. */
function addMarks(
  marks: Mark[],
  { record: { annotation }, anchorings }: LocatedAnnotation,
  store: Store,
  colors: Map<string, ColorName>,
): void {
  if (annotation.status === 'rejected') return;
  const { status } = annotation;
  const kind = kindOf(annotation);
  const color = colorOfAnnotation(store, annotation, kind, colors);
  for (const anchoring of anchorings) {
    switch (anchoring.kind) {
      case 'exact':
      case 'moved':
        marks.push({ kind, color, state: status, span: anchoring.span });
        break;
      case 'similar':
        marks.push({ kind, color, state: 'uncertain', span: anchoring.span });
        break;
      case 'ambiguous':
      case 'orphaned':
        break;
    }
  }
}

function colorOfAnnotation(
  { indexes, schema }: Store,
  annotation: Annotation,
  kind: AnnotationKind,
  colors: Map<string, ColorName>,
): ColorName {
  switch (kind) {
    case 'mention': {
      const type = indexes.entity(annotation.entity ?? '')?.type ?? '';
      const color = colors.get(type) ?? colorOf(schema, type);
      colors.set(type, color);
      return color;
    }
    case 'evidence':
      return eventColorOf(schema, indexes.event(annotation.event ?? '')?.type ?? '') ?? 'event';
    case 'statement':
    case 'time':
    case 'note':
      return kind;
    case 'typed':
      return 'grey';
  }
}

/** The annotations drawn alike when one of them is selected: all of its record, or it alone. */
export function sameRecord(
  store: Store,
  located: readonly LocatedAnnotation[],
  selected: SelectedRecord,
): readonly LocatedAnnotation[] {
  const { indexes } = store;
  return located.filter(({ record }) => {
    const { entity, event, id } = record.annotation;
    switch (selected.kind) {
      case 'entity':
        return entity !== undefined && (indexes.entity(entity)?.id ?? entity) === selected.id;
      case 'event':
        return event !== undefined && (indexes.event(event)?.id ?? event) === selected.id;
      case 'annotation':
        return id === selected.id && record.source === selected.source;
    }
  });
}

export type SelectedRecord =
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'event'; readonly id: string }
  | { readonly kind: 'annotation'; readonly source: string; readonly id: string };

/** What is selected when the caret is on an annotation: its record if it names one. */
export function selectedBy(store: Store, { record }: LocatedAnnotation): SelectedRecord {
  const { entity, event, id } = record.annotation;
  if (entity !== undefined)
    return { kind: 'entity', id: store.indexes.entity(entity)?.id ?? entity };
  if (event !== undefined) return { kind: 'event', id: store.indexes.event(event)?.id ?? event };
  return { kind: 'annotation', source: record.source, id };
}
