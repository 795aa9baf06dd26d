/**
 * What sites write around a document, in lines of their own: mostly English, as content systems of news sites
 * and blogs have it by default, and a few marks of other languages and of single sites (`bar_progress`).
 */

function lineOf(...parts: readonly string[]): RegExp {
  return new RegExp(`^[\\s>»•|*–—-]*(?:${parts.join('|')})`, 'iu');
}

/** Lines after which nothing of the document follows, unless there are several sentences. */
export const END = lineOf(
  'leave a (?:reply|comment)\\b',
  '(?:post|add|write) a comment\\b',
  '(?:\\d+ )?comments?(?: \\(\\d+\\))?:?$',
  'your e-?mail address will not',
  '(?:related|recommended|similar|popular|latest|recent|more|top|trending|further) (?:articles?|posts?|stories|news|topics?|reading|content|coverage|headlines)\\b.{0,30}$',
  'special coverage$',
  "(?:you (?:may|might) (?:also )?(?:like|be interested)|most (?:read|popular|viewed|shared)|editor’?'?s picks?|read next|up next|what to read next)\\b",
  'news ?(?:line|feed|letter)$',
  '(?:©|\\(c\\) ?\\d{4}|copyright\\b).{0,120}$',
  'all rights reserved\\b',
  '(?:share|save|print) (?:this|on|via|article|story)\\b.{0,60}$',
  '(?:join|follow|find) us (?:on|at)\\b',
  '(?:sign up|subscribe|register)\\b.{0,80}(?:newsletter|updates|e-?mail|today|now)\\b',
  '(?:post|article) navigation$',
  '(?:filed under|tagged|tags|categories|posted in|topics):?\\s',
  'about the author$',
  '이 기사|관련 ?기사|저작권|無断転載|関連記事|相关阅读|相关新闻|版权所有|Читайте также|Читайте також|Поделиться|Lire aussi|Lesen Sie auch|Mehr zum Thema|Lea también|Leia também',
);

/** Lines of navigation, forms and notices, wherever they stand. */
export const CHROME = lineOf(
  'you are here\\b',
  'skip to (?:main )?(?:content|navigation)\\b',
  '(?:home|menu|search|close|top|back(?: to top)?|next|previous|login|log in|sign in|sign up|register|print|e-?mail|share|tweet|pin|comments?|reply|facebook|twitter|whatsapp|telegram|linkedin|advertisement|sponsored|loading)\\.*$',
  'text size\\b|font size\\b|bar_progress$',
  'home\\s*[>»›/|]',
  '본문 바로가기|메뉴 바로가기|跳到主要内容|メニュー$',
  'required fields are marked',
  'this site uses akismet\\b',
  '(?:we|this (?:site|website)) uses? cookies\\b',
  'by (?:continuing|using) (?:to (?:use|browse)|this)\\b.{0,60}\\b(?:site|website)',
  '(?:accept|manage|reject) (?:all )?(?:cookies|preferences)\\b',
  '(?:privacy policy|terms (?:of|and)|cookie policy)\\b',
  '\\d+ (?:min(?:ute)?s?|sec) read\\b',
);

/** The link under the beginning of another text. */
export const MORE = lineOf(
  '(?:see|read|show|view|load|learn) more\\.*(?:\\s*[>»›→]+)?$',
  'continue reading\\b.{0,60}$',
  '(?:read|see) (?:the )?full (?:story|article)\\b.{0,20}$',
);

/** A line by itself that leads to another text, among those of the document. */
export const ONE_LINE = lineOf(
  '(?:read|see|watch|listen)(?: also| more| next)\\s*[:>»–-]',
  "(?:also read|related|recommended|more on this|must read|don’?'?t miss)\\s*[:>»–-]",
  '(?:advertisement|sponsored content|story continues below.*|article continues.*)$',
);

/** A section and the time of publication: "World 14:48 18.05.2024". */
export const DATELINE =
  /^(?:\p{Lu}\p{L}+(?: \p{L}+)?[\s|,–-]+)(?<date>(?:\d{1,2}:\d{2}[\s,|-]+)?(?:\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d)(?:[\s,|-]+\d{1,2}:\d{2})?)$/u;

/** Whether the line is the way through a site to the text: "Home > News > …", or names that end in the headline below. */
export function isBreadcrumb(line: string, below: string | undefined): boolean {
  if (/(?:\s[>»›]\s.*){2}/u.test(line) || /^home\s*[>»›/|]/iu.test(line)) return true;
  return (
    below !== undefined && below.length > 10 && line.length > below.length && line.endsWith(below)
  );
}
