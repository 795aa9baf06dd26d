/** What one act of the analyst comes to: the operations that together make one step of undo. */
import { slugOf } from '../matching/slug';
import { newAlias } from '../matching/newAlias';
import { entityPath, eventPath } from '../storage/paths';
import type { Store } from '../store/store';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import type { BodyFields, CreateEntity, Operation } from './operation';

/** Spans of one source, in UTF-16. */
export interface Passages {
  readonly source: string;
  readonly text: SourceText;
  readonly spans: readonly Span[];
}

/** The same body for every passage. */
export function annotateAll(passages: Passages, body: BodyFields): readonly Operation[] {
  const { source, text, spans } = passages;
  return spans.map((span) => ({ op: 'annotate', source, ...codePointsOf(text, span), ...body }));
}

/** UTF-16 → code points, in which operations count. */
export function codePointsOf(text: SourceText, { start, end }: Span): Span {
  return { start: text.codePoints.fromUtf16(start), end: text.codePoints.fromUtf16(end) };
}

/**
 * The id that a record of this name would get: operations that follow in the same step name it. `taken`
 * are ids that other records of the step will have.
 */
export function idForName(store: Store, name: string, taken: Iterable<string> = []): string {
  const others = new Set(taken);
  const exists = (path: string): boolean => store.file(path) !== undefined;
  return slugOf(name, (id) => others.has(id) || exists(entityPath(id)) || exists(eventPath(id)));
}

/** A new entity; the words by which the passage calls it are an alias when they are not its name. */
export function newEntity(
  store: Store,
  type: string,
  name: string,
  words: string | undefined,
  taken: Iterable<string> = [],
): CreateEntity & { readonly id: string } {
  const alias = words === undefined ? undefined : newAlias({ name, aliases: [] }, words);
  return {
    op: 'createEntity',
    id: idForName(store, name, taken),
    type,
    name,
    ...(alias === undefined ? {} : { aliases: [alias] }),
  };
}
