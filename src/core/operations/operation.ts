/** The analyst's intents as data. The editor builds them; `source-annotator apply` reads them as JSON. */
import type {
  AnnotationStatus,
  AttributeValue,
  Certainty,
  Polarity,
  Role,
} from '../model/annotation';
import type { Alias, EventStatus, Participant, Reliability } from '../model/records';

/**
 * Where in a source: code points `[start, end)` over the normalised text, or the words themselves
 * with which occurrence of them, counted from 1 (needed when there are several).
 */
export type Passage =
  | { readonly start: number; readonly end: number }
  | { readonly exact: string; readonly occurrence?: number };

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

/** Changes the body of an annotation, its passage, or both. `source` is needed when ids repeat. */
export type Update = {
  readonly op: 'update';
  readonly id: string;
  readonly source?: string;
} & Partial<{
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly occurrence: number;
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
}

/** The new place of an annotation: for each of its targets, in their order, `[start, end)` in code points. */
export interface NewPlace {
  readonly id: string;
  readonly targets: readonly { readonly start: number; readonly end: number }[];
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

/** The source is at another path now: its annotation files follow it, and name that path. */
export interface MoveSource {
  readonly op: 'moveSource';
  /** As the annotation files name it. */
  readonly from: string;
  readonly to: string;
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
  | SetSource
  | Reanchor
  | MoveSource;

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
export type Outcome =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly error: OperationError };

export function done(id: string): Outcome {
  return { ok: true, id };
}

export function failed(code: OperationError['code'], message: string): Outcome {
  return { ok: false, error: { code, message } };
}

/** The file at `path` is left as it is, because it does not parse or would not after the change. */
export function unreadable(path: string): Outcome {
  const message = `${path} does not parse, so it is not written. Mend it first.`;
  return failed('file-unreadable', message);
}
