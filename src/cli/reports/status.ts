/** How far a project is, as a table for people and as JSON. */
import { STATUSES } from '../../core/model/annotation';
import type { Problem } from '../../core/model/problem';
import {
  isFinished,
  PROGRESSES,
  type ProjectStatus,
  type SourceProgress,
  type SourceStatus,
  type StatusCounts,
} from '../../core/review/progress';
import { alignedRows, plural } from '../terminal';
import { countsOf, type Counts } from './counts';

export interface StatusReport {
  readonly project: ProjectStatus;
  /** Of the whole workspace. */
  readonly problems: readonly Problem[];
}

const WORDS: Readonly<Record<SourceProgress, string>> = {
  'not-started': 'not started',
  'in-progress': 'in progress',
  done: 'done',
  reviewed: 'reviewed',
};

const HEAD = ['SOURCE', 'STATE', 'REVIEWED BY', 'ANNOTATIONS', 'OPEN THREADS', 'PROBLEMS'];

export function statusJson({ project, problems }: StatusReport): object {
  const own = problemsBySource(problems);
  const { progress, annotations, openThreads } = project;
  return {
    sources: project.sources.map(({ source, progress: state, reviewedBy, ...counts }) => ({
      source,
      state,
      reviewedBy,
      ...counts,
      problems: countsOf(own.get(source) ?? []),
    })),
    totals: { sources: progress, annotations, openThreads, problems: countsOf(problems) },
    finished: isFinished(project),
  };
}

/** A line for each source, and what all have together. */
export function statusText({ project, problems }: StatusReport): string {
  const own = problemsBySource(problems);
  const rows = project.sources.map((each) => rowOf(each, countsOf(own.get(each.source) ?? [])));
  const { annotations, openThreads } = project;
  return [
    rows.length === 0 ? '' : `${alignedRows([HEAD, ...rows])}\n`,
    `${progressWords(project)}.\n`,
    `${annotationWords(annotations)}.\n`,
    `${plural(openThreads, 'open thread')}.\n`,
    `${problems.length === 0 ? 'No problems' : problemWords(countsOf(problems))}.\n`,
  ].join('');
}

function rowOf(
  { source, progress, reviewedBy, annotations, openThreads }: SourceStatus,
  problems: Counts,
): readonly string[] {
  const [all, ...some] = annotationWords(annotations).split(': ');
  const number = all?.replace(/ .*/, '') ?? '';
  return [
    source,
    WORDS[progress],
    reviewedBy.join(', '),
    [number, ...some].join(': '),
    openThreads === 0 ? '' : String(openThreads),
    problemWords(problems),
  ];
}

/** `2 of 5 sources reviewed: 1 done, 2 in progress`. */
function progressWords({ sources, progress }: ProjectStatus): string {
  const others = PROGRESSES.filter((each) => each !== 'reviewed' && progress[each] > 0)
    .toReversed()
    .map((each) => `${progress[each]} ${WORDS[each]}`);
  const head = `${progress.reviewed} of ${plural(sources.length, 'source')} reviewed`;
  return [head, ...(others.length === 0 ? [] : [others.join(', ')])].join(': ');
}

/** `12 annotations: 2 proposed, 1 rejected`; accepted ones are what the others are not. */
function annotationWords(counts: StatusCounts): string {
  const all = STATUSES.reduce((sum, status) => sum + counts[status], 0);
  const others = STATUSES.filter((status) => status !== 'accepted' && counts[status] > 0);
  const words = others.map((status) => `${counts[status]} ${status}`);
  const head = plural(all, 'annotation');
  return words.length === 0 ? head : `${head}: ${words.join(', ')}`;
}

function problemWords({ error, warning, information }: Counts): string {
  return [
    error > 0 ? [plural(error, 'error')] : [],
    warning > 0 ? [plural(warning, 'warning')] : [],
    information > 0 ? [plural(information, 'note')] : [],
  ]
    .flat()
    .join(', ');
}

function problemsBySource(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const bySource = new Map<string, Problem[]>();
  for (const problem of problems) {
    const source = problem.source ?? problem.path;
    const known = bySource.get(source);
    if (known === undefined) bySource.set(source, [problem]);
    else known.push(problem);
  }
  return bySource;
}
