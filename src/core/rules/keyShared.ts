/** Types of the schema that the same key chooses. */
import type { EntityType, EventType } from '../model/schema';
import { editSchema } from '../storage/editSchema';
import { SCHEMA_PATH } from '../storage/paths';
import { byText } from './fix';
import type { Rule } from './rule';

export const keyShared: Rule = {
  code: 'key-shared',
  severity: 'warning',
  description: 'No two entity types, and no two event types, have the same key.',
  *check(file) {
    if (file.path !== SCHEMA_PATH) return;
    const { entityTypes, eventTypes } = file.schema;
    const sections: Readonly<Record<string, readonly (EntityType | EventType)[]>> = {
      entityTypes: Object.values(entityTypes),
      eventTypes: Object.values(eventTypes),
    };
    for (const [section, types] of Object.entries(sections)) {
      const owners = new Map<string, string>();
      for (const { id, key } of types) {
        if (key === undefined) continue;
        const first = owners.get(key.toLowerCase());
        if (first === undefined) {
          owners.set(key.toLowerCase(), id);
          continue;
        }
        yield {
          message: `The key “${key}” chooses “${first}” already, so it does not choose “${id}”.`,
          at: [section, id, 'key'],
          fixes: () =>
            byText(
              file,
              `Let “${id}” have no key`,
              editSchema(file.text, [section, id, 'key'], undefined),
            ),
        };
      }
    }
  },
};
