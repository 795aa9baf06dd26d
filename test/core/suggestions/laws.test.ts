import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { idForName } from '../../../src/core/operations/compositions';
import { acceptance, proposedChoice, rejection } from '../../../src/core/suggestions/acceptance';
import { bodyRangesOf } from '../../../src/core/suggestions/boilerplate';
import { groupOf } from '../../../src/core/suggestions/groups';
import { overlaps } from '../../../src/core/text/span';
import { text as anyText } from '../arbitraries';
import { carryOut } from '../workspace';
import { entity, projectOf, SOURCE, suggestedIn } from './inputs';

const RECORDS = [
  entity('xi', 'person', 'Xi Jinping', 'Xi'),
  entity('zelenskyy', 'person', 'Volodymyr Zelensky', '泽连斯基', '젤렌스키'),
  entity('ukraine', 'place', 'Ukraine', '🇺🇦'),
  entity('us', 'place', 'United States', 'U.S.'),
];
const PHRASES = [
  'Xi Jinping met Volodymyr Zelenskyy. ',
  'Then Zelensky left Ukraine for Oslo. ',
  'Two days later, on the 24th, ',
  'last month in the U.S. and the US ',
  '泽连斯基总统 ',
  '젤렌스키 대통령은 ',
  'The Global Times (GT) said so.\n\n',
  'Beijing Seeks to Mediate as Xi Talks\n',
  '(@ZelenskyyUa) 🇺🇦 ',
];
const source = fc
  .array(fc.oneof(fc.constantFrom(...PHRASES), anyText()), { maxLength: 8 })
  .map((parts) => parts.join(''));

describe('suggestions', () => {
  it('are in order, inside the text, not empty, and apart from one another', () => {
    fc.assert(
      fc.property(source, (content) => {
        const project = projectOf(content, RECORDS);
        let end = 0;
        for (const { span } of suggestedIn(project)) {
          assert.ok(span.start >= end && span.end > span.start, JSON.stringify(span));
          end = span.end;
        }
        assert.ok(end <= project.text.text.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('that are accepted are not made again, and the others are not lost to it', () => {
    fc.assert(
      fc.property(source, fc.nat(), (content, pick) => {
        const project = projectOf(content, RECORDS);
        const before = suggestedIn(project);
        const chosen = before[pick % Math.max(1, before.length)];
        if (chosen === undefined) return;
        const { at, text } = project;
        const group = before.filter((each) => groupOf(each, text) === groupOf(chosen, text));
        const choice = proposedChoice(chosen, (name) => idForName(at.store, name));
        carryOut(at, acceptance(SOURCE, text, group, choice));
        const after = suggestedIn(project);
        for (const { span } of group) {
          assert.ok(!after.some((each) => overlaps(each.span, span)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('that are rejected are not made again', () => {
    fc.assert(
      fc.property(source, fc.nat(), (content, pick) => {
        const project = projectOf(content, RECORDS);
        const before = suggestedIn(project);
        const chosen = before[pick % Math.max(1, before.length)];
        if (chosen === undefined) return;
        carryOut(project.at, rejection(SOURCE, project.text, [chosen]));
        const same = suggestedIn(project).filter(
          ({ kind, span }) => kind === chosen.kind && overlaps(span, chosen.span),
        );
        assert.deepEqual(same, []);
      }),
      { numRuns: 300 },
    );
  });
});

describe('proposed body ranges', () => {
  it('are in order, apart, and inside the text', () => {
    fc.assert(
      fc.property(source, (content) => {
        let end = -1;
        for (const span of bodyRangesOf(content)) {
          assert.ok(span.start > end && span.end > span.start);
          end = span.end;
        }
        assert.ok(end <= content.length);
      }),
      { numRuns: 1000 },
    );
  });
});
