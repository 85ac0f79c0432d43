import { expect, it } from 'vitest'
import { isSoughtOnlyAsEntered, nameParts, partsNotSought } from '../../../src/story/desk/names/nameParts'

it.each<readonly [name: string, parts: readonly string[]]>([
  ['Kim Ji-woo', ['Kim', 'Ji-woo']],
  ['Quill, Marta', ['Quill', 'Marta']],
  ['Dr. Marta J. Quill Jr.', ['Marta', 'Quill']],
  ['Ursula von der Leyen', ['Ursula', 'Leyen']],
  // The name without its title is sought.
  ['Ms. Kim', []],
  // It is not where it may be a word.
  ['Mr. Post', ['Post']],
  ['나라 씨', ['나라', '나 씨']],
  ['Joseph R. Wilson (the deputy)', ['Joseph', 'Wilson']],
  ['김민수 과장', ['김 씨', '민수']],
  ['Мария Иванова', ['Мария', 'Иванова']],
  ['김지우', ['김 씨', '지우']],
  ['김 지우', ['김 씨', '지우']],
  ['남궁민수', ['남궁 씨', '민수']],
  ['이준', ['이 씨']],
  ['山田 太郎', ['山田', '太郎']],
  ['王 伟', []],
  ['Madonna', []],
  ['', []],
])('copy may call %s by %s alone', (name, parts) => {
  expect(nameParts({ name, kind: 'person' })).toEqual(parts)
})

it('a name whose syllables are written letter by letter, as some programs paste them, has the same parts', () => {
  for (const name of ['김지우', '김 지우', '남궁민수', 'José Núñez'])
    expect(nameParts({ name: name.normalize('NFD'), kind: 'person' })).toEqual(nameParts({ name, kind: 'person' }))
})

it('only people have such parts', () => {
  expect(nameParts({ name: 'Ministry of Foreign Affairs', kind: 'official' })).toEqual([])
})

it('a part that is an alias, in any case and width, is searched for', () => {
  expect(partsNotSought({ name: 'Kim Ji-woo', kind: 'person', aliases: ['ＫＩＭ', 'Ms. Ji-woo'] })).toEqual(['Ji-woo'])
})

it.each<readonly [name: string, only: boolean]>([
  ['Mr. Post', true],
  ['White House aide (Tom)', true],
  ['나라 씨', true],
  ['Mr. Wilson', false],
  ['Dr. Joseph Wilson', false],
  ['Joseph Wilson', false],
])('%s is searched for only as it was entered: %s', (name, only) => {
  expect(isSoughtOnlyAsEntered({ name, kind: 'person' })).toBe(only)
})
