/** Which codicon and colour stands for what, so that nothing is told by its colour alone. */
import { kindOf, type Annotation } from '../model/annotation';
import type { Schema } from '../model/schema';
import type { SourceProgress } from '../review/progress';
import { colorOf, entityTypeOf, eventColorOf } from '../schema/lookup';
import type { Indexes } from '../store/indexes';
import type { NodeIcon } from './node';

const ICONS: ReadonlyMap<string, string> = new Map([
  ['person', 'person'],
  ['organisation', 'organization'],
  ['place', 'location'],
  ['group', 'globe'],
  ['facility', 'home'],
  ['document', 'book'],
  ['conference', 'comment-discussion'],
  ['product', 'package'],
]);
const OTHER = 'tag';

export const SOURCE_ICON: NodeIcon = { name: 'file' };
export const EVENT_ICON: NodeIcon = { name: 'calendar', color: 'event' };

/** Of a source by how far it is: in a narrow sidebar there is no room for the words. */
export function sourceIcon(progress: SourceProgress): NodeIcon {
  if (progress === 'reviewed') return { name: 'verified' };
  return progress === 'done' ? { name: 'pass' } : SOURCE_ICON;
}

/** Of an event type, in its colour if it has one. */
export function eventTypeIcon(schema: Schema, typeId: string): NodeIcon {
  return { name: EVENT_ICON.name, color: eventColorOf(schema, typeId) ?? 'event' };
}

export const NOT_FOUND_ICON: NodeIcon = { name: 'warning' };

/** Of an entity type, or of the nearest more general type that has an icon. */
export function entityTypeIcon(schema: Schema, typeId: string): NodeIcon {
  const color = colorOf(schema, typeId);
  const seen = new Set<string>();
  for (let id: string | undefined = typeId; id !== undefined && !seen.has(id);) {
    const name = ICONS.get(id);
    if (name !== undefined) return { name, color };
    seen.add(id);
    id = entityTypeOf(schema, id).parent;
  }
  return { name: OTHER, color };
}

export function annotationIcon(schema: Schema, indexes: Indexes, annotation: Annotation): NodeIcon {
  switch (kindOf(annotation)) {
    case 'mention': {
      const type = indexes.entity(annotation.entity ?? '')?.type;
      return type === undefined
        ? { name: 'question', color: 'grey' }
        : entityTypeIcon(schema, type);
    }
    case 'evidence': {
      const type = indexes.event(annotation.event ?? '')?.type;
      return type === undefined ? EVENT_ICON : eventTypeIcon(schema, type);
    }
    case 'statement':
      return { name: 'quote', color: 'statement' };
    case 'time':
      return { name: 'watch', color: 'time' };
    case 'note':
      return { name: 'note', color: 'note' };
    case 'typed':
      return { name: OTHER, color: 'grey' };
  }
}
