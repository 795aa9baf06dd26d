/** Languages of the world's news, as BCP 47 tags. */

const TAGS =
  'en uk ru zh-Hans zh-Hant es fr de ar fa he tr pl pt it nl ja ko hi ur bn id vi th be ro hu cs sk bg sr hr sl mk sq el lt lv et fi sv da nb ka hy az kk uz tg ps ckb ku sw am so ha ms fil my km ta te mr pa gu ne si la';

/** The tags, the most usual first, each with its name in English. */
export function commonLanguages(): readonly { readonly tag: string; readonly name: string }[] {
  return TAGS.split(' ').map((tag) => ({ tag, name: languageName(tag) ?? tag }));
}

/** The English name of a language; absent for what is no tag. */
export function languageName(tag: string): string | undefined {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag);
  } catch {
    return undefined;
  }
}
