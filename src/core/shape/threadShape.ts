/** What may stand under `thread:`, wherever it is. */
import { list, map, text, TEXT, type KeyShape } from './shape';

const COMMENT = map({
  by: { about: 'Who writes it.', shape: text('annotator') },
  text: { about: 'What there is to say.', shape: TEXT },
  resolved: {
    about: 'The comment settles the discussion; a later one opens it again.',
    shape: { kind: 'flag' },
  },
});

export const THREAD: KeyShape = {
  about: 'A discussion of it, one comment behind the other: open until one says `resolved: true`.',
  shape: list(COMMENT),
};
