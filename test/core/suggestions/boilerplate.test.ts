import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyRangesOf } from '../../../src/core/suggestions/boilerplate';
import { markedText } from '../markedText';

const PROSE = [
  'Ukraine has said that it is willing to talk to Russia about the end of the war this year.',
  'The minister told reporters on Wednesday that “all sides must sit down at one table again.”',
].join('\n\n');

describe('what of a text is the document', () => {
  const cases: readonly (readonly [name: string, marked: string])[] = [
    ['all of it when there is nothing else', `[[${PROSE}]]`],
    [
      'not the navigation above it',
      `Home\nMenu\nSearch\n\n[[A headline of some words\n\n${PROSE}]]`,
    ],
    ['not the way through the site', `Home > News > A headline of some words\n\n[[${PROSE}]]`],
    [
      'not a breadcrumb that repeats the headline',
      `Home Updates War A headline of some words\n\n[[A headline of some words\n\n${PROSE}]]`,
    ],
    [
      'not the name of the site behind the headline',
      `[[A headline of some words]] | The Site\n\n[[${PROSE}]]`,
    ],
    [
      'not the form for comments',
      `[[${PROSE}]]\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *`,
    ],
    [
      'not the copyright',
      `[[${PROSE}]]\n\n© The Daily. All rights reserved.\n\nSpecial Coverage\nTop`,
    ],
    [
      'not a notice about cookies',
      `This site uses cookies to give you the best experience of all of its pages.\n\n[[${PROSE}]]`,
    ],
    [
      'not a teaser among the paragraphs',
      `[[${PROSE}]]\n\nLeaders to meet next week – sources\n\nThe leaders of both of the countries intend to speak for the first time since…\n\nsee more\n\n[[${PROSE}]]`,
    ],
    [
      'not a list of links',
      `[[${PROSE}]]\n\nA link to some other article\nNews line\nOne more link\n10:30 23.04.2025\nAnother link\n10:15 23.04.2025\nYet another link\n10:00 23.04.2025`,
    ],
    [
      'of a line with section and time only the time',
      `[[A headline of some words]]\n\nWorld [[14:48 18.05.2024\n\n${PROSE}]]`,
    ],
    ['not what leads to another text', `[[${PROSE}]]\n\nRead Also: Minister Meets His Counterpart`],
    ['a poem, where there are no sentences', '[[O rose\nthou art sick]]'],
  ];
  for (const [name, marked] of cases) {
    it(`is ${name}`, () => {
      const { text, spans } = markedText(marked);
      assert.deepEqual(bodyRangesOf(text), spans);
    });
  }

  it('is nothing of an empty text', () => {
    assert.deepEqual(bodyRangesOf(' \n '), []);
  });
});
