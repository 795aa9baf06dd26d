/** How far a source is and what is discussed, in the words of nodes and cards. */
import { STATUSES, type Annotation } from '../model/annotation';
import { isOpenThread, type Thread } from '../model/thread';
import { statusOf, type SourceStatus } from '../review/progress';
import type { Store } from '../store/store';
import { commentText } from './threads';
import { count, dotted, quoted } from './words';

/** Comments of a thread that a card shows; those before them are counted. */
const MOST_COMMENTS = 3;

/** `not started`, `done, not reviewed yet`, `reviewed by anna`. */
export function stateWords({ progress, reviewedBy }: SourceStatus): string {
  switch (progress) {
    case 'not-started':
      return 'not started';
    case 'in-progress':
      return 'in progress';
    case 'done':
      return 'done, not reviewed yet';
    case 'reviewed':
      return `reviewed by ${reviewedBy.join(', ')}`;
  }
}

/** What the node of a source says beside its title: its state where somebody said it, and what is open. */
export function progressOfSource({ indexes }: Store, path: string): readonly string[] {
  const status = statusOf(indexes, path);
  const isSaid = indexes.source(path)?.state !== undefined;
  return [...(isSaid ? [stateWords(status)] : []), ...openWords(status.openThreads)];
}

/** Names and values below the node of a source: what is left to do there, and in all of them. */
export function progressDetails(
  { indexes }: Store,
  path: string,
): readonly (readonly [name: string, value: string])[] {
  const status = statusOf(indexes, path);
  const undecided = STATUSES.filter((each) => each !== 'accepted' && status.annotations[each] > 0);
  const [open] = openWords(status.openThreads);
  const paths = indexes.sourcePaths();
  const reviewed = paths.filter((each) => {
    const { state, reviewedBy = [] } = indexes.source(each) ?? {};
    return state === 'done' && reviewedBy.length > 0;
  });
  return [
    ['State', stateWords(status)],
    ...(undecided.length === 0
      ? []
      : [
          [
            'Not accepted',
            undecided.map((each) => `${status.annotations[each]} ${each}`).join(', '),
          ] as const,
        ]),
    ...(open === undefined ? [] : [['Discussion', open] as const]),
    ['All annotated sources', `${reviewed.length} of ${paths.length} reviewed`],
  ];
}

/** `open discussion` where somebody waits for an answer. */
export function discussed(thread: Thread | undefined): readonly string[] {
  return isOpenThread(thread) ? ['open discussion'] : [];
}

/** Which annotation stands where annotators were compared. */
export function decisionWords({ id, decision }: Annotation): string | undefined {
  if (decision === undefined) return undefined;
  if (decision === 'none') return 'nothing stands here';
  return decision === id ? 'this one stands' : `“${decision}” stands instead`;
}

/** A discussion in one line, its last comments with who wrote each. */
export function threadLine(thread: Thread): string {
  const shown = thread.slice(-MOST_COMMENTS).map((comment) => {
    const words = comment.text === undefined ? 'resolved' : quoted(commentText(comment));
    return comment.by === undefined ? words : `${comment.by}: ${words}`;
  });
  const earlier = thread.length - shown.length;
  const head = isOpenThread(thread) ? 'Open discussion' : 'Resolved discussion';
  return dotted([head, earlier === 0 ? undefined : count(earlier, 'earlier comment'), ...shown]);
}

function openWords(number: number): readonly string[] {
  return number === 0 ? [] : [count(number, 'open discussion')];
}
