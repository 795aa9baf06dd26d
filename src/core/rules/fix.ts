/** What can be done about a finding, as data: hosts offer it by its title and carry it out. */
import type { Operation } from '../operations/operation';
import type { TextEdit } from '../text/edits';
import { commonPrefix, commonSuffix } from '../text/similarity';

interface Titled {
  /** For a menu: begins with a verb, and names what will stand there or go. */
  readonly title: string;
  /** Whether it may be taken without looking at the others; at most one of a finding. */
  readonly isPreferred: boolean;
}

/** One step of undo, done by `perform`: refused when the files do not allow it any more. */
interface OperationsFix extends Titled {
  readonly kind: 'operations';
  readonly operations: readonly Operation[];
}

/** Edits of the text of one file as it is now, which may be one that does not parse. */
interface EditFix extends Titled {
  readonly kind: 'edit';
  readonly path: string;
  readonly edits: readonly TextEdit[];
}

export type Fix = OperationsFix | EditFix;

/** The file that a fix edits. */
export interface EditedFile {
  readonly path: string;
  readonly text: string;
}

export function byOperations(
  title: string,
  operations: readonly Operation[],
  isPreferred = false,
): Fix {
  return { kind: 'operations', title, isPreferred, operations };
}

/** None when there is no new text, or the same. */
export function byText(
  { path, text }: EditedFile,
  title: string,
  after: string | undefined,
  isPreferred = false,
): readonly Fix[] {
  if (after === undefined || after === text) return [];
  const start = commonPrefix(text, after);
  const same = commonSuffix(text.slice(start), after.slice(start));
  const edits = [
    { start, end: text.length - same, newText: after.slice(start, after.length - same) },
  ];
  return [{ kind: 'edit', title, isPreferred, path, edits }];
}

/** Preferred ones first, otherwise in the order given. */
export function inOrder(fixes: readonly Fix[]): readonly Fix[] {
  return [...fixes].sort((a, b) => Number(b.isPreferred) - Number(a.isPreferred));
}

/** Several fixes of one file as one; none when there are fewer than two, or they touch one another. */
export function together(fixes: readonly Fix[]): readonly Fix[] {
  const title = `Fix all ${fixes.length} of this kind in the file`;
  const [first] = fixes;
  if (first === undefined || fixes.length < 2) return [];
  if (first.kind === 'operations') {
    const operations = fixes.flatMap((fix) => (fix.kind === 'operations' ? fix.operations : []));
    return fixes.every(({ kind }) => kind === 'operations')
      ? [byOperations(title, operations)]
      : [];
  }
  const edits = fixes
    .flatMap((fix) => (fix.kind === 'edit' && fix.path === first.path ? fix.edits : []))
    .sort((a, b) => a.start - b.start);
  const isApart = edits.every(({ start }, index) => start >= (edits[index - 1]?.end ?? 0));
  if (!isApart || edits.length < fixes.length) return [];
  return [{ kind: 'edit', title, isPreferred: false, path: first.path, edits }];
}
