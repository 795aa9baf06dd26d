/** The view of all entities with their mentions. */
import { EntitiesOutline } from '../../core/outline/entities';
import type { Services } from '../services';
import { registerRecordView } from './recordView';

const SORT_KEY = 'entities.sort';

export function registerEntities(services: Services): void {
  const { store, sidebar } = services;
  const { workspaceState } = services.context;
  if (workspaceState.get(SORT_KEY) === 'count') sidebar.sort = 'count';
  services.subscriptions.push(
    sidebar.onDidChange(() => void workspaceState.update(SORT_KEY, sidebar.sort)),
  );
  const outline = new EntitiesOutline(store, sidebar.tallies);
  registerRecordView(services, {
    id: 'sourceAnnotator.entities',
    outline,
    configure: () => {
      outline.configure(sidebar.filter, sidebar.sort);
    },
    context: 'hasEntities',
    noun: 'entities',
    order: () => (sidebar.sort === 'count' ? 'by mentions' : ''),
    recordOf: ({ record }) => {
      const { entity } = record.annotation;
      return entity === undefined
        ? undefined
        : { kind: 'entity', id: store.indexes.entity(entity)?.id ?? entity };
    },
  });
}
