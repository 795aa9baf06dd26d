/** How comments of a `thread:` are told apart when the list is edited. */
import { Findings } from './decode';
import type { ItemKind } from './editListItems';
import { decodeComment, COMMENT_KEYS, threadFields } from './threads';

export const COMMENTS: ItemKind = {
  key: 'thread',
  keys: COMMENT_KEYS,
  read: (node) => {
    const comment = decodeComment(node, new Findings('', ''));
    return comment && threadFields([comment])?.[0];
  },
  identity: ({ by, text }) => JSON.stringify([by, text]),
  keepsForeign: true,
  mayBecome: (old, next) => old['by'] === next['by'],
};
