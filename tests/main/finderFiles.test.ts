import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { FinderFiles } from '../../src/main/start/finderFiles'

test('the app starts with the first file that the Finder opens; others wait, and later ones come at once', () => {
  const app = new EventEmitter()
  let prevented = 0
  const open = (path: string) => app.emit('open-file', { preventDefault: () => prevented++ }, path)
  const finder = new FinderFiles(app)
  expect(finder.first()).toBeUndefined()
  for (const name of ['ferry.stet', 'tolls.stet']) open(`/Users/ada/${name}`)
  expect(finder.first()).toBe('/Users/ada/ferry.stet')
  const taken: string[] = []
  finder.giveTo((path) => taken.push(path))
  open('/Users/ada/notes.md')
  expect([taken, prevented]).toEqual([['/Users/ada/tolls.stet', '/Users/ada/notes.md'], 3])
})
