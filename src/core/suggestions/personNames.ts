/** The parts of a person's name by which texts call them once it is known: surname, given name. */
import { FUNCTION_WORDS, LEADING_PARTICLES, PARTICLES, TITLES } from '../text/nameLists';

interface NamePart {
  readonly text: string;
  readonly naming: 'surname' | 'given';
}

/** Surnames that stand before the given name, as texts in Latin script write them. */
const FIRST_SURNAMES = new Set(
  `ai an ba bai ban bao bi bian bo bu cai cao cen chai chan chang chen cheng cheong cheung chi choe
   choi chow chu chui chung cong cui dai deng ding dong dou du duan fan fang fei feng fu fung gan gao
   ge gong gu guan gui guo han hao he ho hong hou hsiao hsieh hsu hu hua huang hui hung huo hwang im
   jang jeon jeong ji jia jiang jiao jin jing jo ju jung kang kim kong ku kuang kwak kwan kwok kwon lai
   lam lan lau le lei leung li lian liang liao lim lin ling liu lo long lou lu lung luo ma mao mei meng
   miao min mo mu na nam nguyen ni nie ning niu no noh ou ouyang pak pan pang park pei peng pham phan
   ping qi qian qiao qin qiu qu quan rao ren rong ruan ryu sang seo sha shan shao shen sheng shi shin
   shu sim sima siu so son song su sui sun tai tam tan tang tao teng tian tong tran tsai tsang tse tu
   vo vu wan wang wei wen weng won wong woo wu xi xia xian xiang xiao xie xin xing xiong xu xuan xue yan
   yang yao ye yen yeung yi yim yin ying yip yoo yoon you yu yuan yue yun zang zeng zha zhai zhan zhang
   zhao zheng zhong zhou zhu zhuang zhuge zou`.split(/\s+/),
);
/** What follows a name and is no part of it: "Jr.", "III". */
const SUFFIXES = /^(?:jr|sr|ii|iii|iv|phd|md|mp|mep|cbe|obe)\.?$/i;
const INITIAL = /^\p{L}\.?$/u;
const CAPITAL = /^(?:\p{Lu}|\p{Lt}|(?:al|el|ad|an|as|ash)[-‐‑'’]\p{Lu})/u;
const SYLLABLES = /^\p{L}+(?:[-‐‑]\p{L}+)?$/u;
const SHORTEST_GIVEN = 3;
const LATIN_OR_CYRILLIC = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{M}\s.'’ʼ‐‑-]+$/u;

/** None for names of one word, and for scripts that write a name without spaces. */
export function partsOf(name: string): readonly NamePart[] {
  if (!LATIN_OR_CYRILLIC.test(name)) return [];
  const words = name.split(/\s+/).filter((word) => word !== '' && !SUFFIXES.test(word));
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length < 2) return [];
  if (isFirstSurname(words)) return part(first, 'surname');
  const particles = words.slice(1, -1).reverse();
  const enough = particles.findIndex((word) => !PARTICLES.has(word.toLowerCase()));
  const before = particles.slice(0, enough < 0 ? particles.length : enough).reverse();
  const led = before.findIndex((word) => LEADING_PARTICLES.has(word));
  const whole = led < 0 ? [] : part([...before.slice(led), last].join(' '), 'surname');
  const others = words.slice(0, -1).filter((word) => !PARTICLES.has(word.toLowerCase()));
  return [...whole, ...part(last, 'surname'), ...others.flatMap(given)];
}

function isFirstSurname([first = '', ...rest]: readonly string[]): boolean {
  if (!FIRST_SURNAMES.has(first.toLowerCase()) || rest.length > 2) return false;
  return rest.every((word) => SYLLABLES.test(word) && word.length <= 12);
}

function given(word: string): readonly NamePart[] {
  return word.length < SHORTEST_GIVEN ? [] : part(word, 'given');
}

function part(text: string, naming: NamePart['naming']): readonly NamePart[] {
  const lower = text.toLowerCase();
  const isNone = INITIAL.test(text) || FUNCTION_WORDS.has(lower) || TITLES.has(lower);
  return isNone || !(CAPITAL.test(text) || text.includes(' ')) ? [] : [{ text, naming }];
}
