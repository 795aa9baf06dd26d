import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Operation } from '../../../src/core/operations/operation';
import { entity, projectOf, SOURCE, told } from './inputs';

const ZELENSKYY = entity('zelenskyy', 'person', 'Volodymyr Zelenskyy', 'Володимир Зеленський');
const CHINA = entity('china', 'place', 'China');
const XI = entity('xi', 'person', 'Xi Jinping');

function toldOf(text: string, ...operations: readonly Operation[]): readonly string[] {
  return told(projectOf(text, operations));
}

describe('the names of known entities', () => {
  const cases: readonly (readonly [
    text: string,
    records: readonly Operation[],
    told: readonly string[],
  ])[] = [
    ['He met Volodymyr Zelenskyy.', [ZELENSKYY], ['Volodymyr Zelenskyy=zelenskyy']],
    ['Then Zelenskyy’s aides met him.', [ZELENSKYY], ['Zelenskyy=zelenskyy']],
    ['Then Xi spoke to China.', [XI, CHINA], ['Xi=xi', 'China=china']],
    ['Володимир Зеленський заявив', [ZELENSKYY], ['Володимир Зеленський=zelenskyy']],
    ['He read the China Daily.', [CHINA], ['China Daily+organisation']],
    ['It was an us-versus-them thing for us.', [entity('us', 'place', 'US')], []],
    ['a call by Anna Zelenskyy', [ZELENSKYY], ['Anna Zelenskyy+person']],
    ['Tests (@ZelenskyyUa) today', [ZELENSKYY], ['@ZelenskyyUa=zelenskyy', 'today@']],
    ['President 🇨🇳 said', [CHINA], ['🇨🇳=china']],
    ['said Volodymyr Zelensky in the end', [ZELENSKYY], ['Volodymyr Zelensky=zelenskyy']],
    ['said Владимир Зеленский в конце', [ZELENSKYY], ['Владимир Зеленский=zelenskyy']],
    ['from the U.S. and the US', [entity('us', 'place', 'United States')], ['U.S.=us', 'US=us']],
  ];
  for (const [text, records, expected] of cases) {
    it(`are found in ${text}`, () => {
      assert.deepEqual(toldOf(text, ...records), expected);
    });
  }

  it('are a question when entities share them, the nearest mentioned one first', () => {
    const text = 'Anna came. Georgia won. Then Georgia lost.';
    const records = [
      entity('georgia', 'place', 'Georgia'),
      entity('georgia-us', 'place', 'Georgia'),
    ];
    const project = projectOf(text, [
      ...records,
      { op: 'annotate', source: SOURCE, exact: 'Georgia', occurrence: 1, entity: 'georgia-us' },
    ]);
    assert.deepEqual(told(project), ['Georgia=georgia-us|georgia?']);
  });

  it('are the letters in brackets behind them', () => {
    const text = 'The Central Foreign Affairs Commission (CFAC) met. Later the CFAC agreed.';
    const commission = entity('c', 'organisation', 'Central Foreign Affairs Commission');
    assert.deepEqual(toldOf(text, commission), [
      'Central Foreign Affairs Commission=c',
      'CFAC=c',
      'CFAC=c',
    ]);
  });

  it('are doubtful where the same word is used in lower case', () => {
    const small = entity('small', 'person', 'Andrew Small');
    assert.deepEqual(toldOf('a small part, as Small says', small), ['Small=small?']);
  });
});

describe('unknown names', () => {
  const cases: readonly (readonly [text: string, told: readonly string[]])[] = [
    ['He met Foreign Minister Wang Yi in Guangzhou.', ['Wang Yi+person', 'Guangzhou+place']],
    ['However, the talks failed. This was clear. Negotiation is hard.', []],
    ['Brazil has tried. Frequent meetings were held.', ['Brazil+place?']],
    ['The Chinese and the Western leaders met on the Olympic stage.', []],
    ['the German Marshall Fund, a think tank', ['German Marshall Fund+organisation']],
    [
      'head of the Eurasia Department of the Foreign Ministry',
      ['Eurasia Department+organisation', 'Foreign Ministry+organisation'],
    ],
    ['a 12-point peace plan by a 20-year-old man', ['12-point peace plan+document']],
    ['Special Coverage\n\nThe special coverage ends.', []],
    [
      'Beijing Seeks to Mediate as Xi Talks to Kyiv\n\nThen Beijing and Xi met in Kyiv.',
      ['Beijing+place?', 'Xi+person?', 'Kyiv+place?', 'Beijing+place', 'Xi+person', 'Kyiv+place'],
    ],
    ['Он сказал, что Мария Захарова в Москве.', ['Мария Захарова+person', 'Москве+person']],
    ['习近平主席同泽连斯基总统通电话。', ['习近平+person', '泽连斯基+person']],
    ['ゼレンスキー大統領は話した。', ['ゼレンスキー+person']],
    ['젤렌스키 대통령은 한국은행이 말했다.', ['젤렌스키+person', '한국은행+organisation']],
  ];
  for (const [text, expected] of cases) {
    it(`are found in ${text.replaceAll('\n', ' ⏎ ')}`, () => {
      assert.deepEqual(toldOf(text), expected);
    });
  }
});

describe('time expressions', () => {
  it('have the value that they mean on the date of the source', () => {
    const text = 'Elections are this November. On the 24th he came; last month he did not.';
    const dated: Operation = { op: 'setSource', source: SOURCE, published: '2024-07-25' };
    assert.deepEqual(toldOf(text, dated), [
      'this November@2024-11',
      'the 24th@2024-07-24',
      'last month@2024-06',
    ]);
  });

  it('count from the time before them in the text', () => {
    const text = 'He came on 13 July 2024. Two days later he left, and the next day he slept.';
    assert.deepEqual(toldOf(text), [
      '13 July 2024@2024-07-13',
      'Two days later@2024-07-15',
      'the next day@2024-07-16',
    ]);
  });

  it('are no stretches of time, unless they reach to the date of the source', () => {
    const dated: Operation = { op: 'setSource', source: SOURCE, published: '2023-04-26' };
    assert.deepEqual(toldOf('a truce for two weeks', dated), []);
    assert.deepEqual(toldOf('It has been going on for 14 months.', dated), [
      '14 months@2022-02/2023-04',
    ]);
  });
});

describe('what is left out', () => {
  const text = 'Menu Anna\n\nAnna met Anna Berg, and then Anna.';
  const anna = entity('anna', 'person', 'Anna');

  it('is outside the body that the source declares', () => {
    const body: Operation = { op: 'setSource', source: SOURCE, body: [[11, 24]] };
    assert.deepEqual(toldOf(text, anna, body), ['Anna=anna']);
  });

  it('overlaps a mention or a time, and not an event', () => {
    const mention: Operation = {
      op: 'annotate',
      source: SOURCE,
      exact: 'Anna Berg',
      entity: 'anna',
    };
    const event: Operation = {
      op: 'annotate',
      source: SOURCE,
      exact: 'Anna met Anna Berg',
      type: 'statement',
    };
    const found = toldOf(text, anna, mention, event);
    assert.deepEqual(found, ['Anna=anna', 'Anna=anna', 'Anna=anna']);
  });

  it('was rejected, also after the text was edited', () => {
    const project = projectOf('Anna met Anna Berg of Oslo.', [
      anna,
      { op: 'reject', source: SOURCE, exact: 'Oslo' },
      { op: 'reject', source: SOURCE, exact: 'Anna', occurrence: 1, entity: 'anna' },
    ]);
    assert.deepEqual(told(project), ['Anna Berg+person']);
    const edited = projectOf('Yesterday morning Anna met Anna Berg of Oslo.');
    const moved = { at: project.at, text: edited.text };
    assert.deepEqual(
      told(moved),
      ['Yesterday@', 'Anna Berg+person'].map((each) =>
        each.replace('Yesterday@', 'Yesterday morning@'),
      ),
    );
  });
});
