/** Names in scripts without capitals: what stands before titles, and what ends like an organisation. */
import type { Span } from '../text/span';
import type { FoundName } from './unknownNames';

/** What is said before or after a name of a person. */
const HAN_TITLES =
  '总统|總統|主席|总理|總理|首相|大统领|大統領|部长|部長|外长|外長|外相|防长|财长|大使|特使|发言人|發言人|報道官|秘书长|秘書長|事務総長|将军|將軍|先生|女士|小姐|教授|博士|议长|議長|市长|市長|省长|书记|書記|国王|國王|天皇|党首|長官|氏|さん';
/** Signs by which names from other languages are written. */
const FOREIGN_SIGNS =
  '阿埃艾爱安昂奥巴白拜班邦保鲍贝本比彼毕别宾波伯勃博布查达大戴丹当道得德邓狄迪蒂丁杜敦顿多厄恩尔法凡范菲费芬丰弗夫福盖甘冈戈格哥根贡古瓜圭哈海罕汉赫黑亨洪侯胡华怀霍基吉加贾简杰捷金京卡凯坎康考科可克肯孔库奎拉莱兰朗劳勒雷里利连廉良列林琳隆卢鲁吕伦罗洛马玛迈麦曼芒毛梅门蒙米密明莫默姆穆纳乃南内尼宁纽农努诺欧帕潘庞佩彭皮平泼普奇齐恰乔切琴丘屈热任日荣鲁若萨塞桑沙山尚绍舍申圣施什史舒斯司思松苏索塔泰坦唐陶特腾提田铁廷通图土托瓦万旺威韦维温文翁沃乌武西希锡夏香肖谢辛欣兴雄休许雅亚延扬耶叶伊易因英尤于约泽扎詹张章珍芝朱祖佐娅娃妮丽莉';
const HAN_BODIES =
  '委员会|委員会|外交部|国防部|外務省|防衛省|公司|集团|集團|银行|銀行|大学|大學|通讯社|通訊社|通信社|日报|日報|新聞社|基金会|基金會|协会|協會|联盟|联合会|研究所|研究院|理事会|理事會';
const HANGUL_TITLES =
  '대통령|총리|총통|주석|장관|차관|외무상|외교부장|대사|특사|대변인|사무총장|위원장|의원|국장|회장|사장|교수|박사|씨|장군|시장|지사|국왕|총재|대표';
const HANGUL_BODIES =
  '위원회|외교부|국방부|통일부|외무성|대사관|은행|대학교|신문|통신|방송|협회|연구소|연구원|공사|그룹|재단|연맹|정당|의회';
const PARTICLE = '(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|로|으로|만|께서)?';

const RULES: readonly RegExp[] = [
  // 习近平主席, 泽连斯基总统, ゼレンスキー大統領
  new RegExp(
    `(?<name>[${FOREIGN_SIGNS}]{2,8}(?:[·・][${FOREIGN_SIGNS}]{1,8}){0,3}|[\\p{Script=Katakana}ー]{2,12}(?:[・＝][\\p{Script=Katakana}ー]{2,12}){0,3})(?=${HAN_TITLES})`,
    'gu',
  ),
  new RegExp(
    `(?:${HAN_TITLES})(?<name>[${FOREIGN_SIGNS}]{3,8}(?:[·・][${FOREIGN_SIGNS}]{1,8}){0,3})`,
    'gu',
  ),
  /(?<name>[\p{Script=Katakana}ー]{2,12}(?:[・＝][\p{Script=Katakana}ー]{2,12}){1,3})/gu,
  /(?<name>[\p{Script=Han}]{1,8}(?:[·][\p{Script=Han}]{1,8}){1,3})/gu,
  // 젤렌스키 대통령은
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?<name>[가-힣]{2,7})(?= (?:[가-힣]{1,6} )?(?:${HANGUL_TITLES})${PARTICLE}(?![가-힣]))`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?<name>[가-힣]{1,8}(?:${HANGUL_BODIES}))(?=${PARTICLE}(?![가-힣]))`,
    'gu',
  ),
];
const HAN_BODY = new RegExp(`^(?:${HAN_BODIES})$`, 'u');
const HAN_TITLE = new RegExp(`^(?:${HAN_TITLES})`, 'u');
const HAN_SURNAMES =
  /^[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔡贾丁魏薛叶葉阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文习安岸石田中]/u;
const HAS_UNCASED = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** As long as a sentence: segmenting takes longer than in proportion. */
const HAN_RUN = /\p{Script=Han}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,200}/gu;
const HAN_WORD = /^\p{Script=Han}+$/u;

/** In order, none overlapping another. Proposals only: these scripts show less of what is a name. */
export function uncasedNamesIn(text: string, { start, end }: Span): readonly FoundName[] {
  const stretch = text.slice(start, end);
  if (!HAS_UNCASED.test(stretch)) return [];
  const found = [...RULES.flatMap((rule) => matchesOf(stretch, rule)), ...hanNames(stretch)];
  found.sort((a, b) => (a.start === b.start ? b.end - a.end : a.start - b.start));
  const apart: FoundName[] = [];
  for (const name of found) {
    if (name.start >= (apart.at(-1)?.end ?? 0)) apart.push(name);
  }
  return apart.map((name) => ({ ...name, start: name.start + start, end: name.end + start }));
}

function matchesOf(text: string, rule: RegExp): readonly FoundName[] {
  return [...text.matchAll(rule)].flatMap((match) => {
    const name = match.groups?.['name'] ?? '';
    const start = match.index + match[0].indexOf(name);
    return name === '' ? [] : [{ start, end: start + name.length, weak: false }];
  });
}

/** By the words of the dictionary: a surname with one or two signs before a title, what ends in a body. */
function hanNames(text: string): readonly FoundName[] {
  const found: FoundName[] = [];
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  for (const line of text.matchAll(HAN_RUN)) {
    const pieces = [...segmenter.segment(line[0])].map(({ segment, index }) => ({
      text: segment,
      start: line.index + index,
    }));
    pieces.forEach((piece, at) => {
      if (HAN_BODY.test(piece.text)) {
        const before = pieces[at - 1];
        if (before !== undefined && HAN_WORD.test(before.text) && before.text.length > 1) {
          found.push({ start: before.start, end: piece.start + piece.text.length, weak: false });
        }
      } else if (HAN_TITLE.test(piece.text)) {
        const name = surnamed(text.slice(Math.max(line.index, piece.start - 3), piece.start));
        if (name > 0) found.push({ start: piece.start - name, end: piece.start, weak: false });
      }
    });
  }
  return found;
}

/** How many signs at the end are a surname and a given name: three or two; 0 for none. */
function surnamed(before: string): number {
  for (const length of [3, 2]) {
    const name = before.slice(-length);
    if (name.length === length && HAN_WORD.test(name) && HAN_SURNAMES.test(name)) return length;
  }
  return 0;
}
