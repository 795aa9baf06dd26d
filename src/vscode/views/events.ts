/** The view of all events with their participants and evidence. */
import { EventsOutline } from '../../core/outline/events';
import type { Services } from '../services';
import { registerRecordView } from './recordView';

export function registerEvents(services: Services): void {
  const { store, sidebar } = services;
  const outline = new EventsOutline(store, sidebar.tallies);
  registerRecordView(services, {
    id: 'sourceAnnotator.events',
    kind: 'event',
    outline,
    configure: () => {
      outline.configure(sidebar.filter);
    },
    context: 'hasEvents',
    noun: 'events',
    order: () => '',
    recordOf: ({ record }) => {
      const { event } = record.annotation;
      return event === undefined
        ? undefined
        : { kind: 'event', id: store.indexes.event(event)?.id ?? event };
    },
  });
}
