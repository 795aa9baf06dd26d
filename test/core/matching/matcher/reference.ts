/**
 * What the matcher should find, said as plainly as possible and as slowly: one regular expression for each
 * name, tried at every place of a text in which each character has become one sign.
 */
import type { MatchOptions } from '../../../../src/core/matching/matcher/characters';
import type { Name, NameHit } from '../../../../src/core/matching/matcher/nameMatcher';
import { koreanParticles } from '../../../../src/core/matching/matcher/particles';
import { ENDINGS, inflected } from '../../../../src/core/matching/matcher/slavic';
import type { Span } from '../../../../src/core/text/span';

/** A text in signs, each of one code point, and where the character of each stands. */
interface Signs {
  readonly text: string;
  /** Where each sign begins in `text`, and the end of it. */
  readonly offsets: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const SYLLABLE =
  '[\\u1100-\\u1112][\\u1161-\\u1175][\\u11a8-\\u11c2]?|[\\uac00-\\ud7a3][\\u11a8-\\u11c2]';
const CHARACTER = new RegExp(
  `\\r\\n|[\\u00ad\\u2060\\ufeff]|(?:${SYLLABLE})\\p{M}*|\\p{M}+|[^\\p{M}]\\p{M}*`,
  'gu',
);
const INVISIBLE = /[\u00ad\u2060\ufeff]/g;
const ACCENTS = /[\u0300-\u036f]/g;

/** Soft hyphens are SOFT, other invisible characters NIL. */
const SOFT = '\u00ad';
const NIL = '\u2060';
const FREE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc';
const HANGUL = '\\p{Script=Hangul}';
const NO_LETTERS = `[${SOFT}${NIL}]*`;
const LETTER = `(?![${FREE}${HANGUL}])[\\p{L}\\p{N}_]`;
const SPACES = `(?:${NO_LETTERS} ${NO_LETTERS})+`;
const LINE_BREAK = `(?:${SPACES})?${NO_LETTERS}\\n${NO_LETTERS}(?:${SPACES})?`;
const HYPHEN = `-(?:${LINE_BREAK}(?!${NO_LETTERS}[ \\n]))?`;
const SPACE = `(?:${LINE_BREAK}|${SPACES}|${HYPHEN}|${SOFT})`;

const UNSEEN = new RegExp(`[${SOFT}${NIL}]`, 'g');
const IS_LETTER = new RegExp(`^${LETTER}$`, 'u');
const IS_HANGUL = new RegExp(`^${HANGUL}$`, 'u');
const HANGUL_RUN = new RegExp(`^${HANGUL}+`, 'u');
const IS_MARK = /^\p{M}$/u;
const PARTICLES = koreanParticles();

/** All hits of all names. */
export function expectedHits(
  names: readonly Name[],
  text: string,
  options: MatchOptions = {},
): readonly NameHit[] {
  const signs = signsOf(text, options);
  const all = names.flatMap((name, index) =>
    placesOf(name, signs, options).map((place) => ({ ...place, index, id: name.id })),
  );
  const meant = all.filter(({ index, start, end }) => {
    const words = text.slice(start, end).normalize('NFC');
    return options.matchCase === true || isMeant(names[index]?.text.normalize('NFC') ?? '', words);
  });
  const chosen: NameHit[] = [];
  for (const { start, end } of [...meant].sort(longerFirst)) {
    if (chosen.some((other) => other.start < end && start < other.end)) continue;
    const same = meant.filter((each) => each.start === start && each.end === end);
    const form = same.some((each) => each.form === 'exact') ? 'exact' : 'inflected';
    const owners = same.filter((each) => each.form === form);
    chosen.push({ start, end, form, ids: [...new Set(owners.map(({ id }) => id))] });
  }
  return chosen.sort((a, b) => a.start - b.start);
}

function longerFirst(a: Span, b: Span): number {
  const [ofA, ofB] = [a.end - a.start, b.end - b.start];
  return ofA === ofB ? a.start - b.start : ofB - ofA;
}

function signsOf(text: string, options: MatchOptions): Signs {
  const signs: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: character, index } of text.matchAll(CHARACTER)) {
    signs.push(signOf(character, options));
    starts.push(index);
    ends.push(index + character.length);
  }
  const offsets = [0];
  for (const sign of signs) offsets.push((offsets.at(-1) ?? 0) + sign.length);
  return { text: signs.join(''), offsets, starts, ends };
}

function signOf(character: string, { matchCase, matchAccents }: MatchOptions): string {
  if (character === SOFT) return SOFT;
  if (/^[\ufeff\u2060]$/.test(character)) return NIL;
  if (/^[\r\n]+$/.test(character)) return '\n';
  const accented = character.normalize('NFC');
  const bare =
    matchAccents === true
      ? accented
      : accented.normalize('NFD').replaceAll(ACCENTS, '').normalize('NFC');
  if (bare === '') return NIL;
  if (/^\s$/.test(bare)) return ' ';
  if (/^['’‘`]$/.test(bare)) return "'";
  if (/^["“”«»]$/.test(bare)) return '"';
  if (/^[-‐‑–]$/.test(bare)) return '-';
  const plain = matchAccents === true ? bare : bare.replace('ł', 'l').replace('Ł', 'L');
  if (matchCase === true) return plain;
  return plain.toLowerCase().replace('ς', 'σ');
}

function placesOf(
  name: Name,
  signs: Signs,
  options: MatchOptions,
): readonly Pick<NameHit, 'start' | 'end' | 'form'>[] {
  const text = name.text.normalize('NFC').replaceAll(INVISIBLE, '').trim();
  const words = text.split(/([\p{L}\p{M}]+)/u).filter((part) => part !== '');
  const changed = words.some((word) => inflected(word, name.language) !== undefined);
  const exact = words.map((word) => patternOf(word, options)).join(NO_LETTERS);
  const other = words
    .map((word) => {
      const form = inflected(word, name.language);
      if (form === undefined) return patternOf(word, options);
      const endings = (ENDINGS[form.paradigm] ?? []).map((each) =>
        each === '' ? '' : NO_LETTERS + patternOf(each, options),
      );
      const ending = `(?:${endings.join('|')})(?!${NO_LETTERS}${LETTER})`;
      return patternOf(form.stem, options) + ending;
    })
    .join(NO_LETTERS);
  return [
    ...tried(exact, signs).map((place) => ({ ...place, form: place.form })),
    ...(changed
      ? tried(other, signs).map((place) => ({ ...place, form: 'inflected' as const }))
      : []),
  ];
}

/** A pattern for signs that are those of the text, with nothing but invisible characters between. */
function patternOf(text: string, options: MatchOptions): string {
  const { text: signs } = signsOf(text, options);
  const visible = signs.replaceAll(UNSEEN, '');
  return Array.from(visible.replaceAll(/[ \n]+/g, ' '), (sign) => {
    if (sign === ' ') return SPACE;
    return sign === '-' ? HYPHEN : sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  }).join(NO_LETTERS);
}

function tried(pattern: string, signs: Signs): readonly Pick<NameHit, 'start' | 'end' | 'form'>[] {
  const places: Pick<NameHit, 'start' | 'end' | 'form'>[] = [];
  // A name does not end with the line break after its last hyphen.
  const ended = pattern.endsWith(HYPHEN) ? pattern.slice(0, -HYPHEN.length) + '-' : pattern;
  const whole = new RegExp(ended, 'uy');
  for (const [start, at] of signs.offsets.entries()) {
    whole.lastIndex = at;
    const match = whole.exec(signs.text)?.[0];
    if (match === undefined || match === '') continue;
    const form = formOf(signs.text, at, at + match.length);
    const end = signs.offsets.indexOf(at + match.length);
    if (form === undefined || end < 0) continue;
    places.push({ start: signs.starts[start] ?? 0, end: signs.ends[end - 1] ?? 0, form });
  }
  return places;
}

function formOf(text: string, start: number, end: number): NameHit['form'] | undefined {
  const visible = (part: string): string[] => Array.from(part.replaceAll(UNSEEN, ''));
  const bare = (part: string): string[] => visible(part).filter((sign) => !IS_MARK.test(sign));
  const [before = ' ', first = ' '] = [
    bare(text.slice(0, start)).at(-1),
    bare(text.slice(start))[0],
  ];
  const [last = ' ', after = ' '] = [bare(text.slice(0, end)).at(-1), visible(text.slice(end))[0]];
  if (IS_MARK.test(after)) return undefined;
  if (IS_LETTER.test(first) && IS_LETTER.test(before)) return undefined;
  if (IS_HANGUL.test(first) && IS_HANGUL.test(before)) return undefined;
  if ((IS_LETTER.test(last) || last === '.') && IS_LETTER.test(after)) return undefined;
  if (!IS_HANGUL.test(last) || !IS_HANGUL.test(after)) return 'exact';
  const [rest = ''] = HANGUL_RUN.exec(visible(text.slice(end)).join('')) ?? [];
  return PARTICLES.has(rest) ? 'inflected' : undefined;
}

/** A name that is one word with a capital, or all in capitals, is not meant by an ordinary word. */
function isMeant(name: string, words: string): boolean {
  const letters = words.replaceAll(/[^\p{L}]/gu, '');
  if (/^\p{Lu}{1,3}$/u.test(name)) return /^\p{Lu}+$/u.test(letters);
  if (/^\p{Lu}(?:\p{Lu}+|[\p{Ll}\p{Lo}]+)$/u.test(name)) return /^\p{Lu}/u.test(letters);
  return true;
}
