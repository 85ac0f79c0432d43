import { once } from 'node:events'
import { copyFile, cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, SHARED, test, type Newsroom } from './fixtures'

interface Shown {
  readonly blocks: readonly { readonly role: string; readonly text: string }[]
  readonly fields: { readonly slug: string; readonly keywords: readonly string[] }
  readonly facts: readonly { readonly type: string; readonly status: string; readonly text: string }[]
}

const show = (newsroom: Newsroom, story: string): Promise<Shown> => newsroom.json<Shown>(['show', story])
const textsOf = ({ blocks }: Shown): readonly string[] => blocks.map(({ text }) => text)

async function importWords(newsroom: Newsroom, text: string): Promise<string> {
  const path = join(newsroom.scratch, 'words.md')
  await writeFile(path, text)
  const { stories: [story] } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', path])
  return story?.id ?? ''
}

const ROUNDS = 200
/** Commands under way at a time. */
const LANES = 4

test('200 edits from the command line while the window types in the same story: nothing is lost, and both show the same', async ({ newsroom }) => {
  test.setTimeout(180_000)
  const counters = Array.from({ length: LANES }, (_, lane) => `Lane ${lane} counts [${lane}:0] here.`)
  const story = await importWords(newsroom, `# Counting in two places\n\n${counters.join('\n\n')}\n\nThe reporter types:\n`)
  const { stet, page } = await newsroom.launch({ user: 'Reporter' })
  await expect(stet.story).toContainText('The reporter types:')

  let typed = ''
  let counting = true
  const type = async (): Promise<void> => {
    await stet.caretAtEnd()
    for (let word = 1; counting; word++) {
      const next = ` w${word}`
      await page.keyboard.type(next, { delay: 15 })
      typed += next
    }
  }
  const count = async (lane: number): Promise<readonly string[]> => {
    const refused: string[] = []
    for (let round = 1; round <= ROUNDS / LANES; round++) {
      const { code, stderr } = await newsroom.stet(['edit', story, '--replace', `[${lane}:${round - 1}]`, '--with', `[${lane}:${round}]`], 'Editor')
      if (code !== 0) refused.push(`${lane}:${round} exited ${code}: ${stderr}`)
      if (round % 10 === 0) await newsroom.json(lane === 0 ? ['set', story, 'slug', `count-${round}`] : ['tag', story, '--text', `Lane ${lane} counts`, '--type', 'event'])
    }
    return refused
  }
  await newsroom.json(['roster', 'add', 'Editor'])
  const typing = type()
  const refused = (await Promise.all(counters.map((_, lane) => count(lane)))).flat()
  counting = false
  await typing
  await stet.settled()

  const last = ROUNDS / LANES
  const expected = ['Counting in two places', '', ...counters.map((_, lane) => `Lane ${lane} counts [${lane}:${last}] here.`), `The reporter types:${typed}`]
  expect(refused).toEqual([])
  await expect(stet.story.locator('[data-part]')).toHaveText(expected)
  const shown = await show(newsroom, story)
  expect(textsOf(shown)).toEqual(expected)
  expect([shown.fields.slug, shown.facts.length]).toEqual([`count-${last}`, (LANES - 1) * (last / 10)])
  expect(typed.length).toBeGreaterThan(100)
  await expect(stet.facts.getByRole('listitem')).toHaveCount(shown.facts.length)
})
