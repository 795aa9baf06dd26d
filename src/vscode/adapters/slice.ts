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
