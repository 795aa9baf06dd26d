/** `list sources`: the files that the schema names, and those that have annotations, by path. */
import type { SourceMetadata } from '../../core/model/records';
import { alignedRows, plural } from '../terminal';
import type { Workspace } from '../workspace';
import { annotationsFor, type Filter } from './filter';

interface SourceRow extends SourceMetadata {
  /** Whether the file is there and is text. */
  readonly present: boolean;
  /** Path of its annotation file, when it has one. */
  readonly annotationFile?: string;
  /** How many of its annotations fit the filter. */
  readonly annotations: number;
}

export function sourceRows(workspace: Workspace, filter: Filter): readonly SourceRow[] {
  const { sources, store } = workspace;
  const paths = [...new Set([...sources.keys(), ...store.indexes.sourcePaths()])].sort();
  const isFiltered = filter.entity !== undefined || filter.event !== undefined;
  return paths.flatMap((path): readonly SourceRow[] => {
    if (filter.source !== undefined && filter.source !== path) return [];
    const annotations = annotationsFor(workspace, { ...filter, source: path }).length;
    if (isFiltered && annotations === 0) return [];
    const [file] = store.indexes.sourceFiles(path);
    return [
      {
        ...(file?.source ?? { path }),
        present: sources.has(path),
        ...(file === undefined ? {} : { annotationFile: file.path }),
        annotations,
      },
    ];
  });
}

export function sourceText(workspace: Workspace, filter: Filter): string {
  return alignedRows(
    sourceRows(workspace, filter).map(({ path, published, title, annotations, present }) => {
      const count = plural(annotations, 'annotation');
      return [path, published ?? '', count, present ? (title ?? '') : '(not there)'];
    }),
  );
}
