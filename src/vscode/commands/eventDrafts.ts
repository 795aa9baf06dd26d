/** Events that were begun and not finished, kept for the workspace, the latest first. */
import { readDrafts, type EventDraft } from '../../core/operations/eventDraft';
import type { Services } from '../services';

const KEY = 'eventDrafts';
const KEPT = 10;

export function draftsOf({ context }: Services): readonly EventDraft[] {
  return readDrafts(context.workspaceState.get<unknown>(KEY, []));
}

/** Takes the place of the draft on the same passage. */
export function keepDraft(services: Services, draft: EventDraft): void {
  write(services, [draft, ...without(services, draft)].slice(0, KEPT));
}

export function dropDraft(services: Services, draft: EventDraft): void {
  write(services, without(services, draft));
}

function without(services: Services, draft: EventDraft): readonly EventDraft[] {
  const isSame = (each: EventDraft): boolean =>
    each.source === draft.source && each.start === draft.start && each.end === draft.end;
  return draftsOf(services).filter((each) => !isSame(each));
}

function write({ context }: Services, drafts: readonly EventDraft[]): void {
  void context.workspaceState.update(KEY, drafts);
}
