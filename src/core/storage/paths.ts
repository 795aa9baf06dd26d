/** Where the annotation files of a workspace are. All paths are POSIX and relative to its folder. */
import type { Layout } from '../model/schema';

export const ANNOTATION_FOLDER = 'annotations';
const FOLDER = ANNOTATION_FOLDER;
const ANNOTATION_SUFFIX = '.ann.yaml';

export const SCHEMA_PATH = `${FOLDER}/schema.yaml`;

/** The literal folder and globs that hold every file of the format, for watchers and scans. */
export const BESIDE_GLOB = `**/*${ANNOTATION_SUFFIX}`;
export const ANNOTATION_GLOBS = [`${FOLDER}/**/*.yaml`, BESIDE_GLOB] as const;

/** The folders with one file for each record. */
export const RECORD_FOLDERS = [`${FOLDER}/entities`, `${FOLDER}/events`] as const;

export type FileKind = 'annotations' | 'entity' | 'event' | 'schema';

export function entityPath(id: string): string {
  return `${FOLDER}/entities/${id}.yaml`;
}

export function eventPath(id: string): string {
  return `${FOLDER}/events/${id}.yaml`;
}

/** The annotation file of a source under the layout. */
export function annotationPath(source: string, layout: Layout): string {
  return layout === 'beside'
    ? `${source}${ANNOTATION_SUFFIX}`
    : `${FOLDER}/${source}${ANNOTATION_SUFFIX}`;
}

/** The source that an annotation file at `path` belongs to by its place. */
export function sourceOfPath(path: string): string {
  const source = path.slice(0, -ANNOTATION_SUFFIX.length);
  return source.startsWith(`${FOLDER}/`) ? source.slice(FOLDER.length + 1) : source;
}

/** What the file at `path` holds, by its place; absent for every other file. */
export function fileKind(path: string): FileKind | undefined {
  if (path === SCHEMA_PATH) return 'schema';
  if (path.endsWith(ANNOTATION_SUFFIX)) return 'annotations';
  const [folder, kind, name, ...deeper] = path.split('/');
  if (folder !== FOLDER || name?.endsWith('.yaml') !== true || deeper.length > 0) return undefined;
  if (kind === 'entities') return 'entity';
  return kind === 'events' ? 'event' : undefined;
}

/** The record id that the file name of an entity or event file gives. */
export function recordId(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length);
}

/** Ids become file names: lower-case ASCII letters, digits and inner dashes. */
export function isRecordId(id: string): boolean {
  return /^[a-z0-9]+(?:-+[a-z0-9]+)*$/.test(id);
}

/** Whether a path read from a file stays inside the workspace and is written the POSIX way. */
export function isSafePath(path: string): boolean {
  if (path === '' || path.startsWith('/') || /^[a-z]:/i.test(path) || /[\\\0]/.test(path)) {
    return false;
  }
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
