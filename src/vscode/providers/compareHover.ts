/** What two annotators say at a passage, and what can be decided about it, while they are compared. */
import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/outline/cardMarkdown';
import { annotationWords, outcomeWords } from '../../core/outline/compareWords';
import { quoted } from '../../core/outline/words';
import { quoteOf, type Annotation } from '../../core/model/annotation';
import type { Layer } from '../../core/review/layers';
import type { Pair } from '../../core/review/pairs';
import type { ComparedAnnotators } from '../adapters/comparing';
import type { CommandId } from '../generated/manifest';
import type { Services } from '../services';
import { registerOnSources } from './selectors';

const ACTIONS = [
  'sourceAnnotator.adjudicateFirst',
  'sourceAnnotator.adjudicateSecond',
  'sourceAnnotator.adjudicateBoth',
  'sourceAnnotator.adjudicateNeither',
] as const satisfies readonly CommandId[];
/** More would cover the text. */
const MOST = 4;

export function registerCompareHover(services: Services): void {
  registerOnSources(services, (selector) =>
    vscode.languages.registerHoverProvider(selector, {
      provideHover: (document, position) => hoverAt(services, document, position),
    }),
  );
}

function hoverAt(
  { comparing, compareMarks }: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const { compared } = comparing;
  if (compared === undefined) return undefined;
  const found = compareMarks.at(document, position).slice(0, MOST);
  if (found.length === 0) return undefined;
  return new vscode.Hover(found.map((pair) => textOf(compared, pair)));
}

function textOf(compared: ComparedAnnotators, pair: Pair): vscode.MarkdownString {
  const lines = [
    sideLine(pair.a, compared.a),
    sideLine(pair.b, compared.b),
    `*${escapeMarkdown(pair.decided ? outcomeWords(pair, compared) : kindWords(pair))}*`,
  ];
  const text = new vscode.MarkdownString(lines.join('  \n'));
  if (pair.decided) return text;
  const labels = [compared.a.name, compared.b.name, 'Both', 'Neither'];
  const links = ACTIONS.map(
    (id, index) => `[${escapeMarkdown(labels[index] ?? '')}](${uriOf(id, pair.key)})`,
  );
  text.appendMarkdown(`\n\n${links.join(' · ')}`);
  text.isTrusted = { enabledCommands: ACTIONS };
  return text;
}

function sideLine(annotation: Annotation | undefined, { name, records }: Layer): string {
  const words =
    annotation === undefined
      ? 'nothing'
      : `${quoted(quoteOf(annotation))}: ${annotationWords(annotation, records)}`;
  return `**${escapeMarkdown(name)}** ${escapeMarkdown(words)}`;
}

function kindWords({ kind, differences }: Pair): string {
  if (kind === 'agreed') return 'They agree.';
  return kind === 'differing' ? `They differ: ${differences.join(', ')}.` : 'Only one of them.';
}

function uriOf(command: CommandId, pair: string): string {
  const query = encodeURIComponent(JSON.stringify([{ pair }]));
  // Parentheses would end the link in Markdown; encodeURIComponent leaves them.
  return `command:${command}?${query.replaceAll('(', '%28').replaceAll(')', '%29')}`;
}
