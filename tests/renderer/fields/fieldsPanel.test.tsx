import { act } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FieldsPanel } from '../../../src/renderer/fields/FieldsPanel'
import { ReasonForm } from '../../../src/renderer/shell/overlays/ReasonForm'
import { EMPTY_FIELDS, type Fields } from '../../../src/story/ledger/fields'
import type { AnswerOf } from '../../../src/story/requests/requests'
import { storyFrom } from '../../builders/stories/storyFrom'
import {
  axeFaults,
  DESK,
  click,
  did,
  fakeWindow,
  find,
  leave,
  press,
  put,
  refused,
  type,
  type FakeWindow,
  type Page,
} from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const withFields = (fields: Partial<Fields> = {}) => storyFrom('Leaders meet\nDeck\nWords.', {}, [], fields)
/** `kept`: the fields as the owner of the library has them. */
const open = async (
  fields: Partial<Fields> = {},
  desk = DESK,
  kept: { now: Fields } = { now: { ...EMPTY_FIELDS, ...fields } },
): Promise<FakeWindow> => {
  const fake = fakeWindow({
    desk,
    story: withFields(fields),
    answers: {
      'story.setField': ({ field, value }) => did({ fields: (kept.now = { ...kept.now, [field]: value }) }),
      'story.show': () => did({ fields: kept.now } as AnswerOf<'story.show'>),
    },
  })
  page = await put(fake.services, <FieldsPanel />)
  return fake
}
const sent = ({ asked }: FakeWindow): readonly unknown[] =>
  asked.filter(({ action }) => action !== 'story.show').map(({ request }) => request)

describe('A name that came into the byline by mistake', () => {
  const story = withFields({ author: 'Reporter', byline: [{ name: 'Ada Park' }] })
  const shown = async (person: string): Promise<FakeWindow> => {
    const fake = fakeWindow({ story, person, answers: { 'story.strikeByline': () => did({ fields: EMPTY_FIELDS }) } })
    page = await put(
      fake.services,
      <>
        <FieldsPanel />
        <ReasonForm />
      </>,
    )
    return fake
  }

  it('is struck by an editor, with a reason', async () => {
    const fake = await shown('Editor')
    expect(await axeFaults()).toEqual([])
    await click(find('button', 'Remove as a mistake: Ada Park…'))
    await type(find('textarea', 'Why this person is not an author'), 'Another Ada Park.')
    await click(find('button', 'Remove'))
    expect(fake.asked).toEqual([
      { action: 'story.strikeByline', request: { story: 's1', name: 'Ada Park', reason: 'Another Ada Park.' } },
    ])
  })

  it('is not offered to others', async () => {
    await shown('Reporter')
    expect(document.body.textContent).not.toContain('Strike as a mistake')
  })
})

describe('A field that is removed from the page while it is being typed in', () => {
  it.each([
    ['Slug', 'busan-talks', { field: 'slug', value: 'busan-talks' }],
    ['Dateline place', 'SEOUL', { field: 'dateline', value: { place: 'SEOUL', date: '' } }],
    ['Byline 1, name', 'Ada Park', { field: 'byline', value: [{ name: 'Ada Park' }] }],
  ])('is saved: %s', async (name, words, change) => {
    const fake = await open({ byline: [{ name: 'Ada' }] })
    const field = find('input', name)
    act(() => field.focus())
    await type(field, words)
    expect(sent(fake)).toEqual([])
    page?.unmount()
    page = undefined
    await act(() => vi.waitFor(() => expect(sent(fake)).toEqual([{ story: 's1', ...change }])))
  })

  it('is saved once if it was left before', async () => {
    const fake = await open({ slug: 'busan-summit' })
    act(() => find('input', 'Slug').focus())
    await type(find('input', 'Slug'), 'busan-talks')
    await leave(find('input', 'Slug'))
    page?.unmount()
    page = undefined
    expect(sent(fake)).toHaveLength(1)
  })
})

describe('A text of several lines', () => {
  afterEach(() => void vi.useRealTimers())
  const pause = (): Promise<void> => act(() => vi.advanceTimersByTimeAsync(3000).then(() => undefined))
  const opened = async (): Promise<readonly [FakeWindow, { now: Fields }, HTMLTextAreaElement]> => {
    const kept = { now: { ...EMPTY_FIELDS, edNote: 'Old' } }
    const fake = await open({ edNote: 'Old' }, DESK, kept)
    vi.useFakeTimers()
    return [fake, kept, find<HTMLTextAreaElement>('textarea', 'Ed note')]
  }
  const unsent = ({ services }: FakeWindow): readonly string[] => [
    ...(services.newsroom.store.getState().session?.unsentFields.store.getState().fields.keys() ?? []),
  ]

  it('is stored after a pause, counts as unsaved until then, and one undo takes all of it back', async () => {
    const [fake, kept, note] = await opened()
    await type(note, 'Hold ')
    expect([sent(fake), unsent(fake)]).toEqual([[], ['edNote']])
    await pause()
    expect([kept.now.edNote, note.value, unsent(fake)]).toEqual(['Hold', 'Hold ', []])
    await type(note, 'Hold for art')
    await pause()
    await leave(note)
    expect([kept.now.edNote, unsent(fake)]).toEqual(['Hold for art', []])
    const { undoList } = fake.services.newsroom
    expect(undoList.store.getState().steps).toHaveLength(1)
    await act(() => undoList.undoNewest())
    expect(kept.now.edNote).toBe('Old')
  })

  it('gets back on Escape what it had before the typing', async () => {
    const [fake, kept, note] = await opened()
    await type(note, 'Hold')
    await pause()
    await press(note, 'Escape')
    await act(() => vi.advanceTimersByTimeAsync(0).then(() => undefined))
    await leave(note)
    expect([kept.now.edNote, note.value, fake.services.newsroom.undoList.newest]).toEqual(['Old', 'Old', undefined])
  })

  it('of one line is not stored by a pause: an author is not named half', async () => {
    const [fake] = await opened()
    await type(find('input', 'Slug'), 'bus')
    await type(find('input', 'Dateline place'), 'BUS')
    await pause()
    expect([sent(fake), unsent(fake)]).toEqual([[{ story: 's1', field: 'slug', value: 'bus' }], ['dateline']])
  })
})

describe('A changed field', () => {
  const undo = async (fake: FakeWindow): Promise<void> => {
    await act(() => fake.services.newsroom.undoList.undoNewest())
  }
  const said = ({ services }: FakeWindow): readonly string[] =>
    services.notices.store.getState().list.map(({ text }) => text)

  it('gets the value back that it had before', async () => {
    const fake = await open({ slug: 'busan-summit' })
    await type(find('input', 'Slug'), 'busan-talks')
    await leave(find('input', 'Slug'))
    expect(said(fake)).toEqual(['Field changed: slug.'])
    await undo(fake)
    expect(sent(fake)).toEqual([
      { story: 's1', field: 'slug', value: 'busan-talks' },
      { story: 's1', field: 'slug', value: 'busan-summit' },
    ])
  })

  it('keeps a value that somebody else gave it since, and a notice says so', async () => {
    const kept = { now: { ...EMPTY_FIELDS, slug: 'busan-summit' } }
    const fake = await open({ slug: 'busan-summit' }, DESK, kept)
    await type(find('input', 'Slug'), 'busan-talks')
    await leave(find('input', 'Slug'))
    kept.now = { ...kept.now, slug: 'harbour' }
    await undo(fake)
    expect([kept.now.slug, sent(fake).length, said(fake)]).toEqual([
      'harbour',
      1,
      ['Not undone: Field changed: slug. Someone has changed it since.'],
    ])
  })

  it('gets its bylines back if they are as they were set, whatever the order of their parts', async () => {
    const kept: { now: Fields } = { now: { ...EMPTY_FIELDS, byline: [{ name: 'Ada' }] } }
    const fake = await open({ byline: [{ name: 'Ada' }] }, DESK, kept)
    await type(find('input', 'Byline 1, role'), 'Seoul')
    await leave(find('input', 'Byline 1, role'))
    kept.now = { ...kept.now, byline: [{ role: 'Seoul', name: 'Ada' }] }
    await undo(fake)
    expect(kept.now.byline).toEqual([{ name: 'Ada' }])
  })

  it('that is a legal read is a signature, and is not taken back', async () => {
    const fake = await open({ needsLegal: 'required' })
    await type(find('select', 'Legal read'), 'complete')
    expect([said(fake), fake.services.newsroom.undoList.newest]).toEqual([[], undefined])
  })
})

describe('Fields', () => {
  it('keep what is typed while the words before are being saved', async () => {
    const answers: (() => void)[] = []
    const fake = fakeWindow({
      story: withFields(),
      answers: {
        'story.setField': ({ field, value }) =>
          new Promise((give) => void answers.push(() => give(did({ fields: { ...EMPTY_FIELDS, [field]: value } })))),
      },
    })
    page = await put(fake.services, <FieldsPanel />)
    const slug = (): HTMLInputElement => find('input', 'Slug')
    await type(slug(), 'busan')
    await press(slug(), 'Enter')
    await type(slug(), 'busan-talks')
    await act(async () => answers[0]?.())
    expect(slug().value).toBe('busan-talks')
    await leave(slug())
    expect(sent(fake)).toEqual([
      { story: 's1', field: 'slug', value: 'busan' },
      { story: 's1', field: 'slug', value: 'busan-talks' },
    ])
  })

  it('have a label each, and nothing is saved by looking', async () => {
    const fake = await open({
      slug: 'busan-summit',
      byline: [{ name: 'Ada Park' }],
      embargo: '2030-10-30T18:00:00+09:00',
    })
    await leave(find('input', 'Slug'))
    expect([await axeFaults(), fake.asked]).toEqual([[], []])
  })

  it('save when Enter is pressed or the field is left, once', async () => {
    const fake = await open()
    await type(find('input', 'Slug'), 'busan summit')
    await press(find('input', 'Slug'), 'Enter')
    await leave(find('input', 'Slug'))
    await type(find('textarea', 'Ed note'), 'Hold for art')
    await leave(find('textarea', 'Ed note'))
    expect(sent(fake)).toEqual([
      { story: 's1', field: 'slug', value: 'busan-summit' },
      { story: 's1', field: 'edNote', value: 'Hold for art' },
    ])
  })

  it('go back to what is stored on Escape', async () => {
    const fake = await open({ desk: 'World' })
    await type(find('input', 'Desk'), 'Sports')
    await press(find('input', 'Desk'), 'Escape')
    await leave(find('input', 'Desk'))
    expect([find<HTMLInputElement>('input', 'Desk').value, fake.asked]).toEqual(['World', []])
  })

  it('say what is wrong under the field, and keep what was typed', async () => {
    const fake = await open()
    await type(find('input', 'Language'), 'Korean!')
    await leave(find('input', 'Language'))
    const field = find<HTMLInputElement>('input', 'Language')
    expect([
      field.value,
      field.getAttribute('aria-invalid'),
      document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent,
      fake.asked,
    ]).toEqual([
      'Korean!',
      'true',
      '“Korean!” is not a language tag. Write a tag such as en, ko, zh-Hant or en-GB.',
      [],
    ])
  })

  it('show a refusal under the field that was refused, and in a list what still holds', async () => {
    const fake = fakeWindow({
      story: withFields(),
      answers: { 'story.setField': () => refused('Only someone with the legal role may say so.') },
    })
    page = await put(fake.services, <FieldsPanel />)
    await type(find('select', 'Legal read'), 'complete')
    expect(find('select', 'Legal read').closest('.field')?.textContent).toContain(
      'Only someone with the legal role may say so.',
    )
    expect(find<HTMLSelectElement>('select', 'Legal read').value).toBe('none')
    await leave(find('select', 'Legal read'))
    expect(fake.asked).toHaveLength(1)
  })

  it('follow what changes elsewhere unless something is being typed here', async () => {
    const fake = await open({ desk: 'World', provider: 'AB' })
    await type(find('input', 'Desk'), 'Spo')
    const { act } = await import('react')
    act(() => fake.show(withFields({ desk: 'Culture', provider: 'CD' })))
    expect([find<HTMLInputElement>('input', 'Desk').value, find<HTMLInputElement>('input', 'Provider').value]).toEqual([
      'Spo',
      'CD',
    ])
  })

  it('store bylines as rows of name and role when the row is left', async () => {
    const fake = await open({ byline: [{ name: 'Ada Park', role: 'Seoul' }] })
    await click(find('button', 'Add byline'))
    await type(find('input', 'Byline 2, name'), 'Ben It')
    // The Enter of an input method takes what it proposes.
    await press(find('input', 'Byline 2, name'), 'Enter', { isComposing: true })
    await type(find('input', 'Byline 2, name'), 'Ben Ito')
    await press(find('input', 'Byline 2, name'), 'Enter')
    expect(sent(fake)).toEqual([
      { story: 's1', field: 'byline', value: [{ name: 'Ada Park', role: 'Seoul' }, { name: 'Ben Ito' }] },
    ])
  })

  it('store a dateline when both parts are left, and an embargo with its zone', async () => {
    const fake = await open({}, { ...DESK, settings: { deskOfOne: false, defaults: { zone: 'Asia/Seoul' } } })
    await type(find('input', 'Dateline place'), 'BUSAN')
    await type(find('input', 'Dateline date'), 'Oct. 30')
    await leave(find('input', 'Dateline date'))
    await type(find('select', 'Zone'), 'Asia/Seoul')
    await type(find('input', 'Embargo until'), '2030-10-30T18:00')
    await leave(find('input', 'Embargo until'))
    expect(sent(fake)).toEqual([
      { story: 's1', field: 'dateline', value: { place: 'BUSAN', date: 'Oct. 30' } },
      { story: 's1', field: 'embargo', value: '2030-10-30T18:00:00+09:00' },
    ])
    expect(page?.body.textContent).toContain('30 Oct 18:00 KST · 09:00 UTC')
  })
})
