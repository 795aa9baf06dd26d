import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { timeExpressionsIn, valueOfExpression } from '../../../src/core/dates/timesIn';
import { quotationsIn } from '../../../src/core/text/quotations';
import { paragraphAt, sentenceAt } from '../../../src/core/text/sentences';
test('x', () => {
  for (const f of readdirSync('seeds')) {
    const t = readFileSync('seeds/' + f, 'utf8').replaceAll('\r\n', '\n');
    console.log('=====', f);
    for (const s of timeExpressionsIn(t, { start: 0, end: t.length })) console.log(JSON.stringify(t.slice(s.start - 8, s.start)), '[' + t.slice(s.start, s.end) + ']', valueOfExpression(t.slice(s.start, s.end), '2024-05-18'));
    let at = 0;
    while (at < t.length) { const s = sentenceAt(t, at); if (s === undefined || s.end <= at) { at++; continue; } console.log('S', t.slice(s.start, s.end)); at = s.end + 1; }
    at = 0;
    while (at < t.length) { const s = paragraphAt(t, at); if (s.end <= at) { at++; continue; } for (const q of quotationsIn(t, s)) console.log('Q', t.slice(q.content.start, q.content.end)); at = s.end + 1; }
  }
});
