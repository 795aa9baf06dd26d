/** Long work in slices, so that it holds up the extension host only for a moment at a time. */

const SLICE_MS = 12;

export class Slice {
  #end = performance.now() + SLICE_MS;

  /** Resolves at once while the slice lasts, otherwise after everything else that waits had its turn. */
  async pauseAtEnd(): Promise<void> {
    if (performance.now() >= this.#end) await this.pause();
  }

  /** Ends the slice now. */
  async pause(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#end = performance.now() + SLICE_MS;
  }
}

/** What a run in steps came to. */
export interface Run<T> {
  /** Absent when it was given up before its end. */
  readonly result: T | undefined;
  /** How long its steps took, in milliseconds, without the pauses between them. */
  readonly cost: number;
}

/** Goes through the steps, with `pause` behind each; gives up as soon as they are not wanted any more. */
export async function runSteps<T>(
  steps: Generator<undefined, T>,
  pause: () => Promise<void>,
  areWanted: () => boolean,
): Promise<Run<T>> {
  let cost = 0;
  for (;;) {
    const start = performance.now();
    const step = steps.next();
    cost += performance.now() - start;
    if (step.done === true) return { result: step.value, cost };
    await pause();
    if (!areWanted()) return { result: undefined, cost };
  }
}
