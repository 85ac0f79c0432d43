/** A response that is asked for again begins with the last one, and is a new entry of the person who saves it. */
import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { Responses } from '../../../src/renderer/facts/forms/ResponseForm'
import { useStory } from '../../../src/renderer/state'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { ResponseSought } from '../../../src/story/ledger/events/factEvent'
import { storyFrom } from '../../builders/stories/storyFrom'
import {
  all,
  axeFaults,
  click,
  did,
  fakeWindow,
  find,
  press,
  put,
  type,
  type FakeWindow,
  type Page,
} from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const PAGE = 'Ministry denies\nDeck\nThe minister {f1:took bribes} last year.'
const AWAITED: ResponseSought = { who: 'His lawyer', how: 'by e-mail', when: '29 Oct, 10:00 KST', reply: '' }
const DENIED: ResponseSought = { who: 'The ministry', how: 'by phone', when: '30 Oct, 11:05 KST', reply: 'Denied it.' }
const FIELDS = ['Who was asked', 'How', 'When', 'Reply'] as const

const tagged: LedgerEvent = { kind: 'tagged', fact: 'f1', type: 'allegation', words: 'took bribes', writers: [] }
const reworded = (words: string): LedgerEvent => ({ kind: 'reworded', fact: 'f1', words })
const noted = (response: ResponseSought): LedgerEvent => ({ kind: 'responseSought', fact: 'f1', response })
const storyOf = (words: string, events: readonly LedgerEvent[]) =>
  storyFrom(PAGE.replace('took bribes', words), { f1: 'allegation' }, [tagged, ...events])

function Row() {
  const [fact] = useStory(({ assessments }) => assessments) ?? []
  return fact ? <Responses fact={fact} story="s1" /> : null
}

/** Opens the form on an allegation with these words now. */
async function opens(words: string, ...events: readonly LedgerEvent[]): Promise<FakeWindow> {
  const fake = fakeWindow({ story: storyOf(words, events), answers: { 'fact.response': () => did({}) } })
  page = await put(fake.services, <Row />)
  await click(find('button', 'Note a response…'))
  return fake
}
const form = () => find('form', 'Response sought')
const field = (name: string) => all<HTMLInputElement>('input', new RegExp(`^${name}`))[0]
const shown = () => ({
  values: FIELDS.map((name) => field(name)?.value),
  line: document.getElementById(form().getAttribute('aria-describedby') ?? '')?.textContent,
})
const EMPTY = { values: ['', '', '', ''], line: undefined }
const CARRIED = {
  values: ['The ministry', 'by phone', '30 Oct, 11:05 KST', 'Denied it.'],
  line: 'This note is about the earlier words “took bribes”. Check it before you save it.',
}

test('on changed words the form begins with the last note and says that it is about the earlier words', async () => {
  const fake = await opens('beat his driver', noted(AWAITED), noted(DENIED), reworded('beat his driver'))
  expect(shown()).toEqual(CARRIED)
  expect(await axeFaults()).toEqual([])
  expect(fake.asked).toEqual([])
})

test('sent unchanged it is a new note of this person', async () => {
  const fake = await opens('beat his driver', noted(DENIED), reworded('beat his driver'))
  await click(find('button', 'Save response'))
  expect(fake.asked).toEqual([{ action: 'fact.response', request: { story: 's1', fact: 'f1', ...DENIED } }])
  expect(all('form', 'Response sought')).toEqual([])
})

test('what the person changes in it survives Escape, and the line with it', async () => {
  await opens('beat his driver', noted(DENIED), reworded('beat his driver'))
  await type(find('input', 'When'), '31 Oct, 09:00 KST')
  await press(form(), 'Escape')
  await click(find('button', 'Note a response…'))
  expect(shown()).toEqual({ ...CARRIED, values: ['The ministry', 'by phone', '31 Oct, 09:00 KST', 'Denied it.'] })
})

test('“Cancel” keeps nothing, and no draft is left of a note that nobody changed', async () => {
  const { services } = await opens('beat his driver', noted(DENIED), reworded('beat his driver'))
  expect(services.panels.drafts.written()).toEqual([])
  await type(find('input', 'When'), '')
  expect(services.panels.drafts.written()).toEqual([
    { form: 'response', person: 'Editor', key: 's1 f1', words: 'The ministry\nby phone\nDenied it.', stories: [] },
  ])
  await click(find('button', 'Cancel'))
  expect(services.panels.drafts.written()).toEqual([])
  await click(find('button', 'Note a response…'))
  expect(shown()).toEqual(CARRIED)
})

test('the form is empty where no note is asked for again', async () => {
  await opens('took bribes')
  expect(shown()).toEqual(EMPTY)
  page?.unmount()
  await opens('took bribes', noted(DENIED))
  expect(shown()).toEqual(EMPTY)
  page?.unmount()
  await opens('beat his driver', noted(DENIED), reworded('beat his driver'), noted(AWAITED))
  expect(shown()).toEqual(EMPTY)
  page?.unmount()
  await opens('took bribes', noted(DENIED), reworded('beat his driver'), reworded('took bribes'))
  expect(shown()).toEqual(EMPTY)
})

test('a form that somebody began before the words changed keeps what it had', async () => {
  const fake = await opens('took bribes', noted(DENIED))
  await type(find('input', 'Who was asked'), 'His lawyer')
  await act(async () => fake.show(storyOf('beat his driver', [noted(DENIED), reworded('beat his driver')])))
  await press(form(), 'Escape')
  await click(find('button', 'Note a response…'))
  expect(shown()).toEqual({ values: ['His lawyer', '', '', ''], line: undefined })
})

test('two notes that read alike are both listed, each as its own', async () => {
  const faults = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await opens('beat his driver', noted(DENIED), reworded('beat his driver'), noted(DENIED))
  const line = 'The ministry, by phone, 30 Oct, 11:05 KST: Denied it.'
  expect([...document.querySelectorAll('.responses > p')].map(({ textContent }) => textContent)).toEqual([line, line])
  expect(faults.mock.calls).toEqual([])
  faults.mockRestore()
})

test.each([
  ['Escape', () => press(form(), 'Escape')],
  ['Cancel', () => click(find('button', 'Cancel'))],
  ['a saved note', () => click(find('button', 'Save response'))],
])('%s gives the keyboard back to the button', async (_what, close) => {
  await opens('beat his driver', noted(DENIED), reworded('beat his driver'))
  find('input', 'When').focus()
  await close()
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Note a response…'))
})

test('Escape that closes the list of an input method leaves the form open', async () => {
  await opens('took bribes')
  await press(form(), 'Escape', { isComposing: true })
  expect(shown()).toEqual(EMPTY)
})
