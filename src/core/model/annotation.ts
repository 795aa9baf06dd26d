/** What an annotation is: a target in a source, and a body that says something about it. */
import type { Thread } from './thread';

/**
 * One quoted passage of a source, after the W3C Web Annotation model:
 * `exact`, `prefix` and `suffix` are a TextQuoteSelector
 * (https://www.w3.org/TR/annotation-model/#text-quote-selector), `start` and `end` a
 * TextPositionSelector (https://www.w3.org/TR/annotation-model/#text-position-selector).
 *
 * `start` and `end` are Unicode code points over the normalised text, `end` exclusive. They are a
 * hint; the quote is the authority.
 */
export interface Target {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

/** What a passage says of an argument: `target` is an annotation id of the same file or a record id. */
export interface Role {
  readonly role: string;
  readonly target: string;
}

export const STATUSES = ['proposed', 'accepted', 'disputed', 'rejected'] as const;
export type AnnotationStatus = (typeof STATUSES)[number];

export const CERTAINTIES = ['certain', 'probable', 'possible'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const POLARITIES = ['positive', 'negative'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** A value of a declared attribute, as YAML gives it. */
export type AttributeValue = string | number | boolean;

/**
 * One annotation of one source. At most one of `entity` and `event` is present; `type` stands alone
 * (`statement`, `time`, or what the schema declares) or beside them.
 */
export interface Annotation {
  readonly id: string;
  /** One target, or several in document order for a discontinuous mention. Never empty. */
  readonly targets: readonly [Target, ...Target[]];
  readonly entity?: string;
  readonly event?: string;
  readonly type?: string;
  readonly roles: readonly Role[];
  /** EDTF, for a time expression; free text for other types that take a value. */
  readonly value?: string;
  readonly note?: string;
  readonly certainty?: Certainty;
  readonly polarity?: Polarity;
  /** NATO Admiralty code of the information, 1 (confirmed) to 6 (cannot be judged). */
  readonly credibility?: number;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** The annotator, when it matters. */
  readonly by?: string;
  /** `accepted` when the file says nothing. */
  readonly status: AnnotationStatus;
  /**
   * Where annotators were compared: the id of the annotation that stands for this passage, this one's
   * own or another's, or `none` where it was decided that nothing does.
   */
  readonly decision?: string;
  readonly thread?: Thread;
}

/** What an annotation is about, for switches: every annotation is exactly one of these. */
export type AnnotationKind = 'mention' | 'evidence' | 'statement' | 'time' | 'note' | 'typed';

/**
 * `mention` names an entity, `evidence` an event; `statement` and `time` are the built-in types
 * without a record; `note` has nothing but a note; `typed` is any other type of the schema.
 */
export function kindOf(annotation: Annotation): AnnotationKind {
  if (annotation.entity !== undefined) return 'mention';
  if (annotation.event !== undefined) return 'evidence';
  if (annotation.type === 'statement') return 'statement';
  if (annotation.type === 'time') return 'time';
  return annotation.type === undefined ? 'note' : 'typed';
}

/** Whether an id is written as those of annotations are, `a-` and six or more of `0-9a-z`; ids of records are not. */
export function isAnnotationId(id: string): boolean {
  return /^a-[0-9a-z]{6,}$/.test(id);
}

/** The quoted words of an annotation; the fragments of a discontinuous one joined by ` … `. */
export function quoteOf(annotation: Annotation): string {
  return annotation.targets.map((target) => target.exact).join(' … ');
}
