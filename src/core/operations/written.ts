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

/**
 * Why nothing was written and what became of the files, in sentences for the person. `failure` gives
 * the sentence on an error that the file system threw, as far as the host understands it.
 */
export function wordsForRefusal(
  refusal: Refusal,
  failure: (path: string, error: unknown) => string,
): string {
  const kept = refusal.kind === 'failed' ? refusal.kept : [];
  const outcome =
    kept.length === 0 ? 'Nothing was changed.' : `Changed all the same: ${kept.join(', ')}.`;
  return `${reasonFor(refusal, failure)} ${outcome}`;
}

function reasonFor(refusal: Refusal, failure: (path: string, error: unknown) => string): string {
  const { kind, path } = refusal;
  switch (kind) {
    case 'changed':
      return `${path} was changed by another program since it was read.`;
    case 'encoding':
      return `${path} is not UTF-8, so it is not written.`;
    case 'outside':
      return `${path} leaves the workspace, by its words or by a link; it is not written.`;
    case 'busy': {
      const { owner } = refusal;
      const who = owner === undefined ? '' : ` (process ${owner.pid} on ${owner.host})`;
      return `${path} is being written by another program${who}. Try again.`;
    }
    case 'failed':
      return failure(path, refusal.error);
  }
}
