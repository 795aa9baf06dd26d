/** Who takes part in an event, as nodes, and what the target of a role is called. */
import type { EventRecord } from '../model/records';
import type { Store } from '../store/store';
import { EVENT_ICON, entityTypeIcon } from './icons';
import { childId, type NodeIcon, type OutlineNode, type OutlineSubject } from './node';
import { shortQuote } from './passages';
import { spaced } from './words';

interface Named {
  readonly name: string;
  readonly icon: NodeIcon;
  readonly subject?: Extract<OutlineSubject, { readonly kind: 'entity' | 'event' }>;
}

/** The participants in the order of the record, then the place; each role of an entity once. */
export function participantNodes(
  store: Store,
  event: EventRecord,
  parent: string,
): readonly OutlineNode[] {
  const { participants, place } = event;
  const places = place === undefined ? [] : [{ role: 'place', entity: place }];
  const nodes = new Map<string, OutlineNode>();
  for (const { role, entity } of [...participants, ...places]) {
    const { name, icon, subject } = named(store, entity);
    const id = childId(parent, `${role} ${subject?.id ?? entity}`);
    nodes.set(id, {
      id,
      kind: 'participant',
      label: name,
      description: spaced(role),
      icon,
      spoken: `${spaced(role)}: ${name}`,
      ...(subject === undefined ? {} : { subject }),
    });
  }
  return [...nodes.values()];
}

/** The name that a role's target goes by: a record's, or that of an annotation of the same source. */
export function targetName(store: Store, source: string, target: string): string {
  const { indexes } = store;
  const record = indexes.entity(target)?.name ?? indexes.event(target)?.title;
  if (record !== undefined) return record;
  const annotation = indexes
    .annotationsWithId(target)
    .find((each) => each.source === source)?.annotation;
  if (annotation === undefined) return target;
  return indexes.entity(annotation.entity ?? '')?.name ?? shortQuote(annotation);
}

/** A place may be free text: it then stands for itself. */
function named(store: Store, id: string): Named {
  const entity = store.indexes.entity(id);
  if (entity !== undefined) {
    return {
      name: entity.name,
      icon: entityTypeIcon(store.schema, entity.type),
      subject: { kind: 'entity', id: entity.id },
    };
  }
  const event = store.indexes.event(id);
  if (event !== undefined) {
    return { name: event.title, icon: EVENT_ICON, subject: { kind: 'event', id: event.id } };
  }
  return { name: id, icon: { name: 'circle-outline' } };
}
