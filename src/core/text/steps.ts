/** Work that is done in steps, for hosts that must not be held up, done at once. */

/** What the steps come to. */
export function allSteps<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
