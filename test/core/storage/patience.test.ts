import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPatiently } from '../../../src/core/storage/patience';

/** Reads one text after the other; the last one for ever. */
async function reading(...texts: readonly string[]): Promise<{ text: string; pauses: number }> {
  let reads = 0;
  let pauses = 0;
  const text = await readPatiently(
    () => Promise.resolve(texts[Math.min(reads++, texts.length - 1)] ?? ''),
    (each) => each === '',
    () => Promise.resolve(pauses++),
  );
  return { text, pauses };
}

test('what is there is read once', async () => {
  assert.deepEqual(await reading('text', 'later'), { text: 'text', pauses: 0 });
});

test('a file that was emptied to be written is read when it is written', async () => {
  assert.deepEqual(await reading('', '', 'text'), { text: 'text', pauses: 2 });
});

test('a file that stays empty is empty', async () => {
  const { text, pauses } = await reading('');
  assert.equal(text, '');
  assert.ok(pauses > 0);
});
