/** What annotations refer to: entities and events, and what is known of a source. */

/** Another name of an entity. `language` is a BCP 47 tag. */
export interface Alias {
  readonly text: string;
  readonly language?: string;
}

/** A person, organisation, place …: one file, whose name is the id. */
export interface Entity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly Alias[];
  /** Ids in outside knowledge bases, e.g. `{ wikidata: 'Q3874799' }`. */
  readonly links: Readonly<Record<string, string>>;
  readonly note?: string;
  /** The id of the record that took this one's place. */
  readonly mergedInto?: string;
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
  /** The id of the record that took this one's place. */
  readonly mergedInto?: string;
}

export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

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
}
