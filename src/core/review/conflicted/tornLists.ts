/** Lists and sections that lost the line with their key, or have that of an empty one above them. */

const ITEM = /^( *)- \{ ?(?:(\w+):.*)/;
const KEY = /^( *)[\w-]+:[ \t]*(?:#.*)?$/;

/** The text with a line for the key of each list without one: its items tell which list it was. */
export function withListHeads(text: string): string {
  if (!text.includes('- ')) return text;
  const lines = text.split('\n');
  const whole: string[] = [];
  let above = '';
  for (const line of lines) {
    const indent = /^( *)- /.exec(line)?.[1];
    const isLoose = line.trim() === '' || line.trimStart().startsWith('#');
    if (indent === undefined || indent.length < 2 || isBelow(above, indent)) {
      whole.push(line);
      if (!isLoose) above = line;
      continue;
    }
    const key = ITEM.test(line) ? listOf(line) : undefined;
    // A word alone belongs to the words before it, which stand above what came between.
    const place = key === undefined ? lastWord(whole, indent) : -1;
    if (key !== undefined) whole.push(`${indent.slice(2)}${key}:`);
    if (place === -1) {
      whole.push(line);
      above = line;
    } else {
      whole.splice(place + 1, 0, line);
    }
  }
  return whole.join('\n');
}

function lastWord(lines: readonly string[], indent: string): number {
  return lines.findLastIndex((line) => line.startsWith(`${indent}- `) && !ITEM.test(line));
}

function isBelow(above: string, indent: string): boolean {
  if (above.startsWith(`${indent} `)) return true;
  const item = ITEM.exec(above);
  if (item !== null || /^ *- /.test(above)) return above.startsWith(`${indent}- `);
  const key = KEY.exec(above);
  return key !== null && (key[1] ?? '').length <= indent.length;
}

function listOf(item: string): string | undefined {
  const has = (key: string): boolean => new RegExp(`[{,] *${key}:`).test(item);
  if (has('role')) return has('target') ? 'roles' : 'participants';
  if (has('type') && has('entity')) return 'relations';
  return has('exact') ? 'fragments' : has('text') || has('resolved') ? 'thread' : undefined;
}

/** The text without the `{}` of a section below which records stand all the same. */
export function withOpenSections(text: string): string {
  return text.replace(FALSELY_EMPTY, '$1:');
}

const FALSELY_EMPTY =
  /^(annotations|rejected):[ \t]*\{\}(?=[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*[ \t]+[^\s#])/gm;
