/** Names to look for: those of the annotated sources, and as many more as are asked for, in all scripts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSearchable } from '../../../src/core/matching/matcher/keys';
import { Store } from '../../../src/core/store/store';
import { numbers } from '../corpus';

const ENTITIES = join('annotations', 'entities');

/** Names in the texts of other scripts. */
const OTHERS = [
  'Володимир Зеленський',
  'Сі Цзіньпін',
  'Україна',
  'Київ',
  'Владимир Путин',
  'Москва',
  'Дмитрий Песков',
  'Кремль',
  'Εμανουέλ Μακρόν',
  'Πεκίνο',
  '习近平',
  '泽连斯基',
  '乌克兰',
  '中国',
  '华春莹',
  '北京',
  '習近平',
  'ゼレンスキー',
  'プーチン',
  'ロシア',
  'モスクワ',
  '시진핑',
  '젤렌스키',
  '우크라이나',
  '푸틴',
  '모스크바',
  '미국',
  '유럽연합',
  'زيلينسكي',
  'بكين',
  'Élysée',
  'Łukasz Jasina',
];

const SYLLABLES = {
  cyrillic:
    'ва пет ро ков ски ле ми ха ил дан ьо ста ни слав гор бен ко чук ань яр ос лад ми рон ова'.split(
      ' ',
    ),
  han: Array.from(
    '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗明国华建文军平志伟东海强晓生光天达安岩中茂进有坚和彪博诚先敬震振壮会思群',
  ),
  kana: 'ア カ サ タ ナ ハ マ ヤ ラ ワ イ キ シ チ ニ ミ リ ウ ク ス ツ ン ー ト ロ'.split(' '),
  hangul: Array.from(
    '김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우민준지현서연',
  ),
};

type Script = keyof typeof SYLLABLES;
const SCRIPTS: readonly Script[] = ['cyrillic', 'han', 'kana', 'hangul'];

/** Of names made up in English, this share are two words of names in the texts; the others are one. */
const TWO_WORDS = 0.6;

/** `count` different names in Latin letters: of the records first, then such as occur in `english`. */
export function englishNames(count: number, english: readonly string[]): readonly string[] {
  const words = properWords(english);
  const random = numbers(5);
  const word = (): string => words[Math.floor(random() * words.length)] ?? '';
  return upTo(count, recordedNames(), () =>
    random() < TWO_WORDS ? `${word()} ${word()}` : word(),
  );
}

/** Half of them as in English, half in the other scripts. */
export function mixedNames(count: number, english: readonly string[]): readonly string[] {
  const half = Math.floor(count / 2);
  const random = numbers(6);
  const others = upTo(count - half, OTHERS, () => {
    const script = SCRIPTS[Math.floor(random() * SCRIPTS.length)] ?? 'han';
    const length = 2 + Math.floor(random() * (script === 'kana' ? 4 : 2));
    const { [script]: syllables } = SYLLABLES;
    const pick = (): string => syllables[Math.floor(random() * syllables.length)] ?? '';
    const made = Array.from({ length }, pick).join('');
    return script === 'cyrillic' ? made.charAt(0).toUpperCase() + made.slice(1) : made;
  });
  return [...englishNames(half, english), ...others];
}

function upTo(count: number, first: readonly string[], more: () => string): readonly string[] {
  const names = new Set(first.slice(0, count));
  while (names.size < count) names.add(more());
  return [...names];
}

/** Words that the texts write with a capital only: names, for the most part. */
function properWords(english: readonly string[]): readonly string[] {
  const lower = new Set<string>();
  const capital = new Set<string>();
  for (const text of english) {
    for (const [word] of text.matchAll(/\p{L}+/gu)) {
      if (word.length < 3) continue;
      if (/^\p{Lu}\p{Ll}+$/u.test(word)) capital.add(word);
      else lower.add(word);
    }
  }
  return [...capital].filter((word) => !lower.has(word.toLowerCase()));
}

/** The names and aliases of the project's own records. */
function recordedNames(): readonly string[] {
  const store = new Store();
  for (const file of readdirSync(ENTITIES)) {
    store.replaceFile(`annotations/entities/${file}`, readFileSync(join(ENTITIES, file), 'utf8'));
  }
  const names = [...store.indexes.liveEntities()].flatMap(({ name, aliases }) => [
    name,
    ...aliases.map(({ text }) => text),
  ]);
  return [...new Set(names)].filter((name) => /^[A-Z]/.test(name) && isSearchable(name));
}
