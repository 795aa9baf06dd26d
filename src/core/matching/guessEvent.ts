/** What a passage says of the event that it reports, as proposals: type, mode, status, title. */
import type { EventStatus } from '../model/records';
import { eventTypeOf } from '../schema/lookup';
import type { Schema } from '../model/schema';

/** Words by which English news report events of the built-in types. */
const TYPES: Readonly<Record<string, RegExp>> = {
  consult:
    /\b(?:m[ee]t|meets?|meetings?|talks?|talked|calls?|called|phoned?|visit\w*|summit|discuss\w*|negotiat\w*|interview\w*|spoke|conference)\b/gi,
  assault:
    /\b(?:attack\w*|bomb\w*|kill\w*|invad\w*|invasion|shell(?:ed|ing)|missiles?|offensive|fight\w*|shot|war)\b/gi,
  accuse:
    /\b(?:accus\w*|critici\w*|condemn\w*|denounc\w*|alleg\w*|investigat\w*|sues?|sued|blam\w*|questioning)\b/gi,
  request:
    /\b(?:urg(?:e|es|ed|ing)|asks?|asked|demand\w*|request\w*|appeal\w*|invit\w*|propos\w*)\b/gi,
  agree: /\b(?:agree\w*|promis\w*|pledg\w*|vow\w*|offer\w*|willing\w*|commit(?:s|ted)?)\b/gi,
  support:
    /\b(?:welcom\w*|prais\w*|support\w*|endors\w*|recogni[sz]\w*|signed|ratif\w*|appoint\w*)\b/gi,
  reject: /\b(?:reject\w*|refus\w*|declin\w*|disavow\w*|den(?:y|ies|ied))\b/gi,
  aid: /\b(?:aid|donat\w*|deliver\w*|provid\w*|funds?|funded|loans?|relief)\b/gi,
  cooperate: /\b(?:trad(?:e|es|ed|ing)|cooperat\w*|exchang\w*|jointly)\b/gi,
  threaten: /\b(?:warn\w*|threat\w*)\b/gi,
  sanction: /\b(?:sanction\w*|expel\w*|convict\w*|boycott\w*)\b/gi,
  mobilize: /\b(?:deploy\w*|mobili[sz]\w*|troops|manoeuvres|maneuvers|drills?)\b/gi,
  coerce:
    /\b(?:arrest\w*|detain\w*|seiz\w*|annex\w*|bann?(?:ed|ing)|restrict\w*|hack\w*|censor\w*)\b/gi,
  retreat: /\b(?:withdr[ae]w\w*|ceasefire|releas\w*|resign\w*|retreat\w*)\b/gi,
  concede: /\b(?:apologi\w*|conced\w*|truce|pardon\w*|amnesty)\b/gi,
  protest: /\b(?:protest\w*|demonstrat\w*|riot\w*|march(?:ed|ing)|rall(?:y|ied))\b/gi,
  statement: /\b(?:said|says|told|stat(?:ed|ing|ement)|announc\w*|declar\w*|remark\w*)\b/gi,
};

const MODES: Readonly<Record<string, RegExp>> = {
  phone: /\b(?:phone\w*|calls?|called|telephone\w*)\b/i,
  visit: /\b(?:visit\w*|trip|travel\w*|arriv\w*)\b/i,
  multilateral: /\b(?:summit|conference|multilateral)\b/i,
  disapprove: /\b(?:critici\w*|condemn\w*|denounc\w*)\b/i,
  allege: /\balleg\w*/i,
  investigate: /\binvestigat\w*/i,
  meet: /\b(?:talks?|meeting|invit\w*|negotiat\w*)\b/i,
  ceasefire: /\bceasefire\b/i,
  withdraw: /\bwithdr[ae]w/i,
  resign: /\bresign/i,
  seize: /\b(?:seiz|annex)/i,
  arrest: /\b(?:arrest|detain)/i,
  troops: /\btroops\b/i,
};

const STATUS: readonly (readonly [EventStatus, RegExp])[] = [
  ['planned', /\b(?:will|plans? to|intends? to|upcoming|is to|are to|preparing to|is expected)\b/i],
  ['claimed', /\b(?:allegedly|reportedly|claims? (?:that|to))\b/i],
  ['hypothetical', /\b(?:would|might|could|may)\b/i],
];

const QUOTED = /“[^”]*”|"[^"]*"|«[^»]*»|„[^“”]*[“”]/g;

const LONGEST_TITLE = 100;

/**
 * All event types of the schema, the likeliest first: by the words of the passage, then by how often each
 * is used, then in the order of the schema.
 */
export function guessEventTypes(
  schema: Schema,
  passage: string,
  uses: ReadonlyMap<string, number>,
): readonly string[] {
  const words = withoutQuotations(passage);
  const rank = (id: string): number => 1e6 * hits(id, words) + (uses.get(id) ?? 0);
  return Object.keys(schema.eventTypes)
    .map((id, at) => ({ id, at, rank: rank(id) }))
    .sort((a, b) => (a.rank === b.rank ? a.at - b.at : b.rank - a.rank))
    .map(({ id }) => id);
}

/** The mode of the event type that the passage names, if it names one. */
export function guessMode(schema: Schema, typeId: string, passage: string): string | undefined {
  return eventTypeOf(schema, typeId).modes.find((mode) => {
    const pattern = Object.hasOwn(MODES, mode) ? MODES[mode] : undefined;
    return pattern?.test(withoutQuotations(passage)) === true;
  });
}

export function guessStatus(passage: string): EventStatus {
  const words = withoutQuotations(passage);
  return STATUS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'occurred';
}

/** What is quoted is not what happens; a passage that is nothing but a quotation stays as it is. */
function withoutQuotations(passage: string): string {
  const words = passage.replaceAll(QUOTED, '“”');
  return /\p{L}/u.test(words) ? words : passage;
}

/**
 * The words of the passage on one line, as a title to be mended: at most 100 characters, cut at the
 * end of a clause, or else of a word.
 */
export function proposedTitle(passage: string): string {
  const line = passage
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s"'“”‘’«»—–-]+|[\s"“”«»,;:.—–-]+$/g, '');
  const title = line.slice(0, 1).toUpperCase() + line.slice(1);
  if (title.length <= LONGEST_TITLE) return title;
  const start = title.slice(0, LONGEST_TITLE + 1);
  const clause = /^.*(?=[,;:–—(]\s?)/.exec(start)?.[0] ?? '';
  if (clause.length > LONGEST_TITLE / 2) return clause.trimEnd();
  const space = start.lastIndexOf(' ');
  return start.slice(0, space > LONGEST_TITLE / 2 ? space : LONGEST_TITLE);
}

function hits(type: string, passage: string): number {
  const pattern = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  const found = pattern === undefined ? [] : (passage.match(pattern) ?? []);
  // What is merely said is a statement only when nothing else happens.
  return found.length === 0 ? 0 : type === 'statement' ? 0.5 : found.length;
}
