/** Deciding and writing while other programs write the same files: merged by record, never overwritten. */
import type { FileChange } from '../../core/operations/draft';
import type { Held } from './atomicWrite.node';
import type { FileWriter } from './fileWriter';
import type { Loader } from './loader';

/** Changes to make on the files as the store has them, or why there are none. */
export type Decision =
  { readonly ok: true; readonly changes: readonly FileChange[] } | { readonly ok: false };

export type CarriedOut<D extends Decision> =
  | { readonly kind: 'written'; readonly decision: Extract<D, { ok: true }> }
  /** It cannot be done on what the files say; nothing was written. */
  | { readonly kind: 'refused'; readonly decision: Extract<D, { ok: false }> }
  | { readonly kind: 'unwritten'; readonly message: string };

const ATTEMPTS = 8;
/** After so many attempts in vain the files are locked before they are read. */
const FREE_ATTEMPTS = 2;
const LONGEST_PAUSE_MS = 20;

/**
 * Writes what `decide` gives and feeds it into the store. When a file was changed since it was read,
 * it is read again, and `decide` decides on that.
 */
export async function carryOut<D extends Decision>(
  writer: FileWriter,
  loader: Loader,
  decide: () => D,
): Promise<CarriedOut<D>> {
  const paths = new Set<string>();
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    let held: Held | undefined;
    try {
      if (attempt > 1) {
        await pause(Math.random() * LONGEST_PAUSE_MS);
        if (attempt > FREE_ATTEMPTS) held = await writer.hold([...paths]);
        await loader.reload(paths);
      }
      const decision = decide();
      if (!isMade(decision)) {
        return { kind: 'refused', decision: decision as Extract<D, { ok: false }> };
      }
      const written = await writer.write(decision.changes, held);
      if (written.ok) {
        for (const { path, after } of decision.changes) loader.take(path, after);
        return { kind: 'written', decision };
      }
      if ('message' in written) return { kind: 'unwritten', message: written.message };
      paths.add(written.changed);
      for (const { path } of decision.changes) paths.add(path);
    } finally {
      await held?.release();
    }
  }
  const names = [...paths].join(', ');
  return { kind: 'unwritten', message: `Another program is changing ${names} all the time.` };
}

function isMade<D extends Decision>(decision: D): decision is Extract<D, { ok: true }> {
  return decision.ok;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
