/** What annotations refer to: entities and events, and what is known of a source. */
import type { Thread } from './thread';

/** Another name of an entity. `language` is a BCP 47 tag. */
export interface Alias {
  readonly text: string;
  readonly language?: string;
}

/** What one entity is to another, on the record of the one. */
export interface Relation {
  /** Id of a relation type of the schema, e.g. `member-of`. */
  readonly type: string;
  /** The id of the other entity. */
  readonly entity: string;
  /** EDTF, kept verbatim: when it held. */
  readonly date?: string;
  /** Ids of the annotations whose passages say so. */
  readonly evidence?: readonly string[];
  readonly note?: string;
}

/** A person, organisation, place …: one file, whose name is the id. */
export interface Entity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly Alias[];
  /** Ids in outside knowledge bases, e.g. `{ wikidata: 'Q3874799' }`. */
  readonly links: Readonly<Record<string, string>>;
  /** In the order of the file; absent when there are none. */
  readonly relations?: readonly Relation[];
  readonly note?: string;
  /** Ids of entities that it was decided to be another one than, however alike they are. */
  readonly distinctFrom?: readonly string[];
  /** The id of the record that took this one's place. */
  readonly mergedInto?: string;
  readonly thread?: Thread;
}

/** An argument of an event record. */
export interface Participant {
  readonly role: string;
  /** The id of an entity, or of another event. */
  readonly entity: string;
}

export const EVENT_STATUSES = ['occurred', 'planned', 'claimed', 'hypothetical', 'denied'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** Something that happens, however many sources report it: one file, whose name is the id. */
export interface EventRecord {
  readonly id: string;
  readonly type: string;
  readonly mode?: string;
  readonly title: string;
  /** EDTF, kept verbatim. */
  readonly date?: string;
  /** The id of an entity, or free text. */
  readonly place?: string;
  readonly participants: readonly Participant[];
  readonly status?: EventStatus;
  readonly note?: string;
  /** Ids of events that it was decided to be another one than, however alike they are. */
  readonly distinctFrom?: readonly string[];
  /** The id of the record that took this one's place. */
  readonly mergedInto?: string;
  readonly thread?: Thread;
}

export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

export const SOURCE_STATES = ['in-progress', 'done'] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/** What the annotation file says of its source. */
export interface SourceMetadata {
  /** POSIX, relative to the workspace folder. */
  readonly path: string;
  /** Git blob id of the normalised text that the offsets were written for. */
  readonly blob?: string;
  readonly title?: string;
  readonly publisher?: string;
  /** EDTF; the reference date for expressions like "last month". */
  readonly published?: string;
  /** BCP 47 tag. */
  readonly language?: string;
  readonly url?: string;
  /** NATO Admiralty code of the source, A (completely reliable) to F (cannot be judged). */
  readonly reliability?: Reliability;
  /** Ranges in code points that are the document; the rest is site boilerplate. */
  readonly body?: readonly (readonly [number, number])[];
  /** How far its annotation is; absent means that nobody said so, which counts as not started. */
  readonly state?: SourceState;
  /** Who has reviewed the annotations of a source that is done; each once. */
  readonly reviewedBy?: readonly string[];
  readonly thread?: Thread;
}
