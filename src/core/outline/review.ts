/** The outline of a review: what changed, by source and by record, with what was reviewed ticked. */
import type { Action, Change } from '../review/change';
import type { ChangeWords } from '../review/words';
import { fileKind, sourceOfPath } from '../storage/paths';
import type { Store } from '../store/store';
import { EVENT_ICON, SOURCE_ICON } from './icons';
import {
  childId,
  type NodeIcon,
  type Outline,
  type OutlineNode,
  type OutlineSubject,
} from './node';
import { sourceTitle } from './passages';
import { pathToKey } from './pathToKey';
import { splitNodes } from './split';
import { count, dotted, sentence, shorten } from './words';

/** What changed since a base, and how it is looked at. */
export interface ShownReview {
  /** By path, then in document order. */
  readonly changes: readonly Change[];
  readonly isReviewed: (change: Change) => boolean;
  readonly wordsOf: (change: Change) => ChangeWords;
  /** Only what was not reviewed yet. */
  readonly hidesReviewed: boolean;
}

/** What changed in one source, or among the records of one kind. */
export interface ChangeGroup {
  readonly kind: 'source' | 'entities' | 'events' | 'schema';
  /** The path of a source; otherwise the kind. */
  readonly key: string;
  readonly changes: readonly Change[];
}

/** Above this many changes only the groups are shown at first. */
const MOST_UNFOLDED = 400;

const LONGEST_LABEL = 26;
const LONGEST_TITLE = 40;

const LABELS = { entities: 'Entities', events: 'Events', schema: 'Schema' } as const;

const ICONS: Readonly<Record<Action, NodeIcon>> = {
  added: { name: 'diff-added', color: 'reviewAdded' },
  removed: { name: 'diff-removed', color: 'reviewRemoved' },
  changed: { name: 'diff-modified', color: 'reviewChanged' },
};

export class ReviewOutline implements Outline {
  readonly #store: Store;
  #shown: ShownReview | undefined;
  #groups: readonly ChangeGroup[] = [];

  constructor(store: Store) {
    this.#store = store;
  }

  /** Without a comparison the outline is empty. */
  show(shown: ShownReview | undefined): void {
    if (shown?.changes !== this.#shown?.changes) this.#groups = groupChanges(shown?.changes ?? []);
    this.#shown = shown;
  }

  roots(): readonly OutlineNode[] {
    const shown = this.#shown;
    if (shown === undefined) return [];
    const unfolds = shown.changes.length <= MOST_UNFOLDED;
    return this.#groups.flatMap((group) => this.#groupNode(shown, group, unfolds) ?? []);
  }

  /** The cursor does not lead here: changes are gone through with keys of their own. */
  chainTo(): readonly OutlineSubject[] {
    return [];
  }

  /** The nodes from a root down to that of the change; empty when it is not listed. */
  pathTo(key: string): readonly OutlineNode[] {
    return pathToKey(this.roots(), key, (node) => node.changes);
  }

  #groupNode(shown: ShownReview, group: ChangeGroup, expanded: boolean): OutlineNode | undefined {
    const reviewed = group.changes.filter(shown.isReviewed);
    const all = group.changes.length;
    const left = all - reviewed.length;
    if (shown.hidesReviewed && left === 0) return undefined;
    const listed = shown.hidesReviewed
      ? group.changes.filter((each) => !shown.isReviewed(each))
      : group.changes;
    const isSource = group.kind === 'source';
    const label =
      group.kind === 'source'
        ? shorten(sourceTitle(this.#store, group.key), LONGEST_TITLE)
        : LABELS[group.kind];
    const progress = reviewed.length === 0 ? String(all) : `${reviewed.length} of ${all} reviewed`;
    const id = childId('review', `${group.kind} ${group.key}`);
    return {
      id,
      kind: isSource ? 'changedSource' : 'changedRecords',
      label,
      description: dotted([progress, isSource ? directoryOf(group.key) : undefined]),
      icon: iconOfGroup(group.kind),
      spoken: sentence([
        label,
        count(all, 'change'),
        reviewed.length === 0 ? 'none reviewed' : `${reviewed.length} reviewed`,
      ]),
      ...(isSource ? { subject: { kind: 'source', path: group.key } } : {}),
      changes: group.changes.map(({ key }) => key),
      checked: left === 0,
      expanded,
      children: () => splitNodes(listed, id, (change, under) => changeNode(shown, change, under)),
    };
  }
}

/** How many changes there are, and how many of them were reviewed. */
export function reviewedCount(shown: ShownReview): {
  readonly reviewed: number;
  readonly all: number;
} {
  return {
    reviewed: shown.changes.filter(shown.isReviewed).length,
    all: shown.changes.length,
  };
}

/** By source in the order of their paths, then entities, events and the schema; each in its order. */
export function groupChanges(changes: readonly Change[]): readonly ChangeGroup[] {
  const sources = sourcesByPath(changes);
  const groups = new Map<string, { kind: ChangeGroup['kind']; key: string; changes: Change[] }>();
  for (const change of changes) {
    const { kind, key } = placeOf(change, sources);
    const id = `${kind} ${key}`;
    const group = groups.get(id) ?? { kind, key, changes: [] };
    groups.set(id, group);
    group.changes.push(change);
  }
  for (const group of groups.values()) {
    // What happened to the text explains what happened to its annotations.
    group.changes.sort((a, b) => Number(b.kind === 'text') - Number(a.kind === 'text'));
  }
  return [...groups.values()].sort((a, b) =>
    a.kind === b.kind ? (a.key < b.key ? -1 : 1) : ORDER[a.kind] - ORDER[b.kind],
  );
}

/** All changes in the order in which the view lists them. */
export function inViewOrder(changes: readonly Change[]): readonly Change[] {
  return groupChanges(changes).flatMap((group) => group.changes);
}

/** What of the files of now a change is about; absent when it is there no more. */
function subjectOfChange(change: Change): OutlineSubject | undefined {
  if (change.action === 'removed') return undefined;
  switch (change.kind) {
    case 'annotation':
      return { kind: 'annotation', source: change.source, id: change.id };
    case 'metadata':
    case 'text':
    case 'rejection':
      return { kind: 'source', path: change.source };
    case 'entity':
    case 'event':
      return { kind: change.kind, id: change.id };
    case 'schema':
    case 'formatting':
    case 'unreadable':
      return undefined;
  }
}

const ORDER: Readonly<Record<ChangeGroup['kind'], number>> = {
  source: 0,
  entities: 1,
  events: 2,
  schema: 3,
};

function changeNode(shown: ShownReview, change: Change, parent: string): OutlineNode {
  const { subject: label, happened, title, details } = shown.wordsOf(change);
  const reviewed = shown.isReviewed(change);
  const subject = subjectOfChange(change);
  return {
    id: childId(parent, change.key),
    kind: nodeKindOf(change),
    // In a narrow list what happened must be seen, too.
    label: shorten(label, LONGEST_LABEL),
    description: dotted([happened, ...details]),
    icon: ICONS[change.action],
    spoken: sentence([title, ...details, reviewed ? 'reviewed' : 'not reviewed']),
    ...(subject === undefined ? {} : { subject }),
    changes: [change.key],
    checked: reviewed,
  };
}

function nodeKindOf(change: Change): OutlineNode['kind'] {
  switch (change.kind) {
    case 'annotation':
    case 'entity':
    case 'event':
      return change.action === 'removed' ? 'removal' : 'change';
    case 'rejection':
    case 'metadata':
    case 'schema':
    case 'formatting':
    case 'unreadable':
      return 'otherChange';
    case 'text':
      return 'textChange';
  }
}

function iconOfGroup(kind: ChangeGroup['kind']): NodeIcon {
  switch (kind) {
    case 'source':
      return SOURCE_ICON;
    case 'entities':
      return { name: 'person' };
    case 'events':
      return EVENT_ICON;
    case 'schema':
      return { name: 'symbol-structure' };
  }
}

/** Which source each annotation file belongs to, by what the changes say. */
function sourcesByPath(changes: readonly Change[]): ReadonlyMap<string, string> {
  return new Map(
    changes.flatMap((change): [string, string][] =>
      'source' in change && change.kind !== 'text' ? [[change.path, change.source]] : [],
    ),
  );
}

function placeOf(
  change: Change,
  sources: ReadonlyMap<string, string>,
): { readonly kind: ChangeGroup['kind']; readonly key: string } {
  if ('source' in change) return { kind: 'source', key: change.source };
  switch (fileKind(change.path)) {
    case 'entity':
      return { kind: 'entities', key: 'entities' };
    case 'event':
      return { kind: 'events', key: 'events' };
    case 'schema':
      return { kind: 'schema', key: 'schema' };
    case 'annotations':
      return { kind: 'source', key: sources.get(change.path) ?? sourceOfPath(change.path) };
    case undefined:
      return { kind: 'source', key: change.path };
  }
}

function directoryOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
