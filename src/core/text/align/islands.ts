/** What annotations remember of a text that nobody has any more: their quotes and contexts, in place. */
import type { Target } from '../../model/annotation';
import type { Span } from '../span';
import type { Tokens } from './tokens';

/** A part of the old text: passages that overlap or adjoin, as one. */
interface Island {
  readonly start: number;
  /** Finished text, and what a later passage may still overlap. */
  readonly parts: string[];
  length: number;
  tail: string;
  /** Code points before `tail`, and before its end, in the old text. */
  tailStart: number;
  end: number;
}

/** Islands that agree with each other wherever they meet, with the passages that they come from. */
export interface Layer {
  /** All islands, one after the other. */
  readonly text: string;
  /** Where each island stands in `text`, in the order of the old text. */
  readonly islands: readonly Span[];
  /** Code points before each island in the old text. */
  readonly origins: readonly number[];
  readonly passages: readonly Passage[];
}

interface Passage {
  /** Which of the targets. */
  readonly index: number;
  /** Where its quote stands in the text of its layer. */
  readonly span: Span;
}

interface Piece {
  readonly index: number;
  readonly target: Target;
  readonly text: string;
  /** Code points before it. */
  readonly start: number;
}

interface OpenLayer {
  readonly islands: Island[];
  readonly passages: { readonly index: number; readonly island: number; readonly span: Span }[];
}

/** More versions of one place than these are not told apart. */
const MOST_LAYERS = 4;
/** What is said to stand farther in a text than any text is long. */
const FARTHEST = 0x3fffffff;
const ASTRAL = /[\uD800-\uDFFF]/;

/**
 * The old text as far as the targets quote it. Annotations of one file may have been written for
 * different versions of its source: passages that contradict each other go to different layers.
 */
export function layersOf(targets: readonly Target[], indexes: readonly number[]): readonly Layer[] {
  const pieces = indexes.flatMap((index): readonly Piece[] => {
    const target = targets[index];
    if (target === undefined) return [];
    const start = target.start - codePoints(target.prefix);
    const text = target.prefix + target.exact + target.suffix;
    return [{ index, target, text, start: Number.isSafeInteger(start) ? start : Infinity }];
  });
  pieces.sort((a, b) => (a.start === b.start ? a.index - b.index : a.start - b.start));
  const layers: OpenLayer[] = [];
  for (const piece of pieces) {
    if (layers.some((layer) => add(layer, piece))) continue;
    const layer = layers.length < MOST_LAYERS ? { islands: [], passages: [] } : layers.at(-1);
    if (layer === undefined) continue;
    if (layers.length < MOST_LAYERS) layers.push(layer);
    begin(layer, piece);
  }
  return layers.map(finished);
}

/** Adds the piece where it belongs in this layer; false where the layer says something else. */
function add(layer: OpenLayer, piece: Piece): boolean {
  const island = layer.islands.at(-1);
  if (island === undefined || !(piece.start <= island.end)) {
    begin(layer, piece);
    return true;
  }
  const offset = unitsOf(island.tail, piece.start - island.tailStart);
  const rest = island.tail.slice(offset);
  if (!rest.startsWith(piece.text) && !piece.text.startsWith(rest)) return false;
  island.parts.push(island.tail.slice(0, offset));
  island.length += offset;
  island.tailStart = piece.start;
  if (piece.text.length > rest.length) {
    island.tail = piece.text;
    island.end = piece.start + codePoints(piece.text);
  } else island.tail = rest;
  remember(layer, piece, island.length);
  return true;
}

function begin(layer: OpenLayer, piece: Piece): void {
  const end = piece.start + codePoints(piece.text);
  const { start, text } = piece;
  layer.islands.push({ start, parts: [], length: 0, tail: text, tailStart: start, end });
  remember(layer, piece, 0);
}

function remember({ islands, passages }: OpenLayer, { index, target }: Piece, at: number): void {
  const start = at + target.prefix.length;
  const span = { start, end: start + target.exact.length };
  passages.push({ index, island: islands.length - 1, span });
}

function finished({ islands, passages }: OpenLayer): Layer {
  const texts = islands.map(({ parts, tail }) => parts.join('') + tail);
  const spans: Span[] = [];
  let start = 0;
  for (const { length } of texts) {
    spans.push({ start, end: start + length });
    start += length;
  }
  return {
    text: texts.join(''),
    islands: spans,
    origins: islands.map((island) => island.start),
    passages: passages.map(({ index, island, span }) => {
      const from = spans[island]?.start ?? 0;
      return { index, span: { start: from + span.start, end: from + span.end } };
    }),
  };
}

/** Where each token of the layer's text was in the old text, nearly: an astral character counts twice. */
export function placesOf({ islands, origins }: Layer, { starts }: Tokens): Int32Array {
  const places = new Int32Array(starts.length);
  let island = 0;
  starts.forEach((start, index) => {
    while (start >= (islands[island]?.end ?? Infinity)) island += 1;
    places[index] =
      Math.min(origins[island] ?? 0, FARTHEST) + start - (islands[island]?.start ?? 0);
  });
  return places;
}

function codePoints(text: string): number {
  if (!ASTRAL.test(text)) return text.length;
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

/** UTF-16 code units of the first `count` code points. */
function unitsOf(text: string, count: number): number {
  if (!ASTRAL.test(text)) return count;
  let at = 0;
  for (let passed = 0; passed < count && at < text.length; passed += 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}
