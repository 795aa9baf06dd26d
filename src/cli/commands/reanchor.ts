/** `source-annotator reanchor`: where every annotation is now; `--write` brings the files up to date. */
import path from 'node:path';
import { isSettled } from '../../core/operations/reanchorPlan';
import { usageError, type Command } from '../command';
import { planSources, rewriting, type Rewriting, type SourcePlan } from '../reanchoring/plan';
import { annotationsJson, countsOf, movesJson, plansText } from '../reanchoring/reports';
import { plural, writeJson } from '../terminal';
import { loadingComplaints, loadWorkspace, type Workspace } from '../workspace';
import { writeFiles } from '../writeFiles';

export const reanchor: Command = {
  summary: 'Show where every annotation is now, and bring their files up to date.',
  usage: 'reanchor [SOURCE…] [--write] [--format text|json]',
  help: [
    'All sources, or those that are named. --write rewrites quote, context and offsets of what is',
    'certain (exact, moved), and lets annotation files follow sources that were moved; what is',
    'similar, ambiguous or orphaned stays as it is. Status 1 when something is uncertain or cannot',
    'be read, or without --write out of date.',
    'JSON: { "annotations": [{ source, id, kind, start?, end?, score?, candidates?: [{ start, end,',
    'score, reason, exact }], differs? }], "moves": [{ from, to, certain }], "changed": [path …] },',
    'kind one of exact, moved, similar, ambiguous, orphaned; “changed” are the annotation files that',
    'were or would be written.',
  ],
  formats: ['text', 'json'],
  options: { write: { type: 'boolean' } },
  async run({ terminal, folder, format, args, options }) {
    const loaded = await loadWorkspace(folder);
    if (!loaded.ok) return usageError(terminal, loaded.message);
    const { workspace } = loaded;
    const asked = sourcesAsked(workspace, args);
    if (!asked.ok) return usageError(terminal, asked.message);
    const complaints = loadingComplaints(workspace);
    for (const complaint of complaints) terminal.complain(complaint);

    const plans = planSources(workspace, asked.paths);
    const planned = rewriting(workspace, plans);
    if (!planned.ok) return usageError(terminal, planned.message);
    const isWriting = options['write'] === true;
    if (isWriting) {
      const written = await writeFiles(folder, planned.changes);
      if (!written.ok) return usageError(terminal, written.message);
    }
    if (format === 'json') {
      const { indexes } = workspace.store;
      const idsOf = (source: string): readonly string[] =>
        indexes.annotationsOf(source).map(({ annotation }) => annotation.id);
      const changed = planned.changes.map((change) => change.path);
      writeJson(terminal, {
        annotations: annotationsJson(plans, idsOf),
        moves: movesJson(plans),
        changed,
      });
    } else {
      terminal.write(`${plansText(plans)}${summary(plans, planned, isWriting)}\n`);
    }
    const isWhole = complaints.length === 0 && (isWriting || planned.changes.length === 0);
    return isWhole && plans.every(isCertain) ? 0 : 1;
  },
};

type Asked =
  | { readonly ok: true; readonly paths: readonly string[] }
  | { readonly ok: false; readonly message: string };

function sourcesAsked({ sources, store }: Workspace, args: readonly string[]): Asked {
  const known = new Set([...sources.keys(), ...store.indexes.sourcePaths()]);
  const paths = args.map((arg) => path.posix.normalize(arg.replaceAll('\\', '/')));
  const unknown = paths.find((each) => !known.has(each));
  if (unknown !== undefined) return { ok: false, message: `There is no source “${unknown}”.` };
  return { ok: true, paths: [...(paths.length === 0 ? known : new Set(paths))].sort() };
}

/** Whether every annotation of the source has a place without asking. */
function isCertain({ text, entries }: SourcePlan): boolean {
  return text !== undefined && isSettled(entries);
}

function summary(
  plans: readonly SourcePlan[],
  { changes, count }: Rewriting & { readonly ok: true },
  isWriting: boolean,
): string {
  const counts = countsOf(plans.flatMap(({ entries }) => entries));
  const all = counts === '' ? 'No annotations' : counts;
  if (changes.length === 0) return `${all}. All that is certain is up to date.`;
  const what = `${plural(count, 'annotation')} in ${plural(changes.length, 'file')}`;
  return isWriting ? `${all}. Rewrote ${what}.` : `${all}. --write rewrites ${what}.`;
}
