import { anchoringBench } from './anchoring-bench.ts'
import { claimsBench } from './claims-bench.ts'
import { documentsBench } from './documents-bench.ts'
import { engineBench } from './engine-bench.ts'
import { exportBench } from './export-bench.ts'
import { importBench } from './import-bench.ts'
import { namesBench } from './names-bench.ts'
import { readerBench } from './reader-bench.ts'
import { saveBench } from './save-bench.ts'
import { searchBench } from './search-bench.ts'
import { statementsBench } from './statements-bench.ts'

/** `npm run bench [-- import documents export anchoring reader save engine claims names search statements]`: ours and the peers in one run, medians, with ratios. */
const benches = {
  import: importBench,
  documents: documentsBench,
  export: exportBench,
  anchoring: anchoringBench,
  reader: readerBench,
  save: saveBench,
  engine: engineBench,
  claims: claimsBench,
  names: namesBench,
  search: searchBench,
  statements: statementsBench,
}
const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(
    `There is no benchmark “${unknown.join(', ')}”. There are: ${Object.keys(benches).join(', ')}.`,
  )
  process.exit(2)
}
for (const [name, run] of Object.entries(benches)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  console.log(`\n# ${name}`)
  for (const line of await run()) console.log(line)
}
