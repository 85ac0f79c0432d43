import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { FinderFiles } from '../../src/main/start/finderFiles'

test('files that the Finder opens wait until somebody takes them, and then come at once', () => {
  const app = new EventEmitter()
  let prevented = 0
  const open = (path: string) => app.emit('open-file', { preventDefault: () => prevented++ }, path)
  const finder = new FinderFiles(app)
  open('/Users/ada/ferry.stet')
  const taken: string[] = []
  finder.giveTo((path) => taken.push(path))
  open('/Users/ada/notes.md')
  expect([taken, prevented]).toEqual([['/Users/ada/ferry.stet', '/Users/ada/notes.md'], 2])
})
