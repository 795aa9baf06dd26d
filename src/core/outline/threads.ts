/** The threads of a project as they are shown: what they are about, and what each comment says. */
import { quoteOf } from '../model/annotation';
import type { Comment, Subject, Thread } from '../model/thread';
import type { Store } from '../store/store';
import { count, dotted, quoted, shorten } from './words';

const LONGEST_NAME = 60;
const LONGEST_TEXT = 100;

/** What a thread is about: the quoted words and what they are said to be, a record, or a source. */
export function topicOf({ indexes }: Store, subject: Subject): string {
  switch (subject.kind) {
    case 'annotation': {
      const record = indexes
        .annotationsWithId(subject.id)
        .find(({ source }) => source === subject.source);
      if (record === undefined) return subject.id;
      const { annotation } = record;
      const { entity, event, type } = annotation;
      const name =
        indexes.entity(entity ?? '')?.name ?? indexes.event(event ?? '')?.title ?? type ?? '';
      const words = quoted(quoteOf(annotation));
      return name === '' ? words : `${words}: ${shorten(name, LONGEST_NAME)}`;
    }
    case 'entity':
      return shorten(indexes.entities.get(subject.id)?.entity.name ?? subject.id, LONGEST_NAME);
    case 'event':
      return shorten(indexes.events.get(subject.id)?.event.title ?? subject.id, LONGEST_NAME);
    case 'source':
      return subject.path;
  }
}

/** What a comment says, as it is written; what was resolved without a word says so. */
export function commentText({ text }: Comment): string {
  return text === undefined || text.trim() === '' ? 'Resolved.' : text;
}

/** The last comment and the number of all, in a line of a list. */
export function threadInShort(thread: Thread): string {
  const last = thread.at(-1) ?? thread[0];
  const said = shorten(commentText(last), LONGEST_TEXT);
  const words = last.by === undefined ? said : `${shorten(last.by, LONGEST_NAME)}: ${said}`;
  return dotted([words, count(thread.length, 'comment')]);
}
