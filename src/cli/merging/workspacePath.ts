/** From the path of a file in its repository to that in its workspace, which may be a folder of it. */
import {
  ANNOTATION_FOLDER,
  entityPath,
  eventPath,
  fileKind,
  SCHEMA_PATH,
} from '../../core/storage/paths';

/**
 * The shortest end of the path that names a record or the schema; of an annotation file what stands
 * from the first folder `annotations` on. Where the path names no file of the format, it is made from what
 * the `text` says it is; otherwise it comes back as it is.
 */
export function workspacePath(file: string, text: string): string {
  const parts = file.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
  const ends = parts.map((_, at) => parts.slice(at).join('/'));
  const record = ends.find((end) => {
    const kind = fileKind(end);
    return kind !== undefined && kind !== 'annotations';
  });
  if (record !== undefined) return record;
  if (fileKind(file) === undefined) return pathFor(text) ?? file;
  const first = parts.indexOf(ANNOTATION_FOLDER);
  return first === -1 ? parts.join('/') : (ends[first] ?? file);
}

function pathFor(text: string): string | undefined {
  const id = /^id: *["']?([a-z0-9-]+)/m.exec(text)?.[1] ?? 'record';
  switch (/^format: *["']?([a-z-]+)\//m.exec(text)?.[1]) {
    case 'entity':
      return entityPath(id);
    case 'event':
      return eventPath(id);
    case 'schema':
      return SCHEMA_PATH;
    case 'source-annotations':
      return 'source.ann.yaml';
    default:
      return undefined;
  }
}
