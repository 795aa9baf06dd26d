/** What becomes of the discussions of a file, in words. */
import type { Comment } from '../model/thread';
import { count } from '../outline/words';
import type { FileContent } from '../storage/parse';

/** Comments by what they are about: the id of an annotation, or nothing for the record or source itself. */
type Threads = ReadonlyMap<string, readonly Comment[]>;

export function threadsIn(content: FileContent | undefined): Threads {
  switch (content?.kind) {
    case 'annotations': {
      const own = content.annotations.map(({ id, thread = [] }) => [id, thread] as const);
      return new Map([['', content.source.thread ?? []], ...own]);
    }
    case 'entity':
      return new Map([['', content.entity.thread ?? []]]);
    case 'event':
      return new Map([['', content.event.thread ?? []]]);
    case 'schema':
    case undefined:
      return new Map();
  }
}

/** `2 comments come`, `1 comment changes`; those of an annotation that comes or goes are not counted. */
export function commentWords(before: Threads, after: Threads): readonly string[] {
  let [come, gone, changed] = [0, 0, 0];
  for (const [id, now] of after) {
    const old = before.get(id);
    if (old === undefined) continue;
    const added = without(now, old).length;
    const removed = without(old, now).length;
    const edited = Math.min(added, removed);
    changed += edited;
    come += added - edited;
    gone += removed - edited;
  }
  const tally = [
    [come, 'comes', 'come'],
    [gone, 'goes', 'go'],
    [changed, 'changes', 'change'],
  ] as const;
  return tally
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${count(number, 'comment')} ${number === 1 ? one : many}`);
}

/** The comments that the others do not have, each as often as it is there more often. */
function without(comments: readonly Comment[], others: readonly Comment[]): readonly Comment[] {
  const left = others.map((each) => JSON.stringify(each));
  return comments.filter((each) => {
    const at = left.indexOf(JSON.stringify(each));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
