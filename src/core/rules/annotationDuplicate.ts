/** Annotations that say the same of the same words. */
import type { Annotation } from '../model/annotation';
import type { Schema } from '../model/schema';
import { isOpenThread } from '../model/thread';
import type { Operation } from '../operations/operation';
import { present } from '../storage/decode';
import type { Indexes } from '../store/indexes';
import { compareSpans, type Span } from '../text/span';
import { byOperations, type Fix } from './fix';
import { quoted } from '../outline/words';
import { certainSpan } from '../text/certainty';
import { quotePath } from './passages';
import type { AnchoredTarget, CheckedFile, Rule } from './rule';

export const annotationDuplicate: Rule = {
  code: 'annotation-duplicate',
  severity: 'warning',
  description: 'No two annotations say the same of words that they share.',
  *check(file) {
    for (const [kept, double] of doubles(file.targets)) {
      const words = quoted(double.target.annotation.targets[0].exact);
      yield {
        message: `${words} is annotated so twice: “${kept.target.annotation.id}” says the same.`,
        at: quotePath(double.target),
        place: double.span,
        fixes: () => {
          const one = kept.target.annotation;
          const other = double.target.annotation;
          const isCopy = isSame(kept.span, double.span) && sayAllTheSame(one, other);
          return [...keeping(file, one, other, isCopy), ...keeping(file, other, one, false)];
        },
      };
    }
  },
};

interface Placed {
  readonly target: AnchoredTarget;
  readonly span: Span;
}

/** Pairs in which the second comes later; one that is nested in another is no double of it. */
function* doubles(targets: readonly AnchoredTarget[]): Iterable<readonly [Placed, Placed]> {
  for (const group of alike(targets).values()) {
    group.sort((a, b) => compareSpans(a.span, b.span));
    let reach = 0;
    for (const [index, placed] of group.entries()) {
      if (placed.span.start < reach) {
        const first = group.slice(0, index).find(({ span }) => isDouble(span, placed.span));
        if (first !== undefined && !areDecided(first, placed)) yield [first, placed];
      }
      reach = Math.max(reach, placed.span.end);
    }
  }
}

/** Where annotators were compared, both may stand: nobody has to choose again. */
function areDecided(...both: readonly Placed[]): boolean {
  return both.every(({ target }) => target.annotation.decision !== undefined);
}

/** Annotations of one passage with a certain place, by what they say. */
function alike(targets: readonly AnchoredTarget[]): ReadonlyMap<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const target of targets) {
    const { annotation, anchorings } = target;
    const span = certainSpan(target.anchoring);
    if (span === undefined || anchorings.length > 1 || annotation.status === 'rejected') continue;
    const key = saidBy(annotation);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ target, span }]);
    else group.push({ target, span });
  }
  return groups;
}

function isDouble(one: Span, other: Span): boolean {
  return (
    isSame(one, other) || (one.start < other.start && other.start < one.end && one.end < other.end)
  );
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

/** What makes two annotations say the same; without a record their roles count too. */
function saidBy({ entity, event, type, value, note, by, roles }: Annotation): string {
  const arguments_ = entity === undefined && event === undefined ? roles : [];
  return JSON.stringify([entity, event, type, value, note, by, arguments_]);
}

function sayAllTheSame(one: Annotation, other: Annotation): boolean {
  const { id, targets } = one;
  return JSON.stringify(one) === JSON.stringify({ ...other, id, targets });
}

/** Deletes one; roles and evidence that named it name the one that stays, which is discussed on. */
function keeping(
  { annotations, metadata, indexes, schema }: CheckedFile,
  kept: Annotation,
  gone: Annotation,
  isPreferred: boolean,
): readonly Fix[] {
  const source = metadata?.path;
  if (source === undefined) return [];
  const renamed = annotations
    .filter(({ id, roles }) => id !== gone.id && roles.some(({ target }) => target === gone.id))
    .map(({ id, roles }): Operation => ({
      op: 'update',
      id,
      source,
      roles: roles.map(({ role, target }) => ({
        role,
        target: target === gone.id ? kept.id : target,
      })),
    }));
  const cited = isUnique(indexes, gone) ? citing(indexes, schema, kept.id, gone.id) : [];
  const title = `Keep “${kept.id}” and delete “${gone.id}”`;
  const operations: readonly Operation[] = [
    ...renamed,
    ...cited,
    ...discussionOf(gone, kept, source),
    { op: 'delete', id: gone.id, source },
  ];
  return [byOperations(title, operations, isPreferred)];
}

/** The comments on the one that goes, on the one that stays; they settle nothing that is open there. */
function discussionOf(gone: Annotation, kept: Annotation, source: string): readonly Operation[] {
  const on = { kind: 'annotation', source, id: kept.id } as const;
  const isOpen = isOpenThread(kept.thread);
  return (gone.thread ?? []).flatMap(({ by, text, resolved }): readonly Operation[] => {
    if (isOpen && text === undefined) return [];
    const settles = isOpen ? undefined : resolved;
    return [{ op: 'comment', on, ...present({ by, text, resolved: settles }) }];
  });
}

function isUnique(indexes: Indexes, { id }: Annotation): boolean {
  return indexes.annotationsWithId(id).length === 1;
}

/** Of relations that cannot be written, such as those of an unknown type, the evidence only goes. */
function citing(
  indexes: Indexes,
  { relationTypes }: Schema,
  kept: string,
  gone: string,
): readonly Operation[] {
  return indexes.entitiesCiting(gone).flatMap((id) => {
    const relations = indexes.entities.get(id)?.entity.relations ?? [];
    return relations.flatMap(({ type, entity: to, evidence = [] }): readonly Operation[] => {
      const alike = relations.filter((each) => each.type === type && each.entity === to);
      const isWritable =
        Object.hasOwn(relationTypes, type) && indexes.entities.has(to) && to !== id;
      if (!evidence.includes(gone) || alike.length > 1 || !isWritable) return [];
      const ids = evidence.map((each) => (each === gone ? kept : each));
      return [{ op: 'relate', entity: id, type, to, evidence: [...new Set(ids)] }];
    });
  });
}
