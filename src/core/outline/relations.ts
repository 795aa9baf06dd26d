/** What an entity is to others, and they to it, as words and nodes. */
import { formatEdtf } from '../dates/edtf';
import type { Relation } from '../model/records';
import { isMutual, relationLabel } from '../schema/relations';
import type { EntityRelation } from '../store/indexes';
import type { AnnotationRecord, Store } from '../store/store';
import { annotationIcon, entityTypeIcon } from './icons';
import { childId, type NodeIcon, type OutlineNode, type RelationRef } from './node';
import { annotationKey, shortQuote, sourceTitle } from './passages';
import { count, dotted, sentence, shorten } from './words';

const RELATION_ICON: NodeIcon = { name: 'link' };
const LONGEST_NOTE = 60;

/** A relation as seen from one of its two entities. */
export interface SeenRelation {
  /** In words from where it is seen: `Leads China`, `Led by Xi Jinping`. */
  readonly label: string;
  /** The id of the other entity; that of a live one, if it is there. */
  readonly other: string;
  /** As the record that has it says it. */
  readonly relation: Relation;
  readonly ref: RelationRef;
  readonly evidence: readonly AnnotationRecord[];
}

/**
 * Those on the entity's own record in its order, then those of others that lead to it. What says the same
 * from both sides is there once.
 */
export function relationsOf({ indexes, schema }: Store, entity: string): readonly SeenRelation[] {
  const own = indexes.relationsFrom(entity);
  const isSaid = (type: string, other: string): boolean =>
    isMutual(schema, type) && own.some((each) => each.relation.type === type && each.to === other);
  const others = indexes
    .relationsTo(entity)
    .filter(({ from, relation }) => from !== entity && !isSaid(relation.type, from));
  const seen = ({ owner, relation }: EntityRelation, other: string): SeenRelation => {
    const name = indexes.entity(other)?.name ?? other;
    const isReversed = relation.entity !== other && indexes.entity(relation.entity)?.id !== other;
    return {
      label: `${relationLabel(schema, relation.type, isReversed)} ${name}`,
      other,
      relation,
      ref: { from: owner, type: relation.type, to: relation.entity },
      evidence: [...new Set(relation.evidence)].flatMap((id) => indexes.annotationsWithId(id)),
    };
  };
  return [
    ...own.map((each) => seen(each, each.to)),
    ...others.map((each) => seen(each, each.from)),
  ];
}

/** Whether there are any, cheaper than to list them. */
export function hasRelations({ indexes }: Store, entity: string): boolean {
  return indexes.relationsFrom(entity).length > 0 || indexes.relationsTo(entity).length > 0;
}

/** `Leads China (2012/..)`, for a card. */
export function relationWords({ label, relation: { date } }: SeenRelation): string {
  return date === undefined ? label : `${label} (${formatEdtf(date)})`;
}

/** One group with the relations, or nothing when there are none. */
export function relationNodes(
  store: Store,
  entity: string,
  parent: string,
): readonly OutlineNode[] {
  const relations = relationsOf(store, entity);
  if (relations.length === 0) return [];
  const id = childId(parent, 'relations');
  return [
    {
      id,
      kind: 'group',
      label: 'Relations',
      description: String(relations.length),
      icon: RELATION_ICON,
      spoken: count(relations.length, 'relation'),
      children: () => relations.map((each) => relationNode(store, each, id)),
    },
  ];
}

function relationNode(store: Store, seen: SeenRelation, parent: string): OutlineNode {
  const { label, other, relation, ref, evidence } = seen;
  const id = childId(parent, `${ref.from} ${ref.type} ${ref.to}`);
  const date = relation.date === undefined ? undefined : formatEdtf(relation.date);
  const passages = evidence.length === 0 ? undefined : count(evidence.length, 'passage');
  const note = relation.note === undefined ? undefined : shorten(relation.note, LONGEST_NOTE);
  const type = store.indexes.entity(other)?.type;
  const node: OutlineNode = {
    id,
    kind: 'relation',
    label,
    description: dotted([date, passages, note]),
    icon: type === undefined ? { name: 'question' } : entityTypeIcon(store.schema, type),
    spoken: sentence([label, date, passages ?? 'no evidence', note]),
    subject: { kind: 'entity', id: other },
    relation: ref,
  };
  if (evidence.length === 0) return node;
  return { ...node, children: () => evidence.map((each) => evidenceNode(store, each, id)) };
}

function evidenceNode(store: Store, record: AnnotationRecord, parent: string): OutlineNode {
  const { annotation, source } = record;
  const label = shortQuote(annotation);
  const title = sourceTitle(store, source);
  return {
    id: childId(parent, annotationKey(record)),
    kind: 'annotation',
    label,
    description: title,
    icon: annotationIcon(store.schema, store.indexes, annotation),
    spoken: sentence([label, title]),
    subject: { kind: 'annotation', source, id: annotation.id },
  };
}
