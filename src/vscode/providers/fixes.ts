/** Quick fixes: what can be done about each problem at the caret, in the source and in the YAML file. */
import * as vscode from 'vscode';
import type { Services } from '../services';
import { ProblemDiagnostic } from './diagnostics';
import { registerOnSources, registerOnYaml } from './selectors';
import type { CommandId } from '../generated/manifest';

const APPLY: CommandId = 'sourceAnnotator.applyFix';
/** What can be done about a problem by asking the person, by its code. */
const QUESTIONS: Readonly<Record<string, { readonly title: string; readonly command: CommandId }>> =
  {
    'metadata-missing': {
      title: 'Edit the source details…',
      command: 'sourceAnnotator.editSource',
    },
  };

const CONFLICT = 'conflict-marker';
const RESOLVE: CommandId = 'sourceAnnotator.resolveConflicts';
const REPAIR: CommandId = 'sourceAnnotator.repairConflicts';

const METADATA = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };

export function registerFixes(services: Services): void {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (document, _range, context, token) =>
      actionsFor(services, document, context, token),
  };
  const register = (selector: vscode.DocumentSelector): vscode.Disposable =>
    vscode.languages.registerCodeActionsProvider(selector, provider, METADATA);
  registerOnSources(services, register);
  registerOnYaml(services, register);
}

async function actionsFor(
  { problems, folder }: Services,
  document: vscode.TextDocument,
  { diagnostics }: vscode.CodeActionContext,
  token: vscode.CancellationToken,
): Promise<vscode.CodeAction[]> {
  if (folder.pathOf(document.uri) === undefined) return [];
  const actions: vscode.CodeAction[] = [];
  for (const diagnostic of diagnostics) {
    if (!(diagnostic instanceof ProblemDiagnostic)) continue;
    const { problem } = diagnostic;
    const file = folder.uriOf(problem.path);
    const fixes = await problems.fixesOf(problem);
    if (token.isCancellationRequested) return [];
    for (const { title, isPreferred } of fixes) {
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      action.diagnostics = [diagnostic];
      action.isPreferred = isPreferred;
      action.command = { command: APPLY, title, arguments: [file, problem, title] };
      actions.push(action);
    }
    actions.push(...questionsAbout(diagnostic));
    if (problem.code === CONFLICT) actions.push(...conflictActions(diagnostic, file));
  }
  return actions;
}

function questionsAbout(diagnostic: ProblemDiagnostic): readonly vscode.CodeAction[] {
  const { code, source } = diagnostic.problem;
  const question = Object.hasOwn(QUESTIONS, code) ? QUESTIONS[code] : undefined;
  if (question === undefined || source === undefined) return [];
  const { title, command } = question;
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { command, title, arguments: [{ path: source }] };
  return [action];
}

function conflictActions(
  diagnostic: ProblemDiagnostic,
  file: vscode.Uri | undefined,
): readonly vscode.CodeAction[] {
  const { path, span } = diagnostic.problem;
  return [
    {
      title: 'Resolve this conflict…',
      command: RESOLVE,
      arguments: [file, { path, at: span.start }],
    },
    { title: 'Repair the annotation file', command: REPAIR, arguments: [file] },
  ].map((command) => {
    const action = new vscode.CodeAction(command.title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.command = command;
    return action;
  });
}
