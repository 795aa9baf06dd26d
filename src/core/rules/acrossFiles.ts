/** What checks must know of other files: who has a name, as what words are tagged, who names an id. */
import { foldName } from '../matching/fold';
import type { Annotation } from '../model/annotation';
import {
  namedByAnnotation,
  namedByEntity,
  namedByEvent,
  namedByRejection,
} from '../model/namedRecords';
import type { Entity, EventRecord } from '../model/records';
import type { FileContent } from '../storage/parse';
import { entityPath, SCHEMA_PATH } from '../storage/paths';
import type { EntityFile, EventFile } from '../storage/recordFiles';
import type { Store } from '../store/store';

/** Words longer than this are no name, in code units. */
const LONGEST_NAME = 80;

/** What one file says that matters to the checks of others; computed anew when it changes. */
interface Contribution {
  /** Folded names, with the entity that has each. */
  readonly names: ReadonlyMap<string, string>;
  /** Folded words, with what they are tagged as, and by whom: see `tagOf`. */
  readonly tags: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of records that the file names. */
  readonly named: ReadonlySet<string>;
  readonly source?: string;
  readonly annotations: ReadonlySet<string>;
  /** Types that the file uses, as `entity person`, `event consult`, `annotation statement`. */
  readonly types: ReadonlySet<string>;
  /** Ids of entities that the one of the file is said to be distinct from. */
  readonly distinctFrom: ReadonlySet<string>;
  /** The record of the file, and what others must agree with. */
  readonly record?: RecordState;
}

interface RecordState {
  readonly id: string;
  readonly state: string;
  readonly mergedInto: string;
}

const NOTHING: Contribution = {
  names: new Map(),
  tags: new Map(),
  named: new Set(),
  annotations: new Set(),
  distinctFrom: new Set(),
  types: new Set(),
};

/** A type that is used somewhere, and the paths of the files that use it. */
export interface TypeUse {
  readonly kind: 'entity' | 'event' | 'annotation';
  readonly type: string;
  readonly paths: ReadonlySet<string>;
}

const ONE: readonly string[] = [];

/**
 * Kept current by whoever owns it: `take` the path of each file that came, changed or went. Only what
 * differs from before costs more than reading the file's own records.
 */
export class AcrossFiles {
  readonly #store: Store;
  /** As it was when it was taken in. */
  readonly #contents = new Map<string, FileContent>();
  /** Folded name → entity ids. */
  readonly #names = new SetMap();
  /** Folded words → tag → paths of the files that tag them so. */
  readonly #tags = new Map<string, SetMap>();
  /** Record id → paths of the files that name it. */
  readonly #named = new SetMap();
  /** Use of a type → paths of the files that use it so. */
  readonly #types = new SetMap();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Everything that is loaded now. */
  static of(store: Store): AcrossFiles {
    const across = new AcrossFiles(store);
    for (const { path } of store.files()) across.takeOneOfMany(path);
    return across;
  }

  /** Takes in the file as it is now; gives the other files in which checks may find something else. */
  take(path: string): ReadonlySet<string> {
    const affected = new Set<string>();
    this.#take(path, affected);
    affected.delete(path);
    return affected;
  }

  /** The same for one of many files, after which all are checked anyway. */
  takeOneOfMany(path: string): void {
    this.#take(path, undefined);
  }

  #take(path: string, affected: Set<string> | undefined): void {
    const content = this.#store.file(path)?.content;
    const previous = this.#contents.get(path);
    if (content === previous) return;
    const before = contributionOf(previous);
    const after = contributionOf(content);
    this.#takeNames(before, after, affected);
    this.#takeTags(path, before, after, affected);
    for (const id of onlyIn(before.named, after.named)) this.#named.delete(id, path);
    for (const id of onlyIn(after.named, before.named)) this.#named.add(id, path);
    this.#takeTypes(path, before.types, after.types, affected);
    if (affected !== undefined) {
      this.#affectByRecord(before, after, affected);
      this.#affectByAnnotations(before, after, affected);
      const { distinctFrom } = before;
      const changed = [
        ...onlyIn(distinctFrom, after.distinctFrom),
        ...onlyIn(after.distinctFrom, distinctFrom),
      ];
      for (const id of changed) affected.add(entityPath(id));
    }
    if (content === undefined) this.#contents.delete(path);
    else this.#contents.set(path, content);
  }

  /** The entities, merged ones left out, that have this name or alias; folded. */
  entitiesNamed(key: string): ReadonlySet<string> {
    return this.#names.of(key);
  }

  /** The entities that this annotator tags these words as, as the files name them; none when it is one. */
  taggedVariously(key: string, by: string | undefined): readonly string[] {
    const tagged = this.#tags.get(key);
    if (tagged === undefined || tagged.size < 2) return ONE;
    const start = tagOf('', by);
    const own = [...tagged.keys()].filter((tag) => tag.startsWith(start));
    return own.length < 2 ? ONE : own.map((tag) => tag.slice(start.length));
  }

  /** Every type that is used, in no order. */
  *typesUsed(): Iterable<TypeUse> {
    for (const kind of ['entity', 'event', 'annotation'] as const) {
      for (const use of this.#types.keys()) {
        if (!use.startsWith(`${kind} `)) continue;
        yield { kind, type: use.slice(kind.length + 1), paths: this.#types.of(use) };
      }
    }
  }

  #takeTypes(
    path: string,
    before: ReadonlySet<string>,
    after: ReadonlySet<string>,
    affected: Set<string> | undefined,
  ): void {
    const gone = onlyIn(before, after);
    const come = onlyIn(after, before);
    for (const use of gone) this.#types.delete(use, path);
    for (const use of come) this.#types.add(use, path);
    const schema = this.#store.file(SCHEMA_PATH);
    if (schema !== undefined && gone.length + come.length > 0) affected?.add(SCHEMA_PATH);
  }

  #takeNames(before: Contribution, after: Contribution, affected: Set<string> | undefined): void {
    const changed = [
      ...[...before.names].filter(([key, id]) => after.names.get(key) !== id),
      ...[...after.names].filter(([key, id]) => before.names.get(key) !== id),
    ];
    for (const [key, id] of before.names)
      if (after.names.get(key) !== id) this.#names.delete(key, id);
    for (const [key, id] of after.names) this.#names.add(key, id);
    if (affected === undefined) return;
    for (const [key] of changed) {
      for (const id of this.#names.of(key)) {
        const file = this.#store.indexes.entities.get(id)?.path;
        if (file !== undefined) affected.add(file);
      }
      this.#affectTagged(key, affected);
    }
  }

  #takeTags(
    path: string,
    before: Contribution,
    after: Contribution,
    affected: Set<string> | undefined,
  ): void {
    for (const [key, entities] of before.tags) {
      for (const entity of onlyIn(entities, after.tags.get(key))) {
        this.#affectTagged(key, affected);
        const tagged = this.#tags.get(key);
        tagged?.delete(entity, path);
        if (tagged?.size === 0) this.#tags.delete(key);
      }
    }
    for (const [key, entities] of after.tags) {
      for (const entity of onlyIn(entities, before.tags.get(key))) {
        const tagged = this.#tags.get(key) ?? new SetMap();
        this.#tags.set(key, tagged);
        tagged.add(entity, path);
        this.#affectTagged(key, affected);
      }
    }
  }

  /** Words that are always tagged alike are nothing to anybody. */
  #affectTagged(key: string, affected: Set<string> | undefined): void {
    const tagged = affected && this.#tags.get(key);
    if (tagged === undefined || tagged.size < 2) return;
    for (const entity of tagged.keys()) {
      for (const file of tagged.of(entity)) affected?.add(file);
    }
  }

  #affectByRecord(before: Contribution, after: Contribution, affected: Set<string>): void {
    if (before.record?.state === after.record?.state) return;
    if ((before.record?.mergedInto ?? '') !== (after.record?.mergedInto ?? '')) {
      for (const { path } of this.#store.files()) affected.add(path);
    }
    const id = after.record?.id ?? before.record?.id;
    const ids = new Set(id === undefined ? [] : [id]);
    for (const each of ids) {
      for (const file of this.#named.of(each)) {
        affected.add(file);
        // Who names a record that was merged into this one means this one.
        const record = recordOf(this.#contents.get(file));
        if (record?.mergedInto === each) ids.add(record.id);
      }
    }
  }

  #affectByAnnotations(before: Contribution, after: Contribution, affected: Set<string>): void {
    const { indexes } = this.#store;
    const changed = [
      ...onlyIn(before.annotations, after.annotations),
      ...onlyIn(after.annotations, before.annotations),
    ];
    if (changed.length === 0) return;
    for (const source of new Set([before.source, after.source])) {
      const files = source === undefined ? [] : indexes.sourceFiles(source);
      for (const other of files) affected.add(other.path);
    }
    for (const id of changed) {
      for (const record of indexes.annotationsWithId(id)) affected.add(record.path);
      for (const entity of indexes.entitiesCiting(id)) affected.add(entityPath(entity));
    }
  }
}

function contributionOf(content: FileContent | undefined): Contribution {
  switch (content?.kind) {
    case 'annotations':
      return {
        ...NOTHING,
        source: content.source.path,
        tags: tagsOf(content.annotations),
        named: new Set([
          ...content.annotations.flatMap(namedByAnnotation),
          ...content.rejected.flatMap(namedByRejection),
        ]),
        annotations: new Set(content.annotations.map(({ id }) => id)),
        types: new Set(
          content.annotations.flatMap(({ type }) =>
            type === undefined ? [] : [`annotation ${type}`],
          ),
        ),
      };
    case 'entity': {
      const { id, name, aliases, mergedInto } = content.entity;
      const names = mergedInto === undefined ? [name, ...aliases.map(({ text }) => text)] : [];
      return {
        ...NOTHING,
        names: new Map(names.map((each) => [foldName(each), id])),
        named: new Set(namedByEntity(content.entity)),
        distinctFrom: new Set(content.entity.distinctFrom),
        types: typesOf(content),
        record: stateOf(content.entity),
      };
    }
    case 'event':
      return {
        ...NOTHING,
        named: new Set(namedByEvent(content.event)),
        types: typesOf(content),
        record: stateOf(content.event),
      };
    case 'schema':
    case undefined:
      return NOTHING;
  }
}

/** A merged record stands for another one, whatever type it had. */
function typesOf(content: EntityFile | EventFile): ReadonlySet<string> {
  const { type, mergedInto } = content.kind === 'entity' ? content.entity : content.event;
  return new Set(mergedInto === undefined ? [`${content.kind} ${type}`] : []);
}

function stateOf({ id, type, mergedInto }: Entity | EventRecord): RecordState {
  return { id, state: JSON.stringify([type, mergedInto]), mergedInto: mergedInto ?? '' };
}

function recordOf(content: FileContent | undefined): Entity | EventRecord | undefined {
  if (content?.kind === 'entity') return content.entity;
  return content?.kind === 'event' ? content.event : undefined;
}

function tagsOf(annotations: readonly Annotation[]): ReadonlyMap<string, ReadonlySet<string>> {
  const tags = new Map<string, Set<string>>();
  for (const annotation of annotations) {
    const key = taggedKey(annotation);
    if (key === undefined || annotation.entity === undefined) continue;
    const entities = tags.get(key) ?? new Set();
    tags.set(key, entities.add(tagOf(annotation.entity, annotation.by)));
  }
  return tags;
}

/** What one annotator says, in a word; what another one says is told apart from it. */
function tagOf(entity: string, by: string | undefined): string {
  return `${JSON.stringify(by ?? '')}${entity}`;
}

/** The folded words of a mention; absent for what is no name or is not held to be so. */
export function taggedKey({ entity, targets, status }: Annotation): string | undefined {
  const [first] = targets;
  if (entity === undefined || targets.length > 1 || status === 'rejected') return undefined;
  if (first.exact.length > LONGEST_NAME) return undefined;
  const key = foldName(first.exact);
  return key === '' ? undefined : key;
}

function onlyIn(
  one: ReadonlySet<string>,
  other: ReadonlySet<string> | undefined,
): readonly string[] {
  return [...one].filter((each) => other?.has(each) !== true);
}

/** Sets by key, without empty ones. */
class SetMap {
  readonly #sets = new Map<string, Set<string>>();
  static readonly #none: ReadonlySet<string> = new Set();

  get size(): number {
    return this.#sets.size;
  }

  keys(): Iterable<string> {
    return this.#sets.keys();
  }

  of(key: string): ReadonlySet<string> {
    return this.#sets.get(key) ?? SetMap.#none;
  }

  add(key: string, value: string): void {
    const set = this.#sets.get(key);
    if (set === undefined) this.#sets.set(key, new Set([value]));
    else set.add(value);
  }

  delete(key: string, value: string): void {
    const set = this.#sets.get(key);
    set?.delete(value);
    if (set?.size === 0) this.#sets.delete(key);
  }
}
