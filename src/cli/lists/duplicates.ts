/** `list duplicates`: pairs of records that may be one, the likeliest first. */
import { duplicateEntities, type Duplicate } from '../../core/matching/duplicates';
import { duplicateEvents } from '../../core/matching/duplicateEvents';
import { alignedRows } from '../terminal';
import type { Workspace } from '../workspace';
import { annotationsFor, isOfType, type Filter } from './filter';

interface DuplicateRow extends Duplicate {
  /** In the order of `ids`, as the following. */
  readonly names: readonly [string, string];
  readonly types: readonly [string, string];
}

/** With a source both records have to be in it; with a type one of them has to have it. */
export function duplicateRows(workspace: Workspace, filter: Filter): readonly DuplicateRow[] {
  const { indexes, schema } = workspace.store;
  const inSource = idsIn(workspace, filter);
  const found = [
    ...duplicateEntities(indexes.liveEntities()),
    ...duplicateEvents(indexes.liveEvents()),
  ];
  return found.flatMap((duplicate): readonly DuplicateRow[] => {
    const [one, other] = duplicate.ids.map((id) => {
      const entity = duplicate.kind === 'entity' ? indexes.entity(id) : undefined;
      const event = duplicate.kind === 'event' ? indexes.event(id) : undefined;
      return { name: entity?.name ?? event?.title ?? id, type: entity?.type ?? event?.type ?? '' };
    });
    if (one === undefined || other === undefined) return [];
    const fits =
      [filter.entity, filter.event].every((id) => id === undefined || duplicate.ids.includes(id)) &&
      [one, other].some(({ type }) => isOfType(schema, type, filter.type)) &&
      (inSource === undefined || duplicate.ids.every((id) => inSource.has(id)));
    const names = [one.name, other.name] as const;
    return fits ? [{ ...duplicate, names, types: [one.type, other.type] }] : [];
  });
}

export function duplicateText(workspace: Workspace, filter: Filter): string {
  return alignedRows(
    duplicateRows(workspace, filter).map(({ ids, score, reason }) => [
      ids[0],
      ids[1],
      `${Math.round(score * 100)} %`,
      reason,
    ]),
  );
}

/** The records that the source is about, those that others were merged into. */
function idsIn(workspace: Workspace, { source }: Filter): ReadonlySet<string> | undefined {
  if (source === undefined) return undefined;
  const { indexes } = workspace.store;
  const named = annotationsFor(workspace, { source }).flatMap(({ annotation }) => {
    const { entity, event } = annotation;
    return [
      entity === undefined ? undefined : indexes.entity(entity)?.id,
      event === undefined ? undefined : indexes.event(event)?.id,
    ];
  });
  return new Set(named.filter((id) => id !== undefined));
}
