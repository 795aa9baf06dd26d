/** The Problems panel: what the checks of core find, at the line of the YAML and at the passage of the source. */
import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem';
import { LineIndex } from '../../core/text/lines';
import { rangeOf } from '../adapters/ranges';
import type { Checked } from '../adapters/problems';
import type { Services } from '../services';

const SOURCE = 'Source Annotator';
/** VS Code shows no more of one file, and to make more holds up the extension host. */
const MOST_SHOWN = 1_000;

const SEVERITIES: Readonly<Record<Problem['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** What VS Code shows of a problem, on either side, and the problem itself for its fixes. */
export class ProblemDiagnostic extends vscode.Diagnostic {
  readonly problem: Problem;

  /** `page` describes the checks, each under its code. */
  constructor(problem: Problem, range: vscode.Range, page: vscode.Uri) {
    super(range, problem.message, SEVERITIES[problem.severity]);
    this.problem = problem;
    this.source = SOURCE;
    this.code = { value: problem.code, target: page.with({ fragment: problem.code }) };
  }
}

export function registerDiagnostics(services: Services): void {
  services.subscriptions.push(new Diagnostics(services));
}

class Diagnostics {
  readonly #services: Services;
  readonly #collection = vscode.languages.createDiagnosticCollection('sourceAnnotator');
  readonly #subscription: vscode.Disposable;
  readonly #page: vscode.Uri;
  /** Source path → annotation file → what is shown in the source of it. */
  readonly #inSources = new Map<string, Map<string, readonly ProblemDiagnostic[]>>();
  /** Annotation file → the source that it was about when it was checked. */
  readonly #sourceOf = new Map<string, string>();

  constructor(services: Services) {
    this.#services = services;
    this.#page = vscode.Uri.joinPath(services.context.extensionUri, 'docs', 'checks.md');
    this.#subscription = services.problems.onDidCheck((checked) => this.#show(checked));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#collection.dispose();
  }

  #show(checked: Checked): void {
    const { folder, store } = this.#services;
    const { path, problems } = checked;
    const uri = folder.uriOf(path);
    if (uri === undefined) return;
    // Most files have nothing, and to say so again of each would keep VS Code busy.
    const isNew = !this.#collection.has(uri) && !this.#sourceOf.has(path);
    if (problems.length === 0 && isNew) return;
    const text = store.file(path)?.text;
    const inYaml: vscode.Diagnostic[] = [];
    const inSource: ProblemDiagnostic[] = [];
    const lines = new LineIndex(text ?? '');
    for (const problem of mostSevere(problems)) {
      const [there, here] = this.#pair(checked, problem, uri, yamlRange(lines, problem));
      inYaml.push(there);
      if (here !== undefined) inSource.push(here);
    }
    if (problems.length > MOST_SHOWN)
      inYaml.push(furtherProblems(problems.length - MOST_SHOWN + 1));
    if (text === undefined) this.#collection.delete(uri);
    else this.#collection.set(uri, inYaml);
    this.#showInSource(path, problems.find(({ source }) => source !== undefined)?.source, inSource);
  }

  /** The two sides of a problem, each with a way to the other. */
  #pair(
    { sourceText }: Checked,
    problem: Problem,
    yaml: vscode.Uri,
    range: vscode.Range,
  ): readonly [ProblemDiagnostic, ProblemDiagnostic | undefined] {
    const there = new ProblemDiagnostic(problem, range, this.#page);
    const { folder } = this.#services;
    const uri = problem.source === undefined ? undefined : folder.uriOf(problem.source);
    const { place, severity, isOfFile } = problem;
    // What is about the whole file, and more than a remark, stands at the top of its source.
    const isAtTop = place === undefined && severity !== 'information' && isOfFile !== true;
    if (uri === undefined || sourceText === undefined || (place === undefined && !isAtTop)) {
      return [there, undefined];
    }
    const passage = rangeOf(sourceText, place ?? { start: 0, end: 0 });
    there.relatedInformation = [related(uri, passage, 'The passage in the source')];
    if (isOfFile === true) return [there, undefined];
    const here = new ProblemDiagnostic(problem, passage, this.#page);
    here.relatedInformation = [related(yaml, range, 'The line in the annotation file')];
    return [there, here];
  }

  #showInSource(
    path: string,
    source: string | undefined,
    diagnostics: readonly ProblemDiagnostic[],
  ): void {
    const before = this.#sourceOf.get(path);
    if (before !== undefined && before !== source) this.#setInSource(before, path, []);
    if (source === undefined) {
      this.#sourceOf.delete(path);
    } else {
      this.#sourceOf.set(path, source);
      this.#setInSource(source, path, diagnostics);
    }
  }

  #setInSource(source: string, path: string, diagnostics: readonly ProblemDiagnostic[]): void {
    const uri = this.#services.folder.uriOf(source);
    if (uri === undefined) return;
    const files = this.#inSources.get(source) ?? new Map<string, readonly ProblemDiagnostic[]>();
    if (diagnostics.length === 0) files.delete(path);
    else files.set(path, diagnostics);
    if (files.size === 0) {
      this.#inSources.delete(source);
      this.#collection.delete(uri);
    } else {
      this.#inSources.set(source, files);
      this.#collection.set(uri, [...files.values()].flat());
    }
  }
}

/** Of many the most severe, each kind in its order. */
function mostSevere(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MOST_SHOWN) return problems;
  const bySeverity = problems.toSorted((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity]);
  return bySeverity.slice(0, MOST_SHOWN - 1);
}

function furtherProblems(count: number): vscode.Diagnostic {
  const message = `${count} more problems of this file are not shown here; source-annotator check lists all.`;
  const top = new vscode.Range(0, 0, 0, 0);
  const further = new vscode.Diagnostic(top, message, vscode.DiagnosticSeverity.Warning);
  further.source = SOURCE;
  return further;
}

function yamlRange(lines: LineIndex, { span }: Problem): vscode.Range {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function related(
  uri: vscode.Uri,
  range: vscode.Range,
  message: string,
): vscode.DiagnosticRelatedInformation {
  return new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, range), message);
}
