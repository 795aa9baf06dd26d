/** What became of changes that a host was to write. */

/** Why nothing was written; every kind names the path of the change that could not be made. */
export type Refusal =
  /** The file is not what `before` says: somebody changed it since it was read. */
  | { readonly kind: 'changed'; readonly path: string }
  /** The file is what was read, but bytes that are no UTF-8 would be lost. */
  | { readonly kind: 'encoding'; readonly path: string }
  /** The path leaves the workspace, by its words or by a link. */
  | { readonly kind: 'outside'; readonly path: string }
  /** Another writer has kept the file locked; `owner` is absent when the lock does not say who. */
  | {
      readonly kind: 'busy';
      readonly path: string;
      readonly owner: { readonly pid: number; readonly host: string } | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly path: string;
      /** What the file system threw. */
      readonly error: unknown;
      /** Paths that stay changed all the same, because they could not be put back. */
      readonly kept: readonly string[];
    };

export type Written = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };
