/** A file with the conflict markers of git → the versions of the file that it was made of. */
import { idInMarker, labelIn } from '../merge/markers';
import { markerTree, type MarkedConflict, type Stretch } from '../../storage/markerTree';

export interface Conflicted {
  /** The whole file as our side has it, what git merged by itself included. */
  readonly ours: string;
  readonly theirs: string;
  /** Only where every conflict says it (diff3, zdiff3), and then as far as git wrote it down. */
  readonly base: string | undefined;
  /** Where there are conflicts within a side of another one: the same file with their other sides. */
  readonly others: readonly string[];
  /** In the order of the text. */
  readonly conflicts: readonly MarkedConflict[];
  /** What stands behind the first markers. */
  readonly labels: { readonly ours: string; readonly theirs: string };
  /** Ids of the records in conflict, where a merge by record wrote the markers. */
  readonly declared: ReadonlySet<string>;
}

/** Absent where the text has no conflict, or its markers do not belong together. */
export function readConflicted(text: string): Conflicted | undefined {
  const tree = markerTree(text);
  if (tree === undefined) return undefined;
  const conflicts = tree.filter((each) => typeof each !== 'string');
  const [first] = conflicts;
  const hasBase = conflicts.every(({ base }) => base !== undefined);
  return {
    ours: textOf(tree, 'ours', 'ours'),
    theirs: textOf(tree, 'theirs', 'ours'),
    base: hasBase ? textOf(tree, 'base', 'ours') : undefined,
    others: [
      ...(isNested(conflicts, 'ours') ? [textOf(tree, 'ours', 'theirs')] : []),
      ...(isNested(conflicts, 'theirs') ? [textOf(tree, 'theirs', 'theirs')] : []),
    ],
    conflicts,
    labels: { ours: labelIn(first?.opening, 'ours'), theirs: labelIn(first?.closing, 'theirs') },
    declared: new Set(conflicts.flatMap(({ opening }) => idInMarker(opening) ?? [])),
  };
}

/** The text with one side of each conflict; as it is where the markers do not belong together. */
export function withoutMarkers(text: string): string {
  const tree = markerTree(text);
  return tree === undefined ? text : textOf(tree, 'ours', 'ours');
}

type Side = 'ours' | 'theirs' | 'base';

function textOf(stretches: readonly Stretch[], side: Side, within: 'ours' | 'theirs'): string {
  const texts = stretches.map((each) =>
    typeof each === 'string' ? each : textOf(each[side] ?? [], within, within),
  );
  return texts.join('');
}

function isNested(conflicts: readonly MarkedConflict[], side: 'ours' | 'theirs'): boolean {
  return conflicts.some((each) => each[side].some((stretch) => typeof stretch !== 'string'));
}
