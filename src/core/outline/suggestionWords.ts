/** What a suggestion says, in few words: for lists, the status bar and screen readers. */
import { foldName } from '../matching/fold';
import { entityTypeOf } from '../schema/lookup';
import type { Store } from '../store/store';
import { describeSuggestion } from '../suggestions/groups';
import type { Suggestion } from '../suggestions/suggestion';
import { entityTypeIcon } from './icons';
import type { NodeIcon } from './node';
import { dotted } from './words';

/** What would be annotated: `Xi Jinping`, `Paris or Paris Hilton?`, `new Person`, `June 2024`. */
export function meaningOf({ indexes, schema }: Store, suggestion: Suggestion): string {
  const meaning = describeSuggestion(suggestion, schema, (id) => indexes.entity(id));
  const isQuestion = suggestion.kind === 'known' && suggestion.entities.length > 1;
  return isQuestion ? `${meaning}?` : meaning;
}

/** What Enter would do, next to the words themselves: nothing of it that they say already. */
export function hintOf(store: Store, suggestion: Suggestion, words: string): string {
  const meaning = meaningOf(store, suggestion);
  if (suggestion.kind !== 'known' || suggestion.entities.length > 1) return meaning;
  const type = store.indexes.entity(suggestion.entities[0])?.type;
  const label = type === undefined ? undefined : entityTypeOf(store.schema, type).label;
  return dotted([foldName(words) === foldName(meaning) ? undefined : meaning, label]);
}

/** The kind of the suggestion for screen readers, who do not see its icon. */
export function kindWords({ indexes, schema }: Store, suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'known': {
      if (suggestion.entities.length > 1) return 'Known name of several entities';
      const type = indexes.entity(suggestion.entities[0])?.type ?? 'entity';
      return `Known name, ${entityTypeOf(schema, type).label}`;
    }
    case 'unknown':
      return 'Unknown name';
    case 'time':
      return 'Time';
  }
}

export function suggestionIcon({ indexes, schema }: Store, suggestion: Suggestion): NodeIcon {
  switch (suggestion.kind) {
    case 'known': {
      const type = indexes.entity(suggestion.entities[0])?.type;
      const isOne = suggestion.entities.length === 1 && type !== undefined;
      return isOne ? entityTypeIcon(schema, type) : { name: 'question', color: 'grey' };
    }
    case 'unknown':
      return suggestion.type === undefined
        ? { name: 'question', color: 'grey' }
        : entityTypeIcon(schema, suggestion.type);
    case 'time':
      return { name: 'watch', color: 'time' };
  }
}
