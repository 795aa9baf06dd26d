/** From the texts of two sides to pairs of files, the renamed ones recognised. */
import type { FilePair, RevisionFile } from '../../core/review/revisions';
import { fileKind } from '../../core/storage/paths';
import { withConvertedLineBreaks } from '../git/lineBreaks';
import type { Repository } from '../git/repository';
import { findRenames, type OneSided } from './renames';
import type { Trees } from './trees';

type Texts = ReadonlyMap<string, string>;

/** Sorted by the path in the newer side that has the file; without those whose texts are equal after all. */
export async function pairFiles(
  { before, after, repository }: Trees,
  ours: Texts,
  theirs: Texts,
): Promise<readonly FilePair[]> {
  const pairs = renamed(ours, theirs);
  const work = after.kind === 'worktree' ? 'after' : 'before';
  const isWorkTree =
    repository !== undefined && [before, after].some(({ kind }) => kind === 'worktree');
  const alike = isWorkTree ? await withBreaksOf(work, pairs, repository) : pairs;
  return alike
    .filter(
      (pair) => pair.before?.text !== pair.after?.text || pair.before?.path !== pair.after?.path,
    )
    .sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
}

/** The path in the newer side that has the file. */
export function pathOf({ before, after }: FilePair): string {
  return (after ?? before)?.path ?? '';
}

function renamed(ours: Texts, theirs: Texts): readonly FilePair[] {
  const renames = findRenames(gone(ours, theirs), gone(theirs, ours));
  const targets = new Set(renames.values());
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((path) => {
    if (targets.has(path)) return [];
    const [before, after] = [fileOf(path, ours), fileOf(renames.get(path) ?? path, theirs)];
    return [pairOf(before, after)];
  });
}

function gone(own: Texts, others: Texts): Parameters<typeof findRenames>[0] {
  const files: readonly OneSided[] = [...own]
    .filter(([path]) => !others.has(path))
    .map(([path, text]) => ({ path, text: text.replaceAll('\r\n', '\n') }));
  return {
    sources: files.filter(({ path }) => fileKind(path) === undefined),
    annotations: files.filter(({ path }) => fileKind(path) === 'annotations'),
  };
}

function fileOf(path: string, texts: Texts): RevisionFile | undefined {
  const text = texts.get(path);
  return text === undefined ? undefined : { path, text };
}

function pairOf(before: RevisionFile | undefined, after: RevisionFile | undefined): FilePair {
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** Where git writes CRLF into the work tree, the other side gets it: no line differs by that alone. */
async function withBreaksOf(
  work: 'before' | 'after',
  pairs: readonly FilePair[],
  repository: Repository,
): Promise<readonly FilePair[]> {
  const other = work === 'after' ? 'before' : 'after';
  const inQuestion = pairs.flatMap((pair) => {
    const [file, kept] = [pair[work], pair[other]];
    const differ = file?.text.includes('\r\n') === true && kept?.text.includes('\r') === false;
    return differ ? [file.path] : [];
  });
  const converted = await withConvertedLineBreaks(repository, inQuestion);
  return pairs.map((pair) => {
    const [file, kept] = [pair[work], pair[other]];
    if (file === undefined || kept === undefined || !converted.has(file.path)) return pair;
    return { ...pair, [other]: { ...kept, text: kept.text.replaceAll('\n', '\r\n') } };
  });
}
