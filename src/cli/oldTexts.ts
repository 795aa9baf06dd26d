/** The texts that annotation files were written for, where their sources are others now and git has them. */
import type { Store } from '../core/store/store';
import { SourceText } from '../core/text/sourceText';
import { readBlobs } from '../node/git/blobs';

/** The old text with a blob id that some annotation file names; absent when git does not have it. */
export type OldTexts = (blob: string) => SourceText | undefined;

/** Asks git once. `sourceText` gives the sources as they are now. */
export async function loadOldTexts(
  folder: string,
  store: Store,
  sourceText: (path: string) => SourceText | undefined,
): Promise<OldTexts> {
  const wanted = new Set<string>();
  for (const { content } of store.files()) {
    if (content?.kind !== 'annotations' || content.annotations.length === 0) continue;
    const { path, blob } = content.source;
    if (blob === undefined) continue;
    const text = sourceText(path);
    if (text !== undefined && text.blob !== blob) wanted.add(blob);
  }
  const texts = new Map<string, SourceText>();
  for (const [blob, text] of await readBlobs(folder, wanted)) texts.set(blob, SourceText.of(text));
  return (blob) => texts.get(blob);
}
