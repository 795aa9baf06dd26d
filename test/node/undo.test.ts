import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { History } from '../../src/core/history/history';
import type { FileChange } from '../../src/core/operations/draft';
import { perform } from '../../src/core/operations/perform';
import { writeFiles } from '../../src/node/files';
import { FILES, operation, SOURCES } from '../core/operations/operations';
import { workspace, type Texts } from '../core/workspace';

const SEQUENCES = process.env['LONG'] === '1' ? 1000 : 12;

/** Some as Windows leaves them: with a byte order mark, and with CRLF. */
const ON_DISK: Texts = Object.fromEntries(
  Object.entries(FILES).map(([file, text], index) => [file, index === 0 ? `\uFEFF${text}` : text]),
);

test(`${SEQUENCES} sequences of operations and as many undos leave every file on disk as it was`, async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'source-annotator-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const steps = fc.array(fc.array(operation(), { minLength: 1, maxLength: 3 }), {
    minLength: 5,
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (groups) => {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder);
      const at = workspace(ON_DISK, SOURCES);
      const history = new History();
      const make = async (changes: readonly FileChange[]): Promise<void> => {
        assert.deepEqual(await writeFiles(folder, changes), { ok: true });
        for (const { path: file, after } of changes) {
          if (after === undefined) at.store.removeFile(file);
          else at.store.replaceFile(file, after);
        }
      };
      await make(
        Object.entries(ON_DISK).map(([file, after]) => ({ path: file, before: undefined, after })),
      );
      const before = await bytesUnder(folder);
      assert.equal(Object.keys(before).length, Object.keys(ON_DISK).length);

      let made = 0;
      for (const operations of groups) {
        const done = perform(at.store, at, operations);
        if (!done.ok || done.changes.length === 0) continue;
        await make(done.changes);
        history.record({ label: 'step', changes: done.changes });
        made++;
      }
      const after = await bytesUnder(folder);
      for (const direction of ['undo', 'redo', 'undo'] as const) {
        for (let count = 0; count < made; count++) {
          const reversal = history[direction]((file) => at.store.file(file)?.text);
          assert.ok(reversal.ok);
          await make(reversal.step.changes);
          history.commit(direction);
        }
        assert.deepEqual(await bytesUnder(folder), direction === 'undo' ? before : after);
      }
    }),
    { numRuns: SEQUENCES, endOnFailure: true },
  );
});

/** Every file with its bytes, each as one character. */
async function bytesUnder(folder: string): Promise<Texts> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const contents = files.map(async (file) => [file, await readFile(file, 'latin1')] as const);
  return Object.fromEntries(await Promise.all(contents));
}
