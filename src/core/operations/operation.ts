/** The analyst's intents as data. The editor builds them; `source-annotator apply` reads them as JSON. */
import type {
  AnnotationStatus,
  AttributeValue,
  Certainty,
  Polarity,
  Role,
} from '../model/annotation';
import type { Alias, EventStatus, Participant, Reliability, SourceState } from '../model/records';
import type { AddComment, DeleteComment, EditComment } from './commentOperations';

/**
 * Where in a source: code points `[start, end)` over the normalised text, or the words themselves
 * with which occurrence of them, counted from 1 (needed when there are several).
 */
export type Passage =
  | { readonly start: number; readonly end: number }
  | { readonly exact: string; readonly occurrence?: number };

/** Code points `[start, end)` over the normalised text. */
export interface CodePointRange {
  readonly start: number;
  readonly end: number;
}

/** The body of an annotation. In an `update`, `null` removes a field. */
export interface BodyFields {
  readonly entity?: string | null;
  readonly event?: string | null;
  readonly type?: string | null;
  readonly roles?: readonly Role[] | null;
  readonly value?: string | null;
  readonly note?: string | null;
  readonly certainty?: Certainty | null;
  readonly polarity?: Polarity | null;
  readonly credibility?: number | null;
  readonly attributes?: Readonly<Record<string, AttributeValue>> | null;
  readonly by?: string | null;
  readonly status?: AnnotationStatus | null;
  /** The id of the annotation that stands for the passage after annotators were compared, or `none`. */
  readonly decision?: string | null;
}

export type Annotate = {
  readonly op: 'annotate';
  readonly source: string;
  /** Given by scripts that refer to it; made up otherwise. */
  readonly id?: string;
} & Passage &
  BodyFields;

/** `annotate` with an event: one more passage that reports it. */
type AddEvidence = {
  readonly op: 'addEvidence';
  readonly source: string;
  readonly event: string;
  readonly id?: string;
} & Passage &
  Omit<BodyFields, 'entity' | 'event'>;

/**
 * Changes the body of an annotation, its passage, or both. With `targets` the annotation has these
 * fragments: put in the order of the text, those that overlap or touch joined. `source` is needed when
 * ids repeat.
 */
export type Update = {
  readonly op: 'update';
  readonly id: string;
  readonly source?: string;
} & Partial<{
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly occurrence: number;
  readonly targets: readonly CodePointRange[];
}> &
  BodyFields;

export interface Delete {
  readonly op: 'delete';
  readonly id: string;
  readonly source?: string;
}

interface EntityFields {
  readonly type?: string;
  readonly name?: string;
  readonly aliases?: readonly (string | Alias)[] | null;
  readonly links?: Readonly<Record<string, string>> | null;
  readonly note?: string | null;
}

export interface CreateEntity extends EntityFields {
  readonly op: 'createEntity';
  /** Made from the name when absent. */
  readonly id?: string;
  readonly type: string;
  readonly name: string;
}

export interface UpdateEntity extends EntityFields {
  readonly op: 'updateEntity';
  readonly id: string;
  readonly addAliases?: readonly (string | Alias)[];
  readonly removeAliases?: readonly string[];
  /** Ids of entities that look like this one and are others; duplicates are not looked for among them. */
  readonly distinctFrom?: readonly string[] | null;
  readonly addDistinctFrom?: readonly string[];
}

interface EventFields {
  readonly type?: string;
  readonly mode?: string | null;
  readonly title?: string;
  readonly date?: string | null;
  readonly place?: string | null;
  readonly participants?: readonly Participant[] | null;
  readonly status?: EventStatus | null;
  readonly note?: string | null;
}

export interface CreateEvent extends EventFields {
  readonly op: 'createEvent';
  /** Made from the title when absent. */
  readonly id?: string;
  readonly type: string;
  readonly title: string;
}

export interface UpdateEvent extends EventFields {
  readonly op: 'updateEvent';
  readonly id: string;
  /** Ids of events that look like this one and are others. */
  readonly distinctFrom?: readonly string[] | null;
  readonly addDistinctFrom?: readonly string[];
}

/** What is known of a source; `null` removes a field. */
export interface SetSource {
  readonly op: 'setSource';
  readonly source: string;
  readonly title?: string | null;
  readonly publisher?: string | null;
  readonly published?: string | null;
  readonly language?: string | null;
  readonly url?: string | null;
  readonly reliability?: Reliability | null;
  readonly body?: readonly (readonly [number, number])[] | null;
  /** Not started when removed. */
  readonly state?: SourceState | null;
  readonly reviewedBy?: readonly string[] | null;
}

/** The new place of an annotation: for each of its targets, in their order, `[start, end)` in code points. */
export interface NewPlace {
  readonly id: string;
  readonly targets: readonly CodePointRange[];
}

/**
 * Writes anew where these annotations of a source are: quote, context and offsets. `source.blob`
 * becomes that of the text in every annotation file of the source whose annotations then all stand
 * where it says, and with `blob` in the others too.
 */
export interface Reanchor {
  readonly op: 'reanchor';
  readonly source: string;
  readonly places: readonly NewPlace[];
  readonly blob?: boolean;
}

/** One entity is to another what the relation type says. What is there already gets what is given here. */
export interface Relate {
  readonly op: 'relate';
  readonly entity: string;
  readonly type: string;
  readonly to: string;
  /** EDTF: when it held. `null` removes it, as in the fields below. */
  readonly date?: string | null;
  /** Ids of the annotations whose passages say so, in the place of those that were there. */
  readonly evidence?: readonly string[] | null;
  readonly note?: string | null;
}

export interface Unrelate {
  readonly op: 'unrelate';
  readonly entity: string;
  readonly type: string;
  readonly to: string;
  /** Of several only the one with this date, with `null` the one without; absent means all. */
  readonly date?: string | null;
}

/** The source is at another path now: its annotation files follow it, and name that path. */
export interface MoveSource {
  readonly op: 'moveSource';
  /** As the annotation files name it. */
  readonly from: string;
  readonly to: string;
}

/** An annotation and the source that it is in: ids alone may repeat. */
export interface MentionRef {
  readonly source: string;
  readonly id: string;
}

/**
 * Two records of one kind are one: everything that names `from` names `into`, which takes over its
 * names, links, relations and participants and the fields that it lacks itself. `from` stays as a
 * redirect. `take` names the fields whose value is that of `from`: `type`, `name`, `note`, `links` or
 * `links.wikidata` of entities; `type`, `mode`, `title`, `date`, `place`, `status`, `note` of events.
 */
export interface Merge {
  readonly op: 'merge';
  readonly from: string;
  readonly into: string;
  readonly take?: readonly string[];
}

/** One record is two: a new one gets some of the mentions, which may be neither all nor none. */
export interface Split {
  readonly op: 'split';
  readonly id: string;
  /** Made from the name when absent. */
  readonly newId?: string;
  /** Of the new entity; an event may have it here or as `title`. */
  readonly name?: string;
  readonly title?: string;
  /** Of the new record; that of the old one when absent. */
  readonly type?: string;
  /** Aliases of the old entity, as they are written there, that go to the new one. */
  readonly aliases?: readonly string[];
  readonly mentions: readonly MentionRef[];
}

/**
 * Deletes a record. Its mentions are deleted; keep their passage and say in a note what it was; or go,
 * as everything else that names the record, to another one of its kind. Unless they go to another one,
 * redirects to it, and roles, participants, places, relations and rejected suggestions that name it go.
 */
export interface DeleteRecord {
  readonly op: 'deleteRecord';
  readonly id: string;
  readonly mentions: 'delete' | 'detach' | { readonly into: string };
}

/** Mentions of entities, or evidence of events, are those of another record of that kind. */
export interface MoveMentions {
  readonly op: 'moveMentions';
  readonly to: string;
  readonly mentions: readonly MentionRef[];
}

/** A passage is not to be suggested as this entity, as a time, or, with neither, as any name. */
export type Reject = {
  readonly op: 'reject';
  readonly source: string;
  readonly id?: string;
  readonly entity?: string;
  readonly type?: 'time';
  readonly note?: string;
  readonly by?: string;
} & Passage;

/** The suggestion may be made again. */
export interface Unreject {
  readonly op: 'unreject';
  readonly source: string;
  readonly id: string;
}

export type Operation =
  | Annotate
  | AddEvidence
  | Update
  | Delete
  | CreateEntity
  | UpdateEntity
  | CreateEvent
  | UpdateEvent
  | Relate
  | Unrelate
  | SetSource
  | Reanchor
  | MoveSource
  | Merge
  | Split
  | DeleteRecord
  | MoveMentions
  | Reject
  | Unreject
  | AddComment
  | EditComment
  | DeleteComment;

/** Why an operation cannot be done; `message` is for the person. */
export interface OperationError {
  readonly code:
    | 'source-unknown'
    | 'passage-not-found'
    | 'passage-ambiguous'
    | 'passage-empty'
    | 'annotation-unknown'
    | 'annotation-ambiguous'
    | 'already-annotated'
    | 'entity-unknown'
    | 'event-unknown'
    | 'relation-unknown'
    | 'record-unknown'
    | 'rejection-unknown'
    | 'already-rejected'
    | 'comment-unknown'
    | 'merge-invalid'
    | 'role-target-unknown'
    | 'type-unknown'
    | 'mode-unknown'
    | 'id-taken'
    | 'id-invalid'
    | 'value-invalid'
    | 'file-unreadable';
  readonly message: string;
}

/** The id of the annotation or record that an operation made or changed, or why it could not. */
export type Outcome = { readonly ok: true; readonly id: string } | Failed;

export interface Failed {
  readonly ok: false;
  readonly error: OperationError;
}

export function done(id: string): Outcome {
  return { ok: true, id };
}

export function failed(code: OperationError['code'], message: string): Failed {
  return { ok: false, error: { code, message } };
}

/** The file at `path` is left as it is, because it does not parse or would not after the change. */
export function unreadable(path: string): Failed {
  const message = `${path} does not parse, so it is not written. Mend it first.`;
  return failed('file-unreadable', message);
}
