/** Undo and redo of annotation changes, across all the files that a change touched. */
import type { FileChange } from '../operations/draft';
import { parseFile } from '../storage/parse';
import { changeByRecord } from './byRecord';
import { changeByText } from './byText';
import { KeptText } from './keptText';

/** One step: what was done, in words, and what it did to the files. */
export interface Step {
  readonly label: string;
  readonly changes: readonly FileChange[];
  /**
   * Done by the program itself, to follow a change of a source. It is undone and redone together
   * with the step of the person below it, and without one it is not remembered.
   */
  readonly automatic?: boolean;
}

export type Reversal =
  | { readonly ok: true; readonly step: Step }
  | { readonly ok: false; readonly reason: 'nothing' }
  /** Somebody changed the same record since; nothing was taken off the stack. */
  | {
      readonly ok: false;
      readonly reason: 'changed';
      readonly path: string;
      /** The record; absent when it is the file as a whole. */
      readonly id?: string;
    };

interface KeptChange {
  readonly path: string;
  readonly before: KeptText;
  readonly after: KeptText;
}

interface KeptStep {
  readonly label: string;
  readonly automatic: boolean;
  readonly changes: readonly KeptChange[];
}

type TextOf = (path: string) => string | undefined;

/** As many steps of the person, and as many automatic ones. */
const DEPTH = 200;

/**
 * `undo` and `redo` give the changes to make; the caller makes them and then calls `commit`, so
 * that a write that fails loses no step.
 */
export class History {
  /** The last one was done last. */
  readonly #done: KeptStep[] = [];
  /** The last one was undone last. */
  readonly #undone: KeptStep[] = [];

  /** Takes in a step that was just made; what had been undone can no longer be redone. */
  record({ label, changes, automatic = false }: Step): void {
    if (automatic && this.#done.length === 0) return;
    const kept = changes.map((change) => this.#keep(change));
    this.#done.push({ label, automatic, changes: kept });
    if (!automatic) this.#undone.length = 0;
    this.#forget();
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** `textOf` gives the text of a file now. */
  undo(textOf: TextOf): Reversal {
    const steps = this.#done.slice(this.#done.findLastIndex((step) => !step.automatic));
    return changesOf(steps.reverse().map(inverted), textOf);
  }

  redo(textOf: TextOf): Reversal {
    return changesOf(this.#nextSteps().map(asChanges), textOf);
  }

  /** After the changes of `undo` or `redo` were made: moves that step to the other stack. */
  commit(direction: 'undo' | 'redo'): void {
    if (direction === 'undo') {
      const from = Math.max(
        0,
        this.#done.findLastIndex((step) => !step.automatic),
      );
      for (const step of this.#done.splice(from).reverse()) {
        for (const { before, after } of step.changes) keepNear(before, after);
        this.#undone.push(step);
      }
      return;
    }
    const steps = this.#nextSteps();
    this.#undone.splice(this.#undone.length - steps.length);
    for (const step of steps) {
      for (const { before, after } of step.changes) keepNear(after, before);
      this.#done.push(step);
    }
  }

  /** Lets go of the oldest: of the person's steps with the automatic ones that follow them. */
  #forget(): void {
    const own = this.#done.filter((step) => !step.automatic);
    if (own.length > DEPTH) {
      this.#done.splice(
        0,
        this.#done.findIndex((step, index) => index > 0 && !step.automatic),
      );
    }
    if (this.#done.length - own.length > DEPTH) {
      this.#done.splice(
        this.#done.findIndex((step) => step.automatic),
        1,
      );
    }
  }

  /** The step of the person that was undone last, and the automatic ones that followed it. */
  #nextSteps(): readonly KeptStep[] {
    const steps = [...this.#undone].reverse();
    const next = steps.findIndex((step, index) => index > 0 && !step.automatic);
    return next === -1 ? steps : steps.slice(0, next);
  }

  /** The text before is mostly the one that the last step of this file left: it is kept once. */
  #keep({ path, before, after }: FileChange): KeptChange {
    const kept = { path, before: new KeptText(before), after: new KeptText(after) };
    const last = this.#done
      .findLast((step) => step.changes.some((change) => change.path === path))
      ?.changes.find((change) => change.path === path)?.after;
    const shared = last !== undefined && last.text === before ? { ...kept, before: last } : kept;
    keepNear(shared.after, shared.before);
    return shared;
  }
}

/** The text that a file has now is kept whole. */
function keepNear(near: KeptText, far: KeptText): void {
  near.keepWhole();
  far.keepAgainst(near);
}

function asChanges({ label, automatic, changes }: KeptStep): Step {
  const texts = changes.map(({ path, before, after }) => ({
    path,
    before: before.text,
    after: after.text,
  }));
  return { label, automatic, changes: texts };
}

function inverted(step: KeptStep): Step {
  const { changes, ...rest } = asChanges(step);
  const back = changes.map(({ path, before, after }) => ({ path, before: after, after: before }));
  return { ...rest, changes: back };
}

/** All steps, one after the other, as one; an automatic one that cannot be done is left out. */
function changesOf(steps: readonly Step[], textOf: TextOf): Reversal {
  const own = steps.find((step) => step.automatic !== true);
  if (own === undefined) return { ok: false, reason: 'nothing' };
  const texts = new Map<string, string | undefined>();
  const now: TextOf = (path) => (texts.has(path) ? texts.get(path) : textOf(path));
  for (const step of steps) {
    const result = reapply(step, now);
    if (!result.ok && step.automatic === true) continue;
    if (!result.ok) return result;
    for (const { path, after } of result.step.changes) texts.set(path, after);
  }
  const changes = [...texts].map(([path, after]) => ({ path, before: textOf(path), after }));
  const made = changes.filter(({ before, after }) => before !== after);
  return { ok: true, step: { label: own.label, changes: made } };
}

/** The step on the files as they are now: what others changed elsewhere stays. */
function reapply(step: Step, textOf: TextOf): Reversal {
  const changes: FileChange[] = [];
  for (const change of step.changes) {
    const { path, before, after } = change;
    const now = textOf(path);
    if (now === before) {
      changes.push({ path, before: now, after });
      continue;
    }
    const text = changeByText(change, now);
    if (text !== undefined && isSound(change, now, text)) {
      changes.push({ path, before: now, after: text });
      continue;
    }
    const result = changeByRecord(change, now);
    if (!result.ok) {
      const { id } = result;
      const where = id === undefined ? { path } : { path, id };
      return { ok: false, reason: 'changed', ...where };
    }
    changes.push({ path, before: now, after: result.text });
  }
  return { ok: true, step: { ...step, changes } };
}

/**
 * Whether the text parses, and has in each section what others have put there since: the change may take
 * the line away that opens a section. Files of another kind than the format's say nothing about it.
 */
function isSound({ path, after }: FileChange, now: string | undefined, text: string): boolean {
  const parsed = parseFile(path, text);
  if (parsed?.content?.kind !== 'annotations') {
    return parsed === undefined || parsed.content !== undefined;
  }
  if (opensRejected(text) === opensRejected(now ?? '')) return true;
  const known = rejectedIn(path, after);
  const kept = rejectedIn(path, text);
  return [...rejectedIn(path, now)].every((id) => known.has(id) || kept.has(id));
}

function opensRejected(text: string): boolean {
  return /^rejected:/m.test(text);
}

function rejectedIn(path: string, text: string | undefined): ReadonlySet<string> {
  const content = text === undefined ? undefined : parseFile(path, text)?.content;
  const rejected = content?.kind === 'annotations' ? content.rejected : [];
  return new Set(rejected.map(({ id }) => id));
}
