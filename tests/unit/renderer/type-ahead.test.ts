import { describe, expect, it } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { onTestFinished } from 'vitest'
import { useTypeAhead } from '../../../src/renderer/src/composables/use-type-ahead.ts'

interface Press {
  key: string
  isComposing: boolean
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
  preventDefault: () => void
  stopPropagation: () => void
}

/** A field whose list comes when it is let. */
function fieldOf(all: readonly string[]) {
  const typed = ref('')
  const asked = ref('')
  const chosen: string[] = []
  const highlighted: string[] = []
  const fitting = (): string[] => all.filter((one) => one.toLowerCase().includes(asked.value.toLowerCase()))
  const scope = effectScope()
  onTestFinished(() => scope.stop())
  const field = scope.run(() =>
    useTypeAhead({
      typed,
      isCurrent: () => asked.value === typed.value,
      values: fitting,
      exact: (words) => fitting().find((one) => one.toLowerCase() === words),
      choose: (value) => chosen.push(value),
      highlight: (value) => highlighted.push(value),
    }),
  )
  let isTaken = false
  const press = (key: string, more: Partial<Press> = {}): boolean => {
    isTaken = false
    const event: Press = {
      key,
      isComposing: false,
      ctrlKey: false,
      altKey: false,
      metaKey: false,
      preventDefault: () => (isTaken = true),
      stopPropagation: () => undefined,
      ...more,
    }
    field?.press(event as KeyboardEvent)
    return isTaken
  }
  const arrive = async (): Promise<void> => {
    asked.value = typed.value
    await nextTick()
    await nextTick()
  }
  return { typed, chosen, highlighted, press, arrive }
}

describe('Enter in a type-ahead', () => {
  it('takes what has exactly the name that is typed, else the first', async () => {
    const field = fieldOf(['North Wire Service', 'North Wire', 'Post'])
    field.typed.value = 'north wire'
    await field.arrive()
    expect(field.highlighted.at(-1)).toBe('North Wire')
    expect(field.press('Enter')).toBe(true)
    field.typed.value = 'wire s'
    await field.arrive()
    field.press('Enter')
    expect(field.chosen).toEqual(['North Wire', 'North Wire Service'])
  })

  it('waits for the list of what is typed, and takes nothing of the one before', async () => {
    const field = fieldOf(['Ann', 'Ben'])
    field.typed.value = 'ann'
    await field.arrive()
    field.typed.value = 'ben'
    await nextTick()
    expect(field.press('Enter')).toBe(true)
    expect(field.chosen).toEqual([])
    await field.arrive()
    expect(field.chosen).toEqual(['Ben'])
  })

  it('is left to the list where the arrows were used, nothing is typed, or a letter is being composed', async () => {
    const field = fieldOf(['Ann', 'Anna'])
    expect(field.press('Enter')).toBe(false)
    field.typed.value = 'an'
    await field.arrive()
    expect(field.press('Enter', { isComposing: true })).toBe(false)
    field.press('ArrowDown')
    expect(field.press('Enter')).toBe(false)
    field.typed.value = 'ann'
    await field.arrive()
    expect(field.press('Enter')).toBe(true)
    expect(field.chosen).toEqual(['Ann'])
  })
})
