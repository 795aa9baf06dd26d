// Type-aware lint, and the directions in which imports may point (see CONTRIBUTING.md).
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

const corePurity = [
  {
    group: ['vscode', 'node:*', 'fs', 'path', 'os', 'child_process'],
    message: 'core is pure: it runs in the editor, the command line, the browser and the tests.',
  },
  {
    regex: '(^|/)(vscode|cli|webview|node)/',
    message: 'Imports point one way: hosts import core, core imports no host.',
  },
];

const hostDirections = (others) => [
  {
    regex: `(^|/)(${others.join('|')})/`,
    message: 'Hosts never import one another: what they share belongs in core.',
  },
];

const noNode = [
  {
    regex: '(^|/)node/',
    message: 'src/node is for the command line and for adapters named *.node.ts.',
  },
  {
    group: ['node:*', 'fs', 'path', 'os', 'child_process'],
    message:
      'The extension also runs in a browser: Node APIs live in adapters named *.node.ts, with a *.web.ts twin.',
  },
];

const impureGlobals = [
  ['console', 'core is pure: report problems as values.'],
  ['process', 'core is pure: take what you need as an argument.'],
  ['window', 'core is pure: no DOM.'],
  ['document', 'core is pure: no DOM.'],
  ['setTimeout', 'core is pure: no clock.'],
].map(([name, message]) => ({ name, message }));

const impureProperties = [
  { object: 'Date', property: 'now', message: 'core is pure: the clock is an argument.' },
  { object: 'Math', property: 'random', message: 'core is pure: ids are an argument.' },
];

export default tseslint.config(
  { ignores: ['dist/', '.vscode-test/', 'node_modules/'] },
  {
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: {
      // One program for all: a project of its own for each folder takes half as long again.
      parserOptions: {
        project: 'tsconfig.eslint.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/strict-boolean-expressions': [
        'error',
        { allowString: false, allowNumber: false },
      ],
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      'max-lines': ['error', { max: 400 }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: corePurity }],
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': ['error', ...impureProperties],
    },
  },
  {
    files: ['src/vscode/**/*.ts'],
    ignores: ['**/*.node.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [...hostDirections(['cli', 'webview']), ...noNode] },
      ],
      'no-restricted-globals': [
        'error',
        ...['process', 'Buffer', '__dirname'].map((name) => ({
          name,
          message: 'The extension also runs in a browser: see the adapters.',
        })),
      ],
    },
  },
  {
    files: ['src/vscode/**/*.node.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: hostDirections(['cli', 'webview']) }] },
  },
  {
    files: ['src/node/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: hostDirections(['vscode', 'cli', 'webview']) },
      ],
    },
  },
  {
    files: ['src/cli/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: hostDirections(['vscode', 'webview']) }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          checkThenables: true,
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [eslint.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'setTimeout', 'clearTimeout', 'fetch', 'Buffer'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
);
