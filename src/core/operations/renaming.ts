/** Another name for a record: what becomes of the old one, and who else has the new one. */
import { foldName } from '../matching/fold';
import type { Entity, EventRecord } from '../model/records';
import type { UpdateEntity, UpdateEvent } from './operation';

/**
 * Gives the entity another name; nothing when it has it already. The id stays. An alias that is the new name
 * goes; the old name becomes an alias with `keepAlias`, unless it differs in case, accents and the like only.
 */
export function renameEntity(
  entity: Entity,
  newName: string,
  keepAlias: boolean,
): readonly UpdateEntity[] {
  const name = newName.trim();
  if (name === '' || name === entity.name) return [];
  const isKept = keepAlias && foldName(entity.name) !== foldName(name);
  const isAlias = entity.aliases.some(({ text }) => text === name);
  return [
    {
      op: 'updateEntity',
      id: entity.id,
      name,
      ...(isAlias ? { removeAliases: [name] } : {}),
      ...(isKept ? { addAliases: [entity.name] } : {}),
    },
  ];
}

/** Gives the event another title; nothing when it has it already. */
export function renameEvent(event: EventRecord, newTitle: string): readonly UpdateEvent[] {
  const title = newTitle.trim();
  if (title === '' || title === event.title) return [];
  return [{ op: 'updateEvent', id: event.id, title }];
}

/** The other entities that go by the name, or have it as an alias: case, accents and the like do not count. */
export function namesakes(
  entities: Iterable<Entity>,
  except: string,
  name: string,
): readonly Entity[] {
  const key = foldName(name);
  if (key === '') return [];
  return [...entities].filter(
    ({ id, name: own, aliases }) =>
      id !== except &&
      [own, ...aliases.map(({ text }) => text)].some((each) => foldName(each) === key),
  );
}
