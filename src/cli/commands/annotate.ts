import { Command } from 'commander'
import { collect, notEmpty, positive, checkId } from '../options.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

interface Options {
  quote: string
  occurrence?: number
  note?: string
  tag: string[]
  claim?: string
  json?: true
}

export const annotateCommand = (): Command =>
  new Command('annotate')
    .description('highlight a passage of an article, and make a claim from it')
    .argument('<notebook>', 'the folder of the notebook')
    .argument('<article-id>', 'the article')
    .requiredOption('--quote <text>', 'the words of the passage', notEmpty)
    .option('--occurrence <n>', 'which one, when the words stand there several times', positive)
    .option('--note <markdown>', 'a note on the passage')
    .option('--tag <name>', 'a tag, made when it is new (can be repeated)', collect, [])
    .option('--claim <statement>', 'the claim that is made from it', notEmpty)
    .action(async (notebook: string, article: string, options: Options) => {
      const made = await withNotebook(notebook, (backend) =>
        backend.annotations.createByQuote({
          article: checkId(article, 'article'),
          quote: options.quote,
          occurrence: options.occurrence,
          note: options.note ?? '',
          tagNames: options.tag,
          claim: options.claim,
        }),
      )
      if (options.json) {
        printJson(made)
        return
      }
      print(`${made.annotation.id}  “${oneLine(made.annotation.exact)}”`)
      if (made.claim) print(`${made.claim.id}  ${oneLine(made.claim.statement)}`)
    })
