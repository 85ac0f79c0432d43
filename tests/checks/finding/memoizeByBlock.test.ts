import { expect, it } from 'vitest'
import { memoizeByBlock, memoizeSteps } from '../../../src/checks/finding/memoizeByBlock'
import type { Block } from '../../../src/story/copy/copy'

const block = (text: string): Block => ({ role: 'paragraph', text, spans: [] })
/** A thousand characters that no other number has. */
const filler = (number: number): Block => block(`${number} `.padEnd(1000, 'x'))

/** Notes the texts that were computed, by their beginning. */
function reader(): { readonly read: (block: Block) => number; readonly computed: string[] } {
  const computed: string[] = []
  return {
    computed,
    read: memoizeByBlock(({ text }) => {
      computed.push(text.slice(0, 9))
      return text.length
    }),
  }
}

it('a block that was made again with the same text is not read again', () => {
  const { read, computed } = reader()
  expect([read(block('The ferry')), read(block('The ferry'))]).toEqual([9, 9])
  expect(computed).toEqual(['The ferry'])
})

it('the same text in another role is read for itself', () => {
  const { read, computed } = reader()
  read(block('The ferry'))
  read({ ...block('The ferry'), role: 'quote' })
  expect(computed).toEqual(['The ferry', 'The ferry'])
})

it('a text that nobody asked for while two million characters were read is forgotten', () => {
  const { read, computed } = reader()
  read(block('The ferry'))
  for (let number = 0; number < 2100; number++) read(filler(number))
  read(block('The ferry'))
  expect(computed.filter((text) => text === 'The ferry')).toEqual(['The ferry', 'The ferry'])
})

it('a text that is asked for now and then is remembered however much else is read', () => {
  const { read, computed } = reader()
  for (let number = 0; number < 5000; number++) {
    if (number % 500 === 0) read(block('The ferry'))
    read(filler(number))
  }
  expect(computed.filter((text) => text === 'The ferry')).toEqual(['The ferry'])
})

it('a block that is still there keeps its answer when its text is forgotten', () => {
  const { read, computed } = reader()
  const kept = block('The ferry')
  read(kept)
  for (let number = 0; number < 2100; number++) read(filler(number))
  expect(read(kept)).toBe(9)
  expect(computed.filter((text) => text === 'The ferry')).toEqual(['The ferry'])
})

/** Reads a text in three steps. Notes each step. */
function stepped() {
  const steps: string[] = []
  const read = memoizeSteps(function* ({ text }: Block) {
    for (const step of ['first', 'second']) {
      steps.push(`${step} ${text}`)
      yield
    }
    steps.push(`third ${text}`)
    return text.length
  })
  return { steps, read }
}

it('what was read in steps is known, and the steps are not taken again', () => {
  const { steps, read } = stepped()
  const ferry = block('The ferry')
  const ahead = read.ahead(ferry)
  const yields = [ahead.next().done, ahead.next().done, ahead.next().done]
  expect([yields, read(ferry), read(block('The ferry')), [...read.ahead(ferry)]]).toEqual([
    [false, false, true],
    9,
    9,
    [],
  ])
  expect(steps).toEqual(['first The ferry', 'second The ferry', 'third The ferry'])
})

it('a question in the middle of the steps is answered at once, and the steps end with the same', () => {
  const { steps, read } = stepped()
  const ferry = block('The ferry')
  const ahead = read.ahead(ferry)
  ahead.next()
  expect(read(ferry)).toBe(9)
  expect([...ahead].length).toBe(1)
  expect([read(ferry), steps.filter((step) => step.startsWith('third'))]).toEqual([
    9,
    ['third The ferry', 'third The ferry'],
  ])
})
