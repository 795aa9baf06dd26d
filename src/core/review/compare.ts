/** Two revisions → what happened between them, by meaning; every line that differs belongs to one change. */
import { allSteps } from '../text/steps';
import type { Change } from './change';
import { acrossFiles } from './compare/across';
import { compareFile } from './compare/compareFile';
import type { ComparedFile } from './compare/comparedFile';
import { pairedFiles } from './compare/pairedFiles';
import { SourceTexts } from './compare/sourceTexts';
import { textChange } from './compare/textChanges';
import type { RevisionPair } from './revisions';

export interface Comparison {
  /** By path, then in document order. */
  readonly changes: readonly Change[];
}

export function compare(pair: RevisionPair): Comparison {
  return allSteps(compareStepwise(pair));
}

/** The same in steps, one file each, for hosts that must not be held up. */
export function* compareStepwise(pair: RevisionPair): Generator<undefined, Comparison> {
  const texts = new SourceTexts(pair.sources);
  const changes: Change[] = [];
  for (const source of pair.sources) {
    const change = textChange(source);
    if (change !== undefined) changes.push(change);
    yield;
  }
  const files: ComparedFile[] = [];
  for (const file of pairedFiles(pair.files, texts)) {
    files.push(compareFile(file, texts));
    texts.forget();
    yield;
  }
  changes.push(
    ...acrossFiles(
      files.flatMap((file) => file.changes),
      texts,
    ),
  );
  return { changes: changes.sort(byPath) };
}

function byPath(one: Change, other: Change): number {
  if (one.path === other.path) return 0;
  return one.path < other.path ? -1 : 1;
}
