/**
 * Regular expressions out of a project's files. They come from people one need not know, and a careless one
 * can take longer than the universe lasts: only what is sure to end soon is used.
 */

const LONGEST = 300;
/** No id of a knowledge base is longer; others fit no pattern. */
const LONGEST_TEXT = 100;
/** In how many ways a text may be tried, at most. */
const MOST_WAYS = 1_000_000;

export type Compiled =
  | { readonly ok: true; readonly fits: (text: string) => boolean }
  | { readonly ok: false; readonly message: string };

/**
 * A pattern that must match the whole text. Refused, with the reason: what is no regular expression,
 * references back, looks around, and repetitions of what varies itself.
 */
export function compilePattern(pattern: string): Compiled {
  const reason = refusalOf(pattern);
  if (reason !== undefined) return { ok: false, message: `“${pattern}” ${reason}` };
  try {
    // By itself first: one parenthesis too many would end the group below.
    const { source } = new RegExp(pattern, 'u');
    const expression = new RegExp(`^(?:${source})$`, 'u');
    return {
      ok: true,
      fits: (text) => text.length <= LONGEST_TEXT && expression.test(text),
    };
  } catch {
    return { ok: false, message: `“${pattern}” is no regular expression.` };
  }
}

function refusalOf(pattern: string): string | undefined {
  if (pattern.length > LONGEST) return `is longer than ${LONGEST} characters.`;
  const plain = pattern
    .replaceAll(/\\[pPu]\{[^}]*\}|\\[^1-9k]/g, '_')
    .replaceAll(/\[(?:\\.|[^\]])*\]/g, '_');
  if (plain.includes('\\')) return 'refers back to what it matched, which is not supported here.';
  if (/\(\?(?!:)/.test(plain)) return 'uses groups with a question mark, of which only (?:…) is.';
  if (waysOf(plain) > MOST_WAYS) return 'repeats or varies more than is sure to be quick.';
  return repeatsGroup(plain)
    ? 'repeats a group that varies itself, which can take for ever.'
    : undefined;
}

/** Every repetition may end at any character, and every choice go either way, whatever the others do. */
function waysOf(plain: string): number {
  let ways = 1;
  for (const [sign, from, to] of plain.matchAll(/\{(\d+)(?:,(\d*))?\}|[*+|]|(?<!\()\?/g)) {
    if (sign === '?' || sign === '|') ways *= 2;
    else if (from === undefined) ways *= LONGEST_TEXT;
    else if (to !== undefined) {
      const most = to === '' ? LONGEST_TEXT : Math.min(Number(to), LONGEST_TEXT);
      ways *= Math.max(1, most - Number(from) + 1);
    }
  }
  return ways;
}

/** Whether a group is repeated that has a repetition or an alternative in it. */
function repeatsGroup(plain: string): boolean {
  const varies: boolean[] = [];
  for (let index = 0; index < plain.length; index++) {
    const character = plain.charAt(index);
    if (character === '(') {
      varies.push(false);
      if (plain.startsWith('(?:', index)) index += 2;
      continue;
    }
    if (character === ')') {
      const isRepeated = /^(?:[*+]|\{)/.test(plain.slice(index + 1));
      const inner = varies.pop() ?? false;
      if (isRepeated && inner) return true;
      if (inner && varies.length > 0) varies[varies.length - 1] = true;
      continue;
    }
    const isFixed = /^\{\d+\}/.test(plain.slice(index));
    if (/[*+?{|]/.test(character) && !isFixed && varies.length > 0)
      varies[varies.length - 1] = true;
  }
  return false;
}
