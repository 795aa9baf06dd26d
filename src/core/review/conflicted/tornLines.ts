/** The lines of a file that may be torn, in the layout that the product writes: keys by their columns. */
import type { Field } from './tornFields';

/** A record of a section with its fields. */
export interface TornRecord {
  readonly id: string;
  readonly loose: string;
  /** The line with the id. */
  readonly head: string;
  readonly fields: readonly Field[];
}

/** Cuts at each line with a key at `column`; comments above a key go with it. */
export function cutAt(
  text: string,
  column: number,
): {
  readonly top: string;
  readonly cuts: readonly { key: string; loose: string; lines: string }[];
} {
  const key = new RegExp(`^ {${column}}(?! )("[^"]*"|'[^']*'|[^\\s#"'-][^:]*):(?=\\s|$)`);
  const cuts: { key: string; loose: string; lines: string }[] = [];
  let top = '';
  let loose = '';
  for (const line of text.match(/.*\n|.+$/g) ?? []) {
    const found = key.exec(line)?.[1];
    const last = cuts.at(-1);
    if (found !== undefined) {
      cuts.push({ key: found, loose, lines: line });
      loose = '';
    } else if (isLoose(line, column)) {
      loose += line;
    } else if (last === undefined) {
      top += loose + line;
      loose = '';
    } else {
      last.lines += loose + line;
      loose = '';
    }
  }
  const last = cuts.at(-1);
  if (last === undefined) top += loose;
  else last.lines += loose;
  return { top, cuts };
}

function isLoose(line: string, column: number): boolean {
  const words = line.trim();
  return words === '' || (words.startsWith('#') && line.indexOf('#') <= column);
}

export function fieldsIn(text: string, column: number): readonly Field[] {
  return cutAt(text, column).cuts.map(({ key, loose, lines }) => ({ key, text: loose + lines }));
}

export function recordsIn(body: string): readonly TornRecord[] {
  return cutAt(body, 2).cuts.map(({ key, loose, lines }) => {
    const feed = lines.indexOf('\n') + 1;
    return { id: key, loose, head: lines.slice(0, feed), fields: fieldsIn(lines.slice(feed), 4) };
  });
}
