/** `list events`: those that stand for themselves, by date and then id. */
import type { SourceAccount } from '../../core/accounts/account';
import { accountsOf } from '../../core/accounts/accountsOf';
import { compareEdtf } from '../../core/dates/edtf';
import type { EventRecord } from '../../core/model/records';
import { alignedRows, plural } from '../terminal';
import type { Workspace } from '../workspace';
import { isOfType, type Filter } from './filter';

interface EventRow extends EventRecord {
  /** How many passages report it, and in how many sources. */
  readonly evidence: number;
  readonly sources: number;
}

/** With what each source says, and how that goes together with the record and the other sources. */
interface AccountedRow extends EventRow {
  readonly accounts: readonly SourceAccount[];
}

export function accountedRows(workspace: Workspace, filter: Filter): readonly AccountedRow[] {
  return eventRows(workspace, filter).map((row) => ({
    ...row,
    accounts: accountsOf(workspace.store, row.id)?.sources ?? [],
  }));
}

function eventRows(workspace: Workspace, filter: Filter): readonly EventRow[] {
  const { indexes, schema } = workspace.store;
  const rows = indexes.liveEvents().flatMap((event): readonly EventRow[] => {
    const evidence = indexes.evidenceOf(event.id);
    const takesPart = (id: string): boolean =>
      event.participants.some((each) => indexes.entity(each.entity)?.id === id);
    const fits =
      isOfType(schema, event.type, filter.type) &&
      (filter.event === undefined || filter.event === event.id) &&
      (filter.source === undefined || evidence.some(({ source }) => source === filter.source)) &&
      (filter.entity === undefined || takesPart(filter.entity));
    const sources = new Set(evidence.map(({ source }) => source)).size;
    return fits ? [{ ...event, evidence: evidence.length, sources }] : [];
  });
  return rows.sort((a, b) => {
    const order = compareEdtf(a.date, b.date);
    return order === 0 ? Number(a.id > b.id) - Number(a.id < b.id) : order;
  });
}

export function eventText(workspace: Workspace, filter: Filter): string {
  return alignedRows(
    eventRows(workspace, filter).map(({ id, type, title, date, evidence, sources }) => {
      const count = `${plural(evidence, 'passage')} in ${plural(sources, 'source')}`;
      return [date ?? '?', id, type, title, count];
    }),
  );
}
