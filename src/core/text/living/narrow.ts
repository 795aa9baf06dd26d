/** A replacement without what it leaves as it was. */
import { isWordEdge } from '../cut';
import type { TextEdit } from '../edits';
import { commonPrefix, commonSuffix } from '../similarity';

/** Code units that an insertion or deletion between equal texts may slide. */
const MOST_SLIDE = 2_000;

/**
 * The part of a replacement that changes something, in whole words: "Zelensky" → "Zelenskyy" is a
 * change of the word and not a letter typed behind it, and a paragraph that is new is inserted
 * between lines, wherever its neighbours begin alike. `undefined` when nothing changes.
 * Insertions and deletions, which say themselves where they are, stay as they are.
 */
export function narrow(edit: TextEdit, removed: string): TextEdit | undefined {
  const { start, end, newText } = edit;
  if (removed === newText) return undefined;
  if (removed === '' || newText === '') return edit;
  let head = commonPrefix(removed, newText);
  let tail = commonSuffix(removed.slice(head), newText.slice(head));
  if (head + tail === Math.min(removed.length, newText.length)) {
    const longer = removed.length > newText.length ? removed : newText;
    const slide = slideOf(longer, head, longer.length - tail);
    head -= slide;
    tail += slide;
  }
  while (head > 0 && !(isWordEdge(removed, head) && isWordEdge(newText, head))) head -= 1;
  while (
    tail > 0 &&
    !(isWordEdge(removed, removed.length - tail) && isWordEdge(newText, newText.length - tail))
  ) {
    tail -= 1;
  }
  return {
    start: start + head,
    end: end - tail,
    newText: newText.slice(head, newText.length - tail),
  };
}

/** How far to the left `[from, to)` reads the same and begins at a line, or else at a word. */
function slideOf(text: string, from: number, to: number): number {
  let word: number | undefined;
  for (let slide = 0; slide <= MOST_SLIDE; slide += 1) {
    const start = from - slide;
    if (start === 0 || text[start - 1] === '\n') return slide;
    if (word === undefined && isWordEdge(text, start) && text[start - 1] !== ' ') word = slide;
    if (text[start - 1] !== text[to - slide - 1]) break;
  }
  return word ?? 0;
}
