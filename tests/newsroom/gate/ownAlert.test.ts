/** An alert is cleared in seconds, by somebody who did not write what it says. */
import { describe, expect, test } from 'vitest'
import { newsDesk } from '../newsDesk'

async function alertOf(headline: string) {
  const desk = await newsDesk()
  await desk.act('Editor', 'roster.add', { name: 'Chief', role: 'editor' })
  const { id: story } = await desk.act('Reporter', 'story.alert', { headline, slug: 'minister' })
  const clear = (by: string) => desk.act(by, 'story.move', { story, to: 'cleared' })
  const dismiss = async (by: string) => {
    const { blocks, warns } = await desk.act(by, 'story.gate', { story, door: 'clear' })
    const { rule = '', key = '' } = [...blocks, ...warns].find((one) => one.rule === 'untaggedFigure') ?? {}
    return desk.act(by, 'finding.dismiss', { story, rule, key })
  }
  return { ...desk, story, clear, dismiss }
}

const WHY =
  'Editor wrote this, or part of the same sentence. Someone else must clear the alert, or tag and check these words. ' +
  'Nothing was changed.'

describe('an editor who wrote the figure of an alert', () => {
  test('does not clear it, and another editor does', async () => {
    const { act, story, clear } = await alertOf('Minister resigns')
    await act('Editor', 'copy.replace', { story, replace: 'resigns', with: 'took 45 million won' })
    await expect(clear('Editor')).rejects.toMatchObject({
      reason: 'refused',
      message: `“45 million won” is a figure without a tag. ${WHY}`,
    })
    expect(await clear('Chief')).toMatchObject({ stage: 'cleared' })
  })

  test('does not clear it again after a change to the cleared one', async () => {
    const { act, story, clear } = await alertOf('Minister resigns after 12 years')
    expect(await clear('Editor')).toMatchObject({ stage: 'cleared' })
    await act('Editor', 'copy.replace', { story, replace: '12', with: '21' })
    await expect(clear('Editor')).rejects.toThrow(WHY)
  })
})

test('an editor who turned the sentence of an alert does not clear it until somebody else looks', async () => {
  const { act, story, clear, dismiss } = await alertOf('Minister did not take 45 million won')
  await act('Editor', 'copy.replace', { story, replace: 'did not take', with: 'took' })
  await expect(clear('Editor')).rejects.toThrow(WHY)
  expect(await dismiss('Editor')).toEqual({ waits: true })
  await expect(clear('Editor')).rejects.toThrow(WHY)
  await dismiss('Reporter')
  expect(await clear('Editor')).toMatchObject({ stage: 'cleared' })
})
