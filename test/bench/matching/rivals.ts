/**
 * Other ways of finding the same names, given everything that they do not do themselves for nothing: a text that is
 * folded already, in which single spaces stand where names have them.
 */
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import { LongestFirst } from '../../../src/core/matching/matcher/candidates';
import { type Casing, casingOf, fits } from '../../../src/core/matching/matcher/casing';
import {
  Characters,
  HANGUL,
  NOTHING,
  SPACE,
  WORD,
} from '../../../src/core/matching/matcher/characters';
import { Edges } from '../../../src/core/matching/matcher/edges';
import { keyOf } from '../../../src/core/matching/matcher/keys';
import { koreanParticles } from '../../../src/core/matching/matcher/particles';
import type { Span } from '../../../src/core/text/span';

const LONGEST_GAP = 200;
const LINE_BREAK = 0x0a;

export interface Rival {
  readonly name: string;
  /** In the text as it was. */
  readonly spans: () => readonly Span[];
}

/** A text as the rivals get it, and where its characters stood. */
export interface Folded {
  readonly text: string;
  readonly original: string;
  readonly places: Int32Array;
}

export function foldedText(original: string): Folded {
  const characters = new Characters();
  const units: number[] = [];
  const places: number[] = [];
  for (let at = 0; at < original.length; at += 1) {
    const unit = characters.fold(original.charCodeAt(at));
    if (unit === NOTHING) continue;
    places.push(at);
    if (unit !== SPACE) {
      units.push(unit);
      continue;
    }
    const [spaces = ' '] = /^\s+/.exec(original.slice(at, at + LONGEST_GAP)) ?? [];
    units.push(spaces.split(/\r?\n/).length > 2 ? LINE_BREAK : SPACE);
    at += spaces.length - 1;
  }
  const text = Buffer.from(Uint16Array.from(units).buffer).toString('utf16le');
  return { text, original, places: Int32Array.from(places) };
}

export function ahoCorasick(names: readonly string[], folded: Folded): Rival {
  const filter = new Filter(names, folded);
  const automaton = new AhoCorasick([...filter.keys]);
  return {
    name: '@monyone/aho-corasick, fast',
    spans: () =>
      filter.chosen(
        automaton.matchInText(folded.text).map(({ begin, end }) => ({ start: begin, end })),
      ),
  };
}

/** One alternation between what is no letter, the longest name first: for scripts that have such edges. */
export function alternation(names: readonly string[], folded: Folded): Rival {
  const filter = new Filter(names, folded);
  const keys = [...filter.keys].sort((a, b) => b.length - a.length);
  const escaped = keys.map((key) => key.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:${escaped.join('|')})(?![\\p{L}\\p{N}_])`,
    'gu',
  );
  return {
    name: 'one RegExp',
    spans: () =>
      filter.chosen(
        Array.from(folded.text.matchAll(pattern), ({ 0: words, index }) => ({
          start: index,
          end: index + words.length,
        })),
      ),
  };
}

/** Whole words in a fitting case, the longest first: what we do as well. */
class Filter {
  readonly keys: ReadonlySet<string>;
  readonly #characters = new Characters();
  readonly #edges = new Edges(this.#characters, koreanParticles());
  readonly #casings = new Map<string, Set<Casing>>();
  readonly #folded: Folded;

  constructor(names: readonly string[], folded: Folded) {
    this.#folded = folded;
    for (const name of names) {
      const key = keyOf(this.#characters, name);
      this.#casings.set(key, (this.#casings.get(key) ?? new Set()).add(casingOf(name)));
    }
    this.keys = new Set(this.#casings.keys());
  }

  chosen(found: readonly Span[]): readonly Span[] {
    const { places } = this.#folded;
    const whole = found
      .filter((span) => this.#isName(span))
      .map(({ start, end }) => ({
        start: places[start] ?? 0,
        end: (places[end - 1] ?? 0) + 1,
        key: 0,
        isJoined: false,
      }))
      .sort((a, b) => a.start - b.start);
    const chosen: Span[] = [];
    const choice = new LongestFirst((first) => chosen.push(first));
    for (const each of whole) choice.add(each);
    choice.flush();
    return chosen;
  }

  #isName({ start, end }: Span): boolean {
    const { text, original, places } = this.#folded;
    const first = this.#characters.kind(text.charCodeAt(start));
    const isInside =
      (first === WORD || first === HANGUL) && this.#edges.kindBefore(text, start) === first;
    if (isInside || this.#edges.endsAt(text, start, end) === 'no') return false;
    const words = original.slice(places[start] ?? 0, (places[end - 1] ?? 0) + 1);
    const casings = this.#casings.get(text.slice(start, end)) ?? [];
    return [...casings].some((casing) => fits(casing, words));
  }
}
