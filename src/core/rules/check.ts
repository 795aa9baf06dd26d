/** All that is wrong with the files: what the parser found, and what the rules find. */
import type { Problem } from '../model/problem';
import type { Schema, Severity } from '../model/schema';
import type { MapNode } from '../storage/node';
import { entryOf } from '../storage/node';
import type { Store, StoredFile } from '../store/store';
import type { Span } from '../text/span';
import { allSteps } from '../text/steps';
import { AcrossFiles } from './acrossFiles';
import { LoadedFile, type Around } from './checkedFile';
import { inOrder, together, type Fix } from './fix';
import { RULES } from './index';
import type { NodePath } from './nodePath';
import { PARSER_CHECKS } from './parserChecks';
import { PlacesInSource } from './placesInSource';
import type { Finding, Rule } from './rule';

/** More fixes are not made into one. */
const MOST_AT_ONCE = 100;
const FINDINGS_IN_STEP = 100;

/** The problems of every loaded file, by path and then in the order of its text. */
export function checkWorkspace(store: Store, around: Around): readonly Problem[] {
  const whole = { ...around, across: around.across ?? AcrossFiles.of(store) };
  const paths = [...store.files()].map((file) => file.path).sort();
  return paths.flatMap((path) => checkFile(store, path, whole));
}

/**
 * The problems of one file in the order of its text; none for a path that is not loaded. Of a file
 * that cannot be read only what the parser says, because its rules would speak of an older text.
 *
 * `checks:` in the schema sets the severity by code and turns codes off; what keeps a file from being
 * read is always an error.
 */
export function checkFile(store: Store, path: string, around: Around): readonly Problem[] {
  return allSteps(checkFileStepwise(store, path, around));
}

/** The same in steps, for hosts that must not be held up; of no use when the file changes meanwhile. */
export function* checkFileStepwise(
  store: Store,
  path: string,
  around: Around,
): Generator<undefined, readonly Problem[]> {
  const file = store.file(path);
  if (file === undefined) return [];
  if (!file.readable) return file.problems.map((problem) => ({ ...problem, ...sourceOf(file) }));
  const loaded = new LoadedFile(store, file, around);
  const places = new PlacesInSource(loaded);
  const problems = [...parserProblems(loaded, file, places)];
  for (const rule of RULES) {
    yield;
    for (const { problem } of ruleProblems(rule, loaded, file, places)) {
      problems.push(problem);
      if (problems.length % FINDINGS_IN_STEP === 0) yield;
    }
  }
  yield;
  return problems.sort((a, b) => a.span.start - b.span.start);
}

/**
 * What can be done about a problem of `checkFile`, the preferred one first; last, where it may be done
 * to all problems of this kind in the file, that. None when the problem is no longer there.
 */
export function fixesOf(store: Store, problem: Problem, around: Around): readonly Fix[] {
  const file = store.file(problem.path);
  if (file === undefined) return [];
  const check = PARSER_CHECKS.find(({ code }) => code === problem.code);
  if (check !== undefined && file.problems.some((each) => isSame(each, problem))) {
    return inOrder(check.fixes?.(file, problem.span, around) ?? []);
  }
  const rule = file.readable ? RULES.find(({ code }) => code === problem.code) : undefined;
  if (rule === undefined) return [];
  const loaded = new LoadedFile(store, file, around);
  const found = [...ruleProblems(rule, loaded, file, new PlacesInSource(loaded))];
  const finding = found.find((each) => isSame(each.problem, problem))?.finding;
  const fixes = inOrder(finding?.fixes?.() ?? []);
  const [first] = fixes;
  if (first?.isPreferred !== true || found.length < 2 || found.length > MOST_AT_ONCE) return fixes;
  const preferred = found.flatMap((each) =>
    (each.finding.fixes?.() ?? []).filter(({ isPreferred }) => isPreferred).slice(0, 1),
  );
  return [...fixes, ...together(preferred)];
}

function isSame(one: Problem, other: Problem): boolean {
  return (
    one.code === other.code && one.message === other.message && one.span.start === other.span.start
  );
}

function parserProblems(
  loaded: LoadedFile,
  file: StoredFile,
  places: PlacesInSource,
): readonly Problem[] {
  return file.problems.flatMap((problem) => {
    const severity = severityOf(loaded.schema, problem.code, problem.severity);
    if (severity === 'off') return [];
    const annotation = recordAt(loaded.root, problem.span);
    return [{ ...problem, severity, ...concerned(file, annotation, places) }];
  });
}

interface Found {
  readonly problem: Problem;
  readonly finding: Finding;
}

function* ruleProblems(
  rule: Rule,
  loaded: LoadedFile,
  file: StoredFile,
  places: PlacesInSource,
): Generator<Found> {
  const severity = severityOf(loaded.schema, rule.code, rule.severity);
  if (severity === 'off') return;
  for (const finding of rule.check(loaded)) {
    const { message, at, place } = finding;
    const span = loaded.spanOf(at);
    const { line, character } = places.lineOf(span.start);
    const about = {
      ...concerned(file, annotationOf(at), places),
      ...(place === undefined ? {} : { place }),
      ...(rule.isOfFile === true ? { isOfFile: true as const } : {}),
    };
    const where = { path: file.path, span, line: line + 1, column: character + 1 };
    yield { finding, problem: { code: rule.code, severity, message, ...where, ...about } };
  }
}

function severityOf(schema: Schema, code: string, otherwise: Severity): Severity {
  return (Object.hasOwn(schema.checks, code) ? schema.checks[code] : undefined) ?? otherwise;
}

function concerned(
  file: StoredFile,
  annotation: string | undefined,
  places: PlacesInSource,
): Pick<Problem, 'source' | 'annotation' | 'place'> {
  if (annotation === undefined) return sourceOf(file);
  const place = places.of(annotation);
  return { ...sourceOf(file), annotation, ...(place === undefined ? {} : { place }) };
}

/** The source that an annotation file is about, as far as it could ever be read. */
function sourceOf({ content }: StoredFile): Pick<Problem, 'source'> {
  return content?.kind === 'annotations' ? { source: content.source.path } : {};
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
