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
  readonly from?: readonly string[];
  readonly to?: readonly string[];
}

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
  /** Severity by problem code, where the project overrides it. */
  readonly checks: Readonly<Record<string, Severity>>;
}
