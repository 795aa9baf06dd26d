/** Which files of a workspace are sources, by the globs of its schema. */
import picomatch from 'picomatch/posix';
import type { Schema } from '../model/schema';
import { fileKind } from '../storage/paths';

/** Folders that are never looked into, wherever they are. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** Longer globs are not written by people. */
const LONGEST_GLOB = 1000;

/** Whether a folder with this name holds no sources and no annotation files. */
export function isSkippedFolder(name: string): boolean {
  return SKIPPED_FOLDERS.has(name);
}

/**
 * Whether the file at a path (POSIX, relative to the workspace folder) is a source. A glob that starts
 * with `!` takes files away, whatever its place in the list; folders and files that start with a dot
 * match only where a glob names the dot. Annotation, record and schema files are never sources.
 */
export function sourceMatcher(schema: Schema): (path: string) => boolean {
  const globs = schema.sources.filter((glob) => glob !== '' && glob !== '!');
  const includes = matcher(globs.filter((glob) => !glob.startsWith('!')));
  const excludes = matcher(
    globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)),
  );
  return (path) =>
    includes(path) &&
    !excludes(path) &&
    fileKind(path) === undefined &&
    !path.split('/').some(isSkippedFolder);
}

/** The globs that add sources: what a host searches for before it asks the matcher. */
export function sourceGlobs(schema: Schema): readonly string[] {
  return schema.sources.filter((glob) => glob !== '' && !glob.startsWith('!'));
}

/** Extended globs such as `+(a|b)` are taken literally: a file of the workspace must not cost time. */
function matcher(globs: readonly string[]): (path: string) => boolean {
  const usable = globs.filter((glob) => glob.length <= LONGEST_GLOB);
  return usable.length === 0 ? () => false : picomatch([...usable], { noextglob: true });
}
