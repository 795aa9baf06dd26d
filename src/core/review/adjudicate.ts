/** Deciding what stands where annotators were compared: choices become operations. */
import { isAnnotationId, type Annotation, type Role } from '../model/annotation';
import type { BodyFields, Operation } from '../operations/operation';
import { bodyOf, given } from './adjudicating/fields';
import { CarriedRecords } from './adjudicating/carriedRecords';
import type { Layer, LayerRecords } from './layers';
import type { Pair } from './pairs';

/** Whose annotation stands: that of `a`, of `b`, those of both, or none. */
export type Choice = 'a' | 'b' | 'both' | 'neither';

/** The decision of an annotation in whose place nothing stands. */
const NOTHING_STANDS = 'none';

/** The files that decisions are written to, and the layers that were compared. */
export interface Adjudicating {
  /** Whether the files have an annotation of the source with this id. */
  readonly has: (source: string, id: string) => boolean;
  /** The records of the files. */
  readonly records: LayerRecords;
  readonly a: Layer;
  readonly b: Layer;
  /** An id that no annotation has. */
  readonly newAnnotationId: () => string;
}

/**
 * What writes the choice down for each pair. An annotation that stands gets its own id for a `decision`
 * and is accepted; one that does not gets the id of the one that stands in its place, or `none`, and is
 * rejected. It stays, so that agreement can still be computed. An annotation of another revision is
 * added to the files with its decision, with the records that it names, and with the name of its layer
 * where it names nobody: so a later merge of that revision opens nothing again. Where annotators agree,
 * `both` is the same as `a`; where only one of them annotated, choosing the other is `neither`.
 */
export function adjudication(
  pairs: readonly Pair[],
  choice: Choice,
  at: Adjudicating,
): readonly Operation[] {
  return written(
    pairs.flatMap((pair) => verdictsOn(pair, choice, at)),
    at,
  );
}

/** Accepts everything that agrees and is not decided; what is in the files stands before what is not. */
export function acceptance(pairs: readonly Pair[], at: Adjudicating): readonly Operation[] {
  const agreed = pairs.filter(({ kind, decided }) => kind === 'agreed' && !decided);
  const verdicts = agreed.flatMap((pair) => {
    const isThere = pair.a !== undefined && at.has(pair.source, pair.a.id);
    return verdictsOn(pair, isThere ? 'a' : 'b', at);
  });
  return written(verdicts, at);
}

interface Verdict {
  readonly source: string;
  readonly annotation: Annotation;
  /** The layer that it is of. */
  readonly of: Layer;
  /** What to call it in the files; its own id but for a second version of one annotation. */
  readonly id: string;
  readonly decision: string;
  /** Whether the files may have another version of it, whose body is written over. */
  readonly isVersion: boolean;
}

function verdictsOn(pair: Pair, choice: Choice, at: Adjudicating): readonly Verdict[] {
  const { a, b, source, kind } = pair;
  const chosen = kind === 'agreed' && choice === 'both' ? 'a' : choice;
  if (a !== undefined && b !== undefined && a.id === b.id) return onVersions(pair, chosen, at);
  const standing: readonly Annotation[] = [
    ...(a !== undefined && (chosen === 'a' || chosen === 'both') ? [a] : []),
    ...(b !== undefined && (chosen === 'b' || chosen === 'both') ? [b] : []),
  ];
  const verdict = (annotation: Annotation, of: Layer): Verdict => {
    const inPlace = standing.includes(annotation) ? annotation : standing[0];
    const decision = inPlace?.id ?? NOTHING_STANDS;
    return { source, annotation, of, id: annotation.id, decision, isVersion: false };
  };
  const verdicts = [
    ...(a === undefined ? [] : [verdict(a, at.a)]),
    ...(b === undefined ? [] : [verdict(b, at.b)]),
  ];
  // A second copy of what somebody said once already is refused, and would say nothing.
  return verdicts.filter(
    ({ annotation, decision, id }) =>
      kind !== 'agreed' ||
      decision === id ||
      at.has(source, id) ||
      !areBySame(annotation, pair, at),
  );
}

/** One annotation in two versions: one of them is written, or the other beside it under a new id. */
function onVersions({ a, b, source }: Pair, choice: Choice, at: Adjudicating): readonly Verdict[] {
  if (a === undefined || b === undefined) return [];
  const [annotation, of] = choice === 'b' ? [b, at.b] : [a, at.a];
  const decision = choice === 'neither' ? NOTHING_STANDS : annotation.id;
  const verdict = { source, annotation, of, id: annotation.id, decision, isVersion: true };
  if (choice !== 'both') return [verdict];
  const id = at.newAnnotationId();
  return [verdict, { source, annotation: b, of: at.b, id, decision: id, isVersion: false }];
}

function areBySame(annotation: Annotation, { a, b }: Pair, at: Adjudicating): boolean {
  const other = annotation === a ? b : a;
  const layer = annotation === a ? at.a : at.b;
  return (annotation.by ?? layer.name) === other?.by;
}

/** Annotations are added before others may name them in their roles, and records before those. */
function written(verdicts: readonly Verdict[], at: Adjudicating): readonly Operation[] {
  const records = new CarriedRecords(at.records);
  const isAdded = ({ source, id }: Verdict): boolean => !at.has(source, id);
  const added = verdicts.filter(isAdded);
  const there = new Set(added.map(({ source, id }) => `${source} ${id}`));
  const passages = new Passages(at);
  const roleIn = (verdict: Verdict, { role, target }: Role): readonly Role[] => {
    const { source, of } = verdict;
    if (!isAnnotationId(target)) return named(role, records.carry(target, of.records));
    if (at.has(source, target) || there.has(`${source} ${target}`)) return [{ role, target }];
    // The passage is not in the files: what it is about is named in its place.
    const other = passages.find(of, source, target);
    const record = other?.entity ?? other?.event;
    return named(role, record === undefined ? undefined : records.carry(record, of.records));
  };
  const carried = (id: string | undefined, from: LayerRecords): string | null =>
    id === undefined ? null : (records.carry(id, from) ?? id);
  const bodyIn = (verdict: Verdict): BodyFields => {
    const { annotation, of } = verdict;
    const body = bodyOf(annotation);
    const roles = annotation.roles.flatMap((each) => roleIn(verdict, each));
    return {
      ...body,
      entity: carried(annotation.entity, of.records),
      event: carried(annotation.event, of.records),
      roles: roles.length === 0 ? null : roles,
    };
  };
  const additions = added.flatMap((verdict) => addition(verdict, bodyIn(verdict)));
  const roles = added.flatMap((verdict) => rolesOf(verdict, bodyIn(verdict)));
  const updates = verdicts
    .filter((verdict) => !isAdded(verdict))
    .map((verdict) => update(verdict, verdict.isVersion ? bodyIn(verdict) : {}));
  return [...records.operations, ...additions, ...roles, ...updates];
}

function named(role: string, target: string | undefined): readonly Role[] {
  return target === undefined ? [] : [{ role, target }];
}

/** Without its roles, which may name annotations that are added later. */
function addition(verdict: Verdict, body: BodyFields): readonly Operation[] {
  const { source, id, annotation, of } = verdict;
  const [{ start, end }, ...more] = annotation.targets;
  const fields = given({ ...body, roles: null, by: annotation.by ?? of.name });
  const made: Operation = {
    op: 'annotate',
    source,
    id,
    start,
    end,
    ...fields,
    ...given(decided(verdict)),
  };
  if (more.length === 0) return [made];
  return [made, { op: 'update', source, id, targets: targetsOf(annotation) }];
}

function rolesOf({ source, id }: Verdict, { roles }: BodyFields): readonly Operation[] {
  return roles === null || roles === undefined ? [] : [{ op: 'update', source, id, roles }];
}

function update(verdict: Verdict, body: BodyFields): Operation {
  const { source, id, annotation, isVersion } = verdict;
  const targets = isVersion ? { targets: targetsOf(annotation) } : {};
  return { op: 'update', source, id, ...targets, ...body, ...decided(verdict) };
}

function decided({ id, decision }: Verdict): BodyFields {
  return { decision, status: decision === id ? null : 'rejected' };
}

function targetsOf({ targets }: Annotation): readonly { start: number; end: number }[] {
  return targets.map(({ start, end }) => ({ start, end }));
}

/** The annotations of the layers by id. */
class Passages {
  readonly #known = new Map<string, ReadonlyMap<string, Annotation>>();
  readonly #layers: Pick<Adjudicating, 'a' | 'b'>;

  constructor(layers: Pick<Adjudicating, 'a' | 'b'>) {
    this.#layers = layers;
  }

  find(of: Layer, source: string, id: string): Annotation | undefined {
    const key = `${of === this.#layers.a ? 'a' : 'b'} ${source}`;
    const found =
      this.#known.get(key) ??
      new Map((of.annotations.get(source) ?? []).map((each) => [each.id, each]));
    this.#known.set(key, found);
    return found.get(id);
  }
}
