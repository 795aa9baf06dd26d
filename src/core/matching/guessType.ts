/** What type a new entity may have, from its name and what stands before it. */
import type { Schema } from '../model/schema';
import { HEAD_NOUNS, TITLES } from '../text/nameLists';
import { wellKnownType } from './wellKnown';

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** The words that end the name of something of a type; for organisations beside the `HEAD_NOUNS`. */
const HEADS: Readonly<Record<string, ReadonlySet<string>>> = {
  document: words(`treaty accord accords agreement charter protocol declaration act plan proposal
    resolution law constitution memorandum report paper convention statement communiqué position`),
  conference: words(`summit conference forum games cup olympics festival talks meeting assembly
    convention`),
  place: words(`republic kingdom empire emirates states islands island peninsula sea ocean gulf
    strait bay cape canal river lake mountains isle isles territory territories region district
    province county city hemisphere west east north south`),
  other: words('war wars revolution uprising crisis'),
  organisation: words('media tv'),
  facility: words(`palace hall museum library theatre theater hospital airport station square bridge
    tower wall alley avenue cathedral mosque temple monastery plant base prison`),
};
const PLACE_PREPOSITION = /\b(?:in|from|near|at|to|into|of|outside|across)\s+(?:the\s+)?$/i;
const MODEL_NUMBER = /^\p{Lu}[\p{L}]{0,9}[-‐ ]?\d+[\p{L}\d-]*$/u;
const ACRONYM = /^[\p{Lu}\d]{2,6}$/u;
/** What the names of organisations end in, in scripts without capitals; 省 alone ends provinces too. */
const UNCASED_BODY =
  /(?:委员会|委員会|公司|集团|银行|銀行|大学|大學|社|日报|部|[務学働産業通境衛]省|庁|协会|協會|위원회|은행|대학교|신문|통신|방송|협회|공사|부|당)$/u;
const HANDLE = /^@/;
/** What news sites, agencies and companies end in. */
const OUTLET = /(?:news|news\.com|media|press|tv|times|bank|soft|corp|air|avia|gaz|neft)$/i;

/**
 * All types of the schema, the likeliest first: by the name itself, then by how often each is used, then in
 * the order of the schema. `before` is the text in front of the passage, a line or so.
 */
export function guessTypes(
  schema: Schema,
  name: string,
  before: string,
  uses: ReadonlyMap<string, number>,
): readonly string[] {
  const guess = guessType(name, before);
  const rank = (id: string): number => (id === guess ? Infinity : (uses.get(id) ?? 0));
  const ids = Object.keys(schema.entityTypes);
  return ids
    .map((id, at) => ({ id, at, rank: rank(id) }))
    .sort((a, b) => (a.rank === b.rank ? a.at - b.at : b.rank - a.rank))
    .map(({ id }) => id);
}

function guessType(name: string, before: string): string | undefined {
  const known = wellKnownType(name);
  if (known !== undefined) return known;
  const parts = wordsOf(name);
  const head = headOf(parts);
  const kind = Object.keys(HEADS).find((type) => HEADS[type]?.has(head) === true);
  if (kind !== undefined && parts.length > 1) return kind;
  if (HANDLE.test(name)) return 'person';
  if (MODEL_NUMBER.test(name)) return 'product';
  if (HEAD_NOUNS.has(head) || ACRONYM.test(name)) return 'organisation';
  if (UNCASED_BODY.test(name)) return 'organisation';
  if (parts.length === 1 && OUTLET.test(name) && name.length > 5) return 'organisation';
  const previous = wordsOf(before).at(-1) ?? '';
  if (TITLES.has(previous)) return 'person';
  if (PLACE_PREPOSITION.test(before)) return 'place';
  const looksLikePerson = parts.length >= 2 && parts.length <= 4 && /^\p{Lu}/u.test(name);
  return looksLikePerson ? 'person' : undefined;
}

/** The word that says what is named: the last, or the one before “of” or “for”. */
function headOf(parts: readonly string[]): string {
  const link = parts.findIndex((part) => part === 'of' || part === 'for' || part === 'on');
  return (link > 0 ? parts[link - 1] : parts.at(-1)) ?? '';
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}-]+/gu) ?? [];
}
