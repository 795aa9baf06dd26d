/** Choosing a type, the likeliest first; a first letter is enough to find one. */
import { entityTypeIcon, eventTypeIcon } from '../../core/outline/icons';
import { spaced } from '../../core/outline/words';
import { entityTypeOf, eventTypeOf } from '../../core/schema/lookup';
import type { Services } from '../services';
import type { Answer, Prompt } from './answer';
import { themeIcon } from './icons';
import { pickFrom } from './pickOne';

/** `types` are all ids in the order in which they are listed. */
export function pickEntityType(
  { store }: Services,
  prompt: Prompt,
  types: readonly string[],
): Promise<Answer<string>> {
  const choices = types.map((id) => {
    const { label, description, key } = entityTypeOf(store.schema, id);
    const iconPath = themeIcon(entityTypeIcon(store.schema, id));
    return { value: id, label, iconPath, ...keyed(key), ...detail(description) };
  });
  return pickFrom({ ...prompt, placeholder: 'Type of the entity; a letter finds it', choices });
}

export function pickEventType(
  { store }: Services,
  prompt: Prompt,
  types: readonly string[],
): Promise<Answer<string>> {
  const choices = types.map((id) => {
    const { label, description, key } = eventTypeOf(store.schema, id);
    const iconPath = themeIcon(eventTypeIcon(store.schema, id));
    return { value: id, label, iconPath, ...keyed(key), ...detail(description) };
  });
  return pickFrom({
    ...prompt,
    placeholder: 'Type of the event; its first letters find it',
    choices,
  });
}

/** Ids as they are shown: a hyphen is a space. */
export function idLabel(id: string): string {
  const words = spaced(id);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The key that chooses the type is shown behind its label. */
function keyed(key: string | undefined): { readonly key?: string; readonly description?: string } {
  return key === undefined ? {} : { key, description: `[${key}]` };
}

function detail(description: string | undefined): { readonly detail?: string } {
  return description === undefined ? {} : { detail: description };
}
