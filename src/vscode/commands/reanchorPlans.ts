/** What re-anchoring would do in sources of the folder: of open ones in their documents, of others on disk. */
import { isSettled, planReanchoring, type Reanchoring } from '../../core/operations/reanchorPlan';
import { locate } from '../../core/store/locate';
import type { SourceText } from '../../core/text/sourceText';
import type { Watch } from '../adapters/patience';
import { Slice } from '../adapters/slice';
import type { Services } from '../services';

export type SourcePlan =
  | {
      readonly kind: 'planned';
      readonly path: string;
      readonly text: SourceText;
      /** In document order, those without a certain place last. */
      readonly entries: readonly Reanchoring[];
      /** Every annotation stands in the text, and a file names another one. */
      readonly isBlobStale: boolean;
    }
  /** The source is not there, or is no text. */
  | { readonly kind: 'missing'; readonly path: string; readonly count: number }
  /** An annotation file of the source does not parse, so it is not written. */
  | { readonly kind: 'unreadable'; readonly path: string; readonly file: string };

/** How many sources are read and asked for in git together. */
const AT_ONCE = 50;

/** The plans of these sources, of those that have annotations; absent when it was cancelled. */
export async function planSources(
  services: Services,
  paths: readonly string[],
  watch: Watch,
): Promise<readonly SourcePlan[] | undefined> {
  const plans: SourcePlan[] = [];
  const slice = new Slice();
  for (let from = 0; from < paths.length; from += AT_ONCE) {
    const some = paths.slice(from, from + AT_ONCE);
    const texts = await Promise.all(some.map((path) => services.sources.read(path)));
    await loadOldTexts(services, some, texts);
    for (const [index, path] of some.entries()) {
      if (watch.isCancelled()) return undefined;
      const plan = planSource(services, path, texts[index]);
      if (plan !== undefined) plans.push(plan);
      watch.report(from + index + 1);
      // Typing and cancelling come between two sources.
      await slice.pauseAtEnd();
    }
  }
  return plans;
}

async function loadOldTexts(
  { whole: store, oldTexts }: Services,
  paths: readonly string[],
  texts: readonly (SourceText | undefined)[],
): Promise<void> {
  const stale = paths.flatMap((path, index) => {
    const blob = store.indexes.source(path)?.blob;
    const text = texts[index];
    return blob === undefined || text === undefined || text.blob === blob ? [] : [blob];
  });
  await oldTexts.load(stale);
}

function planSource(
  { whole: store, folder, sources, passages, oldTexts }: Services,
  path: string,
  read: SourceText | undefined,
): SourcePlan | undefined {
  const records = store.indexes.annotationsOf(path);
  if (records.length === 0) return undefined;
  if (read === undefined) return { kind: 'missing', path, count: records.length };
  const files = store.indexes.sourceFiles(path);
  const broken = files.find((file) => store.file(file.path)?.readable === false);
  if (broken !== undefined) return { kind: 'unreadable', path, file: broken.path };

  const document = folder.documentOf(path);
  const text = document === undefined ? read : sources.textOf(document);
  const blob = store.indexes.source(path)?.blob;
  const old = blob === undefined || blob === text.blob ? undefined : oldTexts.get(blob);
  const located = document === undefined ? locate(text, records, old) : passages.all(document);
  const entries = planReanchoring(text, located, blob === text.blob ? text : old);
  const isBlobStale = isSettled(entries) && files.some(({ source }) => source.blob !== text.blob);
  return { kind: 'planned', path, text, entries, isBlobStale };
}
