/** What is known of a source's text. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { blobId } from '../../../src/core/text/blob';
import { SourceText } from '../../../src/core/text/sourceText';

describe('a source text', () => {
  const source = SourceText.of('\uFEFFa😀\r\nb\r');

  it('is normalised', () => {
    assert.equal(source.text, 'a😀\nb\n');
  });

  it('knows its code points, lines and blob, all of the normalised text', () => {
    assert.equal(source.codePoints.length, 5);
    assert.equal(source.lines.lineCount, 3);
    assert.equal(source.blob, blobId('a😀\nb\n'));
  });

  it('computes each of them once', () => {
    assert.equal(source.codePoints, source.codePoints);
    assert.equal(source.lines, source.lines);
  });

  it('has one blob whatever the line endings on disk', () => {
    assert.equal(SourceText.of('a\r\nb').blob, SourceText.of('a\nb').blob);
    assert.notEqual(SourceText.of('a b').blob, SourceText.of('a\nb').blob);
  });
});
