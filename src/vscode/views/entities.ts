/** The view of all entities with their mentions. */
import { EntitiesOutline } from '../../core/outline/entities';
import { SCHEMA_PATH } from '../../core/storage/paths';
import type { Services } from '../services';
import { registerRecordView } from './recordView';
import { setContext } from './sidebar';

const SORT_KEY = 'entities.sort';

export function registerEntities(services: Services): void {
  const { store, sidebar } = services;
  const { workspaceState } = services.context;
  if (workspaceState.get(SORT_KEY) === 'count') sidebar.sort = 'count';
  services.subscriptions.push(
    sidebar.onDidChange(() => void workspaceState.update(SORT_KEY, sidebar.sort)),
  );
  followSchema(services);
  const outline = new EntitiesOutline(store, sidebar.tallies);
  registerRecordView(services, {
    id: 'sourceAnnotator.entities',
    kind: 'entity',
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

/** Where there is no schema yet, the welcome text offers to make one. */
function followSchema({ store, loader, subscriptions }: Services): void {
  let isShown = true;
  const renew = (): void => {
    if (isShown) setContext('hasSchema', store.file(SCHEMA_PATH) !== undefined);
  };
  // Nobody is told to set up what is only not read yet.
  setContext('hasSchema', true);
  void loader.ready.then(renew);
  const stop = store.onDidChange(({ schemaChanged }) => {
    if (schemaChanged) renew();
  });
  subscriptions.push({
    dispose: () => {
      isShown = false;
      stop();
    },
  });
}
