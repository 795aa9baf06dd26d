/** The texts of the sources in which changes stand, on both sides. */
import type { Change } from '../../core/review/change';
import { passageOf } from '../../core/review/passageOf';
import { SourceText } from '../../core/text/sourceText';
import type { LoadedSide } from '../../node/revisionPair';

export type SourceTexts = (path: string, side: 'before' | 'after') => SourceText | undefined;

export async function sourceTexts(
  changes: readonly Change[],
  before: LoadedSide,
  after: LoadedSide,
): Promise<SourceTexts> {
  const wanted = { before: new Set<string>(), after: new Set<string>() };
  for (const change of changes) {
    const passage = passageOf(change);
    if (passage?.before !== undefined) wanted.before.add(passage.before.source);
    if (passage?.after !== undefined) wanted.after.add(passage.after.source);
  }
  const texts = {
    before: await before.read([...wanted.before]),
    after: await after.read([...wanted.after]),
  };
  const known = { before: new Map<string, SourceText>(), after: new Map<string, SourceText>() };
  return (path, side) => {
    const found = known[side].get(path);
    if (found !== undefined) return found;
    const text = texts[side].get(path);
    if (text === undefined) return undefined;
    const source = SourceText.of(text);
    known[side].set(path, source);
    return source;
  };
}
