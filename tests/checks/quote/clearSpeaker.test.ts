import { describe, expect, it } from 'vitest'
import { clearSpeaker } from '../../../src/checks/quote/speaker/clearSpeaker'
import { isNobodysName } from '../../../src/checks/quote/speaker/attribution/isNobodysName'
import { storyFrom } from '../../builders/stories/storyFrom'

const speakerOf = (graf: string): string => {
  const { copy } = storyFrom(`Head\nDeck\n${graf}`)
  const block = copy.length - 1
  const [from, to] = [graf.indexOf('“'), graf.indexOf('”') + 1]
  return clearSpeaker(copy, { block, from, to })
}

describe('the speaker of an untagged quotation', () => {
  it.each([
    ['Scott Bessent said the talks were “very substantial.”', 'Scott Bessent'],
    ['The American said the talks were “very substantial.”', ''],
    ['위원장은 “계약을 어겼다”고 말했다.', ''],
    ['김민지 위원장은 “계약을 어겼다”고 말했다.', '김민지 위원장'],
  ])('in %s is “%s”', (graf, name) => {
    expect(speakerOf(graf)).toBe(name)
  })

  it.each([
    ['American', true],
    ['South Korean', true],
    ['the mayor', true],
    ['위원장', true],
    ['Bessent', false],
    ['Mr. French', false],
    ['Dawn French', false],
  ])('%s names nobody: %s', (words, nobody) => {
    expect(isNobodysName(words)).toBe(nobody)
  })
})
