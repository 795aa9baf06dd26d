/** What is found and what is not, by what it is about. */
import type { MatchOptions } from '../../../../src/core/matching/matcher/characters';
import type { Name } from '../../../../src/core/matching/matcher/nameMatcher';

export interface Table {
  readonly about: string;
  readonly options?: MatchOptions;
  /** A text with exact hits in `[…]` and inflected ones in `{…}`, and the names that are looked for. */
  readonly rows: readonly (readonly [marked: string, ...names: (string | Name)[]])[];
}

export const TABLES: readonly Table[] = [
  {
    about: 'names of alphabets are whole words',
    rows: [
      ['[Russia] and Russian, Russias, Russia2, Prussia, [Russia]-led', 'Russia'],
      ['[Ελλάδα], Ελλάδας', 'Ελλάδα'],
      ['x_Xi [Xi] Xi_ 2Xi', 'Xi'],
      ['#[Ukraine] @[Ukraine] l’[Ukraine] «[Ukraine]»', 'Ukraine'],
      ['[G7], G77', 'G7'],
      ['[NATO]의 [NATO]と手机[NATO]手机', 'NATO'],
      ['[يوم] يومي', 'يوم'],
      ['[राम] रामा', 'राम'],
      ['the [U.S.] and [U.S.]-led, not U.S.S.R.', 'U.S.'],
    ],
  },
  {
    about: 'a demonym is found only as an alias',
    rows: [
      ['Russian troops of [Russia]', 'Russia'],
      ['[Russian] troops of [Russia]', 'Russia', { text: 'Russian', id: 'Russia' }],
    ],
  },
  {
    about: 'Han and kana names have no edges',
    rows: [
      ['[中国]外交部', '中国'],
      ['在[习近平]主席', '习近平'],
      ['[ロシア]の', 'ロシア'],
      ['[中][中]人', '中'],
      ['กรุง[มอสโก]วันนี้', 'มอสโก'],
      ['มอสโก่', 'มอสโก'],
      ['[ｶﾅ][カナ]', 'カナ'],
    ],
  },
  {
    about: 'Hangul names end, or a particle follows',
    rows: [
      ['[푸틴] {푸틴}은 {푸틴}에게 {푸틴}으로부터 {푸틴}에서는 푸틴스키 라푸틴', '푸틴'],
      ['{NATO사령부}가 [NATO사령부]', 'NATO사령부'],
    ],
  },
  {
    about: 'the longest of overlapping names is taken first',
    rows: [
      ['[Xi Jinping] met [Xi]', 'Xi', 'Xi Jinping', 'Jinping'],
      ['中国[外交部发言人]', '中国外交', '外交部发言人'],
      ['[中国][外交部发言人]', '中国外交', '外交部发言人', '中国'],
      ['[China] Ukraine', 'China Russia', 'China'],
    ],
  },
  {
    about: 'case does not matter, but for single words that may be others',
    rows: [
      ['[WANG YI] and [wang yi] and [Wang Yi]', 'Wang Yi'],
      ['[US] and us and Us', 'US'],
      ['[WHO] who Who', 'WHO'],
      ['[NATO] and [Nato], not nato', 'NATO'],
      ['[West] and [WEST], not west', 'West'],
      ['[МИР] и [Мир], но мир', 'Мир'],
      ['[peace plan] and [Peace Plan]', 'peace plan'],
      ['[YouTube] and [youtube], [covid-19]', 'YouTube', 'COVID-19'],
      ['[ΟΔΟΣ] [οδος]', 'οδός'],
    ],
  },
  {
    about: 'case matters when it is asked for',
    options: { matchCase: true },
    rows: [
      ['WANG YI and [Wang Yi]', 'Wang Yi'],
      ['[us] and US', 'us'],
    ],
  },
  {
    about: 'accents do not matter',
    rows: [
      ['[Łódź] and [Lodz] and [LO\u0301DZ\u0301]', 'Łódź'],
      ['[Zelenský] and [Zelensky\u0301]', 'Zelensky'],
      ['[مُحَمَّد] [محمد]', 'محمد'],
      ['[ガザ] and [カ\u3099サ\u3099], not カサ', 'ガザ'],
      ['[젤렌스키], [젤렌스키]'.normalize('NFD'), '젤렌스키'],
      [`{푸틴}의`.normalize('NFD'), '푸틴'],
      ['[क\u093cलम] [\u0958लम]', '\u0958लम'],
    ],
  },
  {
    about: 'accents matter when it is asked for',
    options: { matchAccents: true },
    rows: [
      ['[Łódź] and [ŁO\u0301DZ\u0301], not Lodz', 'Łódź'],
      ['[Jose], not José or Jose\u0301', 'Jose'],
    ],
  },
  {
    about: 'quotes, dashes and widths are folded',
    rows: [
      ["[O’Brien] [O'Brien] [O`Brien]", 'O‘Brien'],
      ['the [“Friendship” Group], the [«Friendship» Group]', '"Friendship" Group'],
      ['[12‑point plan] [12–point plan] 12—point plan', '12-point plan'],
      ['[Ｋｙｉｖ] [Kyiv]', 'Kyiv'],
    ],
  },
  {
    about: 'a possessive ending is not part of the name',
    rows: [
      ["[Zelensky]’s, [Zelensky]'s and [ZELENSKY]’S", 'Zelensky'],
      ['[China’s Foreign Ministry]', "China's Foreign Ministry"],
    ],
  },
  {
    about: 'a space of a name is any gap inside a paragraph, a hyphen or a soft hyphen',
    rows: [
      ['[Wang\nYi] [Wang \r\n   Yi] [Wang\u00a0\u2009Yi] [Wang-Yi] [Wang\u00adYi]', 'Wang Yi'],
      ['Wang\n\nYi, Wang\r\n\r\nYi, Wang\u2029Yi, WangYi, Wang - Yi', 'Wang Yi'],
      ['[Wang-\n  Yi] [12-\npoint]', 'Wang Yi', '12-point'],
      ['Ban Ki moon, [Ban Ki-moon]', 'Ban Ki-moon'],
    ],
  },
  {
    about: 'invisible characters inside a word are not there',
    rows: [
      ['[Zelen\u00adsky] [Zel\u200densky] [Zelensky]\u00ad \ufeff[Zelensky]', 'Zelensky'],
      ['anti\u00adUkraine', 'Ukraine'],
    ],
  },
  {
    about: 'Slavic names have endings',
    rows: [
      ['[Путин] {Путина} {Путину} {Путиным} Путинский', 'Путин'],
      ['{Володимира Зеленського} і {Володимиром Зеленським}', 'Володимир Зеленський'],
      ['{України} {Україною} українська', 'Україна'],
      [
        '[Министерство иностранных дел], {Министерству иностранных дел}',
        'Министерство иностранных дел',
      ],
      ['{ЗЕЛЕНСЬКОГО}, [Зеленський]', 'Зеленський'],
      ['США, Сиа, Сии', 'Си'],
      ['[Путина] {Путиным}', 'Путин', { text: 'Путина', id: 'other' }],
      ['{Tuska} {Tuskiem}', { text: 'Tusk', id: 'tusk', language: 'pl' }],
      ['Tuska', 'Tusk'],
    ],
  },
  {
    about: 'pictures are whole',
    rows: [
      ['[🇨🇳][🇨🇳] 🇺🇨🇳🇺', '🇨🇳'],
      ['[👩] 👩\u200d👧 👩🏽 [❤️]', '👩', '❤'],
    ],
  },
  {
    about: 'names are literal',
    rows: [
      ['[C++] and C+ and CCC', 'C++'],
      ['[a.*b] axxb', 'a.*b'],
      ['[(Xi|Yi)$] Xi', '(Xi|Yi)$'],
      ['[@ZelenskyyUa] and [@zelenskyyua]', '@ZelenskyyUa'],
    ],
  },
];
