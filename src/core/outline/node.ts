/** One node of the sidebar as data: what it says, how it looks, and what it stands for. */
import type { Subject } from '../model/thread';
import type { PaletteColor } from '../schema/palette';
import type { Span } from '../text/span';

/** What a node, card or link stands for. Plain JSON, so that links can carry it. */
export type OutlineSubject = Subject;

type NodeKind =
  | 'group'
  | 'entity'
  | 'event'
  | 'source'
  | 'annotation'
  | 'participant'
  | 'relation'
  | 'detail'
  | 'account'
  | 'suggestion'
  | 'suggestionGroup'
  | 'rejection'
  | 'bodyOffer'
  | 'changedSource'
  | 'changedRecords'
  | 'change'
  | 'removal'
  | 'otherChange'
  | 'agreement'
  | 'comparedSource'
  | 'comparedGroup'
  | 'pair'
  | 'decidedPair'
  | 'textChange';

/** Passages that a node of the suggestions stands for. Plain JSON, so that links can carry it. */
export interface SuggestedPassages {
  readonly source: string;
  /** UTF-16, in the text of the source when the node was made, with the words that stood there. */
  readonly passages: readonly (Span & { readonly words: string })[];
}

/** Which relation of which record. Plain JSON, so that commands can be given it. */
export interface RelationRef {
  /** Id of the entity whose record has it. */
  readonly from: string;
  readonly type: string;
  /** The other entity as the record names it. */
  readonly to: string;
}

/** A contributed colour: of the palette, or of what has no entity type. */
export type ColorName =
  | PaletteColor
  | 'event'
  | 'statement'
  | 'time'
  | 'note'
  | 'reviewAdded'
  | 'reviewRemoved'
  | 'reviewChanged'
  | 'comparedFirst'
  | 'comparedSecond'
  | 'comparedDiffering';

export interface NodeIcon {
  /** Name of a codicon. */
  readonly name: string;
  readonly color?: ColorName;
}

export interface OutlineNode {
  /** Stable and unique in its outline; begins with the id of the parent. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** The part of the label that is the quoted passage; UTF-16. */
  readonly highlight?: Span;
  /** Shown after the label, dimmed; may be empty. */
  readonly description: string;
  readonly icon?: NodeIcon;
  /** The node in one sentence, for screen readers. */
  readonly spoken: string;
  readonly subject?: OutlineSubject;
  /** What is suggested, or was rejected, at which passages. */
  readonly suggested?: SuggestedPassages;
  /** Id of the rejection that the node stands for. */
  readonly rejection?: string;
  /** The relation that the node stands for; its subject is then the other entity. */
  readonly relation?: RelationRef;
  /** Keys of the changes that the node stands for. */
  readonly changes?: readonly string[];
  /** Keys of the pairs of two annotators that the node stands for, decided ones included. */
  readonly pairs?: readonly string[];
  /** Whether its box is ticked; absent without a box. */
  readonly checked?: boolean;
  /** Whether its children are shown from the start. */
  readonly expanded?: boolean;
  /** Absent for leaves. Reads the records at the time of the call. */
  readonly children?: () => readonly OutlineNode[];
}

export interface Outline {
  roots(): readonly OutlineNode[];
}

/** The id of a child: the parent's id and what tells the child from its siblings. */
export function childId(parent: string, part: string): string {
  return `${parent}›${part}`;
}

export function sameSubject(a: OutlineSubject | undefined, b: OutlineSubject): boolean {
  if (a?.kind !== b.kind) return false;
  if (a.kind === 'source' || b.kind === 'source') {
    return a.kind === 'source' && b.kind === 'source' && a.path === b.path;
  }
  if (a.kind === 'annotation' && b.kind === 'annotation' && a.source !== b.source) return false;
  return a.id === b.id;
}

/**
 * The nodes from a root down to the last subject of `chain`, through a node for each subject before
 * it; groups may stand between. Empty when there is no such node.
 */
export function pathTo(
  nodes: readonly OutlineNode[],
  chain: readonly OutlineSubject[],
): readonly OutlineNode[] {
  const [wanted, ...rest] = chain;
  if (wanted === undefined) return [];
  for (const node of nodes) {
    const isWanted = sameSubject(node.subject, wanted);
    if (isWanted && rest.length === 0) return [node];
    if (!isWanted && node.kind !== 'group') continue;
    const below = pathTo(node.children?.() ?? [], isWanted ? rest : chain);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}

/** For what came from outside, such as a link or a key binding. */
export function isSuggestedPassages(value: unknown): value is SuggestedPassages {
  if (!isRecord(value) || typeof value['source'] !== 'string') return false;
  const { passages } = value;
  return (
    Array.isArray(passages) &&
    passages.every(
      (each: unknown) =>
        isRecord(each) &&
        typeof each['start'] === 'number' &&
        typeof each['end'] === 'number' &&
        typeof each['words'] === 'string',
    )
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
