/** Narrowing the sidebar down: words are typed and types are checked in one list, with the views following. */
import * as vscode from 'vscode';
import { NO_FILTER, type OutlineFilter } from '../../core/outline/filter';
import { count } from '../../core/outline/words';
import { entityTypeOf, eventTypeOf } from '../../core/schema/lookup';
import type { Services } from '../services';
import type { Command } from './command';

interface TypeChoice extends vscode.QuickPickItem {
  readonly type?: { readonly of: 'entity' | 'event'; readonly id: string };
}

const TYPING_PAUSE_MS = 120;

export const clearFilter: Command = ({ sidebar }) => {
  sidebar.filter = NO_FILTER;
};

/** Enter keeps the filter, Escape restores the one there was. */
export const filter: Command = (services) => {
  const { sidebar } = services;
  const before = sidebar.filter;
  const pick = vscode.window.createQuickPick<TypeChoice>();
  pick.title = 'Filter Sidebar';
  pick.placeholder = 'Type words of names, aliases or titles, and check the types to see';
  pick.canSelectMany = true;
  pick.items = choices(services);
  pick.selectedItems = pick.items.filter((choice) => isChosen(before, choice));
  pick.value = before.text;

  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAccepted = false;
  const apply = (): void => {
    clearTimeout(timer);
    sidebar.filter = filterOf(pick);
  };
  pick.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(apply, TYPING_PAUSE_MS);
  });
  pick.onDidChangeSelection(apply);
  pick.onDidAccept(() => {
    isAccepted = true;
    apply();
    pick.hide();
  });
  pick.onDidHide(() => {
    clearTimeout(timer);
    if (!isAccepted) sidebar.filter = before;
    pick.dispose();
  });
  pick.show();
};

/** The types that occur, always all of them: what is typed filters the sidebar, not this list. */
function choices({ store }: Services): TypeChoice[] {
  const { indexes, schema } = store;
  const entities = counted(indexes.liveEntities(), Object.keys(schema.entityTypes));
  const events = counted(indexes.liveEvents(), Object.keys(schema.eventTypes));
  return [
    { label: 'Entities', kind: vscode.QuickPickItemKind.Separator },
    ...entities.map(({ id, number }) => ({
      label: entityTypeOf(schema, id).label,
      description: count(number, 'entity', 'entities'),
      alwaysShow: true,
      type: { of: 'entity' as const, id },
    })),
    { label: 'Events', kind: vscode.QuickPickItemKind.Separator },
    ...events.map(({ id, number }) => ({
      label: eventTypeOf(schema, id).label,
      description: count(number, 'event'),
      alwaysShow: true,
      type: { of: 'event' as const, id },
    })),
  ];
}

/** In the order of the schema, then what it does not know. */
function counted(
  records: readonly { readonly type: string }[],
  declared: readonly string[],
): readonly { readonly id: string; readonly number: number }[] {
  const numbers = new Map(declared.map((id) => [id, 0]));
  for (const { type } of records) numbers.set(type, (numbers.get(type) ?? 0) + 1);
  return [...numbers].flatMap(([id, number]) => (number === 0 ? [] : [{ id, number }]));
}

function filterOf(pick: vscode.QuickPick<TypeChoice>): OutlineFilter {
  const ids = (of: 'entity' | 'event'): readonly string[] =>
    pick.selectedItems.flatMap(({ type }) => (type?.of === of ? [type.id] : []));
  return { text: pick.value.trim(), entityTypes: ids('entity'), eventTypes: ids('event') };
}

function isChosen({ entityTypes, eventTypes }: OutlineFilter, { type }: TypeChoice): boolean {
  if (type === undefined) return false;
  return (type.of === 'entity' ? entityTypes : eventTypes).includes(type.id);
}
