/** What the views of entities and of events have in common. */
import { filterWords, isFiltering } from '../../core/outline/filter';
import type { OutlineSubject } from '../../core/outline/node';
import type { LocatedAnnotation } from '../../core/store/locate';
import type { ViewId } from '../generated/manifest';
import type { Services } from '../services';
import { RecordDragging } from './dragging';
import { followCursor } from './follow';
import { described, OutlineView, type OutlineOfView, type ViewWords } from './outlineView';
import { setContext } from './sidebar';

export interface RecordViewOptions {
  readonly id: ViewId;
  readonly kind: 'entity' | 'event';
  readonly outline: OutlineOfView & {
    shown(): { readonly shown: number; readonly all: number };
  };
  /** Takes over filter and order. */
  readonly configure: () => void;
  readonly context: 'hasEntities' | 'hasEvents';
  /** Plural, for `3 of 78 entities`. */
  readonly noun: string;
  /** What is said after the name of the view when nothing is filtered. */
  readonly order: () => string;
  readonly recordOf: (located: LocatedAnnotation) => OutlineSubject | undefined;
}

export function registerRecordView(services: Services, options: RecordViewOptions): void {
  const { id, outline, configure, context } = options;
  let hasRecords: boolean | undefined;
  const beforeRefresh = (): ViewWords => {
    configure();
    const { shown, all } = outline.shown();
    if (hasRecords !== all > 0) setContext(context, all > 0);
    hasRecords = all > 0;
    return wordsOf(services, options, shown, all);
  };
  const dragging = new RecordDragging(options.kind);
  const outlineView = new OutlineView(services, { id, outline, beforeRefresh, dragging });
  services.subscriptions.push(
    services.sidebar.add((subject) => outlineView.reveal(subject, { focus: true, expand: true })),
  );
  followCursor(services, outlineView, options.recordOf);
  const stop = services.store.onDidChange(() => {
    outlineView.refresh();
  });
  services.subscriptions.push({ dispose: stop });
  services.subscriptions.push(
    services.sidebar.onDidChange(() => {
      outlineView.refreshNow();
    }),
  );
  services.subscriptions.push(
    outlineView.onDidSelect((subject) => {
      if (subject?.kind === 'entity' || subject?.kind === 'event') {
        services.decorations.select(subject);
      }
    }),
  );
}

/** With no hit the welcome text speaks, and a message would hide it. */
function wordsOf(
  services: Services,
  { noun, order }: RecordViewOptions,
  shown: number,
  all: number,
): ViewWords {
  const { store, sidebar } = services;
  const filtered = isFiltering(sidebar.filter) && all > 0;
  const words = filterWords(store.schema, sidebar.filter);
  return {
    description: described(services, filtered ? words : order()),
    message: filtered && shown > 0 ? `${shown} of ${all} ${noun}` : undefined,
  };
}
