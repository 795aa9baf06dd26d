/** Why a file does not parse, said of what the person did: a merge leaves its own traces. */
import type { Span } from '../text/span';
import { conflictsIn } from './conflicts';
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
  const { conflicts, strays } = conflictsIn(text);
  const markers = [
    ...conflicts.map(({ marker }) => ({
      ...marker,
      message: 'A merge left this conflict: keep one side, or both.',
    })),
    ...strays.map((marker) => ({ ...marker, message: 'This line is left of a merge conflict.' })),
  ].sort((a, b) => a.start - b.start);
  if (markers.length > 0) return markers.map((each) => ({ code: 'conflict-marker', ...each }));

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

/** The records of a section in words, by where their ids start. */
function recordsIn(
  root: MapNode | undefined,
  section: string,
  kind: string,
): readonly (readonly [number, string])[] {
  const entries = mapAt(root, section)?.entries ?? [];
  return entries.map(({ key, keySpan }) => [keySpan.start, `${kind} “${key}”`]);
}
