/** What a project may say: types, roles, attributes, and where its files are. */

/** One colour for each kind of theme, as `#rrggbb`. */
export interface ThemeColors {
  readonly light: string;
  readonly dark: string;
  readonly highContrastDark: string;
  readonly highContrastLight: string;
}

export interface EntityType {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Name of a colour of the palette. */
  readonly color: string;
  /** Id of the more general type. */
  readonly parent?: string;
  /** One letter or digit that chooses the type in a list of types. */
  readonly key?: string;
}

export interface RoleRule {
  /** Entity types that may fill the role; absent means any. */
  readonly types?: readonly string[];
  readonly min?: number;
  readonly max?: number;
}

export interface EventType {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Id of the more general type; modes and roles that a type does not give are its parent's. */
  readonly parent?: string;
  /** Name of a colour of the palette; absent means the colour of events. */
  readonly color?: string;
  /** One letter or digit that chooses the type in a list of types. */
  readonly key?: string;
  readonly modes: readonly string[];
  /** In the order in which the roles are asked for. */
  readonly roles: Readonly<Record<string, RoleRule>>;
}

export interface AttributeRule {
  /** Absent means free text. */
  readonly values?: readonly string[];
  /** Kinds or types it applies to; absent means all. */
  readonly on?: readonly string[];
}

export interface RelationType {
  /** What the one entity is to the other, e.g. `Leads`; absent means the id in words. */
  readonly label?: string;
  /** What the other entity is to the one, e.g. `Led by`; the same as `label` where both are alike. */
  readonly inverse?: string;
  readonly description?: string;
  /** Id of the more general type. */
  readonly parent?: string;
  /** Entity types that may have the relation, with their kinds; absent means any. */
  readonly from?: readonly string[];
  /** Entity types that it may lead to, with their kinds; absent means any. */
  readonly to?: readonly string[];
}

/** An outside knowledge base that records link to, e.g. Wikidata. */
export interface LinkRule {
  readonly label?: string;
  /** An address with `{id}` where the id goes; absent when there is nothing to open. */
  readonly url?: string;
  /** A regular expression that a whole id must match; absent means any id. */
  readonly pattern?: string;
}

/** What a source can be required to say of itself. */
export const METADATA_FIELDS = [
  'title',
  'publisher',
  'published',
  'language',
  'url',
  'reliability',
] as const;
export type MetadataField = (typeof METADATA_FIELDS)[number];

export type Layout = 'folder' | 'beside';
export type Severity = 'error' | 'warning' | 'information' | 'off';

export interface Schema {
  /** Globs, POSIX, relative to the workspace folder. */
  readonly sources: readonly string[];
  readonly layout: Layout;
  readonly entityTypes: Readonly<Record<string, EntityType>>;
  readonly eventTypes: Readonly<Record<string, EventType>>;
  readonly relationTypes: Readonly<Record<string, RelationType>>;
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  /** By the key that the id has under `links:` of a record. */
  readonly links: Readonly<Record<string, LinkRule>>;
  /** What every source must say of itself. */
  readonly requiredMetadata: readonly MetadataField[];
  /** Severity by problem code, where the project overrides it. */
  readonly checks: Readonly<Record<string, Severity>>;
}
