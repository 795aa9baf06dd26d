/** Passages of an open text while it is edited. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describe as describeSpan } from '../../../../src/core/text/describe';
import { LivingSpans } from '../../../../src/core/text/living/livingSpans';
import { SourceText } from '../../../../src/core/text/sourceText';
import { Editor } from './editor';

describe('a passage while a person types', () => {
  it('moves with what is typed before it, and stays before what is typed behind it', () => {
    const editor = Editor.of('He met [[Anna]].');
    editor.type('He', ' has');
    editor.type('Anna', ' Smith');
    assert.equal(editor.marked, 'He has met [[Anna]] Smith.');
  });

  it('is stretched by what is typed inside it, not by what is typed at its edges', () => {
    const editor = Editor.of('He met [[Anna]].');
    editor.type('An', 'xy');
    editor.type('met ', '“');
    editor.type('na', '”');
    assert.equal(editor.marked, 'He met “[[Anxyna]]”.');
  });

  it('shrinks when a deletion reaches into it', () => {
    const editor = Editor.of('He met [[Anna Smith]] today.');
    editor.replace(' Smith today', '');
    assert.equal(editor.marked, 'He met [[Anna]].');
  });

  it('is an orphan when it is deleted', () => {
    const editor = Editor.of('He met [[Anna]].');
    editor.replace('Anna', '');
    assert.deepEqual(editor.kinds, ['orphaned']);
  });

  it('has its letter back when the person types it again', () => {
    const editor = Editor.of('He met [[Anna]].');
    editor.backspace('Anna', 2);
    assert.equal(editor.marked, 'He met [[An]].');
    editor.type('An', 'na');
    assert.equal(editor.marked, 'He met [[Anna]].');
    editor.backspace('Anna', 1);
    editor.undo();
    editor.undo();
    assert.equal(editor.marked, 'He met [[Ann]].');
  });
});

describe('undo', () => {
  it('brings a deleted passage back', () => {
    const editor = Editor.of('He met [[Anna]].');
    editor.replace('met Anna', 'left');
    editor.undo();
    assert.equal(editor.marked, 'He met [[Anna]].');
    editor.redo();
    assert.deepEqual(editor.kinds, ['orphaned']);
    editor.undo();
    assert.equal(editor.marked, 'He met [[Anna]].');
  });

  it('brings back a passage that went letter by letter, at once and in parts', () => {
    const editor = Editor.of('He met [[Anna]].');
    editor.backspace('Anna', 5);
    assert.deepEqual(editor.kinds, ['orphaned']);
    editor.undo(5);
    assert.equal(editor.marked, 'He met [[Anna]].');
    editor.redo(3);
    assert.equal(editor.marked, 'He met [[A]].');
    editor.undo(2);
    assert.equal(editor.marked, 'He met [[Ann]].');
    editor.undo();
    assert.equal(editor.marked, 'He met [[Anna]].');
  });

  it('tells passages with the same words apart', () => {
    const editor = Editor.of('[[Anna]] met [[Anna]], Anna and [[Anna]].');
    editor.backspace('Anna met Anna', 2);
    editor.backspace('Anna and Anna', 4);
    editor.replace('Anna met ', '');
    assert.equal(editor.marked, '[[An]], Anna and .');
    editor.undo(7);
    assert.equal(editor.marked, '[[Anna]] met [[Anna]], Anna and [[Anna]].');
  });

  it('knows annotations that were made since by their place alone', () => {
    const editor = Editor.of('He met [[Anna]] in Rome.');
    editor.replace('Anna', '');
    const source = SourceText.of(editor.text);
    const span = { start: editor.text.indexOf('Rome'), end: editor.text.indexOf('Rome') + 4 };
    const key = editor.living.add(describeSpan(source, span), { kind: 'exact', span });
    editor.undo();
    const anchoring = editor.living.anchoring(key);
    assert.ok(anchoring.kind === 'moved');
    assert.equal(editor.text.slice(anchoring.span.start, anchoring.span.end), 'Rome');
  });

  it('of what nobody saw follows the text', () => {
    const living = new LivingSpans('He met Anna.');
    const span = { start: 7, end: 11 };
    const target = describeSpan(SourceText.of('He met Anna.'), span);
    const key = living.add(target, { kind: 'exact', span });
    living.apply([{ start: 0, end: 2, newText: 'She' }], 'undo');
    assert.deepEqual(living.anchoring(key), { kind: 'moved', span: { start: 8, end: 12 } });
    living.apply([{ start: 0, end: 3, newText: 'He' }], 'redo');
    assert.deepEqual(living.anchoring(key), { kind: 'exact', span: { start: 7, end: 11 } });
  });
});

describe('what is cut', () => {
  it('takes its annotations along to where it is pasted', () => {
    const editor = Editor.of('[[Anna]] met [[Eve]] in Rome.\nLater.');
    editor.replace('Anna met Eve', '');
    assert.deepEqual(editor.kinds, ['orphaned', 'orphaned']);
    editor.type('Later.', ' ');
    editor.edit({ start: editor.text.length, end: editor.text.length, newText: 'Anna met Eve' });
    assert.equal(editor.marked, ' in Rome.\nLater. [[Anna]] met [[Eve]]');
    editor.undo();
    assert.deepEqual(editor.kinds, ['orphaned', 'orphaned']);
    editor.redo();
    assert.equal(editor.marked, ' in Rome.\nLater. [[Anna]] met [[Eve]]');
    editor.undo(3);
    assert.equal(editor.marked, '[[Anna]] met [[Eve]] in Rome.\nLater.');
  });

  it('is found in a longer paste when it is long itself', () => {
    const editor = Editor.of('[[Anna]] met [[Eve]] in Rome.\nLater.');
    editor.replace('Anna met Eve in Rome.\n', '');
    editor.replace('Later.', 'Later.\n\nAnna met Eve in Rome. And so on.');
    assert.equal(editor.marked, 'Later.\n\n[[Anna]] met [[Eve]] in Rome. And so on.');
  });

  it('is pasted once: the second time is a copy', () => {
    const editor = Editor.of('[[Anna]] and Eve and Bob');
    editor.replace('Anna', '');
    editor.type('Eve', ' ');
    editor.replace('Eve ', 'Eve Anna');
    editor.replace('Bob', 'Bob Anna');
    assert.equal(editor.marked, ' and Eve [[Anna]] and Bob Anna');
  });

  it('is a line that is moved down, in one change', () => {
    const editor = Editor.of('One [[Anna]].\nTwo [[Eve]].\nThree.\n');
    editor.edit(editor.at('One Anna.\n', ''), {
      start: editor.text.indexOf('.\nThree') + 1,
      end: editor.text.indexOf('.\nThree') + 1,
      newText: '\nOne Anna.',
    });
    assert.equal(editor.marked, 'Two [[Eve]].\nOne [[Anna]].\nThree.\n');
    editor.undo();
    assert.equal(editor.marked, 'One [[Anna]].\nTwo [[Eve]].\nThree.\n');
  });

  it('is not a letter that is typed elsewhere', () => {
    const editor = Editor.of('[[习]] and Eve');
    editor.replace('习', '');
    editor.type('Eve', '习');
    assert.deepEqual(editor.kinds, ['orphaned']);
  });
});

describe('a replacement', () => {
  it('by the corrected name keeps the mention, everywhere at once', () => {
    const editor = Editor.of('[[Zelensky]] and Mr [[Zelensky]], [[President Zelensky]]');
    const edits = [1, 2, 3].map((nth) => editor.at('Zelensky', 'Zelenskyy', nth));
    editor.edit(...edits);
    assert.equal(editor.marked, '[[Zelenskyy]] and Mr [[Zelenskyy]], [[President Zelenskyy]]');
    assert.deepEqual(editor.kinds, ['moved', 'moved', 'moved']);
    editor.undo();
    assert.equal(editor.marked, '[[Zelensky]] and Mr [[Zelensky]], [[President Zelensky]]');
    assert.deepEqual(editor.kinds, ['exact', 'exact', 'exact']);
  });

  it('of more than the mention finds the mention in the new words', () => {
    const editor = Editor.of('Then Mr [[Zelensky]] spoke.');
    editor.replace('Mr Zelensky', 'President Zelenskyy');
    assert.equal(editor.marked, 'Then President [[Zelenskyy]] spoke.');
  });

  it('by other words is a deletion', () => {
    const editor = Editor.of('He met [[Anna]].');
    editor.replace('Anna', 'E');
    editor.type('E', 've');
    assert.deepEqual(editor.kinds, ['orphaned']);
    editor.undo(3);
    assert.equal(editor.marked, 'He met [[Anna]].');
  });

  it('of the whole text by one with a new paragraph moves what is behind it', () => {
    const editor = Editor.of('The [[start]].\nThe [[end]].\n[[The end of all]].\n');
    const start = editor.text.indexOf('The end of');
    const newText = `${editor.text.slice(0, start)}The end is near.\n${editor.text.slice(start)}`;
    editor.edit({ start: 0, end: editor.text.length, newText });
    assert.equal(
      editor.marked,
      'The [[start]].\nThe [[end]].\nThe end is near.\n[[The end of all]].\n',
    );
  });

  it('of a long passage by another version of it is anchored anew', () => {
    const words = (seed: number): string =>
      Array.from({ length: 9 }, (_, index) => ((seed * 9 + index) * 7919).toString(36)).join(' ');
    const lines = Array.from(
      { length: 40 },
      (_, line) => `${words(line)} [[Person${line}]] ${words(line + 100)}.\n`,
    );
    const editor = Editor.of(lines.join(''));
    const kept = lines.filter((_, line) => line % 10 !== 3);
    const changed = kept.map((line, index) =>
      index % 3 === 0 ? line.replace(/^\w+ /, 'Something else and ') : line,
    );
    const newText = changed.join('').replaceAll(/\[\[|\]\]/g, '');
    const before = editor.marked;
    assert.equal(editor.edit({ start: 0, end: editor.text.length, newText }), 'replaced');
    assert.equal(editor.marked, changed.join(''));
    editor.undo();
    assert.equal(editor.marked, before);
    editor.redo();
    assert.equal(editor.marked, changed.join(''));
  });

  it('of a few lines keeps apart what is new and what is old', () => {
    const editor = Editor.of(
      '[[Wang Yi]] met Dmytro Kuleba on Wednesday.\nThey spoke for several hours.\n',
    );
    const newText = `A first paragraph about Wang Yi.\n${editor.text.replace('several', 'many')}`;
    editor.edit({ start: 0, end: editor.text.length - 1, newText: newText.slice(0, -1) });
    assert.equal(
      editor.marked,
      'A first paragraph about Wang Yi.\n[[Wang Yi]] met Dmytro Kuleba on Wednesday.\nThey spoke for many hours.\n',
    );
  });

  it('that changes nothing is no change', () => {
    const editor = Editor.of('He met [[Anna]].');
    assert.equal(editor.edit({ start: 0, end: 12, newText: 'He met Anna.' }), 'shifted');
    assert.equal(editor.marked, 'He met [[Anna]].');
  });
});

describe('an open text', () => {
  it('tells which annotations a file has to say anew', () => {
    const editor = Editor.of('[[Anna]] came to see them early in the morning.\n'.repeat(8));
    assert.deepEqual(editor.living.differing(), []);
    editor.edit({ start: 0, end: 0, newText: 'A new paragraph.\n' });
    assert.deepEqual(editor.living.differing(), []);
    editor.replace('Anna came', 'Anna has come');
    const differing = editor.living.differing();
    assert.deepEqual(differing, [0]);
    editor.undo();
    assert.deepEqual(editor.living.differing(), []);
    editor.redo();
    const [key] = editor.living.differing();
    assert.ok(key !== undefined);
    const [span] = editor.spans;
    assert.ok(span !== undefined);
    editor.living.retarget(key, describeSpan(SourceText.of(editor.text), span));
    assert.deepEqual(editor.living.differing(), []);
    assert.equal(editor.kinds[0], 'exact');
  });

  it('tells whether a change did more than move its passages', () => {
    const editor = Editor.of('He met [[Anna]].');
    assert.equal(editor.replace('He', 'She'), 'shifted');
    assert.equal(editor.replace('nn', 'NN'), 'shifted');
    assert.equal(editor.replace('Na', 'N'), 'reshaped');
    assert.equal(editor.replace('met ', 'met “'), 'reshaped');
  });

  it('keeps proposals in their places', () => {
    const living = new LivingSpans('One Ana, two Ana.');
    const target = { exact: 'Anna', prefix: '', suffix: '', start: 4, end: 8 };
    const candidates = [4, 13].map((start) => ({
      span: { start, end: start + 3 },
      score: 0.7,
      reason: 'twin' as const,
    }));
    const key = living.add(target, { kind: 'ambiguous', candidates });
    living.apply([{ start: 0, end: 3, newText: 'Number one' }], 'edit');
    const moved = living.anchoring(key);
    assert.ok(moved.kind === 'ambiguous');
    assert.deepEqual(
      moved.candidates.map(({ span }) => living.text.slice(span.start, span.end)),
      ['Ana', 'Ana'],
    );
    assert.equal(living.anchoring(key), moved);
    living.apply([{ start: 0, end: 16, newText: '' }], 'edit');
    const left = living.anchoring(key);
    assert.ok(left.kind === 'ambiguous' && left.candidates.length === 1);
    living.remove(key);
    assert.deepEqual(living.anchoring(key), { kind: 'orphaned' });
  });

  it('says which passages are at an offset', () => {
    const editor = Editor.of('[[He met [[Anna]]]].');
    assert.deepEqual(editor.living.at(2), [0]);
    assert.deepEqual(editor.living.at(11), [0, 1]);
    assert.deepEqual(editor.living.at(12), []);
    const [key] = editor.keys;
    assert.ok(key !== undefined);
    editor.living.place(key, { kind: 'moved', span: { start: 11, end: 12 } });
    assert.deepEqual(editor.living.at(2), []);
    assert.deepEqual(editor.living.at(12), [0]);
  });
});
