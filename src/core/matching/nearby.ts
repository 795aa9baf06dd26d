/** Which entities the text around a passage mentions, the nearest first. */
import type { ProjectNames } from '../suggestions/projectNames';
import { paragraphAt, sentencesAround } from '../text/sentences';
import { contains, overlaps, type Span } from '../text/span';

/** A place in the text that names an entity. */
export interface Mention {
  readonly entity: string;
  readonly span: Span;
}

/** How near: in the passage itself, its sentence, its paragraph, or somewhere in the text. */
type Zone = 'passage' | 'sentence' | 'paragraph' | 'text';

export interface NearbyEntity {
  readonly entity: string;
  readonly zone: Zone;
  /** Between the passage and the nearest mention, in UTF-16 code units. */
  readonly distance: number;
}

/** `passage` first for what takes part in it, `around` first for who says it. */
export type NearbyOrder = 'passage' | 'around';

const RANKS: Readonly<Record<NearbyOrder, readonly Zone[]>> = {
  passage: ['passage', 'sentence', 'paragraph', 'text'],
  around: ['sentence', 'paragraph', 'passage', 'text'],
};

/**
 * Each entity once, by the zone of its nearest mention, then by distance. Inside the passage they stand in
 * the order of the text.
 */
export function nearbyEntities(
  text: string,
  passage: Span,
  mentions: readonly Mention[],
  order: NearbyOrder = 'passage',
): readonly NearbyEntity[] {
  const sentence = sentencesAround(text, passage);
  const paragraph = {
    start: Math.min(sentence.start, paragraphAt(text, passage.start).start),
    end: Math.max(sentence.end, paragraphAt(text, passage.end).end),
  };
  const rankOf = (zone: Zone): number => RANKS[order].indexOf(zone);
  const all = mentions.map(({ entity, span }) => {
    const zone = zoneOf(span, passage, sentence, paragraph);
    return { entity, zone, distance: distanceOf(span, passage), start: span.start };
  });
  all.sort((a, b) => {
    if (a.zone !== b.zone) return rankOf(a.zone) - rankOf(b.zone);
    return a.distance === b.distance ? a.start - b.start : a.distance - b.distance;
  });
  const nearest = new Map<string, NearbyEntity>();
  for (const { entity, zone, distance } of all) {
    if (!nearest.has(entity)) nearest.set(entity, { entity, zone, distance });
  }
  return [...nearest.values()];
}

/**
 * The names in the paragraphs of a passage that are those of one entity, for texts that are not annotated yet.
 * Names that several entities share are left out, and given names alone.
 */
export function namesNear(
  text: string,
  passage: Span,
  names: Pick<ProjectNames, 'hits'>,
): readonly Mention[] {
  const paragraphs = {
    start: paragraphAt(text, passage.start).start,
    end: paragraphAt(text, passage.end).end,
  };
  return names.hits(text, paragraphs).flatMap(({ start, end, entities, naming }) => {
    const [entity, ...others] = entities;
    return others.length > 0 || naming === 'given' ? [] : [{ entity, span: { start, end } }];
  });
}

function zoneOf(span: Span, passage: Span, sentence: Span, paragraph: Span): Zone {
  if (overlaps(span, passage)) return 'passage';
  if (contains(sentence, span)) return 'sentence';
  return contains(paragraph, span) ? 'paragraph' : 'text';
}

function distanceOf(span: Span, passage: Span): number {
  return Math.max(0, span.start - passage.end, passage.start - span.end);
}
