/** What is wrong, where, in words for the person: failures are values. */
import type { Span } from '../text/span';
import type { Severity } from './schema';

export interface Problem {
  /** Stable kebab-case code, e.g. `yaml-syntax`, `entity-unknown`. */
  readonly code: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  /** The file in which to look, POSIX, relative to the workspace folder. */
  readonly path: string;
  /** UTF-16 offsets in the text of the file at `path`. */
  readonly span: Span;
  /** One-based line and column of `span.start`. */
  readonly line: number;
  readonly column: number;
  /** The source and annotation concerned, where there is one. */
  readonly source?: string;
  readonly annotation?: string;
  /**
   * Where that is, as a UTF-16 span of the source: its place now, the likeliest one, or an empty span
   * near which it was. Absent for what is about no passage.
   */
  readonly place?: Span;
  /** Whether it is shown in the file alone, and not drawn in the source. */
  readonly isOfFile?: true;
}
