/** Why a file does not parse, said of what the person did: a merge leaves its own traces. */
import type { Span } from '../text/span';
import { inNames, namesInConflicts } from './conflictNames';
import { conflictsIn } from './conflicts';
import { markerTree } from './markerTree';
import type { YamlDocument } from './whole';
import { mapAt, type MapNode } from './node';
import { REJECTED } from './rejections';

export interface BrokenPart extends Span {
  readonly code: string;
  readonly message: string;
}

/**
 * The findings of a document; where git left conflict markers only these, because what YAML makes of
 * them helps nobody. Annotations that are there twice have a code of their own.
 */
export function brokenParts(document: YamlDocument): readonly BrokenPart[] {
  const { text, root, findings } = document;
  if (findings.length === 0) return [];
  const markers = conflictParts(text);
  if (markers.length > 0) return markers;

  const records = new Map([
    ...recordsIn(root, 'annotations', 'annotation'),
    ...recordsIn(root, REJECTED, 'rejected suggestion'),
  ]);
  return findings.map((finding) => {
    const record = finding.code === 'yaml-duplicate-key' ? records.get(finding.start) : undefined;
    if (record === undefined) return finding;
    const message = `The ${record} is there twice; a merge may have doubled it.`;
    return { ...finding, code: 'record-duplicate', message };
  });
}

/** The conflicts that git left in a text, with the records that they are about, and stray markers. */
export function conflictParts(text: string): readonly BrokenPart[] {
  const { conflicts, strays } = markersIn(text);
  const names = namesInConflicts(text, conflicts);
  const markers = [
    ...conflicts.map(({ marker }, index) => ({
      ...marker,
      message: `A merge left this conflict${inNames(names[index] ?? [])}: keep one side, or both.`,
    })),
    ...strays.map((marker) => ({ ...marker, message: 'This line is left of a merge conflict.' })),
  ].sort((a, b) => a.start - b.start);
  return markers.map((each) => ({ code: 'conflict-marker', ...each }));
}

/** Conflicts as git writes them, also with longer markers or one in another; else what looks like them. */
function markersIn(text: string): {
  readonly conflicts: readonly (Span & { readonly marker: Span })[];
  readonly strays: readonly Span[];
} {
  const tree = markerTree(text);
  if (tree === undefined) return conflictsIn(text);
  const conflicts = tree.flatMap((each) => {
    if (typeof each === 'string') return [];
    const { start, end, opening } = each;
    return [{ start, end, marker: { start, end: start + opening.length } }];
  });
  return { conflicts, strays: [] };
}

/** The records of a section in words, by where their ids start. */
function recordsIn(
  root: MapNode | undefined,
  section: string,
  kind: string,
): readonly (readonly [number, string])[] {
  const entries = mapAt(root, section)?.entries ?? [];
  return entries.map(({ key, keySpan }) => [keySpan.start, `${kind} “${key}”`]);
}
