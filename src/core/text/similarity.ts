/** How much one short text is like another, by edit distance. */

/** Cells of the table above which the middle of two texts counts as wholly different. */
const MOST_CELLS = 250_000;

/**
 * 1 for equal texts, 0 for texts with nothing in common: 1 − edit distance ÷ length of the longer,
 * in UTF-16 code units. Where the parts that differ are too long to compare they count as wholly
 * different, so the answer is never too high.
 */
export function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  const head = commonPrefix(a, b);
  const tail = commonSuffix(a.slice(head), b.slice(head));
  const restA = a.slice(head, a.length - tail);
  const restB = b.slice(head, b.length - tail);
  const distance =
    restA.length * restB.length > MOST_CELLS
      ? Math.max(restA.length, restB.length)
      : (distances(restA, restB)[restB.length] ?? longer);
  return 1 - distance / longer;
}

/**
 * Of all the ways to end a passage that begins where `text` begins, the one most like `pattern`:
 * the length of that passage and its similarity. Pattern and text should be a line or so long.
 */
export function bestStart(pattern: string, text: string): { length: number; score: number } {
  const row = distances(pattern, text);
  let best = { length: 0, score: 0 };
  row.forEach((distance, length) => {
    const score = 1 - distance / Math.max(pattern.length, length, 1);
    if (score > best.score) best = { length, score };
  });
  return best;
}

export function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

export function commonSuffix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (
    length < most &&
    a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)
  ) {
    length += 1;
  }
  return length;
}

/** Levenshtein distance from `pattern` to each beginning of `text`, by its length. */
function distances(pattern: string, text: string): readonly number[] {
  let row = Array.from({ length: text.length + 1 }, (_, column) => column);
  for (let line = 1; line <= pattern.length; line += 1) {
    const next = [line];
    const unit = pattern.charCodeAt(line - 1);
    for (let column = 1; column <= text.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (unit === text.charCodeAt(column - 1) ? 0 : 1);
      const dropped = (row[column] ?? 0) + 1;
      const added = (next[column - 1] ?? 0) + 1;
      next.push(Math.min(replaced, dropped, added));
    }
    row = next;
  }
  return row;
}
