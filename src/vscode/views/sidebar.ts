/** What the three views of the sidebar share: filter, order, counts, and finding a node. */
import * as vscode from 'vscode';
import type { EntitySort } from '../../core/outline/entities';
import { isFiltering, NO_FILTER, type OutlineFilter } from '../../core/outline/filter';
import type { OutlineSubject } from '../../core/outline/node';
import type { ShownNode } from '../../core/outline/shown';
import { Tallies } from '../../core/outline/tallies';
import type { Store } from '../../core/store/store';

/** A view that can select the node of a subject; false when it shows no such node. */
export type Reveal = (subject: OutlineSubject) => Promise<boolean>;

export class Sidebar {
  readonly tallies: Tallies;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #reveals: Reveal[] = [];
  /** View id → what is selected in it. */
  readonly #selections = new Map<string, () => readonly ShownNode[]>();
  #filter = NO_FILTER;
  #sort: EntitySort = 'name';

  constructor(store: Store) {
    this.tallies = new Tallies(store);
  }

  /** The filter or the order changed. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  get filter(): OutlineFilter {
    return this.#filter;
  }

  set filter(filter: OutlineFilter) {
    this.#filter = filter;
    setContext('filter', isFiltering(filter));
    this.#changed.fire();
  }

  get sort(): EntitySort {
    return this.#sort;
  }

  set sort(sort: EntitySort) {
    this.#sort = sort;
    this.#changed.fire();
  }

  /** What is shown changed otherwise than by the records. */
  renew(): void {
    this.#changed.fire();
  }

  /** Views are asked in the order in which they were added; the result takes the view away again. */
  add(reveal: Reveal): vscode.Disposable {
    this.#reveals.push(reveal);
    return new vscode.Disposable(() => {
      this.#reveals.splice(this.#reveals.indexOf(reveal), 1);
    });
  }

  /** `selected` gives what is selected in a view; the result takes the view away again. */
  addSelection(view: string, selected: () => readonly ShownNode[]): vscode.Disposable {
    this.#selections.set(view, selected);
    return new vscode.Disposable(() => {
      if (this.#selections.get(view) === selected) this.#selections.delete(view);
    });
  }

  /**
   * What a key in this view is about: several selected nodes, or the one that the keyboard is on, which is
   * selected by that.
   */
  async selected(view: string): Promise<readonly ShownNode[]> {
    const selected = this.#selections.get(view);
    const several = selected?.() ?? [];
    if (selected === undefined || several.length > 1) return several;
    await vscode.commands.executeCommand('list.selectAndPreserveFocus');
    return selected();
  }

  /** Selects the subject in the first view that has it, without the filter when that hides it. */
  async reveal(subject: OutlineSubject): Promise<boolean> {
    if (await this.#revealed(subject)) return true;
    if (!isFiltering(this.#filter)) return false;
    this.filter = NO_FILTER;
    return this.#revealed(subject);
  }

  dispose(): void {
    this.tallies.dispose();
    this.#changed.dispose();
  }

  async #revealed(subject: OutlineSubject): Promise<boolean> {
    for (const reveal of this.#reveals) {
      if (await reveal(subject)) return true;
    }
    return false;
  }
}

/** Tells the `when` clauses of the manifest. */
export function setContext(
  key: 'filter' | 'hasEntities' | 'hasEvents' | 'hasSchema',
  value: boolean,
): void {
  void vscode.commands.executeCommand('setContext', `sourceAnnotator.${key}`, value);
}
