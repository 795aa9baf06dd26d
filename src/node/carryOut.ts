/** Reading, deciding and writing while other programs write the same files: merged, never overwritten. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { FileChange } from '../core/operations/draft';
import type { Written } from '../core/operations/written';
import { holdFiles, writeFiles, type HeldFiles } from './files';
import { codeOf } from './owner';

/** What decides anew each time, and is told what the files say now. */
export interface Decider {
  /** The changes to make; absent when there is nothing to do or it cannot be done. */
  readonly decide: () => readonly FileChange[] | undefined;
  /** Takes in the text of a file that was changed meanwhile; absent when it is gone. */
  readonly take: (path: string, text: string | undefined) => void;
}

const ATTEMPTS = 8;
/** After so many attempts in vain the files are locked before they are read. */
const FREE_ATTEMPTS = 2;
const LONGEST_PAUSE_MS = 20;

/**
 * Writes what `decide` gives. When a file was changed since it was read, the files are read again and
 * `decide` decides on that; it is the last one to be asked whose changes are on disk.
 */
export async function carryOut(folder: string, { decide, take }: Decider): Promise<Written> {
  let paths: readonly string[] = [];
  for (let attempt = 1; ; attempt++) {
    let held: HeldFiles | undefined;
    try {
      if (attempt > 1) {
        await delay(Math.random() * LONGEST_PAUSE_MS);
        if (attempt > FREE_ATTEMPTS) {
          const holding = await holdFiles(folder, paths);
          if (!holding.ok) return holding;
          held = holding.held;
        }
        for (const file of paths) take(file, await readText(folder, file));
      }
      const changes = decide();
      if (changes === undefined) return { ok: true };
      const written = await writeFiles(folder, changes, held);
      if (written.ok || written.refusal.kind !== 'changed' || attempt === ATTEMPTS) return written;
      paths = [...new Set([...paths, ...changes.map((change) => change.path)])];
    } finally {
      await held?.release();
    }
  }
}

/** The text with its byte order mark; absent when the file is not there. */
async function readText(folder: string, file: string): Promise<string | undefined> {
  try {
    const bytes = await readFile(path.join(folder, file));
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
