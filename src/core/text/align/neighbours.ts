/** For each token of an aligned old text: the row it is in, and the nearest solid tokens outside it. */

/** Read with the token's index; made once, when nothing more is claimed. */
export interface Neighbours {
  /** First and last token of the row of the old text that stands in a row in the new one too. */
  readonly rowStart: Int32Array;
  readonly rowEnd: Int32Array;
  /** The last solid token before each token, itself included; -1 for none. */
  readonly solidBefore: Int32Array;
  /** The first solid token from each token on, itself included; -1 for none. */
  readonly solidAfter: Int32Array;
}

export function neighboursOf(toNew: Int32Array, solid: Uint8Array): Neighbours {
  const { length } = toNew;
  const rowStart = new Int32Array(length);
  const rowEnd = new Int32Array(length);
  const solidBefore = new Int32Array(length).fill(-1);
  const solidAfter = new Int32Array(length).fill(-1);
  for (let at = 0; at < length; at += 1) {
    rowStart[at] = isGoingOn(toNew, at) ? (rowStart[at - 1] ?? at) : at;
    const isSolid = solid[at] === 1 && (toNew[at] ?? -1) >= 0;
    solidBefore[at] = isSolid ? at : (solidBefore[at - 1] ?? -1);
  }
  for (let at = length - 1; at >= 0; at -= 1) {
    rowEnd[at] = isGoingOn(toNew, at + 1) ? (rowEnd[at + 1] ?? at) : at;
    const isSolid = solid[at] === 1 && (toNew[at] ?? -1) >= 0;
    solidAfter[at] = isSolid ? at : (solidAfter[at + 1] ?? -1);
  }
  return { rowStart, rowEnd, solidBefore, solidAfter };
}

/** Whether the token stands right after the one before it in the new text too. */
function isGoingOn(toNew: Int32Array, at: number): boolean {
  const now = toNew[at] ?? -1;
  return now > 0 && toNew[at - 1] === now - 1;
}
