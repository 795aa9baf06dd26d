/** The run of words that make up one proper name. */
import {
  LEADING_PARTICLES,
  PARTICLES,
  WEAK_HEAD_NOUNS,
  WIDE_HEAD_NOUNS,
  HEAD_NOUNS,
} from './nameLists';
import {
  divides,
  isFunctionWord,
  isHead,
  isPart,
  isTitle,
  nextWord,
  type Line,
} from './nameBoundaries';

/** Indexes of the first and last word, both inclusive. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}

/** How a capitalised word goes on to another: side by side, "de", "of the", "for", "and". */
interface Link {
  readonly to: number;
  readonly kind: 'beside' | 'particle' | 'of' | 'for' | 'and';
}

const MOST_BETWEEN = 3;
const OPENING_QUOTE = /["'“‘„«‹「『《]/;
const CLOSING_QUOTE = /["'”’“»›」』》]/;

/** The name that the capitalised word or the particle at `index` is part of, if it is part of one. */
export function properName(line: Line, index: number): WordRange | undefined {
  const part = isPart(line, index) ? index : partBefore(line, index);
  if (part === undefined) return leadingParticle(line, index);
  const quoted = quotedName(line, part);
  if (quoted !== undefined) return quoted;
  if (isFunctionWord(line, part)) return { first: part, last: part };
  const range = { first: firstOf(line, part), last: lastOf(line, part) };
  return { ...range, first: withLeadingParticle(line, range.first) };
}

function lastOf(line: Line, index: number): number {
  let at = index;
  for (let link = linkAfter(line, at); link !== undefined; link = linkAfter(line, at)) {
    if (!holds(line, at, link)) return at;
    at = link.to;
  }
  return at;
}

function firstOf(line: Line, index: number): number {
  let at = index;
  for (let found = linkTo(line, at); found !== undefined; found = linkTo(line, at)) {
    const nested = found.link.kind === 'of' && isNameByItself(line, at);
    if (nested || !holds(line, found.from, found.link)) return at;
    at = found.from;
  }
  return at;
}

/** All of a quotation that is nothing but capitalised words side by side: a title or a name. */
function quotedName(line: Line, index: number): WordRange | undefined {
  let { first, last } = { first: index, last: index };
  while (isPart(line, last + 1) && nextWord(line, last) !== undefined) last += 1;
  while (isPart(line, first - 1) && nextWord(line, first - 1) !== undefined) first -= 1;
  const start = line.words[first]?.start ?? 0;
  const end = line.words[last]?.outerEnd ?? 0;
  const inQuotes =
    OPENING_QUOTE.test(line.text.charAt(start - 1)) && CLOSING_QUOTE.test(line.text.charAt(end));
  if (first === last || !inQuotes || hasTitle(line, first, last)) return undefined;
  return { first, last };
}

function hasTitle(line: Line, first: number, last: number): boolean {
  for (let at = first; at <= last; at += 1) if (isTitle(line, at)) return true;
  return false;
}

/** The part before the lower-case word at `index`, when a name goes on across that word. */
function partBefore(line: Line, index: number): number | undefined {
  for (let at = index - 1; at >= Math.max(0, index - MOST_BETWEEN); at -= 1) {
    if (!isPart(line, at)) continue;
    const link = linkAfter(line, at);
    return link !== undefined && link.to > index && holds(line, at, link) ? at : undefined;
  }
  return undefined;
}

function linkTo(line: Line, index: number): { from: number; link: Link } | undefined {
  for (let from = index - 1; from >= Math.max(0, index - MOST_BETWEEN - 1); from -= 1) {
    if (!isPart(line, from)) continue;
    const link = linkAfter(line, from);
    return link?.to === index ? { from, link } : undefined;
  }
  return undefined;
}

function linkAfter(line: Line, index: number): Link | undefined {
  const between: string[] = [];
  for (let at = index; between.length <= MOST_BETWEEN; at += 1) {
    const next = nextWord(line, at);
    if (next === undefined) return undefined;
    if (isPart(line, at + 1)) {
      const kind = kindOf(between);
      return kind === undefined ? undefined : { to: at + 1, kind };
    }
    between.push(next.lower);
  }
  return undefined;
}

function kindOf(between: readonly string[]): Link['kind'] | undefined {
  if (between.length === 0) return 'beside';
  if (between.every((word) => PARTICLES.has(word))) return 'particle';
  if (between.length > 1 && (between.length > 2 || between[1] !== 'the')) return undefined;
  switch (between[0]) {
    case 'of':
      return 'of';
    case 'for':
    case 'on':
      return 'for';
    case 'and':
      return between.length === 1 ? 'and' : undefined;
    default:
      return undefined;
  }
}

/** Whether both ends of the link are in one name. */
function holds(line: Line, from: number, link: Link): boolean {
  switch (link.kind) {
    case 'beside':
      return !divides(line, from);
    case 'particle':
      return !stands(line, from) && !stands(line, link.to);
    case 'of':
      if (isTitle(line, from))
        return isTitle(line, link.to) && line.words[link.to]?.lower === 'state';
      return isHead(line.words[from]) && !isFunctionWord(line, link.to);
    case 'for':
      return isWideHead(line, from) && !stands(line, link.to);
    case 'and':
      return isListedField(line, from) && !stands(line, link.to) && !isHead(line.words[link.to]);
  }
}

/** Whether the word is no part of a longer name: a title or a function word. */
function stands(line: Line, index: number): boolean {
  return isTitle(line, index) || isFunctionWord(line, index);
}

function isWideHead(line: Line, index: number): boolean {
  return isHead(line.words[index]) && WIDE_HEAD_NOUNS.has(line.words[index]?.lower ?? '');
}

/** Whether the word ends the first field of "Ministry of Labour and Social Affairs". */
function isListedField(line: Line, index: number): boolean {
  let at = index;
  for (let found = linkTo(line, at); found !== undefined; found = linkTo(line, at)) {
    const { from, link } = found;
    if (link.kind === 'of' || link.kind === 'for') return isWideHead(line, from);
    if (link.kind !== 'beside' || divides(line, from)) return false;
    at = from;
  }
  return false;
}

/** Whether the words from `index` on name an institution without what "of" sets before them. */
function isNameByItself(line: Line, index: number): boolean {
  let at = index;
  while (linkAfter(line, at)?.kind === 'beside' && !divides(line, at)) at += 1;
  const last = line.words[at]?.lower ?? '';
  return at > index && HEAD_NOUNS.has(last) && !WEAK_HEAD_NOUNS.has(last);
}

/** "von der Leyen" without a first name. */
function withLeadingParticle(line: Line, first: number): number {
  for (let at = first - 1; at >= Math.max(0, first - 2); at -= 1) {
    const lower = line.words[at]?.text ?? '';
    if (!PARTICLES.has(lower) || nextWord(line, at) === undefined) return first;
    if (LEADING_PARTICLES.has(lower)) return at;
  }
  return first;
}

function leadingParticle(line: Line, index: number): WordRange | undefined {
  for (let at = index + 1; at <= index + 2; at += 1) {
    if (nextWord(line, at - 1) === undefined) return undefined;
    if (!isPart(line, at)) continue;
    if (isFunctionWord(line, at) || isTitle(line, at)) return undefined;
    const first = withLeadingParticle(line, at);
    return first <= index ? { first, last: lastOf(line, at) } : undefined;
  }
  return undefined;
}
