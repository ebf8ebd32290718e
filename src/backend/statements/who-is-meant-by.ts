import type { MeantStep } from '../../contract/statements.ts'
import type { SuggestedHop } from '../../core/attribution/chain-of.ts'
import { isCommonName } from '../../core/attribution/who-words.ts'
import { whoIsMeant } from '../../core/names/who-is-meant.ts'
import type { Article } from '../../core/records/article.ts'
import type { Id } from '../../core/records/base.ts'
import { foldName } from '../../core/records/fold-name.ts'
import type { Statement } from '../../core/statements/statement.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { knownUnnamed } from '../editing/unnamed-source.ts'

/**
 * A step with who is meant: the outlet of the article, one of its own people, or whoever bears the name in the notebook; who would be
 * made where there is nobody.
 */
export async function whoIsMeantBy(
  store: NotebookStore,
  hop: SuggestedHop,
  article: Article,
): Promise<MeantStep> {
  const isNew: MeantStep = { ...hop, source: null, within: null, known: 'new' }
  if (hop.isOutlet && article.outlet !== null)
    return { ...hop, source: article.outlet, within: null, known: 'known' }
  // Whom of those it is, is known only where the chain is set.
  if (hop.kind === 'anonymous') return isNew
  const known = await store.model.ask('knownNames', hop.name, article.id)
  const meant = whoIsMeant(hop, known, isCommonName(hop.name))
  if (meant.source === null) return { ...isNew, within: meant.isOfArticleOnly ? article.id : null }
  const { name, kind } = await store.need('source', meant.source)
  const names = known.find(({ id }) => id === meant.source)?.names ?? []
  const isSame = [name, ...names].some((one) => foldName(one) === foldName(hop.name))
  return { ...hop, name, kind, source: meant.source, within: null, known: isSame ? 'known' : 'probable' }
}

/** The chains of some statements with who is meant by each step: for each name it is asked once. */
export async function meantChains(
  store: NotebookStore,
  article: Article,
  statements: readonly Pick<Statement, 'chain'>[],
): Promise<MeantStep[][]> {
  const asked = new Map<string, Promise<MeantStep>>()
  const stepFor = async (hop: SuggestedHop): Promise<MeantStep> => {
    const { mode, verbatim, groundRule, words, role } = hop
    const key = `${hop.kind} ${hop.name} ${hop.isOutlet}`
    const step = asked.get(key) ?? whoIsMeantBy(store, hop, article)
    asked.set(key, step)
    // How it is told is of this step, who is meant of all that are called so.
    return { ...(await step), mode, verbatim, groundRule, words, role }
  }
  const unnamed = new Map<string, Promise<boolean>>()
  /** Whoever is not named is known by whom they spoke to. */
  const isKnown = (name: string, relayer: Id<'source'> | null): Promise<boolean> => {
    const key = `${name} ${relayer ?? ''}`
    const known = unnamed.get(key) ?? knownUnnamed(store, { name, relayer }).then((id) => id !== null)
    unnamed.set(key, known)
    return known
  }
  return Promise.all(
    statements.map(async ({ chain }) => {
      const steps = await Promise.all(chain.map(stepFor))
      return Promise.all(
        steps.map(async (step, at) =>
          step.kind === 'anonymous' && (await isKnown(step.name, steps[at + 1]?.source ?? null))
            ? { ...step, known: 'known' as const }
            : step,
        ),
      )
    }),
  )
}
