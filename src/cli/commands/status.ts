/** `source-annotator status`: how far the annotation of the sources is. */
import { isFinished, projectStatus } from '../../core/review/progress';
import { checkWorkspace } from '../../core/rules/check';
import { usageError, type Command } from '../command';
import { statusJson, statusText, type StatusReport } from '../reports/status';
import { writeJson } from '../terminal';
import { loadingComplaints, loadWorkspace } from '../workspace';

export const status: Command = {
  summary: 'Say how far each source is, what is open, and who has reviewed it.',
  usage: 'status [--format text|json]',
  help: [
    'JSON: { "sources": [{ source, state, reviewedBy, annotations: { proposed, accepted, disputed,',
    'rejected }, openThreads, problems: { error, warning, information } }], "totals": { sources: {',
    'not-started, in-progress, done, reviewed }, annotations, openThreads, problems }, "finished" }.',
    'The totals have the open threads and problems of entities, events and the schema, too. A source',
    'is reviewed when it says “state: done” and somebody stands under “reviewedBy”. Exit status: 0',
    'when every source is reviewed, no thread is open and no annotation is proposed or disputed; 1',
    'otherwise. Problems do not count here: see check.',
  ],
  formats: ['text', 'json'],
  options: {},
  async run({ terminal, folder, format, args }) {
    const [unexpected] = args;
    if (unexpected !== undefined) return usageError(terminal, `status takes no “${unexpected}”.`);
    const loaded = await loadWorkspace(folder);
    if (!loaded.ok) return usageError(terminal, loaded.message);
    const { workspace } = loaded;
    const { sources, store, unreadable } = workspace;
    const paths = [...new Set([...sources.keys(), ...store.indexes.sourcePaths()])].sort();
    const report: StatusReport = {
      project: projectStatus(store, paths),
      problems: [...unreadable, ...checkWorkspace(store, workspace)],
    };
    for (const complaint of loadingComplaints(workspace)) terminal.complain(complaint);
    if (format === 'json') writeJson(terminal, statusJson(report));
    else terminal.write(statusText(report));
    return isFinished(report.project) ? 0 : 1;
  },
};
