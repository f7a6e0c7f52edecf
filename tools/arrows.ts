/**
 * Which room may import which, and that there is no import cycle (ARCHITECTURE.md shows the same as a picture).
 * Type-only imports count: they too are knowledge.
 */
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { root } from './repository.ts'

/** Tests, and their helpers, which are `.mts` so that no package's build takes them. */
const TESTS = '(\\.test\\.ts|\\.mts)$'

/** Fewer modules than this means that the tool saw nothing (it cannot read TypeScript 7), not that all is well. */
const LEAST_MODULES = 10

const FORBIDDEN = [
  { name: 'no import cycle', from: {}, to: { circular: true } },
  {
    name: 'everything imported exists',
    from: { path: '^(core|cli|print|paper|edgar|desk)/' },
    to: { couldNotResolve: true },
  },
  { name: 'core imports nothing outside itself', from: { path: '^core/' }, to: { pathNot: '^core/' } },
  { name: 'model imports model only', from: { path: '^core/model/' }, to: { path: '^core/', pathNot: '^core/model/' } },
  {
    name: 'facts imports model only',
    from: { path: '^core/facts/' },
    to: { path: '^core/', pathNot: '^core/(model|facts)/' },
  },
  {
    name: 'read, check, write, render and ledger import model and facts, not each other',
    from: { path: '^core/(read|check|write|render|ledger)/' },
    to: { path: '^core/', pathNot: '^core/(model|facts|$1)/' },
  },
  {
    name: 'cli imports core by its name, and no house tool',
    from: { path: '^cli/' },
    to: { path: '^((core|print|paper|edgar|desk)/(?!dist/)|tools/|bench/)' },
  },
  {
    name: 'cli imports the other rooms only when they are asked for',
    from: { path: '^cli/' },
    to: { path: '^(print|paper|edgar|desk)/', dynamic: false },
  },
  {
    name: 'print imports core by its name, and no other room',
    from: { path: '^print/' },
    to: { path: '^(core/(?!dist/)|cli/|paper/|edgar/|desk/|tools/|bench/)' },
  },
  {
    name: 'paper imports core by its name, and no other room',
    from: { path: '^paper/' },
    to: { path: '^(core/(?!dist/)|cli/|print/|edgar/|desk/|tools/|bench/)' },
  },
  {
    name: 'edgar imports core by its name, and no other room',
    from: { path: '^edgar/' },
    to: { path: '^(core/(?!dist/)|cli/|print/|paper/|desk/|tools/|bench/)' },
  },
  {
    name: 'the rehearsal EDGAR shares no code with the checks',
    from: { path: '^edgar/rehearsal/' },
    to: { path: '^core/(dist/)?check/' },
  },
  {
    name: 'desk imports core, print and edgar by their names',
    from: { path: '^desk/' },
    to: { path: '^((core|print|edgar)/(?!dist/)|cli/|paper/|tools/|bench/)' },
  },
  {
    name: 'the desk knows of the rehearsal its types',
    from: { path: '^desk/' },
    to: { path: '^edgar/dist/(rehearsal/|index)', dependencyTypesNot: ['type-only' as const] },
  },
  {
    name: 'recipes, signing and drafting run in a page: core alone',
    from: { path: '^desk/(recipes|signing|drafting)/' },
    to: { pathNot: '^(core/dist/|desk/$1/)' },
  },
  {
    name: 'pages know of the server its contract, and of that the types',
    from: { path: '^desk/web/' },
    to: { path: '^desk/(server|store)/', dependencyTypesNot: ['type-only' as const] },
  },
  {
    name: 'the form is edited without a desk',
    from: { path: '^desk/web/form/' },
    to: { path: '^desk/(?!web/form/)' },
  },
].map((rule) => ({
  ...rule,
  severity: 'error' as const,
  from: { ...rule.from, pathNot: TESTS },
}))

const { output } = await cruise(
  ['core', 'cli', 'print', 'paper', 'edgar', 'desk', 'bench'],
  {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: FORBIDDEN },
    tsPreCompilationDeps: true,
    exclude: { path: [TESTS] },
    doNotFollow: { path: ['node_modules', '(^|/)dist/'] },
  },
  { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
)
const { summary, modules } = output as ICruiseResult
const ours = modules.filter(({ source }) => source.endsWith('.ts') && !source.includes('dist/'))

for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} -> ${to}`)
if (ours.length <= LEAST_MODULES)
  console.error(`only ${ours.length} modules were seen: dependency-cruiser reads no TypeScript`)
else console.log(`${ours.length} modules, ${summary.totalDependenciesCruised} imports`)
process.exitCode = summary.violations.length > 0 || ours.length <= LEAST_MODULES ? 1 : 0
