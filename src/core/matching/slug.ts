/** Ids of records: readable, safe as file names on every system, never taken twice. */
import anyAscii from 'any-ascii';
import { isAnnotationId } from '../model/annotation';

/** Longest slug in characters, before a number is added. */
const LONGEST = 60;

const FALLBACK = 'record';

/** Names that Windows keeps for devices, whatever extension follows. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The id for a record with this name: lower-case ASCII letters and digits in words joined by `-`,
 * transliterated from any script, at most about 60 characters, `record` when nothing is left of the name.
 * `-2`, `-3` … is added when `taken` says that the id has an owner, and to ids that are reserved on
 * Windows or look like those of annotations.
 */
export function slugOf(name: string, taken: (id: string) => boolean): string {
  const base = shortened(wordsOf(name).join('-'));
  const isFree = (id: string): boolean => !RESERVED.test(id) && !isAnnotationId(id) && !taken(id);
  let id = base;
  for (let number = 2; !isFree(id); number++) id = `${base}-${number}`;
  return id;
}

function wordsOf(name: string): readonly string[] {
  // An apostrophe joins: O'Brien → obrien. Composed letters have better transliterations than marks.
  const ascii = anyAscii(name.normalize('NFKC')).toLowerCase().replaceAll(/['`"]/g, '');
  return ascii.match(/[a-z0-9]+/g) ?? [];
}

/** Cut at the end of a word where there is one in the second half. */
function shortened(slug: string): string {
  if (slug === '') return FALLBACK;
  if (slug.length <= LONGEST) return slug;
  const cut = slug.lastIndexOf('-', LONGEST);
  return slug.slice(0, cut > LONGEST / 2 ? cut : LONGEST).replace(/-+$/, '');
}
