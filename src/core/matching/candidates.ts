/** Which entity is meant: the candidates for a passage, the likeliest first. */
import type { Entity } from '../model/records';
import { NameIndex, prepareName, type PreparedEntity, type PreparedName } from './names';

export interface EntityQuery {
  /** The entities, or an index of them: without one the names are prepared anew for every query. */
  readonly entities: Iterable<Entity> | NameIndex;
  /** What was typed to filter the list; the empty string keeps all entities. */
  readonly text: string;
  /** The passage in the source for which an entity is looked for. */
  readonly selected?: string;
  /** Ids of the entities used last, latest first. */
  readonly recent: readonly string[];
  /** Ids of the entities that are mentioned in the source. */
  readonly inSource: ReadonlySet<string>;
  /** At most so many results. */
  readonly limit?: number;
}

/**
 * Why an entity is where it is in the list: `name` and `alias` are the same as the text, `partial` has
 * words in common with a name or alias, `type` and `id` match the filter, `source` and `recent` are
 * near at hand.
 */
type RankReason = 'name' | 'alias' | 'partial' | 'source' | 'recent' | 'type' | 'id' | 'other';

export interface RankedEntity {
  readonly entity: Entity;
  /** Only comparable within one result. */
  readonly score: number;
  readonly reason: RankReason;
  /** The alias that matched, as it is written, when it was not the name. */
  readonly matchedAlias?: string;
}

interface Match {
  readonly score: number;
  readonly reason: RankReason;
  readonly matchedAlias?: string;
}

/** How much more one reason counts than another; within one, up to 40 for the extent of the match. */
const SAME_NAME = 1000;
const SAME_ALIAS = 900;
const PARTIAL = 500;
const ID = 300;
const TYPE = 200;
const IN_SOURCE = 50;
/** For the latest; each one before it counts one less. */
const RECENT = 25;
const EXTENT = 40;

/** Shorter starts of words say too little of a passage; in a filter each letter was meant. */
const START_IN_PASSAGE = 3;
const START_IN_FILTER = 1;

/**
 * The candidates for a passage. Without a filter text all entities: first those with the selected words
 * as name or alias, then those whose name has words in common with them, then those of this source,
 * the recent ones, and the rest in alphabetical order. With a filter text only the entities of which a name,
 * alias, type or id has every word of it, at the start of a word or inside; again the same name first.
 */
export function rankEntities(query: EntityQuery): readonly RankedEntity[] {
  const index =
    query.entities instanceof NameIndex ? query.entities : new NameIndex(query.entities);
  const selected = query.selected === undefined ? undefined : prepareName(query.selected);
  const filter = prepareName(query.text);
  const recency = new Map([...query.recent].reverse().map((id, at, all) => [id, all.length - at]));
  const ranked: RankedEntity[] = [];
  for (const prepared of index.prepared) {
    const { entity } = prepared;
    const filtered = filter.key === '' ? undefined : filterMatch(prepared, filter);
    if (filter.key !== '' && filtered === undefined) continue;
    const named = selected === undefined ? undefined : selectionMatch(prepared, selected);
    const nearby = nearbyMatch(entity.id, recency.get(entity.id), query.inSource);
    // Of what the filter leaves, what fits the passage too comes first among equals.
    const tie = filtered === undefined ? 0 : (named?.score ?? 0) / SAME_NAME;
    const match = filtered ?? named;
    const score = (match?.score ?? 0) + nearby.score + tie;
    ranked.push({ entity, ...nearby, ...match, score });
  }
  // Sorting is stable: equal scores stay in the alphabetical order of the index.
  ranked.sort((a, b) => b.score - a.score);
  return query.limit === undefined ? ranked : ranked.slice(0, query.limit);
}

function nearbyMatch(
  id: string,
  recency: number | undefined,
  inSource: ReadonlySet<string>,
): Match {
  const recent = recency === undefined ? 0 : Math.max(1, RECENT + 1 - recency);
  if (inSource.has(id)) return { score: IN_SOURCE + recent, reason: 'source' };
  return { score: recent, reason: recency === undefined ? 'other' : 'recent' };
}

/** How the name or an alias fits the selected words: the same, or some words in common. */
function selectionMatch(prepared: PreparedEntity, selected: PreparedName): Match | undefined {
  if (selected.key === '') return undefined;
  return bestOf(prepared, (name) => {
    if (name.key === selected.key) return 'same';
    return Math.max(
      shareOf(selected, name, START_IN_PASSAGE),
      shareOf(name, selected, START_IN_PASSAGE),
    );
  });
}

/** How the entity fits the filter: every word of it must be found. */
function filterMatch(prepared: PreparedEntity, filter: PreparedName): Match | undefined {
  const named = bestOf(prepared, (name) => {
    if (name.key === filter.key) return 'same';
    return Math.max(
      shareOf(filter, name, START_IN_FILTER),
      name.key.includes(filter.key) ? 0.1 : 0,
    );
  });
  if (named !== undefined) return named;
  const words = wordsOf(filter);
  if (everyIn(words, prepared.idWords)) return { score: ID, reason: 'id' };
  if (everyIn(words, prepared.typeWords)) return { score: TYPE, reason: 'type' };
  const names = [prepared.name, ...prepared.aliases].map((name) => name.words);
  const anywhere = [...names, prepared.idWords, prepared.typeWords].join('');
  return everyIn(words, anywhere) ? { score: PARTIAL / 2, reason: 'partial' } : undefined;
}

/** The best fit among the names of an entity; of equally good ones the name, then the first alias. */
function bestOf(
  { name, aliases }: PreparedEntity,
  fit: (name: PreparedName) => 'same' | number,
): Match | undefined {
  const own = fit(name);
  if (own === 'same') return { score: SAME_NAME, reason: 'name' };
  let best: Match | undefined = partial(own);
  for (const alias of aliases) {
    const share = fit(alias);
    if (share === 'same') return { score: SAME_ALIAS, reason: 'alias', matchedAlias: alias.text };
    const match = partial(share);
    if (match !== undefined && match.score > (best?.score ?? 0)) {
      best = { ...match, matchedAlias: alias.text };
    }
  }
  return best;
}

function partial(share: number): Match | undefined {
  return share === 0 ? undefined : { score: PARTIAL + EXTENT * share, reason: 'partial' };
}

/**
 * Which share of the letters of the `whole` name the words of `part` make, in (0, 1]. Each must be a word
 * of it, an initial, or (then the share counts half) a start of at least `start` letters; 0 when one of
 * them is none of these, or when nothing but initials fits. Where words are not separated, it is enough
 * that the one contains the other.
 */
function shareOf(part: PreparedName, whole: PreparedName, start: number): number {
  if (part.unspaced && whole.key.includes(part.key)) return part.key.length / whole.key.length;
  if (part.words.length > whole.words.length) return 0;
  let worth = 1;
  let longest = 0;
  for (const word of wordsOf(part)) {
    longest = Math.max(longest, word.length);
    if (whole.words.includes(` ${word} `)) continue;
    if (word.length > 1 && word.length < start) return 0;
    if (!whole.words.includes(` ${word}`)) return 0;
    if (word.length > 1) worth = 0.5;
  }
  return longest < 2 ? 0 : (worth * part.words.length) / whole.words.length;
}

function wordsOf(name: PreparedName): readonly string[] {
  return name.words === '' ? [] : name.words.slice(1, -1).split(' ');
}

/** Whether every word is inside one of the others. */
function everyIn(words: readonly string[], others: string): boolean {
  return words.length > 0 && words.every((word) => others.includes(word));
}
