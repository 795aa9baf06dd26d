/** A comparison for programs. */
import { annotationFields, entityFields, eventFields, sourceFields } from '../../storage/fields';
import type { FieldMap } from '../../storage/emit';
import { rejectionFields } from '../../storage/rejections';
import type { Action, Change } from '../change';
import type { Comparison } from '../compare';
import type { ReportContext } from './context';

/**
 * `{ base, head, counts, changes }`. `before` and `after` have the keys of the files, and offsets in
 * code points as these have them; lines are one-based ranges of the files at `pathBefore` and `path`.
 */
export function jsonReport(
  { changes }: Comparison,
  { base, head }: Pick<ReportContext, 'base' | 'head'>,
): string {
  const report = { base, head, counts: countsOf(changes), changes: changes.map(entryOf) };
  return `${JSON.stringify(report, null, 2)}\n`;
}

type Counts = Readonly<Record<Action | 'all', number>> & {
  readonly kinds: Readonly<Record<string, number>>;
};

function countsOf(changes: readonly Change[]): Counts {
  const kinds: Record<string, number> = {};
  const actions = { added: 0, removed: 0, changed: 0 };
  for (const { kind, action } of changes) {
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    actions[action]++;
  }
  return { all: changes.length, ...actions, kinds };
}

/** Always with the same keys in the same order; what a change does not have is left out. */
function entryOf(change: Change): Readonly<Record<string, unknown>> {
  const { kind, action, path, pathBefore, aspects, lines } = change;
  const more: Readonly<Record<string, unknown>> = { ...change };
  return {
    kind,
    action,
    path,
    pathBefore,
    movedFrom: more['movedFrom'],
    source: more['source'],
    sourceBefore: more['sourceBefore'] ?? more['renamedFrom'],
    id: more['id'],
    other: more['other'],
    side: more['side'],
    isConflicted: more['isConflicted'],
    aspects,
    ...sidesOf(change),
    lines,
  };
}

function sidesOf(change: Change): { readonly before?: FieldMap; readonly after?: FieldMap } {
  switch (change.kind) {
    case 'annotation':
      return said(change.before, change.after, annotationFields);
    case 'rejection':
      return said(change.before, change.after, rejectionFields);
    case 'metadata':
      return said(change.before, change.after, sourceFields);
    case 'entity':
      return said(change.before, change.after, entityFields);
    case 'event':
      return said(change.before, change.after, eventFields);
    case 'schema':
    case 'text':
    case 'formatting':
    case 'unreadable':
      return {};
  }
}

function said<T>(
  before: T | undefined,
  after: T | undefined,
  fieldsOf: (value: T) => FieldMap,
): { readonly before?: FieldMap; readonly after?: FieldMap } {
  return {
    ...(before === undefined ? {} : { before: fieldsOf(before) }),
    ...(after === undefined ? {} : { after: fieldsOf(after) }),
  };
}
