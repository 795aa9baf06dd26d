/** The texts of the sources that differ between two revisions, as the annotations of both sides refer to them. */
import { normalise } from '../../text/normalise';
import { SourceText } from '../../text/sourceText';
import type { FilePair } from '../revisions';

/** The texts of one source on both sides. */
export type TextPair =
  /** It is the same text, or nothing is known of another. */
  | { readonly kind: 'same' }
  /** One may be absent: the source is not there. */
  | {
      readonly kind: 'different';
      readonly before: SourceText | undefined;
      readonly after: SourceText | undefined;
    };

const SAME: TextPair = { kind: 'same' };

export class SourceTexts {
  readonly #pairs: readonly FilePair[];
  readonly #byBefore = new Map<string, FilePair>();
  readonly #byAfter = new Map<string, FilePair>();
  readonly #read = new Map<FilePair, TextPair>();

  constructor(pairs: readonly FilePair[]) {
    this.#pairs = pairs;
    for (const pair of pairs) {
      if (pair.before !== undefined) this.#byBefore.set(pair.before.path, pair);
      if (pair.after !== undefined) this.#byAfter.set(pair.after.path, pair);
    }
  }

  get pairs(): readonly FilePair[] {
    return this.#pairs;
  }

  /** What a source is called in the newer revision. */
  renamed(before: string): string | undefined {
    const pair = this.#byBefore.get(before);
    return pair?.after?.path;
  }

  /** The texts of a source with these paths, which may be one. */
  of(before: string, after: string): TextPair {
    const pair = this.#byAfter.get(after) ?? this.#byBefore.get(before);
    if (pair === undefined) {
      return before === after ? SAME : { kind: 'different', before: undefined, after: undefined };
    }
    if (pair.before?.path !== before && before !== after) return this.#apart(before, after);
    const known = this.#read.get(pair);
    if (known !== undefined) return known;
    const texts = pairOf(pair);
    this.#read.set(pair, texts);
    return texts;
  }

  /** Two sources of which each may differ from itself. */
  #apart(before: string, after: string): TextPair {
    const old = this.#byBefore.get(before)?.before;
    const now = this.#byAfter.get(after)?.after;
    return {
      kind: 'different',
      before: old && SourceText.of(old.text),
      after: now && SourceText.of(now.text),
    };
  }

  /** Forgets the texts that were read, which may be long. */
  forget(): void {
    this.#read.clear();
  }
}

function pairOf({ before, after }: FilePair): TextPair {
  if (before !== undefined && after !== undefined) {
    if (before.text === after.text || normalise(before.text) === normalise(after.text)) return SAME;
  }
  return {
    kind: 'different',
    before: before && SourceText.of(before.text),
    after: after && SourceText.of(after.text),
  };
}
