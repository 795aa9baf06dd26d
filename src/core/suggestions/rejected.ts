/** What was turned down, at its places in the text as it is now. */
import type { Rejection } from '../model/rejection';
import { anchorAll } from '../text/anchorAll';
import { certainSpan } from '../text/certainty';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import { Spans } from './spans';

/** The rejections of a source by what they turn down. */
export class Rejected {
  /** Of any reading as a name, for which nothing unknown is proposed. */
  readonly #names: Spans;
  readonly #nothing: Spans;
  readonly #times: Spans;
  readonly #entities: ReadonlyMap<string, Spans>;

  /** Those whose passage is certain; anchored like the targets of annotations, so they survive edits. */
  constructor(text: SourceText, rejections: readonly Rejection[]) {
    const places = rejectedSpans(text, rejections);
    const of = (kind: Rejection['reading']['kind']): readonly Span[] =>
      rejections.flatMap(({ reading }, index) =>
        reading.kind === kind ? (places[index] ?? []) : [],
      );
    this.#times = new Spans(of('time'));
    this.#nothing = new Spans(of('name'));
    this.#names = new Spans([...of('name'), ...of('entity')]);
    const entities = new Map<string, Span[]>();
    rejections.forEach(({ reading }, index) => {
      const span = places[index];
      if (reading.kind !== 'entity' || span === undefined) return;
      const others = entities.get(reading.entity);
      if (others === undefined) entities.set(reading.entity, [span]);
      else others.push(span);
    });
    this.#entities = new Map([...entities].map(([id, spans]) => [id, new Spans(spans)]));
  }

  /** Whether nothing unknown may be proposed there. */
  isNoName(span: Span): boolean {
    return this.#names.overlap(span);
  }

  isNoTime(span: Span): boolean {
    return this.#times.overlap(span);
  }

  /** Whether the entity may not be proposed there. */
  isNot(entity: string, span: Span): boolean {
    return this.#nothing.overlap(span) || this.#entities.get(entity)?.overlap(span) === true;
  }
}

/** Where each rejection stands, UTF-16, in their order; `undefined` where that is not certain. */
export function rejectedSpans(
  text: SourceText,
  rejections: readonly Rejection[],
): readonly (Span | undefined)[] {
  const targets = rejections.map(({ target }) => target);
  return anchorAll(text, targets).map(certainSpan);
}
