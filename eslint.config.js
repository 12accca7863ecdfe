import js from '@eslint/js';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

/** A wall: files below `files` may not import what matches `patterns`. */
const wall = (name, files, patterns, allowed = []) => ({
  name: `wall: ${name}`,
  files,
  ignores: ['**/*.test.ts', ...allowed],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: patterns.map(([regex, message]) => ({ regex, message })) },
    ],
  },
});

const everyOther = (...own) => {
  const others = ['shared', 'server', 'widget', 'demo', 'test'].filter((name) => !own.includes(name));
  return [`^@hemat/(${others.join('|')})`, 'Imports point one way: shared ← server, shared ← widget.'];
};

const world = [
  "MemberExpression[object.name='Date'][property.name='now']",
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "MemberExpression[object.name='Math'][property.name='random']",
].map((selector) => ({ selector, message: 'The rule core knows no world: what it needs arrives as facts.' }));

export default ts.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/.cache/**',
      'data/**',
      '**/*.generated.*',
      'demo/integrations/*/dist/**',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    name: 'style',
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    name: 'budgets',
    files: ['**/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/index.ts'],
    rules: {
      'max-lines': ['error', { max: 300, skipComments: true, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 50, skipComments: true, skipBlankLines: true }],
      'max-params': ['error', { max: 4 }],
      'max-depth': ['error', { max: 4 }],
    },
  },
  {
    name: 'configs export a default',
    files: ['*.config.{js,ts}', '**/*.config.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { ...globals.node } } },
  {
    files: ['demo/gallery/*.js', 'demo/integrations/*.js'],
    languageOptions: { globals: { ...globals.browser } },
  },
  { name: 'elements', files: ['widget/src/**/*.ts'], ...lit.configs['flat/recommended'] },
  {
    name: 'elements',
    files: ['widget/src/**/*.ts'],
    plugins: { wc },
    rules: wc.configs['flat/recommended'].rules,
  },

  wall('shared', ['shared/src/**'], [everyOther('shared')]),
  {
    ...wall(
      'rule core',
      ['shared/src/{money,code,rule,locales}/**/*.ts'],
      [['^node:|^ky$|^zod$|/client/', 'The rule core is pure and has no dependency.'], everyOther()],
    ),
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^node:|^ky$|/client/', message: 'The rule core is pure and has no dependency.' },
            {
              regex: '^zod$|/schemas/',
              message: 'The rule core takes types only from schemas.',
              allowTypeImports: true,
            },
            { regex: everyOther()[0], message: everyOther()[1] },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...world],
    },
  },
  wall('server', ['server/src/**'], [everyOther('shared')]),
  wall(
    'routes call verbs',
    ['server/src/routes/**'],
    [
      everyOther('shared'),
      ['/storage/|^kysely$|^better-sqlite3$', 'A route calls a verb: no SQL, no storage.'],
    ],
  ),
  wall(
    'facades translate',
    ['server/src/facades/**'],
    [
      everyOther('shared'),
      ['/storage/|/routes/|^kysely$|^better-sqlite3$', 'A façade translates onto verbs: no rule, no SQL.'],
    ],
  ),
  wall(
    'verbs know no HTTP',
    ['server/src/services/**'],
    [
      everyOther('shared'),
      [
        '/routes/|/facades/|/http/|/cli/|^hono|/storage/(sqlite|postgres)/',
        'A verb never sees a request, a header, a status or a database kind.',
      ],
    ],
  ),
  wall(
    'the webhook worker calls verbs',
    ['server/src/webhooks/**'],
    [
      everyOther('shared'),
      [
        '/storage/|/routes/|/http/|/cli/|^hono|^kysely$',
        'The worker calls verbs: no SQL, no storage, no routes.',
      ],
    ],
  ),
  wall(
    'repositories are SQL',
    ['server/src/storage/**'],
    [
      everyOther('shared'),
      ['/services/|/routes/|/http/|/cli/|^hono', 'Storage knows neither verbs nor HTTP.'],
    ],
  ),
  wall(
    'widget',
    ['widget/src/**'],
    [
      everyOther('shared'),
      [
        '^node:|^zod$|@hemat/shared/client$',
        'The browser takes guards, not zod, and the public client only.',
      ],
      [
        '/dashboard/|^@awesome\\.me/|^uplot|@hemat/shared/management-client$',
        'The dashboard has a script of its own: nothing of it may come into the storefront.',
      ],
    ],
    ['widget/src/dashboard/**'],
  ),
  wall(
    'dashboard',
    ['widget/src/dashboard/**'],
    [
      everyOther('shared'),
      [
        '^node:|^zod$|@hemat/shared/(client|public-client)$|/(discount-field|promo-teaser|element|store|page|guards)/',
        'The dashboard takes the management client, and nothing of the storefront’s elements.',
      ],
    ],
  ),
  wall(
    'demo',
    ['demo/src/**'],
    [['^@hemat/(server|widget|test)', 'The shop is a merchant: it knows the client and the contract only.']],
  ),
);
