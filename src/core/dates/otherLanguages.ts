/** Whole dates and months as other languages write them: `26 квітня 2023 року`, `26 avril`, `2023年4月26日`. */

/** January to December, in the form that stands behind a day and the one that stands alone. */
const LANGUAGES: readonly string[] = [
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  'січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
];

/** From the name of a month, in lower case, to its number from 1. */
const NUMBERS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((names) => names.split(' ').map((name, at) => [name, at + 1] as const)),
);
const MONTH = `(?<month>${[...NUMBERS.keys()].join('|')})`;
const YEAR = '(?<year>\\d{4})(?: (?:року|році|года|году|р\\.?|г\\.?|roku))?';
const DAY = '(?<day>\\d{1,2})(?:er|\\.|º)?';

/** Patterns of whole expressions in lower case. */
export const OTHER_DATES: readonly string[] = [
  `${DAY} (?:de )?${MONTH}(?:,? (?:de |del )?${YEAR})?`,
  `${MONTH} (?:de |del )?${YEAR}`,
  '(?<year>\\d{4}) ?[年년](?: ?(?<m>\\d{1,2}) ?[月월](?: ?(?<day>\\d{1,2}) ?[日일號号]?)?)?',
  '(?<m>\\d{1,2}) ?[月월] ?(?<day>\\d{1,2}) ?[日일號号]',
];

/** The number of a month by its name in one of these languages; `undefined` for other words. */
export function otherMonth(name: string): number | undefined {
  return NUMBERS.get(name);
}
