/** What changed as a report: Markdown for a pull request, or one page with the passages. */
import * as vscode from 'vscode';
import { count } from '../../core/outline/words';
import type { ReportContext } from '../../core/review/reports/context';
import { htmlReport } from '../../core/review/reports/html';
import { markdownReport } from '../../core/review/reports/markdown';
import { SourceText } from '../../core/text/sourceText';
import { remark, tell, wordsForError } from '../adapters/failures';
import type { Compared } from '../adapters/review';
import type { Services } from '../services';
import { nameOf } from '../views/changeWords';
import type { Command } from './command';
import { givenText } from './given';
import { comparedNow } from './reviewAt';

const FILE = 'review.html';

/** Puts the report on the clipboard, and gives it. */
export const copyReview: Command = async (services) => {
  const compared = await comparedNow(services);
  if (compared === undefined) return undefined;
  const report = markdownReport(compared, await contextOf(services, compared));
  await vscode.env.clipboard.writeText(report);
  remark(`Copied: ${count(compared.changes.length, 'change')} since ${compared.label}.`);
  return report;
};

/** Asks for a file, or takes `{ path }` in the folder. Gives its address. */
export const saveReview: Command = async (services, argument) => {
  const compared = await comparedNow(services);
  if (compared === undefined) return undefined;
  const { folder } = services;
  const given = givenText(argument, 'path');
  const proposed = folder.uriOf(given ?? FILE);
  const file =
    given === undefined
      ? await vscode.window.showSaveDialog({
          title: 'Save Review as HTML',
          filters: { HTML: ['html'] },
          ...(proposed === undefined ? {} : { defaultUri: proposed }),
        })
      : proposed;
  if (file === undefined) return undefined;
  const report = htmlReport(compared, await contextOf(services, compared));
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(report));
  } catch (error) {
    tell(wordsForError(vscode.workspace.asRelativePath(file, false), 'written', error));
    return undefined;
  }
  remark(`Saved: ${count(compared.changes.length, 'change')} since ${compared.label}.`);
  return file.toString();
};

/** With the texts of the sources that annotations changed in; those that did not differ are the same on both sides. */
async function contextOf(services: Services, compared: Compared): Promise<ReportContext> {
  const texts = { before: new Map<string, SourceText>(), after: new Map<string, SourceText>() };
  for (const { before, after } of compared.pair.sources) {
    if (before !== undefined) texts.before.set(before.path, SourceText.of(before.text));
    if (after !== undefined) texts.after.set(after.path, SourceText.of(after.text));
  }
  const paths = compared.changes.flatMap((change) => ('source' in change ? [change.source] : []));
  for (const path of new Set(paths)) {
    if (texts.before.has(path) || texts.after.has(path)) continue;
    const text = await services.sources.read(path);
    if (text === undefined) continue;
    texts.before.set(path, text);
    texts.after.set(path, text);
  }
  return {
    base: compared.label,
    head: 'working tree',
    names: (id) => nameOf(services, compared, id),
    sourceText: (path, side) => texts[side].get(path),
  };
}
