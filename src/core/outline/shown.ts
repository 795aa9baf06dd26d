/** What a tree shows of an outline, and which of it a change concerns. */
import type { Outline, OutlineNode } from './node';

/** A node that a tree holds on to: the same object for as long as its parent shows it. */
export class ShownNode {
  node: OutlineNode;
  readonly parent: ShownNode | undefined;
  children: readonly ShownNode[] | undefined;

  constructor(node: OutlineNode, parent: ShownNode | undefined) {
    this.node = node;
    this.parent = parent;
  }

  get subject(): OutlineNode['subject'] {
    return this.node.subject;
  }
}

export class ShownTree {
  readonly #outline: Outline;
  #roots: readonly ShownNode[] | undefined;

  constructor(outline: Outline) {
    this.#outline = outline;
  }

  roots(): readonly ShownNode[] {
    this.#roots = merge(this.#roots, this.#outline.roots(), undefined);
    return this.#roots;
  }

  children(of: ShownNode): readonly ShownNode[] {
    of.children = merge(of.children, of.node.children?.() ?? [], of);
    return of.children;
  }

  /** The held node at the end of a path of the outline; absent when the tree has no such path. */
  at(path: readonly OutlineNode[]): ShownNode | undefined {
    let level = this.roots();
    let found: ShownNode | undefined;
    for (const { id } of path) {
      found = level.find(({ node }) => node.id === id);
      if (found === undefined) return undefined;
      level = this.children(found);
    }
    return found;
  }

  /**
   * Compares what was asked for with the outline as it is now: `all` when the roots are others than
   * those that were asked for last, which is said once until they are asked for again, or
   * the topmost nodes whose look or list of children changed. Nodes nobody asked for are not made.
   */
  update(): 'all' | readonly ShownNode[] {
    if (this.#roots === undefined) return [];
    const fresh = this.#outline.roots();
    if (!sameIds(this.#roots, fresh)) {
      this.#roots = undefined;
      return 'all';
    }
    const changed: ShownNode[] = [];
    compareLists(this.#roots, fresh, changed);
    return changed;
  }
}

function compareLists(
  shown: readonly ShownNode[],
  fresh: readonly OutlineNode[],
  changed: ShownNode[],
): void {
  for (const [index, each] of shown.entries()) {
    const node = fresh[index];
    if (node !== undefined) compare(each, node, changed);
  }
}

function compare(shown: ShownNode, fresh: OutlineNode, changed: ShownNode[]): void {
  const looksSame = looksAlike(shown.node, fresh);
  shown.node = fresh;
  const children = shown.children === undefined ? undefined : (fresh.children?.() ?? []);
  if (looksSame && children === undefined) return;
  if (looksSame && sameIds(shown.children ?? [], children ?? [])) {
    compareLists(shown.children ?? [], children ?? [], changed);
    return;
  }
  if (children !== undefined) shown.children = merge(shown.children, children, shown);
  changed.push(shown);
}

/** Nodes for `fresh`, those held already where the ids are the same. */
function merge(
  shown: readonly ShownNode[] | undefined,
  fresh: readonly OutlineNode[],
  parent: ShownNode | undefined,
): readonly ShownNode[] {
  const held = new Map(shown?.map((each) => [each.node.id, each]));
  return fresh.map((node) => {
    const known = held.get(node.id);
    if (known === undefined) return new ShownNode(node, parent);
    known.node = node;
    return known;
  });
}

function sameIds(shown: readonly ShownNode[], fresh: readonly OutlineNode[]): boolean {
  return (
    shown.length === fresh.length && shown.every(({ node }, index) => node.id === fresh[index]?.id)
  );
}

function looksAlike(a: OutlineNode, b: OutlineNode): boolean {
  return (
    a.spoken === b.spoken &&
    a.label === b.label &&
    a.description === b.description &&
    a.checked === b.checked &&
    a.icon?.name === b.icon?.name &&
    a.icon?.color === b.icon?.color &&
    a.highlight?.start === b.highlight?.start &&
    a.highlight?.end === b.highlight?.end &&
    (a.children === undefined) === (b.children === undefined)
  );
}
