/** The names of all entities of a project, to be found in texts: whole, in part, and alike. */
import { foldName } from '../matching/fold';
import { NameMatcher, type Name } from '../matching/matcher/nameMatcher';
import type { Entity } from '../model/records';
import type { Schema } from '../model/schema';
import { BUILTIN_SCHEMA } from '../schema/builtin';
import { isKindOf } from '../schema/lookup';
import type { Span } from '../text/span';
import { partsOf } from './personNames';
import { SimilarNames } from './similarNames';

/** How words name an entity: by a name of the record, or by a part of the name of a person. */
export type Naming = 'name' | 'surname' | 'given';

/** A place where a text has a name of one entity or several. */
export interface KnownHit extends Span {
  /** In the order in which the entities were given; several share the name. */
  readonly entities: readonly [string, ...string[]];
  readonly naming: Naming;
  /** In another form than the record has it: with a Korean particle, or a Slavic ending. */
  readonly inflected: boolean;
}

/** Ids in the matcher: what kind of name it is, then the id of the entity. */
const MARKS: Readonly<Record<Naming, string>> = { name: '=', surname: '~', given: '?' };
const NAMINGS: readonly Naming[] = ['name', 'surname', 'given'];

const CASED = /[\p{Lu}\p{Lt}]/u;
const ACRONYM = /^[\p{Lu}\d.&]{1,6}$/u;

/** A value: after a change build a new one from the entities. */
export class ProjectNames {
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #matcher: NameMatcher;
  readonly #similar: SimilarNames;
  /** The names as they are written, by entity and key. */
  readonly #written = new Map<string, string[]>();

  /** `entities` are those that stand for themselves, without merged ones. */
  constructor(entities: Iterable<Entity>, schema: Schema = BUILTIN_SCHEMA) {
    const all = [...entities];
    this.#entities = new Map(all.map((entity) => [entity.id, entity]));
    this.#matcher = new NameMatcher(all.flatMap((entity) => this.#namesOf(entity, schema)));
    this.#similar = new SimilarNames(all, ({ type }) => isKindOf(schema, type, 'person'));
  }

  entity(id: string): Entity | undefined {
    return this.#entities.get(id);
  }

  /** In text order, none overlapping another, the longest first. */
  hits(text: string, within?: Span): readonly KnownHit[] {
    return this.#matcher.hits(text, within).flatMap(({ start, end, ids, form }) => {
      const words = text.slice(start, end);
      const inflected = form === 'inflected';
      for (const naming of NAMINGS) {
        const [first, ...more] = ids
          .filter((id) => id.startsWith(MARKS[naming]))
          .map((id) => id.slice(1))
          .filter((id) => this.#isWritten(id, words, naming, inflected));
        if (first === undefined) continue;
        return [{ start, end, entities: [first, ...more] as const, naming, inflected }];
      }
      return [];
    });
  }

  /** Entities of which a name is spelled much like `words`, also in another script; the most alike first. */
  similarTo(words: string): readonly string[] {
    return this.#similar.to(words);
  }

  #namesOf(entity: Entity, schema: Schema): readonly Name[] {
    const { id } = entity;
    const own = [{ text: entity.name }, ...entity.aliases];
    const names = own.map((name): Name => ({ ...name, id: MARKS.name + id }));
    for (const { text } of own) this.#note(id, text);
    if (!isKindOf(schema, entity.type, 'person')) return names;
    const keys = new Set(own.map(({ text }) => foldName(text)));
    const parts = own.flatMap(({ text }) => partsOf(text));
    return [
      ...names,
      ...parts.flatMap(({ text, naming }): readonly Name[] => {
        const key = foldName(text);
        if (keys.has(key)) return [];
        keys.add(key);
        this.#note(id, text);
        return [{ text, id: MARKS[naming] + id }];
      }),
    ];
  }

  #note(id: string, text: string): void {
    const key = writtenKey(id, text);
    const known = this.#written.get(key);
    if (known === undefined) this.#written.set(key, [text]);
    else known.push(text);
  }

  /** Whether the case of the words is that of the name, as far as it matters: "us" is no "US". */
  #isWritten(id: string, words: string, naming: Naming, inflected: boolean): boolean {
    const written = this.#written.get(writtenKey(id, words));
    if (inflected || written === undefined) return startsAlike(words);
    return written.some((name) => {
      if (ACRONYM.test(name) && CASED.test(name)) return words === words.toUpperCase();
      return !CASED.test(name) || (naming === 'name' ? CASED.test(words) : startsAlike(words));
    });
  }
}

function writtenKey(id: string, words: string): string {
  return `${id} ${foldName(words)}`;
}

/** With a capital, or of a script without capitals. */
function startsAlike(words: string): boolean {
  return /^[^\p{L}]*(?:\p{Lu}|\p{Lt}|\p{Lo})/u.test(words);
}
