/** The records of a folder that the analyst used last, kept for the workspace. */
import type * as vscode from 'vscode';

const KEPT = 20;

export class Recent {
  readonly #state: vscode.Memento;
  readonly #entities: string;
  readonly #events: string;

  /** `scope` tells the folders of a workspace apart. */
  constructor(state: vscode.Memento, scope: string) {
    this.#state = state;
    this.#entities = `recentEntities ${scope}`;
    this.#events = `recentEvents ${scope}`;
  }

  /** Entity ids, the latest first. */
  get entities(): readonly string[] {
    return this.#state.get<readonly string[]>(this.#entities, []);
  }

  /** Event ids, the latest first. */
  get events(): readonly string[] {
    return this.#state.get<readonly string[]>(this.#events, []);
  }

  noteEntity(id: string): void {
    void this.#state.update(this.#entities, withFirst(this.entities, id));
  }

  noteEvent(id: string): void {
    void this.#state.update(this.#events, withFirst(this.events, id));
  }
}

function withFirst(ids: readonly string[], id: string): readonly string[] {
  return [id, ...ids.filter((each) => each !== id)].slice(0, KEPT);
}
