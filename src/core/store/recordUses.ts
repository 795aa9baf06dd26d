/** Which files name which records: what has to be read when a record is merged or deleted. */
import {
  namedByAnnotation,
  namedByEntity,
  namedByEvent,
  namedByRejection,
} from '../model/namedRecords';
import type { FileContent } from '../storage/parse';
import type { StoredRecord } from './store';

export class RecordUses {
  /** Record id → path of a file → how often it names the record. */
  readonly #uses = new Map<string, Map<string, number>>();

  /** Sorted; the file of the record itself only where it names itself. */
  filesNaming(id: string): readonly string[] {
    return [...(this.#uses.get(id)?.keys() ?? [])].sort();
  }

  add(record: StoredRecord): void {
    for (const id of namedBy(record)) {
      const files = this.#uses.get(id) ?? new Map<string, number>();
      this.#uses.set(id, files.set(record.path, (files.get(record.path) ?? 0) + 1));
    }
  }

  remove(record: StoredRecord): void {
    for (const id of namedBy(record)) {
      const files = this.#uses.get(id);
      const left = (files?.get(record.path) ?? 0) - 1;
      if (left > 0) files?.set(record.path, left);
      else files?.delete(record.path);
      if (files?.size === 0) this.#uses.delete(id);
    }
  }
}

/** Whether the file names the record with this id as anything. */
export function namesRecord(content: FileContent, id: string): boolean {
  switch (content.kind) {
    case 'annotations':
      return (
        content.annotations.some((each) => namedByAnnotation(each).includes(id)) ||
        content.rejected.some((each) => namedByRejection(each).includes(id))
      );
    case 'entity':
      return namedByEntity(content.entity).includes(id);
    case 'event':
      return namedByEvent(content.event).includes(id);
    case 'schema':
      return false;
  }
}

function namedBy(record: StoredRecord): readonly string[] {
  switch (record.kind) {
    case 'annotation':
      return namedByAnnotation(record.annotation);
    case 'rejection':
      return namedByRejection(record.rejection);
    case 'entity':
      return namedByEntity(record.entity);
    case 'event':
      return namedByEvent(record.event);
    case 'source':
      return [];
  }
}
