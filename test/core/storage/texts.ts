/** What fast-check draws texts and ids from where YAML is written. */
import fc from 'fast-check';

/** Texts that YAML readers stumble over, and pieces to make more of them. */
const TRICKY = [
  '',
  ' ',
  'NO',
  'no',
  'on',
  'y',
  'null',
  '~',
  'true',
  '1.10',
  '0x1F',
  '0o17',
  '017',
  '1e3',
  '.inf',
  '.nan',
  '-',
  '--',
  '---',
  '...',
  '- a',
  '? a',
  ': a',
  'a: b',
  'a #b',
  '#b',
  '2024-07-25',
  '12:30:45',
  '190:20:30',
  '!tag',
  '&a',
  '*a',
  '{a}',
  '[a]',
  'a, b',
  '|',
  '>',
  '@a',
  '`a',
  '%a',
  '"',
  "'",
  '\\',
  '\\n',
  '\\x41',
  'a\\',
  '\n',
  'a\n\nb\n',
  '\r',
  '\r\n',
  '\t',
  ' a ',
  '\u0000',
  '\u0007',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u200b',
  '\u200d',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  '😀',
  '🇨🇳',
  'e\u0301',
  'Володимир Зеленський',
  '泽连斯基',
  'مرحبا',
  '<<',
  '=',
  '__proto__',
  'constructor',
];

/** Any text at all, tricky for YAML more often than not. */
export function anyText(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...TRICKY) },
    {
      weight: 3,
      arbitrary: fc
        .array(fc.constantFrom(...TRICKY, 'word', ' '), { maxLength: 4 })
        .map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
  );
}

export function annotationId(): fc.Arbitrary<string> {
  return fc
    .string({ unit: fc.constantFrom('0', '1', '9', 'a', 'b', 'z'), minLength: 6, maxLength: 7 })
    .map((random) => `a-${random}`);
}
