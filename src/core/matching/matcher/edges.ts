/** Whether what stands around a place lets it be a whole name. */
import {
  type Characters,
  COMPOSING,
  DROPPED,
  FREE,
  HANGUL,
  MARK,
  OTHER,
  SKIPPED,
  WORD,
} from './characters';

const FULL_STOP = 0x2e;
const JOINER = '\u200d';
const PICTURE = /\p{Extended_Pictographic}/u;
const ENDS_WITH_PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?$/u;
/** The first halves of flags' letters and of pictures, and the skin colours among the second halves. */
const PICTURES = 0xd83c;
const [FIRST_FLAG, LAST_FLAG] = [0xdde6, 0xddff];
const [FIRST_COLOUR, LAST_COLOUR] = [0xdffb, 0xdfff];
/** So far back, in letters, the row of flags in front of one is counted; even, as a row of whole flags is. */
const LONGEST_ROW = 256;

export class Edges {
  readonly #characters: Characters;
  readonly #particles: ReadonlySet<string>;

  constructor(characters: Characters, particles: ReadonlySet<string>) {
    this.#characters = characters;
    this.#particles = particles;
  }

  /** The kind of the character before `at` that is really there: no accent, nothing invisible. */
  kindBefore(text: string, at: number): number {
    for (let before = at - 1; before >= 0; before -= 1) {
      const kind = this.#characters.kind(text.charCodeAt(before));
      if (kind <= HANGUL) return kind;
    }
    return OTHER;
  }

  /** After the accents that belong to the letter before `at`. */
  withAccents(text: string, at: number): number {
    let end = at;
    while (end < text.length && this.#characters.kind(text.charCodeAt(end)) === DROPPED) end += 1;
    return end;
  }

  /** Whether a name may end at `end`: `joined` when only with the particle that stands there. */
  endsAt(text: string, start: number, end: number): 'no' | 'alone' | 'joined' {
    const { kinds } = this.#characters;
    const before = kinds[text.charCodeAt(end - 1)] ?? OTHER;
    const beside = end < text.length ? kinds[text.charCodeAt(end)] : OTHER;
    if (before === WORD && beside === WORD) return 'no';
    if (before !== OTHER && before <= HANGUL && beside === OTHER) return 'alone';
    const last = this.kindBefore(text, end);
    const next = this.#next(text, end);
    const after = this.#kindAt(text, next);
    if (after === MARK || after === COMPOSING) return 'no';
    if (last === WORD) return after === WORD ? 'no' : 'alone';
    if (last === HANGUL) return after === HANGUL ? this.#withParticle(text, next) : 'alone';
    if (last === FREE) return 'alone';
    if (after === WORD && this.#endsWithStop(text, end)) return 'no';
    return cutsPicture(text, start, end) ? 'no' : 'alone';
  }

  #withParticle(text: string, from: number): 'no' | 'joined' {
    let particle = '';
    for (let at = from; at < text.length; at += 1) {
      const kind = this.#kindAt(text, at);
      if (kind === SKIPPED || kind === DROPPED) continue;
      if (kind !== HANGUL && !isJamo(text.charCodeAt(at))) break;
      particle += text.charAt(at);
    }
    return this.#particles.has(particle.normalize('NFC')) ? 'joined' : 'no';
  }

  #endsWithStop(text: string, end: number): boolean {
    let last = end - 1;
    while (this.#kindAt(text, last) === DROPPED) last -= 1;
    return text.charCodeAt(last) === FULL_STOP;
  }

  #next(text: string, from: number): number {
    let at = from;
    for (let kind = this.#kindAt(text, at); kind === SKIPPED || kind === DROPPED;) {
      at += 1;
      kind = this.#kindAt(text, at);
    }
    return at;
  }

  #kindAt(text: string, at: number): number {
    return at < text.length ? this.#characters.kind(text.charCodeAt(at)) : OTHER;
  }
}

/** A vowel or last consonant of a syllable in parts. */
function isJamo(code: number): boolean {
  return code >= 0x1160 && code <= 0x11ff;
}

/** Whether the place is a part of a picture that is made of several, or half of a flag. */
function cutsPicture(text: string, start: number, end: number): boolean {
  if (joinsPictures(text, start - 1) || joinsPictures(text, end)) return true;
  const after = text.charCodeAt(end + 1);
  if (text.charCodeAt(end) === PICTURES && after >= FIRST_COLOUR && after <= LAST_COLOUR)
    return true;
  if (!isFlagLetter(text, start)) return false;
  let letters = 0;
  while (letters < LONGEST_ROW && isFlagLetter(text, start - 2 * (letters + 1))) letters += 1;
  return letters % 2 === 1 || !isWholeFlag(text, start, end);
}

function joinsPictures(text: string, at: number): boolean {
  if (text.charAt(at) !== JOINER) return false;
  const after = String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
  return PICTURE.test(after) && ENDS_WITH_PICTURE.test(text.slice(Math.max(0, at - 3), at));
}

/** Whether the row of flags' letters that the place ends in, if any, is cut between two flags. */
function isWholeFlag(text: string, start: number, end: number): boolean {
  let flags = 0;
  while (end - 2 * (flags + 1) >= start && isFlagLetter(text, end - 2 * (flags + 1))) flags += 1;
  return flags % 2 === 0 || !isFlagLetter(text, end);
}

function isFlagLetter(text: string, at: number): boolean {
  const second = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === PICTURES && second >= FIRST_FLAG && second <= LAST_FLAG;
}
