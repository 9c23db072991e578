// Rooms in the order in which data flows. A room may import the rooms before it, never one after it.
const rooms = [
  'diagnostics',
  'source',
  'schema',
  'model',
  'checks',
  'engine',
  'mcda',
  'analysis',
  'rationale',
  'report',
  'what-if.ts',
  'load.ts',
  'appraise.ts',
  'cases',
  'proofs',
  'audits',
  'mutation',
  'index.ts',
  'testing',
  'files',
  'server',
  'cli',
  'bin.ts',
];
const path = room => (room.endsWith('.ts') ? `^src/${room.replace('.', '\\.')}$` : `^src/${room}/`);

module.exports = {
  forbidden: [
    ...rooms.slice(0, -1).map((room, i) => ({
      name: `${room}-looks-back`,
      comment: `${room} may only import the rooms before it`,
      severity: 'error',
      from: { path: path(room) },
      to: { path: rooms.slice(i + 1).map(path) },
    })),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'pure-below-files',
      comment: 'only files/ and cli/ may touch Node',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(files|cli)/', '^src/bin\\.ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'fast-check-for-testing-alone',
      comment: 'only who imports demarche/testing has fast-check installed; the command line carries its own',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/((testing|cli)/|bin\\.ts$)' },
      to: { path: 'node_modules/fast-check/', reachable: true },
    },
    {
      name: 'library-without-what-the-command-line-carries',
      comment: 'who installs the library has only its dependencies; what lays out text is bundled into the command line',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: 'node_modules/(picocolors|fast-string-width|fast-wrap-ansi|csv-stringify|markdown-table|commander|cli-progress|@citation-js|hono|@hono|p-limit)/', reachable: true },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
