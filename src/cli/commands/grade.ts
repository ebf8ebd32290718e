import { Command } from 'commander'
import { problem } from '../../core/problem.ts'
import { credibilityGrade } from '../../core/records/claim.ts'
import { reliabilityGrades } from '../../core/records/source.ts'
import { checkId, notEmpty } from '../options.ts'
import { print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

export const gradeCommand = (): Command =>
  new Command('grade')
    .description('judge how reliable a source (A to F) or how credible a claim is (1 to 6)')
    .argument('<notebook>', 'the folder of the notebook')
    .argument('<id>', 'the source or claim')
    .argument('<grade>', 'A to F for a source, 1 to 6 for a claim; F and 6: cannot be judged')
    .requiredOption('--reason <text>', 'why', notEmpty)
    .action(async (notebook: string, id: string, grade: string, options: { reason: string; json?: true }) => {
      const graded = await withNotebook(notebook, async (backend) => {
        const { reason } = options
        const letter = reliabilityGrades.find((one) => one === grade.toUpperCase())
        if (letter !== undefined) {
          const fields = { reliability: { grade: letter, reason } }
          return backend.sources.update({ id: checkId(id, 'source'), fields })
        }
        const figure = credibilityGrade(grade)
        if (figure === undefined) throw problem('bad-input', 'noGrade', { grade })
        const fields = { credibility: { grade: figure, reason } }
        return backend.claims.update({ id: checkId(id, 'claim'), fields })
      })
      if (options.json) printJson(graded)
      else print(`${id} has the grade ${grade.toUpperCase()} now.`)
    })
