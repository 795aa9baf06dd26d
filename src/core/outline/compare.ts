/** The outline of a comparison of two annotators: by source, then in what they agree and differ. */
import type { Agreement } from '../review/agreement/agreement';
import type { Layer } from '../review/layers';
import type { Pair } from '../review/pairs';
import type { Store } from '../store/store';
import { agreementNode } from './compareFigures';
import { pairWords, type Sides } from './compareWords';
import { SOURCE_ICON } from './icons';
import {
  childId,
  type NodeIcon,
  type Outline,
  type OutlineNode,
  type OutlineSubject,
} from './node';
import { inContext, sourceTitle } from './passages';
import { pathToKey } from './pathToKey';
import { splitNodes } from './split';
import { count, dotted, sentence, shorten } from './words';

/** What two annotators annotated, and what of it is decided. */
export interface ShownComparison {
  readonly a: Layer;
  readonly b: Layer;
  /** In the order of `inComparedOrder`. */
  readonly pairs: readonly Pair[];
  /** Absent until it is reckoned. */
  readonly agreement?: Agreement;
}

/** The parts of a source, in the order in which they are listed. */
const GROUPS = ['agreed', 'differing', 'onlyA', 'onlyB'] as const;

/** Above this many pairs only the sources are shown at first. */
const MOST_UNFOLDED = 400;
const LONGEST_NAME = 24;
const LONGEST_TITLE = 40;
const LONGEST_LABEL = 26;

const PAIR_ICONS: Readonly<Record<Pair['kind'], NodeIcon>> = {
  agreed: { name: 'pass' },
  differing: { name: 'diff-modified', color: 'comparedDiffering' },
  onlyA: { name: 'triangle-left', color: 'comparedFirst' },
  onlyB: { name: 'triangle-right', color: 'comparedSecond' },
};
const DECIDED_ICON: NodeIcon = { name: 'pass-filled' };

export class CompareOutline implements Outline {
  readonly #store: Store;
  #shown: ShownComparison | undefined;
  #sources: readonly ComparedSource[] = [];

  constructor(store: Store) {
    this.#store = store;
  }

  /** Without a comparison the outline is empty. */
  show(shown: ShownComparison | undefined): void {
    if (shown?.pairs !== this.#shown?.pairs) this.#sources = bySource(shown?.pairs ?? []);
    this.#shown = shown;
  }

  roots(): readonly OutlineNode[] {
    const shown = this.#shown;
    if (shown === undefined) return [];
    const unfolds = shown.pairs.length <= MOST_UNFOLDED;
    const sides: Sides = { a: shown.a, b: shown.b };
    return [
      agreementNode(shown),
      ...this.#sources.map((source) => this.#sourceNode(sides, source, unfolds)),
    ];
  }

  /** The cursor does not lead here: pairs are gone through with keys of their own. */
  chainTo(): readonly OutlineSubject[] {
    return [];
  }

  /** The nodes from a root down to that of the pair; empty when it is not listed. */
  pathTo(key: string): readonly OutlineNode[] {
    return pathToKey(this.roots(), key, (node) => node.pairs);
  }

  #sourceNode(sides: Sides, { path, pairs }: ComparedSource, unfolds: boolean): OutlineNode {
    const id = childId('compare', path);
    const open = pairs.filter(({ decided }) => !decided);
    const done = pairs.length - open.length;
    const label = shorten(sourceTitle(this.#store, path), LONGEST_TITLE);
    const isDone = open.length === 0;
    return {
      id,
      kind: 'comparedSource',
      label,
      description: isDone
        ? `all ${done} decided`
        : done === 0
          ? String(open.length)
          : `${done} of ${pairs.length} decided`,
      icon: isDone ? DECIDED_ICON : SOURCE_ICON,
      spoken: sentence([label, `${open.length} of ${count(pairs.length, 'pair')} to decide`]),
      subject: { kind: 'source', path },
      pairs: keysOf(pairs),
      expanded: unfolds && !isDone,
      children: () => groupNodes(sides, pairs, id),
    };
  }
}

/** In the order in which the view lists them and in which they are gone through. */
export function inComparedOrder(pairs: readonly Pair[]): readonly Pair[] {
  return bySource(pairs).flatMap(({ pairs: own }) => own);
}

/**
 * What is to be decided after one of `keys`: the first behind the last of them in `order`, as it was
 * listed when they were decided, from the end on to the beginning; absent when nothing is left.
 */
export function nextUndecided(
  pairs: readonly Pair[],
  order: readonly string[],
  keys: readonly string[],
): Pair | undefined {
  const decided = new Set(keys);
  const open = new Map(
    pairs.flatMap((pair) => (pair.decided || decided.has(pair.key) ? [] : [[pair.key, pair]])),
  );
  const last = order.findLastIndex((key) => decided.has(key));
  const behind = [...order.slice(last + 1), ...order.slice(0, last + 1)];
  const next = behind.find((key) => open.has(key));
  return next === undefined ? open.values().next().value : open.get(next);
}

interface ComparedSource {
  readonly path: string;
  /** What is to be decided by kind, then what is decided; each in document order. */
  readonly pairs: readonly Pair[];
}

function bySource(pairs: readonly Pair[]): readonly ComparedSource[] {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const own = groups.get(pair.source);
    if (own === undefined) groups.set(pair.source, [pair]);
    else own.push(pair);
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, own]) => ({
      path,
      pairs: [
        ...GROUPS.flatMap((kind) => own.filter((each) => each.kind === kind && !each.decided)),
        ...own.filter(({ decided }) => decided),
      ],
    }));
}

function groupNodes(sides: Sides, pairs: readonly Pair[], parent: string): readonly OutlineNode[] {
  const groups = GROUPS.flatMap((kind) => {
    const own = pairs.filter((each) => each.kind === kind && !each.decided);
    return own.length === 0 ? [] : [groupNode(sides, kind, own, parent)];
  });
  const decided = pairs.filter((each) => each.decided);
  return decided.length === 0 ? groups : [...groups, decidedNode(sides, decided, parent)];
}

function groupNode(
  sides: Sides,
  kind: Pair['kind'],
  pairs: readonly Pair[],
  parent: string,
): OutlineNode {
  const id = childId(parent, kind);
  const label = groupLabel(kind, sides);
  return {
    id,
    kind: 'comparedGroup',
    label,
    description: String(pairs.length),
    icon: PAIR_ICONS[kind],
    spoken: sentence([label, `${count(pairs.length, 'pair')} to decide`]),
    pairs: keysOf(pairs),
    expanded: kind !== 'agreed',
    children: () => splitNodes(pairs, id, (pair, under) => pairNode(sides, pair, under)),
  };
}

function decidedNode(sides: Sides, pairs: readonly Pair[], parent: string): OutlineNode {
  const id = childId(parent, 'decided');
  return {
    id,
    kind: 'group',
    label: 'Decided',
    description: String(pairs.length),
    icon: DECIDED_ICON,
    spoken: `Decided, ${count(pairs.length, 'pair')}`,
    pairs: keysOf(pairs),
    children: () => splitNodes(pairs, id, (pair, under) => pairNode(sides, pair, under)),
  };
}

function groupLabel(kind: Pair['kind'], { a, b }: Sides): string {
  switch (kind) {
    case 'agreed':
      return 'Agree';
    case 'differing':
      return 'Differ';
    case 'onlyA':
      return `Only ${shorten(a.name, LONGEST_NAME)}`;
    case 'onlyB':
      return `Only ${shorten(b.name, LONGEST_NAME)}`;
  }
}

function pairNode(sides: Sides, pair: Pair, parent: string): OutlineNode {
  const { before, quote, after } = inContext(pair.a ?? pair.b);
  const line = before + quote + after;
  const { says, outcome } = pairWords(pair, sides);
  return {
    id: childId(parent, pair.key),
    kind: pair.decided ? 'decidedPair' : 'pair',
    // In a narrow list what is said must be seen, too.
    label: shorten(quote, LONGEST_LABEL),
    description: dotted([outcome, ...says, line === quote ? undefined : line]),
    icon: pair.decided ? DECIDED_ICON : PAIR_ICONS[pair.kind],
    spoken: sentence([groupLabel(pair.kind, sides), line, ...says, outcome]),
    pairs: [pair.key],
  };
}

function keysOf(pairs: readonly Pair[]): readonly string[] {
  return pairs.map(({ key }) => key);
}
