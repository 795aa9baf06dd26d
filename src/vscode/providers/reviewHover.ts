/** What changed at a passage, while the marks of the review are shown. */
import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/outline/cardMarkdown';
import type { ReviewMark } from '../../core/outline/reviewMarks';
import type { Compared } from '../adapters/review';
import type { CommandId } from '../generated/manifest';
import type { Services } from '../services';
import { changeWords } from '../views/changeWords';
import { registerOnSources } from './selectors';

const ACTIONS = [
  'sourceAnnotator.openChangeSideBySide',
  'sourceAnnotator.tickChange',
  'sourceAnnotator.revertChange',
] as const satisfies readonly CommandId[];
/** More would cover the text. */
const MOST = 4;

export function registerReviewHover(services: Services): void {
  registerOnSources(services, (selector) =>
    vscode.languages.registerHoverProvider(selector, {
      provideHover: (document, position) => hoverAt(services, document, position),
    }),
  );
}

function hoverAt(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const { review, reviewMarks, folder } = services;
  const { compared } = review;
  if (compared === undefined || !reviewMarks.areShown) return undefined;
  const found = reviewMarks.at(document, position).slice(0, MOST);
  if (found.length === 0) return undefined;
  const isFile = document.uri.scheme === folder.uri?.scheme;
  return new vscode.Hover(found.map((mark) => textOf(services, compared, mark, isFile)));
}

function textOf(
  services: Services,
  compared: Compared,
  { change }: ReviewMark,
  isFile: boolean,
): vscode.MarkdownString {
  const { title, details } = changeWords(services, compared, change);
  const isReviewed = services.review.isReviewed(change);
  const lines = [
    `**Since ${escapeMarkdown(compared.label)}**${isReviewed ? ' · reviewed' : ''}`,
    escapeMarkdown(title),
    ...details.map(escapeMarkdown),
  ];
  const text = new vscode.MarkdownString(lines.join('  \n'));
  if (!isFile) return text;
  const labels = [
    'Side by Side',
    isReviewed ? 'Mark as Not Reviewed' : 'Mark as Reviewed',
    'Revert',
  ];
  const links = ACTIONS.map((id, index) => `[${labels[index] ?? ''}](${uriOf(id, change.key)})`);
  text.appendMarkdown(`\n\n${links.join(' · ')}`);
  text.isTrusted = { enabledCommands: ACTIONS };
  return text;
}

function uriOf(command: CommandId, change: string): string {
  const query = encodeURIComponent(JSON.stringify([{ change }]));
  // Parentheses would end the link in Markdown; encodeURIComponent leaves them.
  return `command:${command}?${query.replaceAll('(', '%28').replaceAll(')', '%29')}`;
}
