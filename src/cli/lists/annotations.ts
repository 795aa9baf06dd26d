/** `list annotations`: in the order of their sources and places. */
import { kindOf, quoteOf, type Annotation, type AnnotationKind } from '../../core/model/annotation';
import { present } from '../../core/storage/decode';
import type { LocatedAnnotation } from '../../core/store/locate';
import type { AnnotationRecord } from '../../core/store/store';
import type { Anchoring } from '../../core/text/anchor';
import { leastCertain } from '../../core/text/certainty';
import { placeNow } from '../place';
import { alignedRows } from '../terminal';
import type { Workspace } from '../workspace';
import { annotationsFor, isOfType, type Filter } from './filter';

/** Absent keys are absent in the JSON too. */
interface AnnotationRow {
  readonly source: string;
  readonly id: string;
  readonly kind: AnnotationKind;
  /** Where it is NOW: code points over the normalised text; absent when that is not certain. */
  readonly start?: number;
  readonly end?: number;
  /** How certain the place is; absent when the source is not there. */
  readonly anchor?: Anchoring['kind'];
  /** The quote of the file; fragments joined by ` … `. */
  readonly exact: string;
  /** Its own, or that of its entity or event. */
  readonly type?: string;
  /** As the file says; merges are not followed. */
  readonly entity?: string;
  readonly event?: string;
  readonly roles?: Annotation['roles'];
  readonly value?: string;
  readonly note?: string;
  readonly certainty?: string;
  readonly polarity?: string;
  readonly credibility?: number;
  readonly attributes?: Annotation['attributes'];
  readonly by?: string;
  readonly status: Annotation['status'];
  readonly decision?: string;
  readonly thread?: Annotation['thread'];
}

export function annotationRows(workspace: Workspace, filter: Filter): readonly AnnotationRow[] {
  return located(workspace, filter).map(({ record, place }) => {
    const { id, entity, event, roles, attributes, status, ...annotation } = record.annotation;
    const { value, note, certainty, polarity, credibility, by, decision, thread } = annotation;
    const type = typeOf(workspace, record.annotation);
    const text = workspace.sourceText(record.source);
    const row: Partial<AnnotationRow> = {
      ...(place === undefined || text === undefined
        ? {}
        : { ...placeNow(text, place), anchor: leastCertain(place.anchorings) }),
    };
    const named = { type, entity, event, roles: roles.length === 0 ? undefined : roles };
    const said = { value, note, certainty, polarity, credibility };
    const more = { attributes: Object.keys(attributes).length === 0 ? undefined : attributes, by };
    return {
      source: record.source,
      id,
      kind: kindOf(record.annotation),
      ...row,
      exact: quoteOf(record.annotation),
      ...present({ ...named, ...said, ...more }),
      status,
      ...present({ decision, thread }),
    };
  });
}

export function annotationText(workspace: Workspace, filter: Filter): string {
  return alignedRows(
    located(workspace, filter).map(({ record, place }) => {
      const { annotation } = record;
      const span = place?.spans[0];
      const at = span && workspace.sourceText(record.source)?.lines.positionAt(span.start);
      const where = at === undefined ? '?' : `${at.line + 1}:${at.character + 1}`;
      const about =
        annotation.entity ?? annotation.event ?? annotation.value ?? annotation.type ?? '';
      const quote = `“${quoteOf(annotation).replace(/\s+/g, ' ')}”`;
      const { id } = annotation;
      return [`${record.source}:${where}`, id, kindOf(annotation), about, quote];
    }),
  );
}

interface Row {
  readonly record: AnnotationRecord;
  readonly place: LocatedAnnotation | undefined;
}

function located(workspace: Workspace, filter: Filter): readonly Row[] {
  const wanted = new Set(
    annotationsFor(workspace, filter).filter(({ annotation }) =>
      isOfType(workspace.store.schema, typeOf(workspace, annotation), filter.type),
    ),
  );
  const bySource = new Map<string, AnnotationRecord[]>();
  for (const record of wanted) {
    const group = bySource.get(record.source) ?? [];
    bySource.set(record.source, group);
    group.push(record);
  }
  return [...bySource].flatMap(([source, records]): readonly Row[] => {
    if (workspace.sourceText(source) === undefined) {
      return records.map((record) => ({ record, place: undefined }));
    }
    // Found together with their neighbours, whichever of them are listed.
    const places = workspace.located(source).filter(({ record }) => wanted.has(record));
    return places.map((place) => ({ record: place.record, place }));
  });
}

function typeOf(
  { store: { indexes } }: Workspace,
  { type, entity, event }: Annotation,
): string | undefined {
  if (type !== undefined) return type;
  if (entity !== undefined) return indexes.entity(entity)?.type;
  return event === undefined ? undefined : indexes.event(event)?.type;
}
