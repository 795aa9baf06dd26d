/** The newer text with the lines of one change as they were. */
import type { OwnedHunk } from '../compare/comparedFile';
import { linesOf, plainText, rawLinesOf } from '../compare/lines';

const BOM = '\ufeff';

/** Line breaks and a byte order mark stay as the newer text has them. */
export function withOldLines(
  hunks: readonly OwnedHunk[],
  key: string,
  before: string,
  after: string,
): string {
  const old = linesOf(plainText(before));
  const now = rawLinesOf(after.startsWith(BOM) ? after.slice(1) : after);
  const eol = eolOf(after);
  const lines: string[] = [];
  let at = 0;
  for (const hunk of hunks) {
    if (hunk.key !== key) continue;
    lines.push(...now.slice(at, hunk.after.first));
    lines.push(...old.slice(hunk.before.first, hunk.before.end).map((line) => line + eol));
    at = hunk.after.end;
  }
  lines.push(...now.slice(at));
  const text = lines
    .map((line, index) => (line.endsWith('\n') || index === lines.length - 1 ? line : line + eol))
    .join('');
  const ended = after.endsWith('\n') ? text : text.replace(/\r?\n$/, '');
  return (after.startsWith(BOM) ? BOM : '') + ended;
}

function eolOf(text: string): string {
  const feed = text.indexOf('\n');
  return feed > 0 && text[feed - 1] === '\r' ? '\r\n' : '\n';
}
