/** The passages of one source, as the measures need them. */
import type { Span } from '../../text/span';
import type { Layer } from '../layers';
import { typeOf } from '../pairing/records';
import { unit, type Unit } from '../pairing/unit';
import type { ComparedText } from './comparedText';
import { readText, wordsIn } from './readText';
import { wordLabels, type WordLabels } from './wordLabels';

/** A passage with a type, placed in the part of the source that is compared. */
export interface TypedUnit extends Unit {
  readonly type: string;
}

export interface SourceUnits {
  readonly source: string;
  /** In code points, of the part that is compared. */
  readonly length: number;
  /** By annotator; absent for one who did not read the source. */
  readonly units: readonly (readonly TypedUnit[] | undefined)[];
  readonly words: readonly WordLabels[];
}

/** Notes have no type, and are compared with nothing. */
export function sourceUnits(
  source: string,
  { text, body }: ComparedText,
  layers: readonly Layer[],
): SourceUnits {
  const { length, words, place } = readText(text, body);
  const units = layers.map(({ annotations, records }) =>
    annotations.get(source)?.flatMap((annotation): readonly TypedUnit[] => {
      const type = typeOf(annotation, records);
      const spans = annotation.targets.flatMap((target): readonly Span[] => {
        const placed = place(target);
        return placed === undefined ? [] : [placed];
      });
      if (type === undefined || spans.length === 0) return [];
      return [{ ...unit(annotation.id, spans), type }];
    }),
  );
  const edges = { starts: words.map(({ start }) => start), ends: words.map(({ end }) => end) };
  const labelled = units.map((own) =>
    own?.flatMap(({ spans, type }) => spans.map((span) => ({ ...wordsIn(edges, span), type }))),
  );
  return { source, length, units, words: wordLabels(words.length, labelled) };
}
