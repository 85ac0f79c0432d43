import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PacedQuestion, type Pace } from '../../../../src/renderer/library/search/pacedQuestion'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A question whose answer is its number, `takes` milliseconds later. `told`: answers with their time. */
function asking(takes: number, pace: Pace = { pause: 100 }) {
  const told: (readonly [number: number, at: number])[] = []
  const began = Date.now()
  let asked = 0
  const question = new PacedQuestion(
    () => {
      const number = ++asked
      return new Promise<number>((done) => setTimeout(() => done(number), takes))
    },
    (number) => void told.push([number, Date.now() - began]),
    pace,
  )
  return { question, told, asked: () => asked }
}

it('asks once after a pause, whatever changes in it', async () => {
  const { question, told, asked } = asking(20)
  question.soon()
  await vi.advanceTimersByTimeAsync(60)
  question.soon()
  await vi.advanceTimersByTimeAsync(1000)
  expect([told, asked()]).toEqual([[[1, 120]], 1])
})

it('answers while changes follow each other without any pause', async () => {
  const { question, told } = asking(20)
  for (let at = 0; at < 500; at += 10) {
    question.soon()
    await vi.advanceTimersByTimeAsync(10)
  }
  expect(told).toEqual([
    [1, 120],
    [2, 240],
    [3, 360],
    [4, 480],
  ])
})

it('asks again after an answer that was on its way when something changed, and never twice at once', async () => {
  const { question, told, asked } = asking(400)
  question.soon()
  await vi.advanceTimersByTimeAsync(150)
  question.soon()
  question.soon()
  await vi.advanceTimersByTimeAsync(300)
  expect(asked()).toBe(1)
  await vi.advanceTimersByTimeAsync(5000)
  expect([told, asked()]).toEqual([
    [
      [1, 500],
      [2, 1000],
    ],
    2,
  ])
})

it('tells nothing after its end, and asks nothing more', async () => {
  const { question, told, asked } = asking(100)
  question.soon()
  await vi.advanceTimersByTimeAsync(150)
  question.end()
  question.soon()
  await vi.advanceTimersByTimeAsync(1000)
  expect([told, asked()]).toEqual([[], 1])
})

it('asks at once without a pause, and the next time when its rest is over, however long an answer takes', async () => {
  const pace = { pause: 0, rest: 2000 }
  const [quick, slow] = [asking(20, pace), asking(2500, pace)]
  for (let at = 0; at < 5000; at += 500) {
    for (const { question } of [quick, slow]) question.soon()
    await vi.advanceTimersByTimeAsync(500)
  }
  await vi.advanceTimersByTimeAsync(10_000)
  quick.question.soon()
  await vi.advanceTimersByTimeAsync(100)
  expect([quick.told, slow.told]).toEqual([
    [
      [1, 20],
      [2, 2020],
      [3, 4020],
      [4, 6020],
      [5, 15_020],
    ],
    [
      [1, 2500],
      [2, 5000],
      [3, 7500],
    ],
  ])
})

it('asks nothing more after an end while it rests', async () => {
  const { question, asked } = asking(20, { pause: 0, rest: 2000 })
  question.soon()
  question.soon()
  question.end()
  await vi.advanceTimersByTimeAsync(5000)
  expect(asked()).toBe(1)
})
