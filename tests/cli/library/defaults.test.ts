import { expect, test } from 'vitest'
import { commandLine } from '../run/terminal'

test('what new stories begin with is shown without a name, and while nothing is set', async () => {
  const { stet, stetWith } = await commandLine()
  await stet('roster', 'add', 'Reporter')
  const nobody = { STET_USER: undefined }
  expect(await stetWith(nobody, 'defaults')).toMatchObject({
    code: 0,
    out: 'New stories begin with nothing filled in.',
    err: '',
  })
  expect(await stet('defaults', '--place', 'Busan', '--byline', 'on')).toMatchObject({ code: 0, err: '' })
  const shown = await stetWith(nobody, 'defaults', '--json')
  expect([shown.code, shown.json()]).toEqual([0, { byline: true, place: 'Busan' }])
})
