/** Texts that history remembers: the nearest to now whole, the others as what differs from the next one. */
import { commonEnds } from '../text/edits';

/** A text as the ends that it has in common with another one, and what is between them. */
interface Difference {
  readonly other: KeptText;
  readonly prefix: number;
  readonly suffix: number;
  readonly middle: string;
}

/** A text of a file, or its absence. */
export class KeptText {
  #kept: string | undefined | Difference;

  constructor(text: string | undefined) {
    this.#kept = text;
  }

  get text(): string | undefined {
    if (typeof this.#kept !== 'object') return this.#kept;
    const { other, prefix, suffix, middle } = this.#kept;
    const text = other.text ?? '';
    return text.slice(0, prefix) + middle + text.slice(text.length - suffix);
  }

  keepWhole(): void {
    this.#kept = this.text;
  }

  /** Keeps from now on what differs from `other`, which must be kept whole. */
  keepAgainst(other: KeptText): void {
    const { text } = this;
    const whole = other.text;
    if (text === undefined || whole === undefined) return;
    const { prefix, suffix } = commonEnds(text, whole);
    const middle = text.slice(prefix, text.length - suffix);
    // Through a new string: a slice would keep the whole text in memory.
    this.#kept = { other, prefix, suffix, middle: ` ${middle}`.slice(1) };
  }
}
