/** Git's own merge of lines, for what is no file of the format: nothing of it is lost. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runGit } from '../../node/git/run';
import type { Side } from './sides';

export interface Sides {
  readonly base: Side;
  readonly ours: Side;
  readonly theirs: Side;
  readonly labels: { readonly ours: string; readonly theirs: string };
}

export type LineMerge =
  /** `conflicts` counts the places that have markers now. */
  | { readonly ok: true; readonly bytes: Uint8Array; readonly conflicts: number }
  | { readonly ok: false; readonly message: string };

/** Git reports the number of conflicts as its status, up to this one. */
const MOST_CONFLICTS = 127;

export async function mergeByLine({ base, ours, theirs, labels }: Sides): Promise<LineMerge> {
  const folder = await mkdtemp(path.join(tmpdir(), 'source-annotator-'));
  try {
    const empty = path.join(folder, 'empty');
    await writeFile(empty, '');
    const files = [ours, base, theirs].map((side) => (side.isNone ? empty : side.file));
    const named = [labels.ours, 'base', labels.theirs].flatMap((label) => ['-L', label]);
    const answers = Array.from({ length: MOST_CONFLICTS }, (_, index) => index + 1);
    const args = ['merge-file', '-p', '-q', ...named, ...files];
    const merged = await runGit(folder, args, { answers });
    if (!merged.ok) {
      const { kind, message } = merged.failure;
      return { ok: false, message: kind === 'failed' ? 'Git takes it for binary.' : message };
    }
    return { ok: true, bytes: merged.stdout, conflicts: merged.status };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
