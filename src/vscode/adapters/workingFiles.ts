/** The annotation files as the store and the editors have them, for `carryOut` of core. */
import type { Files } from '../../core/operations/carryOut';
import type { Held } from './atomicWrite.node';
import type { FileWriter } from './fileWriter';
import type { Loader } from './loader';

const LONGEST_PAUSE_MS = 20;

/** What is written goes into the store at once. */
export function workingFiles(writer: FileWriter, loader: Loader): Files<Held> {
  return {
    hold: (paths) => writer.hold(paths),
    reload: (paths) => loader.reload(paths),
    write: async (changes, held) => {
      const written = await writer.write(changes, held);
      if (written.ok) for (const { path, after } of changes) loader.take(path, after);
      return written;
    },
    pause: () => new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_PAUSE_MS)),
  };
}
