/** Texts with characters put together from their parts, and where each stands in the text as it was. */
import { countBelow } from '../../text/search';

/** A letter with its marks, or a Hangul syllable in parts. */
const CLUSTER =
  /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]|[^\p{M}]\p{M}+/gu;

export class ComposedText {
  readonly text: string;
  /** Where, in `text`, a cluster ends that got shorter or longer. */
  readonly #ends: number[] = [];
  /** How far the text as it was is ahead from there on. */
  readonly #ahead: number[] = [];

  constructor(text: string) {
    let composed = '';
    let from = 0;
    for (const match of text.matchAll(CLUSTER)) {
      const [parts] = match;
      const whole = compose(parts);
      if (whole === parts) continue;
      const end = match.index + parts.length;
      composed += text.slice(from, match.index) + whole;
      from = end;
      if (whole.length === parts.length) continue;
      this.#ends.push(composed.length);
      this.#ahead.push(end - composed.length);
    }
    this.text = composed + text.slice(from);
  }

  /** The offset in the text as it was of an edge of a cluster. */
  original(offset: number): number {
    const before = countBelow(this.#ends, offset + 1);
    return offset + (this.#ahead[before - 1] ?? 0);
  }

  /** The offset here of one in the text as it was; inside a cluster that of its end. */
  composed(offset: number): number {
    let [low, high] = [0, this.#ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = (this.#ends[middle] ?? 0) + (this.#ahead[middle] ?? 0);
      if (end <= offset) low = middle + 1;
      else high = middle;
    }
    const plain = offset - (this.#ahead[low - 1] ?? 0);
    return Math.min(plain, this.#ends[low] ?? plain);
  }
}

/** The text alone, where the places do not matter. */
export function composedText(text: string): string {
  return text.replaceAll(CLUSTER, compose);
}

/** NFC, but for the few letters that Unicode only takes apart: those are put together as well. */
function compose(cluster: string): string {
  const composed = cluster.normalize('NFC');
  return composed.length > 1 ? (EXCLUDED.get(composed) ?? composed) : composed;
}

/** Letters with a dot below of Indic scripts: one unit that NFC makes two. */
const EXCLUDED: ReadonlyMap<string, string> = new Map(
  Array.from(
    '\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f\u09dc\u09dd\u09df\u0a33\u0a36\u0a59\u0a5a\u0a5b\u0a5e\u0b5c\u0b5d',
    (letter) => [letter.normalize('NFC'), letter],
  ),
);
