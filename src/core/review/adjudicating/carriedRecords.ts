/** Records that annotations of another revision name, made in the files that the annotations go to. */
import type { Entity, EventRecord } from '../../model/records';
import type { CreateEntity, CreateEvent } from '../../operations/operation';
import { present } from '../../storage/decode';
import type { LayerRecords } from '../layers';

export class CarriedRecords {
  readonly #files: LayerRecords;
  readonly #operations: (CreateEntity | CreateEvent)[] = [];
  readonly #carried = new Map<string, string | undefined>();

  /** `files` are the records that are there already. */
  constructor(files: LayerRecords) {
    this.#files = files;
  }

  /** What makes the records that were asked for, in an order in which each finds those it names. */
  get operations(): readonly (CreateEntity | CreateEvent)[] {
    return this.#operations;
  }

  /**
   * The id under which the files have, or will have, the record that `from` has under `id`; absent when
   * neither has it.
   */
  carry(id: string, from: LayerRecords): string | undefined {
    if (this.#files.entity(id) !== undefined || this.#files.event(id) !== undefined) return id;
    if (this.#carried.has(id)) return this.#carried.get(id);
    const entity = from.entity(id);
    const event = from.event(id);
    // Two events may name each other: what comes round to itself is not there yet.
    this.#carried.set(id, undefined);
    const into = entity?.mergedInto ?? event?.mergedInto;
    if (into !== undefined) this.#carried.set(id, this.carry(into, from));
    else if (entity !== undefined) this.#make(id, createEntity(entity));
    else if (event !== undefined) this.#make(id, this.#createEvent(event, from));
    return this.#carried.get(id);
  }

  #make(id: string, operation: CreateEntity | CreateEvent): void {
    this.#operations.push(operation);
    this.#carried.set(id, id);
  }

  #createEvent(event: EventRecord, from: LayerRecords): CreateEvent {
    const { id, type, title, mode, date, place, status, note } = event;
    const participants = event.participants.flatMap(({ role, entity }) => {
      const carried = this.carry(entity, from);
      return carried === undefined ? [] : [{ role, entity: carried }];
    });
    return {
      op: 'createEvent',
      id,
      type,
      title,
      ...present({ mode, date, status, note }),
      // Words that are no record are a place, too.
      ...(place === undefined ? {} : { place: this.carry(place, from) ?? place }),
      ...(participants.length === 0 ? {} : { participants }),
    };
  }
}

/** Without relations and what was decided about duplicates: those are about other records, too. */
function createEntity({ id, type, name, aliases, links, note }: Entity): CreateEntity {
  return {
    op: 'createEntity',
    id,
    type,
    name,
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(Object.keys(links).length === 0 ? {} : { links }),
    ...present({ note }),
  };
}
