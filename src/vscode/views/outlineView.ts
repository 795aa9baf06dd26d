/** A tree view of an outline: shows it, keeps it current, and selects what is asked for. */
import * as vscode from 'vscode';
import {
  sameSubject,
  pathTo,
  type Outline,
  type OutlineNode,
  type OutlineSubject,
} from '../../core/outline/node';
import { ShownTree, type ShownNode } from '../../core/outline/shown';
import type { ViewId } from '../generated/manifest';
import type { Services } from '../services';
import { cardFor } from './cards';
import { treeItemOf } from './treeItem';

export interface OutlineOfView extends Outline {
  /** The subjects that lead from a root to the node of a subject; empty when it is not shown. */
  chainTo(subject: OutlineSubject): readonly OutlineSubject[];
}

export interface ViewWords {
  /** After the name of the view. */
  readonly description: string;
  /** Below it, when there is something to say. */
  readonly message?: string | undefined;
}

export interface OutlineViewOptions {
  readonly id: ViewId;
  readonly outline: OutlineOfView;
  /** Called before the tree is compared with the outline; gives what is said above it. */
  readonly beforeRefresh: () => ViewWords;
  /** Whether boxes are ticked by the outline alone, not by VS Code. */
  readonly ticksItself?: boolean;
  /** What dragging a node means. */
  readonly dragging?: vscode.TreeDragAndDropController<ShownNode>;
}

/** Changes that come together are shown together. */
const PAUSE_MS = 20;
/** While many files are read, showing them takes a part of the time only: a pause is this much longer. */
const PAUSE_FACTOR = 5;
/** VS Code shows what comes within 200 ms of another change only when no more comes. */
const SHOWN_PAUSE_MS = 250;

export class OutlineView implements vscode.TreeDataProvider<ShownNode> {
  readonly view: vscode.TreeView<ShownNode>;
  readonly #services: Services;
  readonly #options: OutlineViewOptions;
  readonly #tree: ShownTree;
  readonly #changed = new vscode.EventEmitter<ShownNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #selected = new vscode.EventEmitter<OutlineSubject | undefined>();
  /** Fires when the person selects a node, not when `reveal` does. */
  readonly onDidSelect = this.#selected.event;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #revealed: ShownNode | undefined;
  #notBefore = 0;

  constructor(services: Services, options: OutlineViewOptions) {
    this.#services = services;
    this.#options = options;
    this.#tree = new ShownTree(options.outline);
    this.view = vscode.window.createTreeView(options.id, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
      manageCheckboxStateManually: options.ticksItself === true,
      ...(options.dragging === undefined ? {} : { dragAndDropController: options.dragging }),
    });
    this.#say(options.beforeRefresh());
    this.view.onDidChangeSelection(({ selection: [shown] }) => {
      if (shown !== this.#revealed) this.#selected.fire(shown?.subject);
      this.#revealed = undefined;
    });
    services.subscriptions.push(
      services.sidebar.addSelection(options.id, () => this.view.selection),
    );
    services.subscriptions.push({
      dispose: () => {
        this.#dispose();
      },
    });
  }

  getTreeItem(shown: ShownNode): vscode.TreeItem {
    return treeItemOf(shown.node);
  }

  getChildren(shown?: ShownNode): ShownNode[] {
    return [...(shown === undefined ? this.#tree.roots() : this.#tree.children(shown))];
  }

  getParent(shown: ShownNode): ShownNode | undefined {
    return shown.parent;
  }

  /** The card of what the node stands for, made only when somebody rests on it. */
  async resolveTreeItem(item: vscode.TreeItem, shown: ShownNode): Promise<vscode.TreeItem> {
    const { subject, spoken, kind } = shown.node;
    // An account or a change says more by itself than the annotation that it leads to.
    const about = kind === 'account' || kind === 'change' ? undefined : subject;
    item.tooltip = (about && (await cardFor(this.#services, about))) ?? spoken;
    return item;
  }

  /** Soon, and only what differs. */
  refresh(): void {
    if (this.#timer !== undefined) return;
    const pause = Math.max(PAUSE_MS, this.#notBefore - performance.now());
    this.#timer = setTimeout(() => {
      this.refreshNow();
    }, pause);
  }

  refreshNow(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const start = performance.now();
    this.#say(this.#options.beforeRefresh());
    const changed = this.#tree.update();
    const now = performance.now();
    const pause = changed.length > 0 ? SHOWN_PAUSE_MS : PAUSE_MS;
    this.#notBefore = now + Math.max(pause, (now - start) * PAUSE_FACTOR);
    if (changed === 'all') this.#changed.fire(undefined);
    else if (changed.length > 0) this.#changed.fire([...changed]);
  }

  /** Selects the node of the subject; false when this view shows no such node. */
  async reveal(
    subject: OutlineSubject,
    options: { readonly focus: boolean; readonly expand: boolean },
  ): Promise<boolean> {
    if (this.#timer !== undefined) this.refreshNow();
    const { outline } = this.#options;
    return await this.revealAt(pathTo(outline.roots(), outline.chainTo(subject)), options);
  }

  /** Selects the node at the end of a path of the outline; false when this view shows no such node. */
  async revealAt(
    path: readonly OutlineNode[],
    options: { readonly focus: boolean; readonly expand: boolean },
  ): Promise<boolean> {
    const shown = this.#tree.at(path);
    if (shown === undefined) return false;
    this.#revealed = shown;
    await this.view.reveal(shown, { select: true, ...options });
    return true;
  }

  /** Whether the selected node stands for the subject, or lies below one that does. */
  isSelected(subject: OutlineSubject): boolean {
    const [selected] = this.view.selection;
    for (let at = selected; at !== undefined; at = at.parent) {
      if (sameSubject(at.subject, subject)) return true;
    }
    return false;
  }

  #say({ description, message = '' }: ViewWords): void {
    // To VS Code each is a change like any other, after which the next one waits.
    if (this.view.description !== description) this.view.description = description;
    if ((this.view.message ?? '') !== message) this.view.message = message;
  }

  #dispose(): void {
    clearTimeout(this.#timer);
    this.view.dispose();
    this.#changed.dispose();
    this.#selected.dispose();
  }
}

/**
 * What is said after the name of a view: of which folder it is, where there are several, `words`, and that
 * others' annotations are hidden.
 */
export function described({ folder, store }: Services, words: string): string {
  const hidden = store.isHiding ? 'others’ hidden' : '';
  return [folder.label, words, hidden].filter((part) => part !== '').join(' · ');
}
