/** What main tells a window whose page is still loading. */
import { expect, test } from 'vitest'
import { EventHub } from '../../src/preload/eventHub'

test('what is told of a story before the page listens reaches its first listener, in order and before what follows', async () => {
  const hub = new EventHub()
  hub.take('storyUpdated', 1 as never)
  hub.take('storyUpdated', 2 as never)
  const [heard, late]: number[][] = [[], []]
  hub.on('storyUpdated', (event) => heard?.push(event))
  hub.on('storyUpdated', (event) => late?.push(event))
  expect(heard).toEqual([])
  await Promise.resolve()
  hub.take('storyUpdated', 3 as never)
  expect([heard, late]).toEqual([[1, 2, 3], [3]])
})

test('a command or a row of the list that nobody heard does not come later', async () => {
  const hub = new EventHub()
  hub.take('command', 1 as never)
  const heard: number[] = []
  const off = hub.on('command', (event) => heard.push(event))
  await Promise.resolve()
  hub.take('command', 2 as never)
  off()
  hub.take('command', 3 as never)
  expect(heard).toEqual([2])
})

test('that the library can be written again waits for the page, because it is told once', async () => {
  const hub = new EventHub()
  hub.take('writableAgain', 1 as never)
  const heard: number[] = []
  hub.on('writableAgain', (event) => heard.push(event))
  await Promise.resolve()
  expect(heard).toEqual([1])
})
