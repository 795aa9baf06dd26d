/** One source's text with what is computed from it, each at most once and only when asked for. */
import { blobId, blobIdStepwise } from './blob';
import { CodePoints } from './codePoints';
import { LineIndex } from './lines';
import { normalise } from './normalise';

export class SourceText {
  /** Normalised: no byte order mark at the start, LF only. All spans refer to it, in UTF-16. */
  readonly text: string;
  #codePoints: CodePoints | undefined;
  #lines: LineIndex | undefined;
  #blob: string | undefined;

  private constructor(text: string) {
    this.text = text;
  }

  /** From the text of a file as it was decoded. */
  static of(decoded: string): SourceText {
    return new SourceText(normalise(decoded));
  }

  get codePoints(): CodePoints {
    return (this.#codePoints ??= new CodePoints(this.text));
  }

  get lines(): LineIndex {
    return (this.#lines ??= new LineIndex(this.text));
  }

  /** Git blob id of the normalised text. */
  get blob(): string {
    return (this.#blob ??= blobId(this.text));
  }

  /** Computes `blob` in steps, so that it is there afterwards. */
  *prepareBlob(): Generator<undefined, void> {
    this.#blob ??= yield* blobIdStepwise(this.text);
  }
}
