/** Memory stays flat over a day: nothing of a story stays in the window when it is left. */
import type { CDPSession } from '@playwright/test'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Launched } from '../fixtures'
import { LibraryPane } from '../pages/libraryPane'

const NAMES = ['Ash', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Ginkgo', 'Hazel']

/** How many objects of the same class as the value of this expression live, after a collection. */
async function living(devTools: CDPSession, expression: string): Promise<number> {
  const prototype = await devTools.send('Runtime.evaluate', { expression: `Object.getPrototypeOf(${expression})` })
  const { objects } = await devTools.send('Runtime.queryObjects', {
    prototypeObjectId: prototype.result.objectId ?? '',
    objectGroup: 'counted',
  })
  const counted = await devTools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length }',
    returnByValue: true,
  })
  // The list of objects would keep them.
  await devTools.send('Runtime.releaseObjectGroup', { objectGroup: 'counted' })
  return Number(counted.result.value)
}

const SHEET = `document.querySelector('.ProseMirror').editor`
const DOCUMENT = `${SHEET}.state.plugins.map((plugin) => plugin.spec.state && plugin.getState(${SHEET}.state)?.doc).find((doc) => doc?.clientID)`

async function livingNow(devTools: CDPSession): Promise<Readonly<Record<string, number>>> {
  await devTools.send('HeapProfiler.collectGarbage')
  return {
    editors: await living(devTools, SHEET),
    views: await living(devTools, `${SHEET}.view`),
    documents: await living(devTools, DOCUMENT),
  }
}

/** The open story is one of them, so a count of none means that the question was wrong. */
function neitherOneNorTwo(living: Readonly<Record<string, number>>): readonly [string, number][] {
  return Object.entries(living).filter(([, count]) => count < 1 || count > 2)
}

async function writeInEach({ page, stet }: Launched, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await new LibraryPane(page).open(name)
    await expect(stet.part('headline')).toHaveText(name)
    await stet.caretAtEnd()
    await page.keyboard.type(' More.')
    await expect(stet.story).toContainText('on 4 May. More.')
  }
}

test('a story that is left takes its editor, its view and its document with it', async ({ newsroom }) => {
  const files = await Promise.all(
    NAMES.map(async (name) => {
      const path = join(newsroom.scratch, `${name}.md`)
      await writeFile(path, `# ${name}\n\nThe ${name} carried 300 people on 4 May.\n`)
      return path
    }),
  )
  await newsroom.json(['import', ...files])
  const launched = await newsroom.launch({ user: 'Reporter' })
  const { page, stet } = launched
  const devTools = await page.context().newCDPSession(page)
  await writeInEach(launched, NAMES.slice(0, 3))
  await stet.settled()
  // What React drew last may keep the story before the open one until the next time that it draws.
  expect(neitherOneNorTwo(await livingNow(devTools))).toEqual([])
  await writeInEach(launched, NAMES.slice(3))
  await stet.settled()
  expect(neitherOneNorTwo(await livingNow(devTools))).toEqual([])
})
