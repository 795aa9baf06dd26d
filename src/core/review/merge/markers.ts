/** Conflict markers of git around whole records, saying which record and which of its fields. */
import type { Versions } from './versions';

export interface Labels {
  readonly ours: string;
  readonly theirs: string;
}

export const DEFAULT_LABELS: Labels = { ours: 'ours', theirs: 'theirs' };

const DOT = ' · ';
/** The lines of both versions between markers; the lines as they are where there is no conflict. */
export function marked(versions: Versions, id: string, labels: Labels): string {
  const { ours, theirs, conflicts } = versions;
  if (conflicts.length === 0) return ours;
  const name = id.split('/').map(encodeURIComponent).join('/');
  const fields = [...new Set(conflicts.map(({ field }) => field ?? 'removed'))].join(', ');
  const above = `<<<<<<< ${[oneLine(labels.ours), name, fields].join(DOT)}\n`;
  const below = `>>>>>>> ${[oneLine(labels.theirs), name].join(DOT)}\n`;
  return `${above}${ours}=======\n${theirs}${below}`;
}

/** The id in a first marker that `marked` wrote; absent for one that git wrote. */
export function idInMarker(line: string): string | undefined {
  const name = /^<{7} .*? · (\S+) · .+$/.exec(line)?.[1];
  if (name === undefined) return undefined;
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}

/** The name of a side, as it stands behind a marker. */
export function labelIn(marker: string | undefined, otherwise: string): string {
  const words = marker?.replace(/^[<>]+ ?/, '').split(DOT)[0] ?? '';
  return words === '' ? otherwise : words;
}

function oneLine(label: string): string {
  return label.replace(/[\s·]+/g, ' ').trim();
}
