/** The names of known entities in one source, with the likeliest entity of each. */
import { foldName } from '../matching/fold';
import { nameForm } from '../matching/newAlias';
import { BARE_RELATIONS } from './ordinaryWords';
import type { LocatedAnnotation } from '../store/locate';
import type { Span } from '../text/span';
import type { Findings } from './findings';
import type { KnownHit, ProjectNames } from './projectNames';
import type { Rejected } from './rejected';
import { Spans } from './spans';
import type { KnownName } from './suggestion';
import type { FoundName } from './unknownNames';
import type { SuggestionInput } from './suggestionsIn';

/** A place of the source that names an entity: annotated, or found. */
interface Place extends Span {
  readonly entity: string;
}

const FLAG = /\p{RI}{2}/gu;
const ACRONYM_IN_BRACKETS = /^\s?[（(](\p{Lu}[\p{Lu}\d.&-]{1,9})[)）]/u;

export class KnownNames {
  readonly #text: string;
  readonly #names: ProjectNames;
  readonly #findings: Findings;
  readonly #rejected: Rejected;
  readonly #uses: ReadonlyMap<string, number>;
  readonly #annotated: readonly Place[];
  /** The same by entity. */
  readonly #places: ReadonlyMap<string, readonly Place[]>;

  constructor(input: SuggestionInput, findings: Findings, rejected: Rejected) {
    this.#text = input.text.text;
    this.#names = input.names;
    this.#findings = findings;
    this.#rejected = rejected;
    this.#uses = input.uses ?? new Map();
    this.#annotated = placesOf(input.located);
    this.#places = byEntity(this.#annotated);
  }

  /** In text order, none overlapping another; those that were rejected are left out. */
  suggestions(): readonly KnownName[] {
    const { names: found } = this.#findings;
    const hits = this.#names.hits(this.#text).filter((hit) => this.#standsAlone(hit));
    const taken = new Spans(hits);
    const acronyms = this.#acronyms(hits);
    const byHit = hits.flatMap((hit) => this.#suggestion(hit) ?? []);
    const others = found
      .filter((name) => !taken.overlap(name))
      .flatMap((name) => this.#acronym(name, acronyms) ?? this.#similar(name) ?? []);
    const flags = [...this.#text.matchAll(FLAG)].flatMap(({ 0: flag, index }) => {
      const span = { start: index, end: index + flag.length };
      return taken.overlap(span) ? [] : (this.#similar(span) ?? []);
    });
    return [...byHit, ...others, ...flags].sort((a, b) => a.span.start - b.span.start);
  }

  /** Not when it is a part of a longer name: "China" in "China Daily". */
  #standsAlone(hit: KnownHit): boolean {
    const around = this.#findings.nameAround(hit);
    if (around === undefined) return hit.naming !== 'given';
    if (around.start === hit.start && around.end === hit.end) return true;
    const rest = this.#text.slice(hit.end, around.end).trim();
    return hit.start === around.start && BARE_RELATIONS.has(rest.toLowerCase());
  }

  #suggestion(hit: KnownHit): KnownName | undefined {
    const span = { start: hit.start, end: hit.end };
    const allowed = hit.entities.filter((id) => !this.#rejected.isNot(id, span));
    const [first, ...more] = this.#likeliestFirst(allowed, span);
    if (first === undefined) return undefined;
    const doubt = this.#doubtOf(hit, first, more.length);
    return { kind: 'known', span, entities: [first, ...more], ...doubt };
  }

  #doubtOf(
    { naming, inflected, start, end }: KnownHit,
    entity: string,
    others: number,
  ): Pick<KnownName, 'confidence' | 'doubt'> {
    if (others > 0) {
      return { confidence: 'doubtful', doubt: `${others + 1} entities have this name` };
    }
    const name = this.#names.entity(entity)?.name ?? entity;
    if (inflected) return { confidence: 'doubtful', doubt: `a form of “${name}”, it seems` };
    if (naming === 'name') return { confidence: 'sure' };
    const isHere = this.#places.has(entity);
    const doubt = `a part of “${name}”`;
    const words = this.#text.slice(start, end);
    const isWord = this.#findings.isWord(words);
    return {
      confidence: (naming === 'surname' || isHere) && !isWord ? 'likely' : 'doubtful',
      doubt,
    };
  }

  /** The nearest mentioned before the passage or after it, then the most used. */
  #likeliestFirst(entities: readonly string[], span: Span): readonly string[] {
    if (entities.length < 2) return entities;
    const nearness = new Map(entities.map((id) => [id, this.#distance(id, span)]));
    const rank = (id: string): number => nearness.get(id) ?? Infinity;
    return [...entities].sort((a, b) => {
      if (rank(a) !== rank(b)) return rank(a) - rank(b);
      const uses = (this.#uses.get(b) ?? 0) - (this.#uses.get(a) ?? 0);
      return uses === 0 ? (a < b ? -1 : 1) : uses;
    });
  }

  /** Of the nearest annotated mention of the entity; infinite without one. */
  #distance(entity: string, span: Span): number {
    let least = Infinity;
    for (const { start, end } of this.#places.get(entity) ?? []) {
      least = Math.min(least, Math.max(span.start - end, start - span.end));
    }
    return least;
  }

  /** What stands in brackets after a name and is made of its initials, by its letters. */
  #acronyms(hits: readonly KnownHit[]): ReadonlyMap<string, string> {
    const acronyms = new Map<string, string>();
    const hitPlaces = hits.flatMap(({ start, end, entities: [entity, other] }) =>
      other === undefined ? [{ start, end, entity }] : [],
    );
    for (const { start, end, entity } of [...this.#annotated, ...hitPlaces]) {
      const [, letters] = ACRONYM_IN_BRACKETS.exec(this.#text.slice(end, end + 16)) ?? [];
      if (letters === undefined) continue;
      if (areInitials(letters, this.#text.slice(start, end))) acronyms.set(letters, entity);
    }
    return acronyms;
  }

  #acronym(
    { start, end }: FoundName,
    acronyms: ReadonlyMap<string, string>,
  ): KnownName | undefined {
    const words = this.#text.slice(start, end);
    const entity = acronyms.get(words);
    if (entity === undefined || this.#rejected.isNot(entity, { start, end })) return undefined;
    const name = this.#names.entity(entity)?.name ?? entity;
    return {
      kind: 'known',
      span: { start, end },
      entities: [entity],
      alias: words,
      confidence: 'likely',
      doubt: `the initials of “${name}”`,
    };
  }

  #similar({ start, end }: Span): KnownName | undefined {
    const words = this.#text.slice(start, end);
    const span = { start, end };
    const [first, ...more] = this.#names
      .similarTo(words)
      .filter((id) => !this.#rejected.isNot(id, span));
    if (first === undefined) return undefined;
    const name = this.#names.entity(first)?.name ?? first;
    return {
      kind: 'known',
      span,
      entities: [first, ...more],
      alias: nameForm(words),
      confidence: 'likely',
      doubt: `like “${name}”`,
    };
  }
}

function placesOf(located: readonly LocatedAnnotation[]): readonly Place[] {
  return located.flatMap(({ record, spans }) => {
    const { entity } = record.annotation;
    return entity === undefined ? [] : spans.map((span) => ({ ...span, entity }));
  });
}

function byEntity(places: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const group = groups.get(place.entity);
    if (group === undefined) groups.set(place.entity, [place]);
    else group.push(place);
  }
  return groups;
}

/** Whether the letters are those that the words begin with, in their order; small words may be left out. */
function areInitials(letters: string, words: string): boolean {
  const initials = foldName(words)
    .split(/[\s-]+/)
    .map((word) => word.charAt(0));
  let at = 0;
  for (const letter of foldName(letters).replaceAll(/[^\p{L}]/gu, '')) {
    const found = initials.indexOf(letter, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return at > 0 && initials.length - letters.length <= 3;
}
