/** Suggestions of one kind, which are accepted or rejected together, and what lists say of a suggestion. */
import { formatEdtf } from '../dates/edtf';
import { foldName } from '../matching/fold';
import type { Entity } from '../model/records';
import type { Schema } from '../model/schema';
import { entityTypeOf } from '../schema/lookup';
import type { SourceText } from '../text/sourceText';
import type { Suggestion } from './suggestion';

/**
 * The same string for suggestions that are one decision: the same known entities by names that are as
 * sure, the same unknown name, the same words for a time.
 */
export function groupOf(suggestion: Suggestion, text: SourceText): string {
  const words = foldName(wordsOf(suggestion, text));
  switch (suggestion.kind) {
    case 'known': {
      const { confidence } = suggestion;
      const which = [...suggestion.entities].sort().join(' ');
      return `known ${confidence} ${which}${confidence === 'sure' ? '' : ` ${words}`}`;
    }
    case 'unknown':
      return `unknown ${foldName(suggestion.name)}`;
    case 'time':
      return `time ${words}`;
  }
}

/** The words of a suggestion as the text has them, on one line. */
export function wordsOf({ span }: Suggestion, { text }: SourceText): string {
  return text.slice(span.start, span.end).replaceAll(/\s+/g, ' ');
}

/** What a suggestion proposes, e.g. `Volodymyr Zelenskyy`, `new Person`, `June 2024`. */
export function describeSuggestion(
  suggestion: Suggestion,
  schema: Schema,
  entityOf: (id: string) => Entity | undefined,
): string {
  switch (suggestion.kind) {
    case 'known':
      return suggestion.entities.map((id) => entityOf(id)?.name ?? id).join(' or ');
    case 'unknown': {
      const { type } = suggestion;
      return `new ${type === undefined ? 'entity' : entityTypeOf(schema, type).label}`;
    }
    case 'time':
      return suggestion.value === undefined ? 'time' : formatEdtf(suggestion.value);
  }
}
