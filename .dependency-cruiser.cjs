/** The layers of ARCHITECTURE.md, checked. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|node_modules)/', pathNot: [...allowed, '^node_modules/'] },
})
const src = (...names) => names.map((name) => `^src/${name}/`)

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '/index\\.(ts|html)$'] },
      to: {},
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?' } },
    only('core-imports-core', '^src/core/', src('core')),
    only('contract-imports-core', '^src/contract/', src('core', 'contract')),
    only('storage-imports-core', '^src/storage/', src('core', 'storage')),
    only('backend-imports', '^src/backend/', src('core', 'contract', 'storage', 'backend')),
    only('main-imports-backend', '^src/main/', src('core', 'contract', 'backend', 'main')),
    only('preload-imports-contract', '^src/preload/', src('contract', 'preload')),
    only('serve-imports-backend', '^src/serve/', src('core', 'contract', 'backend', 'serve')),
    only('cli-imports-backend', '^src/cli/', src('core', 'contract', 'backend', 'serve', 'cli')),
    only('renderer-imports-contract', '^src/renderer/', src('core', 'contract', 'renderer')),
    {
      name: 'one-way-to-the-backend',
      comment: 'the renderer reaches the backend through backend.ts and the shell through host.ts',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: '^src/renderer/src/backend\\.ts$' },
      to: { path: '^node_modules/@orpc/' },
    },
    {
      name: 'electron-only-in-shells',
      severity: 'error',
      from: { pathNot: '^src/(main|preload)/' },
      to: { path: '^node_modules/electron/|^electron$' },
    },
    {
      name: 'node-only-outside-core-contract-renderer',
      severity: 'error',
      from: { path: '^src/(core|contract|renderer|preload)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'vue-only-in-renderer',
      severity: 'error',
      from: { pathNot: '^src/renderer/' },
      to: { path: '^node_modules/(vue|pinia|vue-router|reka-ui)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
