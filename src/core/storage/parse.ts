/** The text of any file of the format → model and problems. Never throws. */
import type { Problem } from '../model/problem';
import {
  annotationFileOf,
  decodeAnnotationFile,
  decodeSource,
  type AnnotationFile,
} from './annotationFile';
import { brokenParts } from './broken';
import { Findings } from './decode';
import { nodesOf, readDocument } from './document';
import { entryOf, type MapNode } from './node';
import { fileKind, type FileKind } from './paths';
import { decodeEntityFile, decodeEventFile, type EntityFile, type EventFile } from './recordFiles';
import { decodeRejections } from './rejections';
import { rereadSections } from './reread';
import { decodeSchemaFile, type SchemaFile } from './schemaFile';
import { cutSections, findProblems, type Sections } from './sections';

export type FileContent = AnnotationFile | EntityFile | EventFile | SchemaFile;

/** What a file holds. Without `content` the file could not be read, must not be written, and `problems` says why. */
export interface ParsedFile {
  readonly content: FileContent | undefined;
  readonly problems: readonly Problem[];
  /** Its text cut into records, where an annotation file is laid out so: what editing it starts from. */
  readonly sections: Sections | undefined;
}

/** The `format:` line that each kind of file carries. */
export const FORMATS: Readonly<Record<FileKind, string>> = {
  annotations: 'source-annotations/1',
  entity: 'entity/1',
  event: 'event/1',
  schema: 'schema/1',
};

/**
 * `path` decides which kind of file it is. Absent for paths where the format puts no file.
 * `previous` is what the same file held before: records that did not change are taken from it, as
 * the same objects. The result is the same without it.
 */
export function parseFile(
  path: string,
  text: string,
  previous?: ParsedFile,
): ParsedFile | undefined {
  const kind = fileKind(path);
  if (kind === undefined) return undefined;
  const inSections = kind === 'annotations' ? parseSections(path, text, previous) : undefined;
  return inSections ?? parseWhole(kind, path, text);
}

function parseWhole(kind: FileKind, path: string, text: string): ParsedFile {
  const document = readDocument(text);
  const findings = new Findings(path, text);
  for (const { code, message, ...span } of brokenParts(document)) findings.add(code, message, span);
  const root = document.root;
  if (findings.problems.length > 0)
    return { content: undefined, problems: findings.problems, sections: undefined };
  if (root === undefined) {
    findings.add('file-empty', 'The file is empty.', { start: 0, end: 0 });
    return { content: undefined, problems: findings.problems, sections: undefined };
  }
  if (!isKnownFormat(root, kind, findings)) {
    return { content: undefined, problems: findings.problems, sections: undefined };
  }
  return {
    content: decode(kind, root, path, findings),
    problems: findings.problems,
    sections: undefined,
  };
}

/** Of what was read before, only the records that changed are read again. */
function parseSections(
  path: string,
  text: string,
  previous: ParsedFile | undefined,
): ParsedFile | undefined {
  const known = previous?.content?.kind === 'annotations' ? previous.sections : undefined;
  const sections = (known && rereadSections(known, text)) ?? cutSections(text);
  return sections && fileOf(sections, path);
}

/** What its records, which were read, and the rest of a file say together. */
export function fileOf(sections: Sections, path: string): ParsedFile | undefined {
  const findings = new Findings(path, () => sections.text);
  const root = nodesOf(sections, { first: 0, last: 0 });
  if (root === undefined) return undefined;
  if (!isKnownFormat(root, 'annotations', findings)) {
    return { content: undefined, problems: findings.problems, sections: undefined };
  }
  findProblems(sections, findings);
  const source = decodeSource(root, path, findings);
  const rejected = sections.rejected ?? decodeRejections(root, findings);
  const content = annotationFileOf(sections, { source, rejected });
  return { content, problems: findings.problems, sections };
}

function decode(kind: FileKind, root: MapNode, path: string, findings: Findings): FileContent {
  switch (kind) {
    case 'annotations':
      return decodeAnnotationFile(root, path, findings);
    case 'entity':
      return decodeEntityFile(root, path, findings);
    case 'event':
      return decodeEventFile(root, path, findings);
    case 'schema':
      return decodeSchemaFile(root, findings);
  }
}

function isKnownFormat(root: MapNode, kind: FileKind, findings: Findings): boolean {
  const expected = FORMATS[kind];
  const value = entryOf(root, 'format')?.value;
  const stated = value?.kind === 'scalar' ? value.value : undefined;
  if (stated === expected) return true;
  const place = value ?? { start: 0, end: 0 };
  const [name, major] = String(stated ?? '').split('/');
  if (name === expected.split('/')[0] && Number(major) > 1) {
    const message = `This file has format ${String(stated)}, which this version does not know (it knows ${expected}). It is left alone.`;
    findings.add('format-newer', message, place);
  } else {
    findings.add('format-unknown', `The file must start with “format: ${expected}”.`, place);
  }
  return false;
}
