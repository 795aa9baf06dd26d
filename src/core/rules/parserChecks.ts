/** THE TABLE of what is wrong with a file before any rule sees it, and what can be done about it. */
import { FORMATS } from '../storage/parse';
import { fileKind, recordId, sourceOfPath } from '../storage/paths';
import type { StoredFile } from '../store/store';
import type { Span } from '../text/span';
import type { Around } from './checkedFile';
import type { Fix } from './fix';
import {
  conflictFixes,
  duplicateFixes,
  formatFixes,
  otherBodyFixes,
  removalFixes,
  replacementFixes,
} from './parserFixes';
import type { Check } from './rule';
import { nameFixes, parentFixes } from './schemaFixes';

export interface ParserCheck extends Check {
  /** What can be done about what was found at the span of the file, which may be one that does not parse. */
  readonly fixes?: (file: StoredFile, span: Span, around: Around) => readonly Fix[];
}

export const PARSER_CHECKS: readonly ParserCheck[] = [
  {
    code: 'conflict-marker',
    severity: 'error',
    description: 'No file has conflict markers of git in it.',
    fixes: conflictFixes,
  },
  {
    code: 'yaml-syntax',
    severity: 'error',
    description: 'Every file is YAML 1.2 with a map of keys at its top.',
  },
  {
    code: 'yaml-duplicate-key',
    severity: 'error',
    description: 'No key is there twice in the same map.',
    fixes: duplicateFixes,
  },
  {
    code: 'record-duplicate',
    severity: 'error',
    description: 'No annotation is there twice in its file.',
    fixes: duplicateFixes,
  },
  {
    code: 'yaml-refused',
    severity: 'error',
    description:
      'Files use no anchors, aliases and tags of YAML, and no keys that are no plain words.',
  },
  {
    code: 'file-empty',
    severity: 'error',
    description: 'No file is empty.',
  },
  {
    code: 'format-unknown',
    severity: 'error',
    description: 'Every file says which format it has.',
    fixes: (file) => formatFixes(file, FORMATS),
  },
  {
    code: 'format-newer',
    severity: 'error',
    description: 'Every file has a version of its format that this program knows.',
  },
  {
    code: 'value-invalid',
    severity: 'error',
    description: 'Every value is of the kind that its key takes.',
  },
  {
    code: 'record-null',
    severity: 'error',
    description: 'Every annotation has a map of keys.',
    fixes: removalFixes,
  },
  {
    code: 'annotation-incomplete',
    severity: 'error',
    description: 'Every annotation quotes the words that it is about.',
    fixes: removalFixes,
  },
  {
    code: 'body-ambiguous',
    severity: 'error',
    description: 'Every annotation is about an entity or an event, not both.',
    fixes: otherBodyFixes,
  },
  {
    code: 'record-incomplete',
    severity: 'error',
    description: 'Every record has a type, and a name or title.',
  },
  {
    code: 'id-mismatch',
    severity: 'error',
    description: 'Every record has the id that its file name gives.',
    fixes: (file, span) =>
      replacementFixes(
        file,
        span,
        'id',
        recordId(file.path),
        'Write the id of the file name',
        true,
      ),
  },
  {
    code: 'id-invalid',
    severity: 'error',
    description: 'Every record id is lower-case letters, digits and dashes.',
  },
  {
    code: 'path-outside',
    severity: 'error',
    description: 'Every path of a source stays inside the workspace.',
    fixes: sourcePathFixes,
  },
  {
    code: 'source-path-mismatch',
    severity: 'warning',
    description: 'Every annotation file stands where the annotations of its source belong.',
    fixes: sourcePathFixes,
  },
  {
    code: 'schema-cycle',
    severity: 'error',
    description: 'No type of the schema is more general than itself.',
    fixes: parentFixes,
  },
  {
    code: 'schema-unknown',
    severity: 'error',
    description: 'Every type that the schema file names is one of the schema.',
    fixes: nameFixes,
  },
];

/** What keeps a file from being loaded at all; found by hosts, which read the files. */
export const LOADING_CHECKS: readonly Check[] = [
  {
    code: 'file-unreadable',
    severity: 'error',
    description: 'Every file can be read.',
  },
  {
    code: 'file-encoding',
    severity: 'error',
    description: 'Every annotation file is UTF-8.',
  },
  {
    code: 'source-binary',
    severity: 'warning',
    description: 'Every source is text.',
  },
];

/** Preferred where the source that the place of the file tells is there, and the stated one is not. */
function sourcePathFixes(file: StoredFile, span: Span, around: Around): readonly Fix[] {
  if (fileKind(file.path) !== 'annotations') return [];
  const byPlace = sourceOfPath(file.path);
  const stated = file.content?.kind === 'annotations' ? file.content.source.path : byPlace;
  const isThere = around.sourceText(byPlace) !== undefined;
  const isSure = isThere && (stated === byPlace || around.sourceText(stated) === undefined);
  return replacementFixes(file, span, 'path', byPlace, 'Write the path by its place', isSure);
}
