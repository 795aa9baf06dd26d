import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LinkRule, Schema } from '../../../src/core/model/schema';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';
import { checkLink, linkAddress, linkIdIn, linkLabel } from '../../../src/core/schema/links';

const WIKIDATA = { label: 'Wikidata', url: 'https://www.wikidata.org/wiki/{id}', pattern: 'Q\\d+' };

describe('the id of a link', () => {
  const schema = schemaWith({ wikidata: WIKIDATA, free: {} });

  it('is checked against the pattern of its rule, as a whole', () => {
    assert.equal(checkLink(schema, 'wikidata', 'Q42').kind, 'fits');
    assert.equal(checkLink(schema, 'wikidata', 'Q42x').kind, 'wrong');
    assert.equal(checkLink(schema, 'wikidata', 'xQ42').kind, 'wrong');
    assert.equal(checkLink(schema, 'wikidata', ' ').kind, 'wrong');
  });

  it('is taken unchecked without a pattern, or without a rule', () => {
    assert.equal(checkLink(schema, 'free', 'whatever').kind, 'unchecked');
    assert.equal(checkLink(schema, 'unheard-of', 'whatever').kind, 'unchecked');
    assert.equal(checkLink(schema, 'constructor', 'whatever').kind, 'unchecked');
  });

  it('is never checked by a pattern that may take for ever, or is none', () => {
    for (const pattern of ['(a+)+$', '(a|a)*b', '(?=a)a', '(a)\\1', 'a*a*a*a*a*b', '(', '[']) {
      const slow = schemaWith({ slow: { pattern } });
      assert.equal(checkLink(slow, 'slow', 'a'.repeat(60)).kind, 'unchecked', pattern);
    }
  });

  it('is not endless', () => {
    assert.equal(checkLink(schema, 'free', 'a'.repeat(300)).kind, 'wrong');
  });

  it('is found in the address of its page', () => {
    const address = 'https://www.wikidata.org/wiki/Q42?uselang=uk#P31';
    assert.equal(linkIdIn(schema, 'wikidata', address), 'Q42');
    assert.equal(linkIdIn(schema, 'wikidata', 'http://wikidata.org/wiki/Q42'), 'Q42');
    assert.equal(linkIdIn(schema, 'wikidata', ' Q42 '), 'Q42');
    assert.equal(
      linkIdIn(schema, 'wikidata', 'https://example.org/Q42'),
      'https://example.org/Q42',
    );
    assert.equal(linkIdIn(schema, 'free', 'https://example.org'), 'https://example.org');
  });
});

describe('the address of a link', () => {
  it('has the id in its place, and nothing of the id ends that', () => {
    const schema = schemaWith({ wikidata: WIKIDATA });
    assert.equal(linkAddress(schema, 'wikidata', 'Q42'), 'https://www.wikidata.org/wiki/Q42');
    assert.equal(
      linkAddress(schema, 'wikidata', 'a b?c#d'),
      'https://www.wikidata.org/wiki/a%20b%3Fc%23d',
    );
  });

  it('is absent for anything but http and https', () => {
    const schema = schemaWith({
      evil: { url: 'file:///{id}' },
      script: { url: 'javascript:{id}' },
    });
    assert.equal(linkAddress(schema, 'evil', 'etc'), undefined);
    assert.equal(linkAddress(schema, 'script', 'alert(1)'), undefined);
    assert.equal(linkAddress(schema, 'website', 'vscode://x'), undefined);
  });

  it('may be the id itself where the schema has no rule', () => {
    const schema = schemaWith({});
    assert.equal(linkAddress(schema, 'website', 'https://example.org/a'), 'https://example.org/a');
    assert.equal(linkAddress(schema, 'website', 'Q42'), undefined);
    assert.equal(linkLabel(schema, 'website'), 'website');
  });

  it('is there for every built-in rule', () => {
    for (const [key, { url }] of Object.entries(BUILTIN_SCHEMA.links)) {
      const address = linkAddress(BUILTIN_SCHEMA, key, 'Q1') ?? '';
      assert.ok(address.startsWith('https://'), `${key} ${url}`);
    }
  });
});

function schemaWith(links: Readonly<Record<string, LinkRule>>): Schema {
  return { ...BUILTIN_SCHEMA, links };
}
