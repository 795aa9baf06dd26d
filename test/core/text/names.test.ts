/** The name under the caret, in sentences of the sources and in scripts and forms that they lack. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { nameAt } from '../../../src/core/text/names';
import { text } from '../arbitraries';
import { caretText, markedText } from '../markedText';

/**
 * For each marked name: it is what `nameAt` gives with the caret before it, after it, and in the
 * middle of each of its words.
 */
function eachIsOneName(marked: string): void {
  const { text: value, spans } = markedText(marked);
  assert.ok(spans.length > 0, marked);
  for (const span of spans) {
    const name = value.slice(span.start, span.end);
    const inside = Array.from(name.matchAll(/\p{L}(?=\p{L})/gu), ({ index }) => index + 1);
    for (const at of [0, name.length, ...inside]) {
      const found = nameAt(value, span.start + at);
      const given = found === undefined ? undefined : value.slice(found.start, found.end);
      assert.equal(given, name, `caret ${at} in “${name}”: ${marked}`);
      assert.deepEqual(found, span);
    }
  }
}

function nameAtCaret(marked: string): string | undefined {
  const { text: value, caret } = caretText(marked);
  const found = nameAt(value, caret);
  return found === undefined ? undefined : value.slice(found.start, found.end);
}

function suite(what: string, sentences: readonly string[]): void {
  describe(what, () => {
    for (const sentence of sentences) {
      it(sentence, () => {
        eachIsOneName(sentence);
      });
    }
  });
}

suite('the name of a person is taken whole', [
  "[[Dmytro Kuleba]], [[Ukraine]]'s Foreign Minister, met with [[Wang Yi]], Director of the Office",
  '[[Xi Jinping]] sends Chinese peace talks delegation to [[Ukraine]] | [[Ukraine]]',
  'the call came shortly after [[Lu Shai]], China’s ambassador to [[France]], made comments',
  'added [[Yu Jun]], deputy head of the department',
  'has been delayed for some time, said [[Andrew Small]], an expert on Chinese foreign policy',
  'US national security spokesperson [[John Kirby]] cautioned that it was too early',
  'the trial of [[Ruben Vardanyan]]',
  'Beijing sent [[Li Hui]], a former ambassador to [[Russia]].',
  'though its ambassador to [[Switzerland]] [[Wang Shihting]] said in [[March]] that [[Beijing]]',
  'the envoy to [[Saudi Arabia]] [[Li Hui]] said',
]);

suite('a title or a nationality in front of a name is not part of it', [
  '[[Ukrainian]] President [[Volodymyr Zelensky]] announced plans to hold a second peace conference',
  'Chinese President [[Xi Jinping]] will send a delegation to Ukraine',
  '[[NATO]] Secretary General [[Jens Stoltenberg]] said that [[Beijing]]: “They don’t',
  'reported on [[Thursday]], citing [[Swiss]] President [[Viola Amherd]].',
  'But he joined French President [[Emmanuel Macron]] in calling for a global [[Olympic]] truce',
  'Former President [[Trump]] had promised that if elected this time',
  "Amid this, Minister [[Kuleba]]'s visit to [[China]] to express willingness",
  "[[Azerbaijan]]'s First Lady [[Mehriban Aliyeva]] and other family members",
  'Foreign Ministry spokeswoman [[Hua Chunying]] confirmed the call on her [[Twitter]] page.',
  'the [[Chinese Foreign Ministry]] Spokesperson [[Mao Ning]] said',
  'US General [[Mark Milley]] and Secretary of State [[Antony Blinken]] agreed.',
  '[[European Commission]] President [[Ursula von der Leyen]] spoke.',
  'Dr. [[Smith]] met Mr. [[Brown]] and King [[Charles III]].',
  'the North Korean leader [[Kim Jong-un]] and the [[South Korean]] delegation',
  'Міністр [[Дмитро Кулеба]] прибув',
]);

suite('a title is a phrase of its own', [
  "Dmytro Kuleba, Ukraine's [[Foreign Minister]], met with Wang Yi",
  'NATO [[Secretary General]] Jens Stoltenberg',
  'US [[Secretary of State]] Antony Blinken',
  'Ukrainian [[President]] Volodymyr Zelensky',
]);

suite('a possessive ending is left out and ends a name', [
  'in the conflict, but despite this and [[Ukraine]]’s skepticism over Chinese peace proposals',
  "[[Russia]]’s [[Foreign Ministry]] and [[China]]'s [[Xi]] agreed",
  '[[Ukraine]]’s [[Zelensky]] addresses [[Mexican Congress]]',
  'the [[Ukrainians]]’ hopes for [[Xi Jinping]]’s visit',
  '[[Vladimir Putin]]’s two-day visit to [[China]]',
  "[[NATO]]'S answer",
]);

suite('an institution is named with what belongs to it', [
  'at the [[German Marshall Fund]], a [[US]] think tank.',
  'maintain its relationship with the [[European Union]], presenting [[Xi]] as a peacemaker',
  'the [[Russian Foreign Ministry]] said on [[Wednesday]]: “We note',
  'the [[Ministry of Foreign Affairs]] of a country',
  'the [[Ministry of Labour and Social Affairs]] denied it.',
  'the [[Council on Foreign Relations]] and the [[Institute for the Study of War]]',
  'of the former [[Soviet Union]], which caused an uproar in [[Europe]].',
  'visited the [[Great Hall of the People]]',
  'Members of the [[Azerbaijan Union of Chernobyl Disabled People]] visited the [[Alley of Martyrs]]',
  'regarding Azerbaijani children at the [[UN Human Rights Council]]',
  'met with students at [[Beijing Foreign Studies University]]',
  'the [[UN General Assembly]] and [[General Motors]]',
  'conference with the [[Mexico-Ukraine Friendship Group]], Ukrainian President',
  '© [[The Asia Business Daily]](www.asiae.co.kr). All rights reserved.',
  'The [[Global Times]] reported [[Xi]] as saying, “China always stands on the peace side',
  'The [[United States]] has expressed concerns that [[China]] might provide weapons',
  'it has supported various [[United Nations]] resolutions',
  'the [[Johnson & Johnson]] vaccine and [[AT&T]] phones',
  'provoke a new [[Cold War]].”',
]);

describe('an institution within another', () => {
  const office =
    'Director of the Office of the Central Foreign Affairs Commission of the Chinese Communist Party';

  it('is its own name with the caret in it', () => {
    assert.equal(
      nameAtCaret(office.replace('Comm', 'Com|m')),
      'Central Foreign Affairs Commission of the Chinese Communist Party',
    );
    assert.equal(nameAtCaret(office.replace('Party', 'Par|ty')), 'Chinese Communist Party');
  });

  it('is taken from the first word of the longer name to its end', () => {
    const department =
      'added Yu Jun, deputy head of the Eurasia Department of the Foreign Ministry.';
    assert.equal(
      nameAtCaret(department.replace('Eurasia', 'Eura|sia')),
      'Eurasia Department of the Foreign Ministry',
    );
    assert.equal(nameAtCaret(department.replace('Ministry', 'Mini|stry')), 'Foreign Ministry');
  });

  it('is part of the longer name with the caret in that', () => {
    assert.equal(
      nameAtCaret(office.replace('Office', 'Off|ice')),
      'Office of the Central Foreign Affairs Commission of the Chinese Communist Party',
    );
    assert.equal(nameAtCaret(office.replace('Director', 'Direct|or')), 'Director');
  });
});

suite('a quoted name is taken to both quotation marks', [
  "President Ilham Aliyev met with the chairman of ''[[Energy China]]''",
  '"[[Azerbaijani Cinema Days]]" to be held in [[Turkiye]]',
  'an attempt to bring the “[[Global South]]” (mainly emerging and developing countries)',
  "Members of the world-famous ''[[NomadMania]]'' travel club are in [[Fuzuli]]",
]);

suite('numbers, initials and abbreviations', [
  'the upcoming [[U.S.]] presidential election this [[November]].',
  'the [[EU]], the [[U.S. Congress]] and [[St. Petersburg]]',
  '[[J. K. Rowling]] met [[Robert F. Kennedy]].',
  'Mascots of [[3rd CIS Games]] to be held in [[Azerbaijan]] announced',
  'The [[17th Summit]] of the economic organization',
  "Azerbaijan's success at [[COP29]] was rewarded in [[London]]",
  'released a Chinese-proposed [[12-point peace plan]], which was published',
  'China has been promoting a [[12-point peace plan]] for Ukraine since February',
  'it has put forth a [[12-point peace plan]] that calls for de-escalation',
  'China’s [[12-point peace proposal]] is too vague',
  'a vaguely articulated [[12-point position]] on its resolution.',
  'the [[12-point plan]], he said',
  'the [[10-point formula]] announced by [[Kyiv]]',
  'in [[February]] [[2022]]',
]);

suite('particles, hyphens and apostrophes within a name', [
  'from [[Brazilian]] President [[Luiz Inacio Lula da Silva]], who attributed the fight',
  '[[Charles de Gaulle]], [[Mohammed bin Salman]] and [[Bashar al-Assad]]',
  'said [[von der Leyen]] in [[Brussels]]',
  "[[Jean-Luc]] said that [[O’Brien]] and [[O'Neill]] knew [[Ban Ki-moon]].",
  '[[Jean-Luc Picard]] spoke',
  'Following the [[Xi]]-[[Zelenskyy]] talks, [[Russia]]’s foreign ministry',
  'The [[Azerbaijan]]-[[China]] strategic partnership',
  'a [[Moscow]]-backed and [[US]]-led plan of the ex-[[Soviet]] states',
  'an [[F-16]] and an [[S-400]]',
]);

suite('scripts', [
  '— [[Володимир Зеленський]] (@ZelenskyyUa) [[April]] [[26]], [[2023]]',
  "президент [[Дар'я О’Нілл]] та [[Знам’янка]]",
  '[[Κυριάκος Μητσοτάκης]] είπε',
  '[[젤렌스키]] 대통령',
  '[[泽连斯基]] 说 [[习近平]]，[[普京]]。',
  '[[弗拉基米尔·普京]]说'.replace('说', ' 说'),
  '[[ゼレンスキー]] と [[ウォロディミル・ゼレンスキー]]',
  'التقى [[زيلينسكي]] في [[كييف]]',
]);

suite('a word that opens a sentence is not part of the name after it', [
  'But [[Xi]] refused. According to [[Reuters]], In [[Moscow]] nothing happened.',
  'When [[Putin]] came, Although [[Kyiv]] objected, [[Beijing]] smiled.',
  'It ended. The [[Kremlin]] is silent. “The [[White House]] is not.”',
  'Urging [[Beijing]] to act. He was urging it.',
  'On [[Wednesday]] [[Lula]] retracted it. In [[April]] and in [[March]] [[Xi]] travelled.',
  '[[Beijing]] waits. [[Reading]] is a town.',
]);

suite('a name ends at punctuation and line breaks', [
  '[[Saudi Arabia]] and [[Iran]], [[Moscow]]; [[Paris]]: [[Rome]]',
  'between [[Xi]] and [[Zelensky]]',
  'in [[Baku]]\n[[Fuzuli]] is far',
  'of [[Kyiv]] ([[Ukraine]]) [[Lviv]]',
  '[[Xi]]–[[Putin]], [[Xi]]/[[Putin]]. [[Kyiv]]',
  '🇨🇳 President [[Xi Jinping]]. I believe',
]);

suite('a word in lower case is one word', [
  'Xi Jinping sends Chinese peace [[talks]] [[delegation]] [[to]] Ukraine',
  'Ukraine’s [[ambassador]] [[to]] China',
  'the [[full-scale]] [[invasion]] of Ukraine',
]);

describe('in a headline in title case the rest of the text decides', () => {
  const article = `Ukraine Wants "Dialogue and Negotiation with Russia" Through China

Plan to Invite Russia to 2nd Peace Conference
China Considers Itself an Impartial Mediator in Ukraine Conflict

Ukraine Wants Dialogue Through China Volodymyr Zelensky, President of Ukraine / Photo by Yonhap News

Ukrainian President Volodymyr Zelensky announced plans to hold a second peace conference. China and
Russia were silent; Ukraine was not.
`;
  const cases: readonly [before: string, within: string, expected: string][] = [
    ['Plan to Invite ', 'Russia', 'Russia'],
    ['Plan to ', 'Invite', 'Invite'],
    ['to 2nd Peace ', 'Conference', '2nd Peace Conference'],
    ['Conference\n', 'China', 'China'],
    ['an Impartial Mediator in ', 'Ukraine', 'Ukraine'],
    ['an ', 'Impartial', 'Impartial Mediator'],
    ['Through China ', 'Volodymyr', 'Volodymyr Zelensky'],
    ['Dialogue Through ', 'China', 'China'],
    ['Photo by ', 'Yonhap', 'Yonhap News'],
  ];
  for (const [before, within, expected] of cases) {
    it(`${within} is “${expected}” after “${before.trim()}”`, () => {
      const at = article.indexOf(before + within) + before.length + 1;
      const found = nameAt(article, at);
      assert.equal(article.slice(found?.start, found?.end), expected);
    });
  }
});

describe('the caret', () => {
  it('may touch the name on either side', () => {
    assert.equal(nameAtCaret('He met |Wang Yi, too'), 'Wang Yi');
    assert.equal(nameAtCaret('He met Wang Yi|, too'), 'Wang Yi');
    assert.equal(nameAtCaret('He met Wang| Yi, too'), 'Wang Yi');
  });

  it('may be in the possessive ending or in a particle', () => {
    assert.equal(nameAtCaret('Ukraine’|s stance'), 'Ukraine');
    assert.equal(nameAtCaret('Ukraine’s| stance'), 'Ukraine');
    assert.equal(nameAtCaret('Lula d|a Silva'), 'Lula da Silva');
    assert.equal(nameAtCaret('the Ministry o|f Defence'), 'Ministry of Defence');
    assert.equal(nameAtCaret('the invasion o|f Ukraine'), 'of');
    assert.equal(nameAtCaret('vo|n der Leyen'), 'von der Leyen');
  });

  it('finds nothing where no word touches it', () => {
    assert.equal(nameAtCaret('one  |  two'), undefined);
    assert.equal(nameAtCaret('one ,|, two'), undefined);
    assert.equal(nameAtCaret('😀|'), undefined);
    assert.equal(nameAtCaret('|'), undefined);
  });

  it('finds nothing outside the text', () => {
    assert.equal(nameAt('Anna', -1), undefined);
    assert.equal(nameAt('Anna', 5), undefined);
    assert.equal(nameAt('Anna', Number.NaN), undefined);
  });

  it('prefers the word that begins to the one that ends', () => {
    assert.equal(nameAtCaret('Xi|习近平'), '习近平');
  });

  it('in a long run of Han takes one word of it', () => {
    const found = nameAtCaret('乌克兰总统泽连斯基表|示欢迎');
    assert.ok(found !== undefined && found.length <= 4, found);
  });
});

describe('any text and any caret', () => {
  it('give a span at the caret, on one line, with no space at its ends', () => {
    fc.assert(
      fc.property(text(), fc.nat(), (value, at) => {
        const offset = at % (value.length + 1);
        const span = nameAt(value, offset);
        if (span === undefined) return;
        assert.ok(span.start < span.end && span.end <= value.length);
        const name = value.slice(span.start, span.end);
        assert.doesNotMatch(name, /[\n\r\u2028“”()]|^\s|\s$/);
        const between = value.slice(Math.min(offset, span.end), Math.max(offset, span.end));
        assert.ok(
          span.start <= offset && (offset <= span.end || /^\p{Cf}*['’ʼ]?s?$/iu.test(between)),
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it('give the name again with the caret at its start', () => {
    const words = fc.constantFrom('Xi', 'Wang', 'Yi', 'met', 'the', 'in', 'Ukraine', 'Kyiv', 'of');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), fc.nat(), (list, at) => {
        const value = list.join(' ');
        const span = nameAt(value, at % (value.length + 1));
        if (span !== undefined) assert.deepEqual(nameAt(value, span.start), span);
      }),
      { numRuns: 2_000 },
    );
  });
});
