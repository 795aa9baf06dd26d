// Waiting for what VS Code does in its own time.

const PAUSE_MS = 20;
const LIMIT_MS = 30_000;

/**
 * Asks until the answer is there: neither undefined nor false. Rejects after a while, naming what
 * was waited for and the last error, if asking failed.
 */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | false | PromiseLike<T | undefined | false>,
): Promise<T> {
  const limit = performance.now() + LIMIT_MS;
  for (;;) {
    let failure = '';
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      failure = `: ${error instanceof Error ? error.message : String(error)}`;
    }
    if (performance.now() > limit) throw new Error(`Waited in vain for ${what}${failure}`);
    await pause(PAUSE_MS);
  }
}

/** For what must not happen: there is no condition to wait for. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Presses until the command is over, and gives what it gave. */
export async function over(
  command: Promise<unknown>,
  press: () => PromiseLike<unknown>,
): Promise<unknown> {
  let isOver = false;
  const result = command.finally(() => (isOver = true));
  await eventually('the command to end', async () => {
    await press();
    return isOver;
  });
  return result;
}
