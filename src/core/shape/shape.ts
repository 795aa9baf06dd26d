/**
 * What may stand in the files of the format, said once: the JSON Schemas in `schemas/`, the completion in
 * the editor and the explanations of keys all come from it. Reading the files is `storage`.
 */

/** What completes a value; the names of records and types come from the project. */
export type Words =
  | 'entity'
  | 'event'
  | 'record'
  | 'argument'
  | 'annotation'
  | 'entityType'
  | 'eventType'
  | 'annotationType'
  | 'relationType'
  | 'fillerType'
  | 'attributeSubject'
  | 'parent'
  | 'mode'
  | 'role'
  | 'date'
  | 'value'
  | 'attributeValue'
  | 'language'
  | 'annotator'
  | 'decision'
  | 'fileId';

/** One of a few values, each with what it means, or nothing to add. */
export type Values = Readonly<Record<string, string>>;

export interface TextShape {
  readonly kind: 'text';
  readonly words?: Words;
  /** Nothing else may stand there. */
  readonly values?: Values;
  /** What may stand there, for those who check it by a regular expression. */
  readonly pattern?: string;
}

export interface NumberShape {
  readonly kind: 'number';
  readonly min?: number;
  readonly values?: Values;
}

export interface MapShape {
  readonly kind: 'map';
  readonly keys: Readonly<Record<string, KeyShape>>;
  /** What has names of its own choice, such as types or links. */
  readonly others?: OtherKeys;
}

export interface ListShape {
  readonly kind: 'list';
  readonly items: Shape;
}

/** Any of several forms, the usual one first. */
interface EitherShape {
  readonly kind: 'either';
  readonly forms: readonly Shape[];
}

/** Anything at all. */
interface FreeShape {
  readonly kind: 'free';
}

/** `true` or `false`. */
interface FlagShape {
  readonly kind: 'flag';
}

export type Shape =
  TextShape | NumberShape | FlagShape | MapShape | ListShape | EitherShape | FreeShape;

export interface KeyShape {
  /** A sentence or two; code in backticks. */
  readonly about: string;
  readonly shape: Shape;
  readonly isRequired?: boolean;
}

export interface OtherKeys {
  readonly about: string;
  readonly shape: Shape;
  /** The names that there are. */
  readonly names?: OtherNames;
  /** Whether `null` takes away what is there otherwise. */
  readonly orNull?: boolean;
  /** What the names look like. */
  readonly pattern?: string;
}

export type OtherNames =
  | 'annotation'
  | 'attribute'
  | 'link'
  | 'role'
  | 'check'
  | 'entityType'
  | 'eventType'
  | 'relationType';

export const TEXT: TextShape = { kind: 'text' };
const FREE: FreeShape = { kind: 'free' };

export function text(words: Words): TextShape {
  return { kind: 'text', words };
}

export function oneOf(values: Values): TextShape {
  return { kind: 'text', values };
}

export function list(items: Shape): ListShape {
  return { kind: 'list', items };
}

export function map(keys: Readonly<Record<string, KeyShape>>, others?: OtherKeys): MapShape {
  return { kind: 'map', keys, ...(others === undefined ? {} : { others }) };
}

/** The same words for every value, where the values speak for themselves. */
export function plain(values: readonly string[]): Values {
  return Object.fromEntries(values.map((value) => [value, '']));
}

/** Foreign data, under any map that the product reads. */
export const FOREIGN: KeyShape = {
  about: 'Foreign data, kept as it is.',
  shape: FREE,
};
