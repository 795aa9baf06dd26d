/** Reading files that somebody may be writing just now. */

/** No file of the format is empty, but an editor that saves one empties it first. */
const TRIES = 5;
const PAUSE_MS = 25;

/** What `read` gives; as long as that `isEmpty`, asked for again after a `pause` of milliseconds, a few times. */
export async function readPatiently<T>(
  read: () => Promise<T>,
  isEmpty: (reading: T) => boolean,
  pause: (milliseconds: number) => Promise<unknown>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    const reading = await read();
    if (!isEmpty(reading) || tries === TRIES) return reading;
    await pause(PAUSE_MS);
  }
}
