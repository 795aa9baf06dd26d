/** Words that are capitalised and yet are no names: they open a sentence, or say what somebody is. */
import {
  DAYS,
  DEMONYMS,
  FUNCTION_WORDS,
  MONTHS,
  OPENERS,
  TITLE_MODIFIERS,
  TITLES,
} from '../text/nameLists';
import type { Word } from '../text/nameWords';

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Adjectives of names, of beliefs and of directions. */
const ADJECTIVES = words(`
  olympic paralympic christian muslim jewish islamic catholic orthodox protestant hindu buddhist
  communist marxist maoist stalinist leninist nazi fascist eastern northern southern northeastern
  northwestern southeastern southwestern middle arctic antarctic internet covid
  republican democratic democrat democrats republicans christians muslims jews catholics
`);

/** What opens sentences and lines of the web and of reports, beside the function words. */
const OPENING_WORDS = words(`
  yes please thanks thank hello dear well ok okay sure today yesterday tomorrow tonight home menu
  search share comment comments reply login subscribe follow contact about privacy terms cookies
  cookie copyright photo photos video image images watch click updated published posted related
  tags tag category categories newsletter advertisement loading world politics business sports
  opinion top back close next previous text size latest breaking live explainer analysis exclusive
  q a faq note notes chapter figure table part section abstract introduction conclusion references
  world cold i’m i’ll i’ve i’d we’re we’ll we’ve it’s that’s there’s they’re he’s she’s what’s let’s
  ahead amid pledge additionally
`);

/** Months that are given names as well: alone they are dates. */
const MORE_MONTHS = words('april may june august jan feb mar apr jun jul aug sep sept oct nov dec');

/** Russian and Ukrainian words that open sentences. */
const CYRILLIC = words(`
  и в во на с со к ко у о об от до за из по под при про для без над перед через после а но или да не
  ни то что чтобы как так когда где если хотя пока потому поэтому это этот эта эти тот та те он она
  оно они мы вы я ты его её ее их наш ваш мой свой все всё весь вся также однако кроме между во-первых
  по-видимому сегодня вчера завтра теперь сейчас уже ещё еще там здесь тут кто чем чему который
  которая которые каждый многие некоторые другие один два три
  і й та але або чи що щоб як коли де якщо хоча поки тому це цей ця ці той він вона воно вони ми ви я
  його її їх наш ваш мій свій усі всі також однак крім між сьогодні вчора завтра тепер зараз вже ще
  там тут хто який яка які кожен багато деякі інші у з із зі до від за під над перед після для без
  через про при
`);

/** Endings of nouns and adverbs that a sentence opens with more often than with a name. */
export const ORDINARY_ENDINGS =
  /(?:ing|ed|ly|tions?|sions?|ments?|ness|ists?|isms?|ities|ity|ances?|ences?|ians?|ers|ors|ful|less|ous)$/;

/** A verb that says that the word before it is its subject, without an article. */
const AFTER_SUBJECT = words(`
  has had is was will would said says did does can could may might told wants announced called
  reported added insisted claimed warned and
`);

/** What is added to a name without becoming part of it: "Ukraine War", "Gaza Conflict". */
export const BARE_RELATIONS = words('war wars conflict crisis talks invasion issue question peace');

/** Whether the word is capitalised without being a name or part of one. */
export function isOrdinary({ lower, shape }: Word): boolean {
  if (shape === 'number') return true;
  const bare = lower.replace(/’(?:s|m|ll|ve|d|re)$/, '');
  return [
    FUNCTION_WORDS,
    TITLES,
    DEMONYMS,
    DAYS,
    MONTHS,
    MORE_MONTHS,
    OPENERS,
    ADJECTIVES,
    OPENING_WORDS,
    CYRILLIC,
  ].some((list) => list.has(lower) || list.has(bare));
}

/** Whether `lower`, the word after one that opens a sentence, makes that one a subject like a name. */
export function isSubjectBefore(lower: string | undefined): boolean {
  return lower !== undefined && AFTER_SUBJECT.has(lower);
}

/** Whether the word can be one of "Foreign Minister", "Secretary General", "First Lady". */
export function isTitleWord({ lower }: Word): boolean {
  return TITLES.has(lower) || TITLE_MODIFIERS.has(lower) || lower === 'state' || lower === 'lady';
}
