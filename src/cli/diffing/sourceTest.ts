/** Which changes stand in a source that was asked for. */
import picomatch from 'picomatch/posix';
import type { Change } from '../../core/review/change';
import { fileKind, sourceOfPath } from '../../core/storage/paths';

/** Every change without a glob; with one, those in sources that fit, and in their annotation files. */
export function sourceTest(glob: string | undefined): (change: Change) => boolean {
  if (glob === undefined) return () => true;
  const fits = picomatch(glob, { noextglob: true });
  return (change) => sourcesOf(change).some((source) => source === glob || fits(source));
}

function sourcesOf(change: Change): readonly string[] {
  switch (change.kind) {
    case 'annotation':
    case 'rejection':
    case 'metadata':
      return [change.source, ...(change.sourceBefore === undefined ? [] : [change.sourceBefore])];
    case 'text':
      return [change.source, ...(change.renamedFrom === undefined ? [] : [change.renamedFrom])];
    case 'formatting':
    case 'unreadable':
      return [change.path, ...(change.pathBefore === undefined ? [] : [change.pathBefore])]
        .filter((path) => fileKind(path) === 'annotations')
        .map(sourceOfPath);
    case 'entity':
    case 'event':
    case 'schema':
      return [];
  }
}
