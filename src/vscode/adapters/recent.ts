/** The records that the analyst used last, kept for the workspace. */
import type * as vscode from 'vscode';

const KEPT = 20;
const ENTITIES = 'recentEntities';
const EVENTS = 'recentEvents';

export class Recent {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** Entity ids, the latest first. */
  get entities(): readonly string[] {
    return this.#state.get<readonly string[]>(ENTITIES, []);
  }

  /** Event ids, the latest first. */
  get events(): readonly string[] {
    return this.#state.get<readonly string[]>(EVENTS, []);
  }

  noteEntity(id: string): void {
    void this.#state.update(ENTITIES, withFirst(this.entities, id));
  }

  noteEvent(id: string): void {
    void this.#state.update(EVENTS, withFirst(this.events, id));
  }
}

function withFirst(ids: readonly string[], id: string): readonly string[] {
  return [id, ...ids.filter((each) => each !== id)].slice(0, KEPT);
}
