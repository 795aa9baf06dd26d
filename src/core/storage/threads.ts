/** `thread:` of an annotation, a record or a source: a discussion, one comment a line. */
import type { Comment, Thread } from '../model/thread';
import { type Findings, MapReader, present } from './decode';
import type { FieldMap } from './emit';
import type { YamlNode } from './node';

/** In the order in which a comment is written, on one line. */
export const COMMENT_KEYS = ['by', 'text', 'resolved'] as const;

/** Absent without a comment that can be read; what is none is reported where it stands. */
export function decodeThread(reader: MapReader, findings: Findings): Thread | undefined {
  const [first, ...more] = reader
    .items('thread')
    .flatMap((item) => decodeComment(item, findings) ?? []);
  return first && [first, ...more];
}

export function decodeComment(item: YamlNode, findings: Findings): Comment | undefined {
  if (item.kind !== 'map') {
    findings.add('value-invalid', 'Each of “thread” is a comment: { by, text }.', item);
    return undefined;
  }
  const reader = new MapReader(item, findings);
  const by = reader.string('by');
  const text = reader.string('text');
  const resolved = reader.yesOrNo('resolved') === true ? true : undefined;
  if (text !== undefined || resolved === true) return present({ by, text, resolved });
  findings.add('value-invalid', 'A comment needs its “text”, or “resolved: true”.', item);
  return undefined;
}

/** The comments as their fields in order; absent where there are none. */
export function threadFields(thread: readonly Comment[] | undefined): FieldMap[] | undefined {
  if (thread === undefined || thread.length === 0) return undefined;
  return thread.map(({ by, text, resolved }) => ({
    by,
    text,
    resolved: resolved === true ? true : undefined,
  }));
}
