/** What of a source annotators are compared on: the document, without what stands around it. */
import type { SourceMetadata } from '../../model/records';
import type { LocatedAnnotation } from '../../store/locate';
import { declaredBody, shiftsOf } from '../../text/bodyParts';
import type { SourceText } from '../../text/sourceText';
import type { Span } from '../../text/span';

export interface ComparedText {
  readonly text: SourceText;
  /** UTF-16; absent means the whole text. */
  readonly body?: readonly Span[];
}

/**
 * The body that the source declares. `located` are its annotations, asked for only where the body was
 * written for another text, and goes with them.
 */
export function comparedText(
  text: SourceText,
  metadata: SourceMetadata | undefined,
  located: () => readonly LocatedAnnotation[],
): ComparedText {
  const isOfText = metadata?.body === undefined || metadata.blob === text.blob;
  const shifts = isOfText
    ? []
    : located().flatMap(({ record, anchorings }) => shiftsOf(text, record.annotation, anchorings));
  const body = declaredBody(text, metadata, shifts);
  return body === undefined ? { text } : { text, body };
}
