/**
 * An analyst who goes through the suggestions of the sources in text order and knows what is right: how
 * many decisions and keys that takes. The model of the keys:
 *
 * - accept, accept all of this kind, reject: 1 each; taking the proposed body ranges: 1 a source.
 * - accept as another entity: 1, and the keys to pick it; as a new one of another type than the guessed:
 *   1, 1 for “create”, and the keys to pick the type; a time with another value: 1, its characters, 1.
 * - what is not suggested: 1 to move there, 1 for each word to select when the name at the caret is not
 *   the passage, 2 for the chord, and the keys to pick or create the entity.
 * - to pick: down to it, or the letters that bring it to the top, whichever is less, and Enter.
 * - a further name of an entity that there is: 1 to take it as an alias.
 */
import { guessTypes } from '../../src/core/matching/guessType';
import { nameForm, newAlias } from '../../src/core/matching/newAlias';
import { rankEntities } from '../../src/core/matching/candidates';
import type { Operation } from '../../src/core/operations/operation';
import { idForName } from '../../src/core/operations/compositions';
import type { SourceMetadata } from '../../src/core/model/records';
import { entityTypeOf } from '../../src/core/schema/lookup';
import { locate } from '../../src/core/store/locate';
import { acceptance, rejection, type Choice } from '../../src/core/suggestions/acceptance';
import { bodyRangesOf } from '../../src/core/suggestions/boilerplate';
import { Findings } from '../../src/core/suggestions/findings';
import { groupOf } from '../../src/core/suggestions/groups';
import { ProjectNames } from '../../src/core/suggestions/projectNames';
import type { Suggestion } from '../../src/core/suggestions/suggestion';
import { suggestionsIn } from '../../src/core/suggestions/suggestionsIn';
import { nameAt } from '../../src/core/text/names';
import type { SourceText } from '../../src/core/text/sourceText';
import { overlaps, type Span } from '../../src/core/text/span';
import { carryOut, workspace, type Workspace } from '../core/workspace';

/** What is right: a mention with the entity of the corpus, or a time with its value. */
export interface Right extends Span {
  readonly entity?: { readonly id: string; readonly type: string; readonly name: string };
  readonly value?: string;
}

export interface Offer {
  readonly suggestion: Suggestion;
  readonly words: string;
  /** Absent when nothing right has these edges. */
  readonly right?: Right;
  /** The entity or the value that was proposed is the right one. */
  readonly isMeant: boolean;
}

export interface Passed {
  readonly keys: number;
  readonly decisions: number;
  readonly offers: readonly Offer[];
  /** What was tagged by hand. */
  readonly missed: readonly Right[];
}

export interface Going {
  readonly path: string;
  readonly text: SourceText;
  readonly metadata: SourceMetadata;
  readonly rights: readonly Right[];
}

/** What one decision comes to. */
interface Decision {
  readonly keys: number;
  readonly operations: readonly Operation[];
  readonly offers: readonly Offer[];
}

const BEFORE = 80;

export class Analyst {
  readonly #at: Workspace;
  /** From the ids of the corpus to those of the records that were made. */
  readonly #ids = new Map<string, string>();
  readonly #recent: string[] = [];

  constructor(sources: Readonly<Record<string, string>>) {
    this.#at = workspace({}, sources);
  }

  goThrough({ path, text, metadata, rights }: Going): Passed {
    const { title, publisher, published, language } = metadata;
    const said = { title, publisher, published, language };
    const body = bodyRangesOf(text.text);
    const ranges = body.map(
      ({ start, end }) =>
        [text.codePoints.fromUtf16(start), text.codePoints.fromUtf16(end)] as const,
    );
    const setSource: Operation = {
      op: 'setSource',
      source: path,
      ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
      body: ranges,
    };
    carryOut(this.#at, [setSource]);
    const isWhole = body.length === 1 && body[0]?.start === 0 && body[0].end === text.text.length;
    const passed = { keys: isWhole ? 0 : 1, decisions: isWhole ? 0 : 1 };
    const offers: Offer[] = [];
    const missed: Right[] = [];
    const left = [...rights];
    const findings = new Findings(text);
    for (;;) {
      const suggestions = this.#suggestions(path, text, findings);
      const [next] = suggestions;
      const unoffered = left.find(
        (right) =>
          (next === undefined || right.start <= next.span.start) &&
          !suggestions.some(
            (each) => overlaps(each.span, right) && rightOf(each, left) !== undefined,
          ),
      );
      if (unoffered !== undefined) {
        const { keys, operations } = this.#byHand(path, text, unoffered);
        this.#carryOut(operations);
        passed.keys += keys;
        passed.decisions += 1;
        missed.push(unoffered);
        // What has other edges than the passage that is tagged goes with it: an offer that was wrong.
        const gone = suggestions.filter(({ span }) => overlaps(span, unoffered));
        offers.push(...gone.map((each) => this.#offer(text, each, left)));
        left.splice(left.indexOf(unoffered), 1);
        continue;
      }
      if (next === undefined) return { ...passed, offers, missed };
      const decision = this.#decide(path, text, next, suggestions, left);
      passed.keys += decision.keys;
      passed.decisions += 1;
      this.#carryOut(decision.operations);
      offers.push(...decision.offers);
      for (const { right } of decision.offers) {
        if (right !== undefined) left.splice(left.indexOf(right), 1);
      }
    }
  }

  #suggestions(path: string, text: SourceText, findings: Findings): readonly Suggestion[] {
    const { indexes, schema } = this.#at.store;
    return suggestionsIn({
      text,
      located: locate(text, indexes.annotationsOf(path)),
      rejections: indexes.rejectionsOf(path),
      names: new ProjectNames(indexes.liveEntities(), schema),
      schema,
      metadata: indexes.source(path),
      findings,
    });
  }

  #decide(
    path: string,
    text: SourceText,
    next: Suggestion,
    all: readonly Suggestion[],
    left: readonly Right[],
  ): Decision {
    const right = rightOf(next, left);
    if (right === undefined) {
      const offers = [this.#offer(text, next, left)];
      return { keys: 1, operations: rejection(path, text, [next]), offers };
    }
    const group = groupOf(next, text);
    const kind = all.filter((each) => groupOf(each, text) === group);
    const isAlike = kind.every((each) => {
      const other = rightOf(each, left);
      return (
        other !== undefined && other.entity?.id === right.entity?.id && this.#isMeant(each, other)
      );
    });
    const taken = isAlike ? kind : [next];
    const offers = taken.map((each) => this.#offer(text, each, left));
    const { choice, keys } = this.#choice(path, text, next, right);
    return { keys, operations: acceptance(path, text, taken, choice), offers };
  }

  #offer({ text }: SourceText, suggestion: Suggestion, left: readonly Right[]): Offer {
    const right = rightOf(suggestion, left);
    const words = text.slice(suggestion.span.start, suggestion.span.end);
    const isMeant = right !== undefined && this.#isMeant(suggestion, right);
    return { suggestion, words, isMeant, ...(right === undefined ? {} : { right }) };
  }

  /** What is chosen, and its keys. */
  #choice(
    path: string,
    text: SourceText,
    next: Suggestion,
    right: Right,
  ): { readonly choice: Choice; readonly keys: number } {
    const { entity } = right;
    if (entity === undefined) {
      const value = right.value ?? null;
      const isMeant = this.#isMeant(next, right);
      return { choice: { kind: 'time', value }, keys: isMeant ? 1 : 2 + (value ?? '').length };
    }
    const id = this.#ids.get(entity.id);
    const words = nameForm(text.text.slice(right.start, right.end));
    if (id === undefined) {
      const isMeant = this.#isMeant(next, right);
      const before = text.text.slice(Math.max(0, right.start - BEFORE), right.start);
      const choice = this.#created(entity, words);
      return { choice, keys: isMeant ? 1 : 2 + this.#keysForType(entity.type, words, before) };
    }
    const alias = this.#aliasOf(id, words);
    const added = alias === undefined ? {} : { alias };
    const choice = { kind: 'entity', entity: id, ...added } as const;
    if (this.#isMeant(next, right)) return { choice, keys: 1 };
    return { choice, keys: 1 + this.#keysToPick(path, id, words) + (alias === undefined ? 0 : 1) };
  }

  #byHand(path: string, text: SourceText, right: Right): Omit<Decision, 'offers'> {
    const { entity, start, end } = right;
    const quote = text.text.slice(start, end);
    const atCaret = nameAt(text.text, start);
    const isAtCaret = atCaret !== undefined && isSame(atCaret, right);
    const reached = 1 + (isAtCaret ? 0 : quote.split(/\s+/).length) + 2;
    const span = { start, end };
    const suggestion: Suggestion = { kind: 'unknown', span, name: quote, confidence: 'likely' };
    if (entity === undefined) {
      const value = right.value ?? null;
      const operations = acceptance(path, text, [suggestion], { kind: 'time', value });
      return { keys: reached + (value ?? '').length + 1, operations };
    }
    const words = nameForm(quote);
    const id = this.#ids.get(entity.id);
    if (id === undefined) {
      const before = text.text.slice(Math.max(0, start - BEFORE), start);
      const choice = this.#created(entity, words);
      const keys = reached + 1 + this.#keysForType(entity.type, words, before);
      return { keys, operations: acceptance(path, text, [suggestion], choice) };
    }
    const alias = this.#aliasOf(id, words);
    const choice = {
      kind: 'entity',
      entity: id,
      ...(alias === undefined ? {} : { alias }),
    } as const;
    const keys = reached + this.#keysToPick(path, id, words) + (alias === undefined ? 0 : 1);
    return { keys, operations: acceptance(path, text, [suggestion], choice) };
  }

  #created(entity: NonNullable<Right['entity']>, name: string): Choice {
    const id = idForName(this.#at.store, name);
    this.#ids.set(entity.id, id);
    return { kind: 'new', id, type: entity.type, name };
  }

  #aliasOf(id: string, words: string): string | undefined {
    const entity = this.#at.store.indexes.entity(id);
    return entity === undefined ? undefined : newAlias(entity, words);
  }

  #isMeant(suggestion: Suggestion, { entity, value }: Right): boolean {
    switch (suggestion.kind) {
      case 'known':
        return entity !== undefined && suggestion.entities[0] === this.#ids.get(entity.id);
      case 'unknown': {
        const isNew = entity !== undefined && !this.#ids.has(entity.id);
        return isNew && suggestion.type === entity.type;
      }
      case 'time':
        return suggestion.value === value;
    }
  }

  #keysForType(type: string, words: string, before: string): number {
    const { schema } = this.#at.store;
    const ids = guessTypes(schema, words, before, new Map());
    const labels = ids.map((id) => entityTypeOf(schema, id).label);
    const wanted = entityTypeOf(schema, type).label;
    const typed = (letters: number): number => {
      const start = wanted.slice(0, letters).toLowerCase();
      return labels.filter((label) => label.toLowerCase().startsWith(start)).indexOf(wanted);
    };
    return leastKeys(wanted.length, typed);
  }

  #keysToPick(path: string, id: string, words: string): number {
    const { indexes } = this.#at.store;
    const inSource = new Set(
      indexes.annotationsOf(path).flatMap(({ annotation }) => annotation.entity ?? []),
    );
    const name = indexes.entity(id)?.name ?? '';
    const asked = {
      entities: indexes.liveEntities(),
      recent: this.#recent,
      inSource,
      selected: words,
    };
    const typed = (letters: number): number => {
      const ranked = rankEntities({ ...asked, text: name.slice(0, letters) });
      return ranked.findIndex(({ entity }) => entity.id === id);
    };
    return leastKeys(name.length, typed);
  }

  #carryOut(operations: readonly Operation[]): void {
    for (const operation of operations) {
      if (operation.op === 'annotate' && typeof operation.entity === 'string') {
        this.#recent.unshift(operation.entity);
      }
    }
    carryOut(this.#at, operations);
  }
}

/** Of the letters to type, and the steps down that are left, the fewest, and Enter. */
function leastKeys(most: number, placeAfter: (letters: number) => number): number {
  let least = Infinity;
  for (let letters = 0; letters <= Math.min(most, least); letters += 1) {
    const place = placeAfter(letters);
    if (place >= 0) least = Math.min(least, letters + place);
  }
  return least + 1;
}

function rightOf({ kind, span }: Suggestion, left: readonly Right[]): Right | undefined {
  return left.find(
    (right) => isSame(span, right) && (right.entity === undefined) === (kind === 'time'),
  );
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
