/** Deciding and writing while other programs write the same files: merged by record, never overwritten. */
import type { FileChange } from './draft';
import type { Refusal, Written } from './written';

/** Changes to make on the files as they were read last, or why there are none. */
export type Decision =
  | { readonly ok: true; readonly changes: readonly FileChange[] }
  /** `path` is the file that stands against it, where it is one. */
  | { readonly ok: false; readonly path?: string };

/** Files that no other writer replaces until they are released. */
export interface Held {
  readonly release: () => Promise<void>;
}

/** What a host does with files. */
export interface Files<H extends Held> {
  /** Waits its turn for the files. */
  readonly hold: (
    paths: readonly string[],
  ) => Promise<
    { readonly ok: true; readonly held: H } | { readonly ok: false; readonly refusal: Refusal }
  >;
  /** Reads the files anew; what is decided next is decided on that. */
  readonly reload: (paths: readonly string[]) => Promise<void>;
  /** All changes or none; what is in `held` is not waited for. */
  readonly write: (changes: readonly FileChange[], held: H | undefined) => Promise<Written>;
  /** A short while, by chance, so that two who wait do not meet for ever. */
  readonly pause: () => Promise<void>;
}

export type CarriedOut<D extends Decision> =
  | { readonly kind: 'written'; readonly decision: Extract<D, { ok: true }> }
  /** It cannot be done on what the files say; nothing was written. */
  | { readonly kind: 'refused'; readonly decision: Extract<D, { ok: false }> }
  | { readonly kind: 'unwritten'; readonly refusal: Refusal };

const ATTEMPTS = 8;
/** After so many attempts in vain the files are locked before they are read. */
const FREE_ATTEMPTS = 2;

/**
 * Writes what `decide` gives. When a file was changed since it was read, the files are read again and
 * `decide` decides on that; it is the last decision whose changes are written.
 */
export async function carryOut<D extends Decision, H extends Held>(
  files: Files<H>,
  decide: () => D,
): Promise<CarriedOut<D>> {
  const paths = new Set<string>();
  for (let attempt = 1; ; attempt++) {
    let held: H | undefined;
    try {
      if (attempt > 1) {
        await files.pause();
        if (attempt > FREE_ATTEMPTS) {
          const holding = await files.hold([...paths]);
          if (holding.ok) held = holding.held;
          // Where no lock can be made an editor may still be able to save.
          else if (holding.refusal.kind !== 'failed') {
            return { kind: 'unwritten', refusal: holding.refusal };
          }
        }
        await files.reload([...paths]);
      }
      const decision = decide();
      if (!isMade(decision)) {
        const refused = decision as Extract<D, { ok: false }>;
        // It may say something else by now.
        if (refused.path === undefined || attempt > 1)
          return { kind: 'refused', decision: refused };
        paths.add(refused.path);
        continue;
      }
      const written = await files.write(decision.changes, held);
      if (written.ok) return { kind: 'written', decision };
      const { refusal } = written;
      if (refusal.kind !== 'changed' || attempt === ATTEMPTS) return { kind: 'unwritten', refusal };
      for (const { path } of [refusal, ...decision.changes]) paths.add(path);
    } finally {
      await held?.release();
    }
  }
}

function isMade<D extends Decision>(decision: D): decision is Extract<D, { ok: true }> {
  return decision.ok;
}
