/** What the records that changes speak of are called. */
import type { Change, FieldAspect } from '../../core/review/change';
import { parseFile } from '../../core/storage/parse';
import { entityPath, eventPath } from '../../core/storage/paths';
import type { LoadedSide } from '../../node/revisionPair';

const ID = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/;
const IDS = /[a-z0-9]+(?:-+[a-z0-9]+)*/g;

/** By id; the name that a record has on the newer side goes before that on the older one. */
export async function recordNames(
  changes: readonly Change[],
  before: LoadedSide,
  after: LoadedSide,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set<string>();
  for (const change of changes) addIdsOfChange(change, ids);
  const names = new Map<string, string>();
  for (const side of [before, after]) {
    const paths = [...ids].flatMap((id) => [entityPath(id), eventPath(id)]);
    const texts = await side.read(paths.filter((path) => side.has(path)));
    for (const [path, text] of texts) {
      const content = parseFile(path, text)?.content;
      if (content?.kind === 'entity') names.set(content.entity.id, content.entity.name);
      if (content?.kind === 'event') names.set(content.event.id, content.event.title);
    }
  }
  return names;
}

/** A value is an id, or, in what an aspect says, has ids in it. */
function addIds(value: unknown, ids: Set<string>): void {
  if (typeof value === 'string') {
    if (ID.test(value)) ids.add(value);
  } else if (Array.isArray(value)) {
    for (const each of value) addIds(each, ids);
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) addIds(each, ids);
  }
}

function addIdsOf({ before, after }: FieldAspect, ids: Set<string>): void {
  for (const words of [before, after]) {
    for (const [id] of words?.matchAll(IDS) ?? []) ids.add(id);
  }
}

/** What stands around the ids of a change: places, paths, quotes. */
function addIdsOfChange(change: Change, ids: Set<string>): void {
  for (const aspect of change.aspects) if (typeof aspect === 'object') addIdsOf(aspect, ids);
  if ('other' in change) addIds(change.other, ids);
  if (!('before' in change) && !('after' in change)) return;
  for (const side of [change.before, change.after]) {
    if (side !== undefined && 'targets' in side) {
      const { entity, event, roles } = side;
      addIds([entity, event, roles], ids);
    } else addIds(side, ids);
  }
}
