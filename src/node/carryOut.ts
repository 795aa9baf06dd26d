/** Reading, deciding and writing on disk while other programs write the same files. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { carryOut as carryOutOn, type Decision } from '../core/operations/carryOut';
import type { FileChange } from '../core/operations/draft';
import type { Written } from '../core/operations/written';
import { holdFiles, writeFiles } from './files';
import { codeOf } from './owner';

/** What decides anew each time, and is told what the files say now. */
export interface Decider {
  /** The changes to make; absent when there is nothing to do or it cannot be done. */
  readonly decide: () => readonly FileChange[] | undefined;
  /** Takes in the text of a file that was changed meanwhile; absent when it is gone. */
  readonly take: (path: string, text: string | undefined) => void;
}

const LONGEST_PAUSE_MS = 20;

/** See `carryOut` of core; it is the last one to be asked whose changes are on disk. */
export async function carryOut(folder: string, { decide, take }: Decider): Promise<Written> {
  const outcome = await carryOutOn(
    {
      hold: (paths) => holdFiles(folder, paths),
      reload: async (paths) => {
        for (const file of paths) take(file, await readText(folder, file));
      },
      write: (changes, held) => writeFiles(folder, changes, held),
      pause: () => delay(Math.random() * LONGEST_PAUSE_MS),
    },
    (): Decision => {
      const changes = decide();
      return changes === undefined ? { ok: false } : { ok: true, changes };
    },
  );
  return outcome.kind === 'unwritten' ? { ok: false, refusal: outcome.refusal } : { ok: true };
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
