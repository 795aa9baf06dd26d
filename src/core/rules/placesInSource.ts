/** Where the annotations of a file are in its source, or where they were when nothing is certain. */
import { LineIndex, type Position } from '../text/lines';
import type { Span } from '../text/span';
import type { LoadedFile } from './checkedFile';
import { nearestPlace } from './nearestPlace';
import { certainSpans } from '../text/certainty';
import type { AnchoredTarget } from './rule';

export class PlacesInSource {
  readonly #file: LoadedFile;
  #lines: LineIndex | undefined;
  #byId: ReadonlyMap<string, readonly AnchoredTarget[]> | undefined;

  constructor(file: LoadedFile) {
    this.#file = file;
  }

  /** Line and character of an offset of the YAML file, from 0. */
  lineOf(offset: number): Position {
    this.#lines ??= new LineIndex(this.#file.text);
    return this.#lines.positionAt(offset);
  }

  /**
   * UTF-16 span in the source, from the first to the last fragment: the certain ones, else the likeliest
   * candidates, else an empty span near which the words were. Absent without the source.
   */
  of(annotation: string): Span | undefined {
    const { source, targets } = this.#file;
    if (source === undefined) return undefined;
    this.#byId ??= byAnnotation(targets);
    const own = this.#byId.get(annotation) ?? [];
    const [first] = own;
    if (first === undefined) return undefined;
    return (
      extent(certainSpans(own.map(({ anchoring }) => anchoring))) ??
      extent(own.flatMap(likeliestSpan)) ??
      nearestPlace(source, first, targets)
    );
  }
}

function byAnnotation(
  targets: readonly AnchoredTarget[],
): ReadonlyMap<string, readonly AnchoredTarget[]> {
  const groups = new Map<string, AnchoredTarget[]>();
  for (const target of targets) {
    const group = groups.get(target.annotation.id);
    if (group === undefined) groups.set(target.annotation.id, [target]);
    else group.push(target);
  }
  return groups;
}

function likeliestSpan({ anchoring }: AnchoredTarget): readonly Span[] {
  if (anchoring.kind !== 'similar' && anchoring.kind !== 'ambiguous') return [];
  return anchoring.candidates.slice(0, 1).map(({ span }) => span);
}

function extent(spans: readonly Span[]): Span | undefined {
  const [first, ...more] = spans;
  if (first === undefined) return undefined;
  let { start, end } = first;
  for (const span of more) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}
