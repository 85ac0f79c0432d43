import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const insteadOf = (name, message) => ({ name, message });

/** What the DOM would take as HTML: imported and pasted words must never get there. */
const noHtmlIntoTheDom = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML'].flatMap((name) => [
  { selector: `MemberExpression[property.name='${name}']`, message: `${name} runs what strangers wrote: parse it into the document schema, or set textContent.` },
  { selector: `JSXAttribute[name.name='${name}']`, message: `${name} runs what strangers wrote: render elements, or text.` },
]);

const noMessage = {
  selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write/]",
  message: 'document.write runs what strangers wrote: render elements, or text.',
};

export default tseslint.config(
  { ignores: ['out/', 'node_modules/', 'coverage/', 'test-results/', 'playwright-report/', 'release/', 'tests/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.{js,mjs,cjs,ts,tsx}'],
    extends: [tseslint.configs.recommended],
    rules: {
      eqeqeq: ['error', 'smart'],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error',
      'object-shorthand': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Ask the ids or the seed that were handed in: tests repeat their runs.' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
    },
  },

  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },

  {
    files: ['src/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': ['error', { fixToUnknown: false }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            insteadOf('fs', 'Write node:fs.'),
            insteadOf('path', 'Write node:path.'),
            insteadOf('os', 'Write node:os.'),
            insteadOf('crypto', 'Write node:crypto.'),
            insteadOf('child_process', 'Write node:child_process.'),
            insteadOf('lodash', 'Write the few lines, or use what ES2023 has.'),
            insteadOf('prosemirror-model', 'Import @tiptap/pm/model: two copies of ProseMirror do not know each other.'),
            insteadOf('prosemirror-state', 'Import @tiptap/pm/state: two copies of ProseMirror do not know each other.'),
            insteadOf('prosemirror-view', 'Import @tiptap/pm/view: two copies of ProseMirror do not know each other.'),
            insteadOf('y-prosemirror', 'Import @tiptap/y-tiptap: two copies of the binding do not know each other.'),
          ],
        },
      ],
    },
  },

  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...noHtmlIntoTheDom, noMessage],
    },
  },
  {
    // The places where words go to a terminal or a log on purpose.
    files: ['src/cli/**/*.ts', 'src/main/log.ts', 'src/main/logging.ts'],
    rules: { 'no-console': 'off' },
  },

  // Rules that need types are few, because they cost time: a forgotten await is a lost write.
  ...[
    ['src/{story,checks,review,document,projection,ipc,gate}/**/*.ts', 'src/tsconfig.es.json'],
    ['src/{start,exchange,storage,newsroom,desk,cli}/**/*.ts', 'src/tsconfig.node.json'],
    ['src/{main,preload}/**/*.ts', 'src/tsconfig.electron.json'],
    ['src/editor/**/*.ts', 'src/tsconfig.dom.json'],
    ['src/renderer/**/*.{ts,tsx}', 'src/tsconfig.renderer.json'],
    ['tests/**/*.{ts,tsx}', 'tests/tsconfig.json'],
  ].map(([files, project]) => ({
    files: [files],
    languageOptions: { parserOptions: { project, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  })),

  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat['recommended-latest'],
  },
  {
    files: ['src/editor/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [insteadOf('react', 'The editor works without React: wire it up in renderer/.'), insteadOf('@tiptap/react', 'Import @tiptap/core; @tiptap/react belongs to renderer/.')] },
      ],
    },
  },
);
