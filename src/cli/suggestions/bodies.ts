/** Which ranges of sources are the document: as they declare, and as it seems. */
import { bodyRangesOf } from '../../core/suggestions/boilerplate';
import { alignedRows } from '../terminal';
import type { Workspace } from '../workspace';

type Range = readonly [start: number, end: number];

interface BodyRow {
  readonly source: string;
  /** Code points over the normalised text; absent when the annotation file declares none. */
  readonly declared?: readonly Range[];
  readonly proposed: readonly Range[];
}

export function bodiesJson(
  { sources, store }: Workspace,
  paths: readonly string[],
): readonly BodyRow[] {
  return paths.flatMap((source): readonly BodyRow[] => {
    const text = sources.get(source);
    if (text === undefined) return [];
    const { codePoints } = text;
    const proposed = bodyRangesOf(text.text).map(({ start, end }): Range => [
      codePoints.fromUtf16(start),
      codePoints.fromUtf16(end),
    ]);
    const declared = store.indexes.source(source)?.body;
    return [{ source, ...(declared === undefined ? {} : { declared }), proposed }];
  });
}

export function bodiesText(workspace: Workspace, paths: readonly string[]): string {
  return alignedRows(
    bodiesJson(workspace, paths).map(({ source, declared, proposed }) => [
      source,
      `proposed ${wordsOf(proposed)}`,
      declared === undefined ? '' : `declared ${wordsOf(declared)}`,
    ]),
  );
}

function wordsOf(ranges: readonly Range[]): string {
  return ranges.length === 0 ? 'none' : JSON.stringify(ranges);
}
