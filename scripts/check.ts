import { spawn } from 'node:child_process'
import { root } from './build-if-needed.ts'

/** `npm run check`: types, lint, format and layers, side by side; what fails is told at the end. */
const parts = ['check:types', 'check:lint', 'check:format', 'check:layers']

function run(part: string): Promise<{ part: string; status: number; output: string }> {
  const child = spawn('npm', ['run', '-s', part], { cwd: root, shell: process.platform === 'win32' })
  let output = ''
  child.stdout.on('data', (data: Buffer) => (output += data.toString()))
  child.stderr.on('data', (data: Buffer) => (output += data.toString()))
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ part, status: status ?? 1, output }))
  })
}

const results = await Promise.all(parts.map(run))
for (const { part, status, output } of results) {
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${part}`)
  if (status !== 0) console.log(output)
}
process.exitCode = results.some(({ status }) => status !== 0) ? 1 : 0
