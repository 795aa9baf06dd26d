/**
 * Tagging one passage of a source with 10,000 words and 1,000 mentions, without an editor: the edit,
 * the file on disk, the store, and every place of the source found again. The limit it is held
 * against, in the same run, is a bare write and rename of the same bytes.
 */
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { perform } from '../../src/core/operations/perform';
import type { Operation } from '../../src/core/operations/operation';
import { annotationPath } from '../../src/core/storage/paths';
import { locate } from '../../src/core/store/locate';
import { Store } from '../../src/core/store/store';
import { SourceText } from '../../src/core/text/sourceText';
import { median, percentile, report } from './measure';

const SOURCE = 'long.txt';
const WORDS = 10_000;
const MENTIONS = 1_000;
const ROUNDS = 100;

const text = SourceText.of(longText());
const path = annotationPath(SOURCE, 'folder');
const store = new Store();
let counter = 0;
const around = {
  sourceText: () => text,
  newAnnotationId: () => `a-${String(counter++).padStart(6, '0')}`,
};

take([{ op: 'createEntity', id: 'anna', type: 'person', name: 'Anna' }]);
take(mentions(0, MENTIONS));

const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const tagged: number[] = [];
const bare: number[] = [];
try {
  for (const operation of mentions(MENTIONS, MENTIONS + ROUNDS)) {
    const start = performance.now();
    take([operation]);
    await replace(store.file(path)?.text ?? '');
    locate(text, store.indexes.annotationsOf(SOURCE));
    tagged.push(performance.now() - start);

    const again = performance.now();
    await replace(store.file(path)?.text ?? '');
    bare.push(performance.now() - again);
  }
} finally {
  await rm(folder, { recursive: true });
}

report('Tagging one passage (10,000 words, 1,000 mentions, no editor)', [
  ['edit, write, parse, locate', `${median(tagged).toFixed(1)} ms`],
  ['the same, p95', `${percentile(tagged, 95).toFixed(1)} ms`],
  ['bare write and rename of the same bytes', `${median(bare).toFixed(1)} ms`],
  ['ratio of the medians', (median(tagged) / median(bare)).toFixed(1)],
]);

function take(operations: readonly Operation[]): void {
  const performed = perform(store, around, operations);
  if (!performed.ok) throw new Error(performed.error.message);
  for (const change of performed.changes) store.replaceFile(change.path, change.after ?? '');
}

async function replace(content: string): Promise<void> {
  const temporary = join(folder, 'next');
  await writeFile(temporary, content);
  await rename(temporary, join(folder, 'now'));
}

function longText(): string {
  const words = Array.from({ length: WORDS }, (_, index) =>
    index % 9 === 4 ? 'Anna' : `word${String(index % 97)}`,
  );
  return words.join(' ').replaceAll('word96', 'word96.\n');
}

function mentions(from: number, to: number): readonly Operation[] {
  return Array.from({ length: to - from }, (_, index) => ({
    op: 'annotate',
    source: SOURCE,
    exact: 'Anna',
    occurrence: from + index + 1,
    entity: 'anna',
  }));
}
