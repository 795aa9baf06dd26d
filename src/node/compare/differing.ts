/** Which files differ between two sides, of those that matter: sources and files of the format. */
import { sourceMatcher } from '../../core/schema/sources';
import { annotationPath, fileKind, SCHEMA_PATH } from '../../core/storage/paths';
import { Store } from '../../core/store/store';
import { decodeUtf8 } from '../decodeText';
import { withConvertedLineBreaks } from '../git/lineBreaks';
import type { Tree } from './sides';
import type { Trees } from './trees';

/** Paths that are on one side alone or have another content there, sorted. */
export async function differingPaths({
  before,
  after,
  repository,
}: Trees): Promise<readonly string[]> {
  const isSource = await Promise.all([sourceTest(before), sourceTest(after)]);
  const all = [...new Set([...before.paths, ...after.paths])];
  const relevant = all.filter(
    (path) => fileKind(path) !== undefined || isSource.some((test) => test(path)),
  );
  const [own, others] = await Promise.all([before.ids(relevant), after.ids(relevant)]);
  const differing: string[] = [];
  const inBreaks: string[] = [];
  for (const path of relevant) {
    const [one, other] = [own.get(path), others.get(path)];
    if (one?.id === other?.id) continue;
    const isSame =
      one !== undefined && other !== undefined && (one.lf ?? one.id) === (other.lf ?? other.id);
    (isSame ? inBreaks : differing).push(path);
  }
  const isWorkTree = before.kind === 'worktree' || after.kind === 'worktree';
  const converted =
    isWorkTree && repository !== undefined
      ? await withConvertedLineBreaks(repository, inBreaks)
      : new Set();
  return [...differing, ...inBreaks.filter((path) => !converted.has(path))].sort();
}

/** A source is what the schema of its side names, and what has an annotation file there. */
async function sourceTest(tree: Tree): Promise<(path: string) => boolean> {
  const store = new Store();
  const readings = tree.paths.has(SCHEMA_PATH) ? await tree.read([SCHEMA_PATH]) : [];
  for (const reading of readings) {
    if (reading.kind === 'bytes') store.replaceFile(SCHEMA_PATH, decodeUtf8(reading.bytes));
  }
  const isNamed = sourceMatcher(store.schema);
  return (path) =>
    tree.paths.has(path) &&
    (isNamed(path) || LAYOUTS.some((layout) => tree.paths.has(annotationPath(path, layout))));
}

const LAYOUTS = ['folder', 'beside'] as const;
