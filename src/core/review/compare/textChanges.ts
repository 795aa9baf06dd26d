/** Two texts of one source → that it changed, and on which lines. */
import { normalise } from '../../text/normalise';
import type { TextChange } from '../change';
import type { FilePair } from '../revisions';
import { keyOf, pathOf } from './comparedFile';
import { diffLines } from './lineDiff';
import { linesOf, rangesOf } from './lines';

/** Absent when nothing but the line breaks differs. */
export function textChange(pair: FilePair): TextChange | undefined {
  const { before, after } = pair;
  const path = pathOf(pair);
  const isRenamed = before !== undefined && after !== undefined && before.path !== after.path;
  const [old, now] = [before && normalise(before.text), after && normalise(after.text)];
  if (old === now && !isRenamed) return undefined;
  const changes = diffLines(linesOf(old ?? ''), linesOf(now ?? ''));
  return {
    kind: 'text',
    key: keyOf('text', path),
    path,
    source: path,
    action: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    aspects: [],
    lines: {
      before: rangesOf(changes.map((change) => change.before)),
      after: rangesOf(changes.map((change) => change.after)),
    },
    ...(isRenamed ? { pathBefore: before.path, renamedFrom: before.path } : {}),
  };
}
