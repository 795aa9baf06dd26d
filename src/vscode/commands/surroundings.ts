/** What stands around the passages of a command: mentions, dates, and how often types are used. */
import { namesNear, type Mention } from '../../core/matching/nearby';
import type { Span } from '../../core/text/span';
import type { Services } from '../services';
import type { Target } from './target';

/** The annotated mentions of the source, and known names in the paragraph that are not annotated yet. */
export function mentionsAround(services: Services, target: Target): readonly Mention[] {
  const { indexes } = services.store;
  const annotated = services.passages.of(target.editor.document).flatMap(({ record, spans }) => {
    const entity = indexes.entity(record.annotation.entity ?? '')?.id;
    return entity === undefined ? [] : spans.map((span) => ({ entity, span }));
  });
  const [passage] = target.spans;
  return [...annotated, ...namesNear(target.text.text, passage, services.suggestions.names())];
}

/** The annotated time expressions that have a value. */
export function timesOf(
  services: Services,
  target: Target,
): readonly { readonly span: Span; readonly value: string }[] {
  return services.passages.of(target.editor.document).flatMap(({ record, spans }) => {
    const { type, value } = record.annotation;
    return type !== 'time' || value === undefined ? [] : spans.map((span) => ({ span, value }));
  });
}

/** EDTF, when the source says when it was published. */
export function publishedOf({ store }: Services, source: string): string | undefined {
  return store.indexes.source(source)?.published;
}

/** How many records there are of each type. */
export function usesOf(records: Iterable<{ readonly type: string }>): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { type } of records) uses.set(type, (uses.get(type) ?? 0) + 1);
  return uses;
}
