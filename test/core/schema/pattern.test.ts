import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BUILTIN_LINKS } from '../../../src/core/schema/builtin-links';
import { compilePattern } from '../../../src/core/schema/pattern';
import { processorTime } from '../processorTime';

function fits(pattern: string, text: string): boolean {
  const compiled = compilePattern(pattern);
  assert.ok(compiled.ok, pattern);
  return compiled.fits(text);
}

describe('a pattern of a project', () => {
  it('must match the whole text', () => {
    assert.ok(fits('Q\\d+', 'Q42') && !fits('Q\\d+', 'Q42x') && !fits('a|b', 'ab'));
    assert.ok(fits('^Q\\d+$', 'Q42'));
    assert.ok(fits('\\d{4}(?:-\\d{4}){3}', '0000-0001-0002-0003'));
  });

  it('is refused with a reason when it is none, or need not end soon', () => {
    for (const pattern of [
      '(',
      '[',
      '(a+)+',
      '(a|b)*',
      '(?:a*){3}',
      '(a)\\1',
      '(?<=a)b',
      'a*b*c*d*',
      'a{1,9}'.repeat(9),
    ]) {
      const compiled = compilePattern(pattern);
      assert.ok(!compiled.ok, pattern);
      assert.match(compiled.message, /\.$/);
    }
    assert.equal(compilePattern('x'.repeat(1000)).ok, false);
  });

  it('has an answer soon for any text, whatever the pattern', () => {
    const part = fc.constantFrom(
      'a',
      'b?',
      'a*',
      '(',
      ')',
      '|',
      '{2}',
      '{1,9}',
      '[ab]',
      '(?:',
      '+',
      '.',
    );
    const pattern = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, (each) => {
        const compiled = compilePattern(each);
        if (!compiled.ok) return;
        assert.ok(processorTime(() => compiled.fits(`${'a'.repeat(99)}!`)) < 500, each);
      }),
      { numRuns: 2_000 },
    );
  });
});

it('classes of characters by their property vary no group', () => {
  assert.ok(fits(String.raw`(?:\p{Lu}\d)+`, 'A1B2'));
});

describe('the built-in links', () => {
  const GOOD: Readonly<Record<string, readonly string[]>> = {
    wikidata: ['Q42', 'Q3874799'],
    geonames: ['703448'],
    viaf: ['75785466'],
    gnd: ['118540238', '1046905503', '4020517-4', '5008-X', '11854023X'],
    isni: ['0000000121707484', '000000012096310X'],
    orcid: ['0000-0002-1825-0097'],
    ror: ['05a28rw58'],
    lei: ['5493001KJTIIGC8Y1R12'],
  };

  it('take ids as they are written, and no others', () => {
    for (const [key, ids] of Object.entries(GOOD)) {
      const pattern = BUILTIN_LINKS[key]?.pattern ?? '';
      for (const id of ids) assert.ok(fits(pattern, id), `${key} ${id}`);
      for (const id of ['', 'x', ' Q42', 'https://example.org']) {
        assert.ok(!fits(pattern, id), `${key} ${id}`);
      }
    }
  });
});
