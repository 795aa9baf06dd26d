/** All that is wrong with the files: what the parser found, and what the rules find. */
import type { Problem } from '../model/problem';
import type { Schema, Severity } from '../model/schema';
import type { MapNode } from '../storage/node';
import { entryOf } from '../storage/node';
import type { Store, StoredFile } from '../store/store';
import { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import { LoadedFile, type SourceTexts } from './checkedFile';
import { RULES } from './index';
import type { NodePath } from './nodePath';

/** The problems of every loaded file, by path and then in the order of its text. */
export function checkWorkspace(store: Store, sourceText: SourceTexts): readonly Problem[] {
  const paths = [...store.files()].map((file) => file.path).sort();
  return paths.flatMap((path) => checkFile(store, path, sourceText));
}

/**
 * The problems of one file in the order of its text; none for a path that is not loaded. Of a file
 * that cannot be read only what the parser says, because its rules would speak of an older text.
 *
 * `checks:` in the schema sets the severity by code and turns codes off; what keeps a file from being
 * read is always an error.
 */
export function checkFile(store: Store, path: string, sourceText: SourceTexts): readonly Problem[] {
  const file = store.file(path);
  if (file === undefined) return [];
  if (!file.readable) return file.problems;
  const loaded = new LoadedFile(store, file, sourceText);
  const problems = [...parserProblems(loaded, file), ...ruleProblems(loaded, file)];
  return problems.sort((a, b) => a.span.start - b.span.start);
}

function parserProblems(loaded: LoadedFile, file: StoredFile): readonly Problem[] {
  return file.problems.flatMap((problem) => {
    const severity = severityOf(loaded.schema, problem.code, problem.severity);
    if (severity === 'off') return [];
    return [{ ...problem, severity, ...concerned(loaded, recordAt(loaded.root, problem.span)) }];
  });
}

function ruleProblems(loaded: LoadedFile, file: StoredFile): readonly Problem[] {
  const problems: Problem[] = [];
  let lines: LineIndex | undefined;
  for (const rule of RULES) {
    const severity = severityOf(loaded.schema, rule.code, rule.severity);
    if (severity === 'off') continue;
    for (const { message, at } of rule.check(loaded)) {
      lines ??= new LineIndex(file.text);
      const span = loaded.spanOf(at);
      const { line, character } = lines.positionAt(span.start);
      const place = { span, line: line + 1, column: character + 1 };
      const about = concerned(loaded, annotationOf(at));
      problems.push({ code: rule.code, severity, message, path: file.path, ...place, ...about });
    }
  }
  return problems;
}

function severityOf(schema: Schema, code: string, otherwise: Problem['severity']): Severity {
  return (Object.hasOwn(schema.checks, code) ? schema.checks[code] : undefined) ?? otherwise;
}

function concerned(
  loaded: LoadedFile,
  annotation: string | undefined,
): Pick<Problem, 'source' | 'annotation'> {
  if (loaded.metadata === undefined) return {};
  const source = loaded.metadata.path;
  return annotation === undefined ? { source } : { source, annotation };
}

function annotationOf([section, id]: NodePath): string | undefined {
  return section === 'annotations' && typeof id === 'string' ? id : undefined;
}

/** The id of the annotation whose record contains the place. */
function recordAt(root: MapNode | undefined, span: Span): string | undefined {
  const section = entryOf(root, 'annotations')?.value;
  const entries = section?.kind === 'map' ? section.entries : [];
  return entries.find(
    ({ keySpan, value }) =>
      keySpan.start <= span.start && span.start <= Math.max(keySpan.end, value.end),
  )?.key;
}
