import { expect, test } from 'vitest'
import { busanDesk } from '../newsDesk'

test('a preview says which byline, dateline, embargo and ed note an import sets, and no other field', async () => {
  const { act } = await busanDesk()
  const item = {
    headline: 'Head',
    slugline: 'talks',
    by: 'Kim Ji-woo',
    located: 'Busan',
    embargoed: '2027-01-05T06:00:00Z',
    ednote: 'Hold.',
    body_html: '<p>Words.</p>',
  }
  const bytes = new TextEncoder().encode(JSON.stringify(item))
  expect((await act('Reporter', 'story.previewImport', { name: 'a.json', bytes })).fields).toEqual({
    byline: [{ name: 'Kim Ji-woo' }],
    dateline: { place: 'Busan', date: '' },
    embargo: '2027-01-05T06:00:00Z',
    edNote: 'Hold.',
  })
})
