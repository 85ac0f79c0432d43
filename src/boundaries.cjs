// Who may import whom: the table of the architecture as rules for dependency-cruiser (`npm run boundaries`).

const table = {
  start: { may: [], runs: 'node' },
  // What people read: every room may ask it.
  catalogue: { may: [], runs: 'es' },
  story: { may: [], runs: 'es' },
  checks: { may: ['story'], runs: 'es' },
  review: { may: ['story'], runs: 'es' },
  document: { may: ['story'], runs: 'es' },
  projection: { may: ['story'], runs: 'es' },
  ipc: { may: ['story'], runs: 'es' },
  gate: { may: ['story', 'checks', 'review', 'projection'], runs: 'es' },
  exchange: { may: ['start', 'story', 'projection'], runs: 'node' },
  storage: { may: ['start', 'story', 'document'], runs: 'node' },
  newsroom: {
    may: ['start', 'story', 'checks', 'review', 'document', 'projection', 'gate', 'exchange', 'storage'],
    runs: 'node',
  },
  editor: { may: ['story', 'checks', 'review', 'document', 'projection'], runs: 'dom' },
  preload: { may: ['ipc'], runs: 'electron' },
  main: { may: ['start', 'newsroom', 'ipc', 'storage', 'story'], runs: 'electron' },
  cli: { may: ['start', 'newsroom', 'ipc', 'storage', 'story'], runs: 'node' },
  renderer: { may: ['story', 'checks', 'gate', 'review', 'ipc', 'editor'], runs: 'react' },
}

// The wings of a room, from top to bottom: each may import the ones after it, never one before it. Files that lie
// directly in the room come first. `exchange` and `checks/rules` have wings inside their wings.
const wings = {
  story: ['requests', 'query', 'assessment', 'view', 'history', 'trust', 'ledger', 'desk', 'copy', 'language', 'text'],
  checks: ['rules', 'teach', 'evidence', 'derived', 'quote', 'detect', 'finding'],
  'checks/rules': ['copy', 'facts', 'story'],
  projection: ['factSheet', 'print', 'published', 'scan'],
  exchange: ['bundle', 'export', 'import', 'formats'],
  'exchange/export': [
    'readBack',
    'factsheet',
    'docx',
    'pdf',
    'print',
    'markdown',
    'ninjs',
    'text',
    'nitf',
    'newsml',
    'html',
    'annotations',
    'xml',
    'pictures',
    'parts',
  ],
  'exchange/import': [
    'wire',
    'docx',
    'ninjs',
    'newsml',
    'nitf',
    'text',
    'html',
    'captured',
    'markup',
    'transcript',
    'parts',
  ],
  storage: ['backup', 'doctor', 'story', 'storyIndex', 'owner', 'records', 'disk'],
  newsroom: [
    'stories',
    'exports',
    'facts',
    'library',
    'sources',
    'files',
    'gate',
    'state',
    'storyIndex',
    'reading',
    'people',
    'replica',
    'ledger',
    'environment',
  ],
  editor: [
    'keys',
    'pictures',
    'sync',
    'tables',
    'clipboard',
    'suggesting',
    'find',
    'comments',
    'view',
    'facts',
    'copy',
    'schema',
  ],
  main: ['start', 'calls', 'library', 'windows', 'protocols'],
  cli: ['facts', 'stories', 'library', 'exports', 'run'],
  renderer: [
    'shell',
    'commands',
    'import',
    'library',
    'review',
    'evidence',
    'sheet',
    'comments',
    'fields',
    'sources',
    'history',
    'pictures',
    'suggestions',
    'corrections',
    'facts',
    'verdicts',
    'export',
    'checks',
    'state',
    'ui',
    'styles',
  ],
}

for (const [room, { may }] of Object.entries(table)) if (room !== 'catalogue') may.push('catalogue')

const rooms = Object.keys(table)
const roomsThat = (test) => `^src/(${rooms.filter((room) => test(table[room], room)).join('|')})/`

const electron = '(^|/)node_modules/electron(-floor)?/|^electron(/|$)'
const react =
  '(^|/)node_modules/(react|react-dom|@tiptap/react|@tanstack/react-[^/]+|radix-ui|@radix-ui/[^/]+|cmdk|lucide-react)/'

module.exports = {
  forbidden: [
    ...rooms.map((room) => ({
      name: `${room}-imports`,
      comment: `${room}/ may import ${table[room].may.join(', ') || 'no other room'}. Move what both need to a room that both may import (shapes belong to story/).`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${[room, ...table[room].may].join('|')})/` },
    })),
    ...Object.entries(wings).flatMap(([room, order]) =>
      order.map((wing, at) => ({
        name: `${room}/${wing}-imports`,
        comment: `In ${room} the wings are ordered; ${wing} may import ${order.slice(at + 1).join(', ') || 'no other wing'}.`,
        severity: 'error',
        from: { path: `^src/${room}/${wing}/` },
        to: { path: `^src/${room}/`, pathNot: `^src/${room}/(${order.slice(at).join('|')})/` },
      })),
    ),
    ...Object.entries(wings).map(([room, order]) => ({
      name: `${room}-wings`,
      comment: `A new wing of ${room} is a name in the order of its wings, in src/boundaries.cjs.`,
      severity: 'error',
      module: {
        path: `^src/${room}/[^/]+/`,
        pathNot: `^src/${room}/(${order.join('|')})/`,
        numberOfDependentsLessThan: 100,
      },
      from: {},
    })),
    {
      name: 'a-room-of-its-own',
      comment: 'Every source file lives in a room of the table; a new room is a line in it.',
      severity: 'error',
      // The number makes it a rule about files, so that it also holds for one that imports nothing.
      module: {
        path: '^src/',
        pathNot: [`^src/(${rooms.join('|')})/`, '^src/boundaries\\.cjs$'],
        numberOfDependentsLessThan: 100,
      },
      from: {},
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one concept, or lack a third that both import.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'electron-only-in-its-rooms',
      comment: 'Electron belongs to main/ and preload/; other rooms get what they need handed in.',
      severity: 'error',
      from: { path: roomsThat(({ runs }) => runs !== 'electron') },
      to: { path: electron },
    },
    {
      name: 'react-only-in-renderer',
      comment: 'The editor and everything below it work without React; wire it up in renderer/.',
      severity: 'error',
      from: { path: roomsThat((_, room) => room !== 'renderer') },
      to: { path: react },
    },
    {
      name: 'no-node-where-there-is-none',
      comment: 'This room has no Node: do it in storage/, exchange/, newsroom/ or main/ and hand the result in.',
      severity: 'error',
      from: { path: roomsThat(({ runs }, room) => ['es', 'dom', 'react'].includes(runs) || room === 'preload') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-tests-or-scripts',
      comment: 'What ships does not depend on tests/ or scripts/.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere: a typing error, or a package that is not in package.json.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '\\?(raw|url|worker|inline)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // An import of types couples two rooms as much as any other.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
}
