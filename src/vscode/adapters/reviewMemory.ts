/** What the review of a folder remembers for the workspace: the base, what was reviewed, what is hidden. */
import type * as vscode from 'vscode';
import { isJsonObject } from '../../core/operations/fieldChecks';
import type { Ticks } from '../../core/review/ticks';
import type { ReviewBase } from './reviewAnswers';

/** Bases whose ticks are kept: those that were used last. */
const MOST_BASES = 10;

export class ReviewMemory {
  readonly #state: vscode.Memento;
  readonly #scope: string;

  /** `scope` tells the folders of a workspace apart. */
  constructor(state: vscode.Memento, scope: string) {
    this.#state = state;
    this.#scope = scope;
  }

  /** `HEAD` unless another one was chosen. */
  get base(): ReviewBase {
    const kept = this.#state.get<unknown>(`reviewBase ${this.#scope}`);
    if (!isJsonObject(kept)) return { kind: 'head' };
    const { kind, name } = kept;
    if (kind === 'merge-base') return { kind };
    return kind === 'revision' && typeof name === 'string' ? { kind, name } : { kind: 'head' };
  }

  set base(base: ReviewBase) {
    void this.#state.update(`reviewBase ${this.#scope}`, base);
  }

  get hidesReviewed(): boolean {
    return this.#state.get(`reviewHides ${this.#scope}`) === true;
  }

  set hidesReviewed(hides: boolean) {
    void this.#state.update(`reviewHides ${this.#scope}`, hides);
  }

  /** Of the base that is chosen now. */
  get ticks(): Ticks {
    const kept = this.#ofBases[nameOf(this.base)];
    return kept ?? {};
  }

  set ticks(ticks: Ticks) {
    const name = nameOf(this.base);
    const others = Object.entries(this.#ofBases).filter(([each]) => each !== name);
    const kept = Object.fromEntries([...others.slice(1 - MOST_BASES), [name, ticks]]);
    void this.#state.update(`reviewTicks ${this.#scope}`, kept);
  }

  get #ofBases(): Readonly<Record<string, Ticks | undefined>> {
    return this.#state.get<Readonly<Record<string, Ticks>>>(`reviewTicks ${this.#scope}`, {});
  }
}

function nameOf(base: ReviewBase): string {
  return base.kind === 'revision' ? base.name : base.kind;
}
