/** Links of records to outside knowledge: what an id must look like, and where it leads. */
import type { LinkRule, Schema } from '../model/schema';
import { compilePattern } from './pattern';

/** Whether an id fits its rule; `unchecked` when the rule gives no pattern that can be used. */
export type LinkCheck =
  { readonly kind: 'fits' | 'unchecked' } | { readonly kind: 'wrong'; readonly message: string };

const PLACE = '{id}';
/** UTF-16 code units; no id of a knowledge base is longer. */
const LONGEST = 200;

/** The rule for the key of a link; absent when the schema has none. */
function linkRuleOf(schema: Schema, key: string): LinkRule | undefined {
  return Object.hasOwn(schema.links, key) ? schema.links[key] : undefined;
}

/** The name of what a key links to: that of its rule, or the key. */
export function linkLabel(schema: Schema, key: string): string {
  return linkRuleOf(schema, key)?.label ?? key;
}

export function checkLink(schema: Schema, key: string, id: string): LinkCheck {
  const label = linkLabel(schema, key);
  if (id.trim() === '') return { kind: 'wrong', message: `An id of ${label} is needed.` };
  if (id.length > LONGEST) {
    return { kind: 'wrong', message: `That is longer than ${LONGEST} characters.` };
  }
  const pattern = linkRuleOf(schema, key)?.pattern;
  const compiled = pattern === undefined ? undefined : compilePattern(pattern);
  if (compiled?.ok !== true) return { kind: 'unchecked' };
  if (compiled.fits(id)) return { kind: 'fits' };
  return {
    kind: 'wrong',
    message: `“${id}” does not look like an id of ${label} (pattern ${pattern}).`,
  };
}

/**
 * The address of the page about an id, over http or https; absent when there is none. What a record says
 * takes the place of `{id}` only, and cannot begin another part of the address. A link without a rule may be
 * an address itself.
 */
export function linkAddress(schema: Schema, key: string, id: string): string | undefined {
  const rule = linkRuleOf(schema, key);
  const url = rule === undefined ? id : rule.url?.replaceAll(PLACE, () => encoded(id));
  return url !== undefined && /^https?:\/\/[^\s/]/i.test(url) && !/\s/.test(url) ? url : undefined;
}

/**
 * The id in what was pasted: an address of the rule's kind is cut down to the id in it, everything else is
 * taken as it is, without space around it.
 */
export function linkIdIn(schema: Schema, key: string, pasted: string): string {
  const text = pasted.trim();
  const [before, after, ...more] = linkRuleOf(schema, key)?.url?.split(PLACE) ?? [];
  if (before === undefined || after === undefined || more.length > 0) return text;
  const bare = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?/i, '');
  const [given, start] = [bare(text), bare(before)];
  const isAddress = given !== text && given.startsWith(start) && start !== '';
  if (!isAddress || !given.endsWith(after)) return text;
  const id = given.slice(start.length, after === '' ? undefined : -after.length);
  const end = id.search(/[?#]/);
  return end <= 0 ? id : id.slice(0, end);
}

/** Every part between slashes for itself: a slash may belong to an id. */
function encoded(id: string): string {
  return id.split('/').map(encodeURIComponent).join('/');
}
