/** Undo and redo of annotation changes, across all the files that a change touched. */
import type { FileChange } from '../operations/draft';

/** One step: what the analyst did, in words, and what it did to the files. */
export interface Step {
  readonly label: string;
  readonly changes: readonly FileChange[];
}

export type Reversal =
  | { readonly ok: true; readonly step: Step }
  | { readonly ok: false; readonly reason: 'nothing' }
  /** A file was changed since at the same place; nothing was taken off the stack. */
  | { readonly ok: false; readonly reason: 'changed'; readonly path: string };

const DEPTH = 200;

/**
 * `undo` and `redo` give the changes to make; the caller makes them and then calls `commit`, so
 * that a write that fails loses no step.
 */
export class History {
  readonly #done: Step[] = [];
  readonly #undone: Step[] = [];

  /** Takes in a step that was just made; what had been undone can no longer be redone. */
  record(step: Step): void {
    this.#done.push(step);
    if (this.#done.length > DEPTH) this.#done.shift();
    this.#undone.length = 0;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** `textOf` gives the text of a file now. */
  undo(textOf: (path: string) => string | undefined): Reversal {
    const step = this.#done.at(-1);
    return step === undefined ? { ok: false, reason: 'nothing' } : reverse(invert(step), textOf);
  }

  redo(textOf: (path: string) => string | undefined): Reversal {
    const step = this.#undone.at(-1);
    return step === undefined ? { ok: false, reason: 'nothing' } : reverse(step, textOf);
  }

  /** After the changes of `undo` or `redo` were made: moves that step to the other stack. */
  commit(direction: 'undo' | 'redo'): void {
    const [from, to] =
      direction === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const step = from.pop();
    if (step !== undefined) to.push(step);
  }
}

function invert({ label, changes }: Step): Step {
  const inverted = changes.map(({ path, before, after }) => ({
    path,
    before: after,
    after: before,
  }));
  return { label, changes: inverted };
}

/** The step on the files as they are now: changed elsewhere is fine, changed at its place is not. */
function reverse(step: Step, textOf: (path: string) => string | undefined): Reversal {
  const changes: FileChange[] = [];
  for (const change of step.changes) {
    const now = textOf(change.path);
    const after = now === change.before ? change : rebase(change, now);
    if (after === undefined) return { ok: false, reason: 'changed', path: change.path };
    changes.push(after);
  }
  return { ok: true, step: { label: step.label, changes } };
}

/** The change on a text that differs from `before` only outside of the changed part. */
function rebase(change: FileChange, now: string | undefined): FileChange | undefined {
  const { before, after, path } = change;
  if (now === undefined || before === undefined || after === undefined) return undefined;
  const own = commonEnds(before, after);
  const theirs = commonEnds(before, now);
  const ownEnd = before.length - own.suffix;
  const shift = now.length - before.length;
  if (ownEnd <= theirs.prefix) {
    const text = now.slice(0, own.prefix) + middle(after, own) + now.slice(ownEnd);
    return { path, before: now, after: text };
  }
  if (own.prefix >= before.length - theirs.suffix) {
    const text = now.slice(0, own.prefix + shift) + middle(after, own) + now.slice(ownEnd + shift);
    return { path, before: now, after: text };
  }
  return undefined;
}

function middle(text: string, { prefix, suffix }: { prefix: number; suffix: number }): string {
  return text.slice(prefix, text.length - suffix);
}

/** Lengths of the common head and, behind it, the common tail of two texts, in UTF-16 code units. */
export function commonEnds(a: string, b: string): { prefix: number; suffix: number } {
  const limit = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix < limit && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  let suffix = 0;
  while (
    suffix < limit - prefix &&
    a.charCodeAt(a.length - 1 - suffix) === b.charCodeAt(b.length - 1 - suffix)
  ) {
    suffix++;
  }
  return { prefix, suffix };
}
