/** `list entities`: those that stand for themselves, by id. */
import type { Entity } from '../../core/model/records';
import { alignedRows, plural } from '../terminal';
import type { Workspace } from '../workspace';
import { isOfType, type Filter } from './filter';

interface EntityRow extends Entity {
  /** How many annotations mention it, and in how many sources. */
  readonly mentions: number;
  readonly sources: number;
}

export function entityRows(workspace: Workspace, filter: Filter): readonly EntityRow[] {
  const { indexes, schema } = workspace.store;
  const participants = filter.event === undefined ? undefined : indexes.event(filter.event);
  const rows = indexes.liveEntities().flatMap((entity): readonly EntityRow[] => {
    const mentions = indexes.mentionsOf(entity.id);
    const fits =
      isOfType(schema, entity.type, filter.type) &&
      (filter.entity === undefined || filter.entity === entity.id) &&
      (filter.source === undefined || mentions.some(({ source }) => source === filter.source)) &&
      (filter.event === undefined ||
        participants?.participants.some((each) => indexes.entity(each.entity)?.id === entity.id) ===
          true);
    const sources = new Set(mentions.map(({ source }) => source)).size;
    return fits ? [{ ...entity, mentions: mentions.length, sources }] : [];
  });
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function entityText(workspace: Workspace, filter: Filter): string {
  return alignedRows(
    entityRows(workspace, filter).map(({ id, type, name, mentions, sources }) => {
      const count = `${plural(mentions, 'mention')} in ${plural(sources, 'source')}`;
      return [id, type, name, count];
    }),
  );
}
