/** Where every annotation is now, for people and for programs. */
import {
  inCodePoints,
  type Place,
  type Proposal,
  type Reanchoring,
} from '../../core/operations/reanchorPlan';
import { lineWords, quoteWords, reasonWords } from '../../core/operations/reanchorWords';
import type { SourceText } from '../../core/text/sourceText';
import { alignedRows, plural } from '../terminal';
import type { SourcePlan } from './plan';

/** Code points over the normalised text; of fragments from the first to the last. */
interface PlaceJson {
  readonly start: number;
  readonly end: number;
  /** Of an annotation in fragments, each of them. */
  readonly targets?: readonly { readonly start: number; readonly end: number }[];
}

interface CandidateJson extends PlaceJson {
  readonly score: number;
  readonly reason: Proposal['reason'];
  readonly exact: string;
}

/** What is changed, moved or lost; `start` and `end` of what is `similar` are its first candidate's. */
export interface AnnotationJson extends Partial<PlaceJson> {
  readonly source: string;
  readonly id: string;
  readonly kind: Reanchoring['kind'];
  readonly score?: number;
  readonly candidates?: readonly CandidateJson[];
  /** In what the file differs from the place; absent when it is up to date. */
  readonly differs?: Reanchoring['differences'];
}

export function annotationsJson(
  plans: readonly SourcePlan[],
  idsOf: (path: string) => readonly string[],
): readonly AnnotationJson[] {
  return plans.flatMap(({ path, text, entries }): readonly AnnotationJson[] => {
    if (text === undefined) {
      return idsOf(path).map((id) => ({ source: path, id, kind: 'orphaned' }));
    }
    return entries.map((entry) => annotationJson(path, text, entry));
  });
}

function annotationJson(path: string, text: SourceText, entry: Reanchoring): AnnotationJson {
  const { record, kind, now, proposals, differences } = entry;
  const [best] = proposals;
  const place = now ?? (kind === 'similar' ? best : undefined);
  return {
    source: path,
    id: record.annotation.id,
    kind,
    ...(place === undefined ? {} : placeJson(text, place)),
    ...(kind === 'similar' && best !== undefined ? { score: best.score } : {}),
    ...(proposals.length === 0
      ? {}
      : { candidates: proposals.map((each) => candidate(text, each)) }),
    ...(differences.length === 0 ? {} : { differs: differences }),
  };
}

function candidate(text: SourceText, proposal: Proposal): CandidateJson {
  const { score, reason, words } = proposal;
  return { ...placeJson(text, proposal), score, reason, exact: words };
}

function placeJson(text: SourceText, { spans }: Place): PlaceJson {
  const targets = spans.map((span) => inCodePoints(text, span));
  const start = Math.min(...targets.map((target) => target.start));
  const end = Math.max(...targets.map((target) => target.end));
  return { start, end, ...(targets.length > 1 ? { targets } : {}) };
}

/** A source that is not where annotation files say. */
export interface MoveJson {
  readonly from: string;
  readonly to: string;
  readonly certain: boolean;
}

export function movesJson(plans: readonly SourcePlan[]): readonly MoveJson[] {
  return plans.flatMap(({ path, from, maybe }): readonly MoveJson[] => {
    if (from !== undefined) return [{ from, to: path, certain: true }];
    return maybe === undefined ? [] : [{ from: path, to: maybe, certain: false }];
  });
}

/** A line for each source with something to say, one below it for each annotation that is not simply where it was. */
export function plansText(plans: readonly SourcePlan[]): string {
  return plans
    .map(({ path, text, entries, count, from, maybe }) => {
      if (text === undefined) {
        const place = maybe === undefined ? 'not there' : `not there, perhaps ${maybe} now`;
        return `${path}: ${place}; ${plural(count, 'annotation')} kept\n`;
      }
      const move = from === undefined ? '' : `${from} → ${path}: moved\n`;
      const told = entries.filter(
        ({ kind, differences }) => kind !== 'exact' || differences.length > 0,
      );
      if (told.length === 0) return move;
      const rows = told.map((entry) => [
        `  ${entry.kind}`,
        entry.record.annotation.id,
        lineWords(entry),
        quoteWords(entry),
        `(${reasonWords(entry)})`,
      ]);
      return `${move}${path}: ${countsOf(entries)}\n${alignedRows(rows)}`;
    })
    .join('');
}

/** `12 exact, 3 moved`, of the kinds that occur. */
export function countsOf(entries: readonly Reanchoring[]): string {
  const kinds = ['exact', 'moved', 'similar', 'ambiguous', 'orphaned'] as const;
  const counts = kinds.map((kind) => [entries.filter((each) => each.kind === kind).length, kind]);
  return counts
    .filter(([count]) => count !== 0)
    .map(([count, kind]) => `${String(count)} ${String(kind)}`)
    .join(', ');
}
