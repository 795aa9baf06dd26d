/** From the decision on suggestions to the operations that carry it out: one step of undo. */
import { annotateAll, codePointsOf } from '../operations/compositions';
import type { Operation } from '../operations/operation';
import type { SourceText } from '../text/sourceText';
import type { KnownName, Suggestion } from './suggestion';

/**
 * What the person takes suggestions for: mentions of an entity that there is, which gets `alias` as a
 * further name; mentions of a new one; times, each with the value that it was suggested with unless one
 * is given (`null` for none).
 */
export type Choice =
  | { readonly kind: 'entity'; readonly entity: string; readonly alias?: string }
  | { readonly kind: 'new'; readonly id: string; readonly type: string; readonly name: string }
  | { readonly kind: 'time'; readonly value?: string | null };

/** Who annotates, when that is written. */
interface Signature {
  readonly by?: string;
}

/** The type of an unknown name of which nothing shows what it is. */
const ANY_TYPE = 'other';

/**
 * What accepting a suggestion as it is means: the likeliest entity, a new one of the guessed type, or the
 * time. `idForName` gives the id of a new record (`operations/compositions`).
 */
export function proposedChoice(
  suggestion: Suggestion,
  idForName: (name: string) => string,
): Choice {
  switch (suggestion.kind) {
    case 'known': {
      const [entity] = suggestion.entities;
      const { alias } = suggestion;
      return { kind: 'entity', entity, ...(alias === undefined ? {} : { alias }) };
    }
    case 'unknown': {
      const { name, type = ANY_TYPE } = suggestion;
      return { kind: 'new', id: idForName(name), type, name };
    }
    case 'time':
      return { kind: 'time' };
  }
}

/** The operations that accept suggestions of one source, all as `choice` says. */
export function acceptance(
  source: string,
  text: SourceText,
  suggestions: readonly Suggestion[],
  choice: Choice,
  signature: Signature = {},
): readonly Operation[] {
  const passages = { source, text, spans: suggestions.map(({ span }) => span) };
  switch (choice.kind) {
    case 'entity': {
      const { entity, alias } = choice;
      const annotations = annotateAll(passages, { entity, ...signature });
      if (alias === undefined) return annotations;
      return [...annotations, { op: 'updateEntity', id: entity, addAliases: [alias] }];
    }
    case 'new': {
      const { id, type, name } = choice;
      const annotations = annotateAll(passages, { entity: id, ...signature });
      return [{ op: 'createEntity', id, type, name }, ...annotations];
    }
    case 'time':
      return suggestions.flatMap((suggestion) => {
        const own = suggestion.kind === 'time' ? suggestion.value : undefined;
        const value = choice.value === undefined ? own : choice.value;
        const valued = value === undefined || value === null ? {} : { value };
        const passage = { source, text, spans: [suggestion.span] };
        return annotateAll(passage, { type: 'time', ...valued, ...signature });
      });
  }
}

/**
 * The operations that reject suggestions of one source, so that they are not made again: a time is no
 * time, the name of one entity does not name it here, any other name is no name at all.
 */
export function rejection(
  source: string,
  text: SourceText,
  suggestions: readonly Suggestion[],
  signature: Signature = {},
): readonly Operation[] {
  return suggestions.map((suggestion) => ({
    op: 'reject',
    source,
    ...codePointsOf(text, suggestion.span),
    ...readingOf(suggestion),
    ...signature,
  }));
}

function readingOf(suggestion: Suggestion): { entity?: string } | { type?: 'time' } {
  switch (suggestion.kind) {
    case 'known':
      return isOne(suggestion) ? { entity: suggestion.entities[0] } : {};
    case 'unknown':
      return {};
    case 'time':
      return { type: 'time' };
  }
}

function isOne({ entities }: KnownName): boolean {
  return entities.length === 1;
}
