/** What is found in a text whatever the project knows: computed once, when it is asked for. */
import { datedExpressionsStepwise, type DatedExpression } from '../dates/timesIn';
import { allSteps } from '../text/steps';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import { lowerWordsOf, unknownNamesStepwise, type FoundName } from './unknownNames';
import { uncasedNamesIn } from './uncasedNames';

/** So much of a text is looked at in one step, in code units. */
const STEP = 20_000;

export class Findings {
  readonly #text: string;
  #names: readonly FoundName[] | undefined;
  #lower: ReadonlySet<string> | undefined;
  #times:
    | { readonly published: string | undefined; readonly all: readonly DatedExpression[] }
    | undefined;

  constructor({ text }: SourceText) {
    this.#text = text;
  }

  /** What is written like a name, in order. */
  get names(): readonly FoundName[] {
    if (this.#names === undefined) allSteps(this.#findNames());
    return this.#names ?? [];
  }

  /** Finds everything in steps, so that it is there afterwards: for hosts that must not be held up. */
  *prepare(published: string | undefined): Generator<undefined, void> {
    if (this.#names === undefined) yield* this.#findNames();
    if (this.#times === undefined || this.#times.published !== published) {
      yield* this.#findTimes(published);
    }
  }

  /** What is written like a name and holds all of `span`. */
  nameAround(span: Span): FoundName | undefined {
    const { names } = this;
    let [low, high] = [0, names.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((names[middle]?.start ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    const last = names[low - 1];
    return last !== undefined && span.end <= last.end ? last : undefined;
  }

  /** Whether the text has the words in lower case too, so that they need not be a name. */
  isWord(words: string): boolean {
    this.#lower ??= lowerWordsOf(this.#text);
    return this.#lower.has(words.toLowerCase());
  }

  /** The time expressions with what they mean in a text of that date. */
  times(published: string | undefined): readonly DatedExpression[] {
    if (this.#times?.published !== published || this.#times === undefined) {
      allSteps(this.#findTimes(published));
    }
    return this.#times?.all ?? [];
  }

  *#findNames(): Generator<undefined, void> {
    const whole = { start: 0, end: this.#text.length };
    const names = [...(yield* unknownNamesStepwise(this.#text, whole))];
    for (const step of stepsOf(this.#text)) {
      names.push(...uncasedNamesIn(this.#text, step));
      yield;
    }
    this.#names = names.sort((a, b) => a.start - b.start);
  }

  *#findTimes(published: string | undefined): Generator<undefined, void> {
    const whole = { start: 0, end: this.#text.length };
    this.#times = { published, all: yield* datedExpressionsStepwise(this.#text, whole, published) };
  }
}

/** The text in stretches that end with a line, where there are lines. */
function* stepsOf(text: string): Generator<Span> {
  for (let start = 0; start < text.length;) {
    const line = text.indexOf('\n', start + STEP);
    const end = line < 0 ? text.length : line + 1;
    yield { start, end };
    start = end;
  }
}
