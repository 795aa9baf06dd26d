/** Discussions that somebody still has to answer or to settle. */
import { isOpenThread, type Subject, type Thread } from '../model/thread';
import { quoted } from '../outline/words';
import { byOperations } from './fix';
import type { NodePath } from './nodePath';
import type { CheckedFile, Rule } from './rule';

export const threadOpen: Rule = {
  code: 'thread-open',
  severity: 'information',
  description: 'Every discussion is settled.',
  isOfFile: true,
  *check(file) {
    for (const { on, thread, at } of threadsIn(file)) {
      if (thread === undefined || !isOpenThread(thread)) continue;
      yield {
        message: `This is still discussed. ${lastWord(thread)}`,
        at,
        fixes: () => [
          byOperations('Resolve the discussion', [{ op: 'comment', on, resolved: true }]),
        ],
      };
    }
  },
};

function lastWord(thread: Thread): string {
  const { by, text = '' } = thread.at(-1) ?? thread[0];
  return `${by ?? 'Somebody'} said last: ${quoted(text)}.`;
}

interface Place {
  readonly on: Subject;
  readonly thread: Thread | undefined;
  readonly at: NodePath;
}

function* threadsIn({ metadata, annotations, entity, event }: CheckedFile): Iterable<Place> {
  if (metadata !== undefined) {
    const { path, thread } = metadata;
    yield { on: { kind: 'source', path }, thread, at: ['source', 'thread'] };
    for (const { id, thread: own } of annotations) {
      const on: Subject = { kind: 'annotation', source: path, id };
      yield { on, thread: own, at: ['annotations', id, 'thread'] };
    }
  }
  const [record, kind] =
    entity === undefined ? [event, 'event' as const] : [entity, 'entity' as const];
  if (record === undefined) return;
  yield { on: { kind, id: record.id }, thread: record.thread, at: ['thread'] };
}
