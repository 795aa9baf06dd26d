/** Ten megabytes to look for names in: English as people write it, and the same between other scripts. */
import { numbers } from '../corpus';

/** Sentences of news in other scripts, made for this. */
const OTHERS = [
  'Президент України Володимир Зеленський повідомив, що провів телефонну розмову з главою КНР Сі Цзіньпіном. За його словами, у Києві вважають перемовини змістовними.',
  'Владимир Путин принял в Москве министра иностранных дел Китая Ван И. Пресс-секретарь Кремля Дмитрий Песков сообщил журналистам, что стороны обсудили мирный план.',
  'Η πρόεδρος της Ευρωπαϊκής Επιτροπής και ο Εμανουέλ Μακρόν έφτασαν στο Πεκίνο για συνομιλίες με την κινεζική ηγεσία σχετικά με τον πόλεμο.',
  '中国国家主席习近平周三与乌克兰总统泽连斯基通电话，表示中方将派特使赴乌克兰等国访问，就政治解决乌克兰危机同各方进行深入沟通。外交部发言人华春莹在北京答记者问。',
  '中国の習近平国家主席はウクライナのゼレンスキー大統領と電話会談し、特別代表を派遣すると伝えた。ロシアのプーチン大統領はモスクワで中国の王毅外相と会談した。',
  '시진핑 중국 국가주석은 젤렌스키 우크라이나 대통령과 통화하고 특별대표를 우크라이나에 파견하겠다고 밝혔다. 푸틴은 모스크바에서 왕이를 만났으며 미국과 유럽연합은 회의적인 반응을 보였다.',
  'قال الرئيس الأوكراني فولوديمير زيلينسكي إنه أجرى مكالمة هاتفية طويلة مع الرئيس الصيني شي جين بينغ، وأكدت بكين أنها سترسل وفدا إلى كييف.',
  'Le président français Emmanuel Macron s’est entretenu à Pékin avec Xi Jinping ; l’Élysée évoque un échange « franc » sur l’Ukraine. À Varsovie, Łukasz Jasina a réagi.',
];

const LONGEST_PARAGRAPH = 1_200;

/** So many characters of `english`, again and again. A text as it comes from a file: in one piece. */
export function englishText(length: number, english: readonly string[]): string {
  return inOnePiece(repeated(length, english));
}

/** Paragraphs of `english` in turn with sentences in other scripts, about half of each. */
export function mixedText(length: number, english: readonly string[]): string {
  const paragraphs = english.flatMap((text) => text.split('\n\n'));
  const random = numbers(8);
  const mixed = paragraphs.flatMap((paragraph) => {
    const cut = paragraph.slice(0, LONGEST_PARAGRAPH);
    let others = '';
    while (others.length < cut.length) {
      others += `${OTHERS[Math.floor(random() * OTHERS.length)] ?? ''} `;
    }
    return [cut, others];
  });
  return inOnePiece(repeated(length, mixed));
}

function repeated(length: number, parts: readonly string[]): string {
  const pieces: string[] = [];
  let sum = 0;
  for (let index = 0; sum < length; index += 1) {
    const part = parts[index % parts.length] ?? '';
    pieces.push(part, '\n\n');
    sum += part.length + 2;
  }
  return pieces.join('').slice(0, length);
}

function inOnePiece(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
