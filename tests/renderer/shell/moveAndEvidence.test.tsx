import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { EvidenceForm } from '../../../src/renderer/evidence/form/attach/EvidenceForm'
import { MovePanel } from '../../../src/renderer/checks/move/MovePanel'
import { useShortcuts } from '../../../src/renderer/shell/keys/useShortcuts'
import { ReasonForm } from '../../../src/renderer/shell/overlays/ReasonForm'
import type { Overlay } from '../../../src/renderer/state/stores/overlay'
import type { Finding, Verdict } from '../../../src/story/assessment/finding'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { ledgerFrom, POOL, storyFrom } from '../../builders/stories/storyFrom'
import {
  all,
  axeFaults,
  click,
  DESK,
  did,
  fakeWindow,
  find,
  leave,
  lookAt,
  press,
  put,
  refused,
  type,
  type FakeWindow,
  type Page,
} from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const PAGE = 'Leaders meet\nDeck\nIt ran for {f1:100 minutes}.'
const moved = (from: 'draft' | 'filed' | 'inReview', to: 'filed' | 'inReview' | 'cleared'): LedgerEvent => ({
  kind: 'moved',
  from,
  to,
  copyHash: 'h',
  blocks: 0,
  warns: 0,
  overrides: [],
})
const STATEMENT = { ...POOL, id: 'statement', name: 'Joint statement', kind: 'official' } as const
const draft = storyFrom(PAGE, { f1: 'figure' })
const inReview = storyFrom(PAGE, { f1: 'figure' }, [moved('draft', 'filed'), moved('filed', 'inReview')])

const block = (overridable: boolean): Finding => ({
  rule: 'factStatus',
  key: `k ${overridable}`,
  severity: 'block',
  message: '“100 minutes” is to check.',
  where: { kind: 'fact', fact: 'f1' },
  overridable,
  dismissable: false,
})
const SEEN = 'a'.repeat(64)
const verdict = (...blocks: readonly Finding[]): Verdict => ({ door: 'clear', blocks, warns: [], overridden: [] })

const over = async (fake: FakeWindow, overlay: Overlay, content: React.ReactNode): Promise<FakeWindow> => {
  fake.services.panels.open(overlay)
  page = await put(fake.services, content)
  return fake
}
const isOpen = ({ services }: FakeWindow): boolean => services.panels.store.getState().overlay !== null

describe('Moving a story', () => {
  it('says why it could not be checked, and no longer that it is being checked', async () => {
    const why = 'The library cannot be read.'
    await over(
      fakeWindow({ story: draft, answers: { 'story.gate': () => refused(why) } }),
      { kind: 'move', to: 'filed' },
      <MovePanel />,
    )
    expect(document.querySelector('.gate')?.textContent).toBe(why)
  })

  it('is not done by the Enter that opened the panel, pressed twice or held', async () => {
    function Window() {
      useShortcuts('linux')
      return (
        <>
          <button type="button">Publish…</button>
          <MovePanel />
        </>
      )
    }
    await over(
      fakeWindow({ story: draft, answers: { 'story.gate': () => did(verdict()) } }),
      { kind: 'move', to: 'filed' },
      <Window />,
    )
    /** Whether the browser goes on with the key, which then sends the form. */
    const enter = async (element: HTMLElement, at: number, repeat = false): Promise<boolean> => {
      const event = new KeyboardEvent('keydown', {
        key: 'Enter',
        code: 'Enter',
        bubbles: true,
        cancelable: true,
        repeat,
      })
      Object.defineProperty(event, 'timeStamp', { value: at })
      return await act(async () => element.dispatchEvent(event))
    }
    const choice = document.querySelector('.form input[type=radio]') as HTMLElement
    await enter(find('button', 'Publish…'), 1000)
    expect([await enter(choice, 1200), await enter(choice, 1700, true), await enter(choice, 2500)]).toEqual([
      false,
      false,
      true,
    ])
  })

  it('files a draft with one key, because nothing is asked', async () => {
    const fake = await over(
      fakeWindow({
        story: draft,
        answers: { 'story.gate': () => did(verdict()), 'story.move': () => did({ stage: 'filed', version: 1 }) },
      }),
      { kind: 'move', to: 'filed' },
      <MovePanel />,
    )
    expect([document.activeElement?.closest('label')?.textContent, await axeFaults()]).toEqual([
      ' File to desk → Filed',
      [],
    ])
    await click(find('button', 'File to desk'))
    expect([fake.asked.at(-1), isOpen(fake)]).toEqual([
      { action: 'story.move', request: { story: 's1', to: 'filed' } },
      false,
    ])
  })

  it('shows an embargo that runs open, in words and not in the colour of what is well', async () => {
    const warn = (rule: Finding['rule'], message: string): Finding => ({
      ...block(true),
      ...{ rule, key: rule, severity: 'warn', message, where: { kind: 'field', field: 'embargo' } },
    })
    const warns = [warn('embargo', 'Embargoed until 30 Oct 18:00 KST.'), warn('pictureCredit', 'No credit.')]
    const cleared = storyFrom(PAGE, {}, [moved('inReview', 'cleared')])
    await over(
      fakeWindow({
        story: cleared,
        answers: { 'story.gate': () => did({ door: 'publish', blocks: [], warns, overridden: [] }) },
      }),
      { kind: 'move', to: 'published' },
      <MovePanel />,
    )
    expect([
      document.querySelector('.gate-words')?.className,
      document.querySelector('.gate-words')?.textContent,
      find('ul', 'Embargo').textContent,
      find('ul', 'Embargo').closest('details'),
      all('summary', '1 optional').length,
    ]).toEqual([
      'gate-words is-stop',
      'Nothing blocks this move, but an embargo is running.',
      '▲Embargoed until 30 Oct 18:00 KST.',
      null,
      1,
    ])
  })

  it('names what blocks clearing and overrides it only with a reason', async () => {
    const fake = await over(
      fakeWindow({
        story: inReview,
        answers: {
          'story.gate': () => did({ ...verdict(block(true)), seen: SEEN }),
          'story.move': () => did({ stage: 'cleared', version: 1 }),
        },
      }),
      { kind: 'move', to: 'cleared' },
      <MovePanel />,
    )
    await click(find('button', 'Clear · 1 issue'))
    expect([
      fake.asked.filter(({ action }) => action === 'story.move'),
      find('textarea', 'Reason to override it').getAttribute('aria-invalid'),
    ]).toEqual([[], 'true'])
    await type(find('textarea', 'Reason to override it'), 'Seen the pool tape')
    await press(find('textarea', 'Reason to override it'), 'Enter')
    expect(fake.asked.at(-1)).toEqual({
      action: 'story.move',
      request: { story: 's1', to: 'cleared', override: 'Seen the pool tape', seen: SEEN },
    })
  })

  it('does not ask for a reason when the person may not make the move, and says why beside its button', async () => {
    const others = DESK.roster.filter(({ name }) => name !== 'Reporter')
    const roster = [
      ...others,
      { name: 'Ana', role: 'reporter' as const },
      { name: 'Reporter', role: 'editor' as const },
    ]
    const desk = { ...DESK, roster }
    for (const [person, why] of [
      ['Ana', 'Only an editor can clear a story; you are a reporter on the roster.'],
      ['Reporter', 'You are the author or have a byline. Someone else must clear this story.'],
    ] as const) {
      const fake = await over(
        fakeWindow({ story: inReview, desk, person, answers: { 'story.gate': () => did(verdict(block(true))) } }),
        { kind: 'move', to: 'cleared' },
        <MovePanel />,
      )
      expect([document.body.textContent?.includes(why), all('textarea', /^Override/).length]).toEqual([true, 0])
      await click(find('button', 'Clear · 1 issue'))
      const clear = find('button', 'Clear · 1 issue')
      expect([
        fake.asked.some(({ action }) => action === 'story.move'),
        clear.getAttribute('aria-disabled'),
        document.getElementById(clear.getAttribute('aria-describedby') ?? '')?.textContent,
      ]).toEqual([false, 'true', why])
      page?.unmount()
    }
  })

  it.each([
    ['Send back', 'draft'],
    ['Clear', 'cleared'],
  ] as const)('lists what blocks “%s”, and folds what is optional or was overridden behind a count', async (_, to) => {
    const optional: Finding = { ...block(false), key: 'optional', severity: 'warn', message: '“Mina” is to check.' }
    const fake = await over(
      fakeWindow({
        story: inReview,
        answers: { 'story.gate': () => did({ ...verdict(), overridden: [block(true)], warns: [optional] }) },
      }),
      { kind: 'move', to },
      <MovePanel />,
    )
    expect([find('section', 'Checks of this move').firstChild?.textContent, all('.verdict-list', /./).length]).toEqual([
      'Nothing blocks this move.',
      2,
    ])
    expect([...document.querySelectorAll('details')].map(({ open, textContent }) => [open, textContent])).toEqual([
      [false, '1 overridden⋯“100 minutes” is to check.'],
      [false, '1 optional▲“Mina” is to check.'],
    ])
    expect(await axeFaults()).toEqual([])
    await click(find('button', '“Mina” is to check.'))
    expect([fake.jumps, isOpen(fake)]).toEqual([[{ kind: 'fact', fact: 'f1' }], false])
  })

  it('closes and jumps to what blocks', async () => {
    const fake = await over(
      fakeWindow({ story: inReview, answers: { 'story.gate': () => did(verdict(block(false))) } }),
      { kind: 'move', to: 'cleared' },
      <MovePanel />,
    )
    await click(find('button', '“100 minutes” is to check.'))
    expect([fake.jumps, isOpen(fake)]).toEqual([[{ kind: 'fact', fact: 'f1' }], false])
  })

  it('starts in the reason field when a move needs a reason', async () => {
    await over(
      fakeWindow({ story: inReview, answers: { 'story.gate': () => did({ ...verdict(), door: 'sendBack' }) } }),
      { kind: 'move', to: 'draft' },
      <MovePanel />,
    )
    expect([document.activeElement, find('section', 'Checks of this move').textContent]).toEqual([
      find('textarea', 'Why'),
      'Nothing blocks this move.',
    ])
  })

  it('sends back with a reason, and keeps the reason when the newsroom refuses', async () => {
    const fake = await over(
      fakeWindow({
        story: inReview,
        answers: {
          'story.gate': () => did(verdict()),
          'story.move': () => refused('The story has moved on meanwhile.'),
        },
      }),
      { kind: 'move', to: 'draft' },
      <MovePanel />,
    )
    await click(find('button', 'Send back'))
    expect(find('textarea', 'Why').getAttribute('aria-invalid')).toBe('true')
    await type(find('textarea', 'Why'), 'Second source, please')
    await click(find('button', 'Send back'))
    expect([
      document.querySelector('[role=alert]')?.textContent,
      isOpen(fake),
      find<HTMLTextAreaElement>('textarea', 'Why').value,
    ]).toEqual(['The story has moved on meanwhile.', true, 'Second source, please'])
  })
})

describe('Adding evidence', () => {
  it('starts with the source that this person used last and names the locator of its kind', async () => {
    const entries = ledgerFrom([
      {
        kind: 'evidenceAdded',
        fact: 'f1',
        evidence: { id: 'e', source: 'pool', locator: '¶ 1', stance: 'supports' },
        by: 'Editor',
      },
    ])
    const fake = await over(
      fakeWindow({ story: draft, entries, answers: { 'fact.addEvidence': () => did({ id: 'e2' }) } }),
      { kind: 'evidence', fact: 'f1' },
      <EvidenceForm />,
    )
    expect([
      find<HTMLInputElement>('input[role=combobox]', 'Source').value,
      document.activeElement === find('input', 'Paragraph of the pool report'),
      await axeFaults(),
    ]).toEqual(['Pool report 3', true, []])
    await type(find('input', 'Paragraph of the pool report'), '¶ 2')
    await click(find('button', 'Attach'))
    expect([fake.asked.at(-1), isOpen(fake)]).toEqual([
      {
        action: 'fact.addEvidence',
        request: { story: 's1', fact: 'f1', evidence: { source: 'pool', locator: '¶ 2', stance: 'supports' } },
      },
      false,
    ])
  })

  it('finds a source by keyboard and signs the view that was shown', async () => {
    const fake = await over(
      lookAt(fakeWindow({ story: draft, answers: { 'fact.sign': () => did({ entry: 1 }) } })),
      { kind: 'evidence', fact: 'f1', verify: true },
      <EvidenceForm />,
    )
    const source = find<HTMLInputElement>('input[role=combobox]', 'Source')
    await type(source, 'poo')
    expect([
      source.getAttribute('aria-expanded'),
      all('[role=option]', /./).map((option) => option.textContent),
      await axeFaults(),
    ]).toEqual(['true', ['Pool report 3 Pool report', 'Add “poo” to the source book'], []])
    await press(source, 'Enter')
    await type(find('input', 'Paragraph of the pool report'), '¶ 2')
    await type(find('textarea', 'What it says'), 'an hour and forty minutes')
    await press(find('textarea', 'What it says'), 'Enter')
    expect(fake.asked.at(-1)).toEqual({
      action: 'fact.sign',
      request: {
        story: 's1',
        fact: 'f1',
        status: 'verified',
        seen: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        standing: [],
        evidence: { source: 'pool', locator: '¶ 2', stance: 'supports', excerpt: 'an hour and forty minutes' },
      },
    })
  })

  it('adds a source that is not in the source book in the same step', async () => {
    const fake = await over(
      fakeWindow({
        story: draft,
        answers: { 'source.add': () => did({ id: 'new' }), 'fact.addEvidence': () => did({ id: 'e1' }) },
      }),
      { kind: 'evidence', fact: 'f1' },
      <EvidenceForm />,
    )
    await type(find('input[role=combobox]', 'Source'), 'Joint statement')
    await press(find('input[role=combobox]', 'Source'), 'Enter')
    await type(find('select', 'Kind'), 'official')
    await type(find('input', 'Page or paragraph'), '¶ 4')
    await click(find('button', 'Attach'))
    expect(fake.asked).toEqual([
      {
        action: 'source.add',
        request: { name: 'Joint statement', kind: 'official', groundRules: 'onTheRecord', protected: false },
      },
      {
        action: 'fact.addEvidence',
        request: { story: 's1', fact: 'f1', evidence: { source: 'new', locator: '¶ 4', stance: 'supports' } },
      },
    ])
  })

  it('shows every source on a click, even if one is picked already', async () => {
    const entries = ledgerFrom([
      {
        kind: 'evidenceAdded',
        fact: 'f1',
        evidence: { id: 'e', source: 'pool', locator: '¶ 1', stance: 'supports' },
        by: 'Editor',
      },
    ])
    await over(
      fakeWindow({ story: draft, entries, desk: { ...DESK, sources: [POOL, STATEMENT] } }),
      { kind: 'evidence', fact: 'f1' },
      <EvidenceForm />,
    )
    const source = find<HTMLInputElement>('input[role=combobox]', 'Source')
    await click(source)
    expect([source.value, all('[role=option]', /./).map((option) => option.textContent)]).toEqual([
      '',
      ['Pool report 3 Pool report', 'Joint statement Official statement'],
    ])
    await leave(source)
    expect([source.value, source.getAttribute('aria-expanded')]).toEqual(['Pool report 3', 'false'])
  })

  it('never falls back to the previous source when another name was typed and the field was left', async () => {
    const entries = ledgerFrom([
      {
        kind: 'evidenceAdded',
        fact: 'f1',
        evidence: { id: 'e', source: 'pool', locator: '¶ 1', stance: 'supports' },
        by: 'Editor',
      },
    ])
    const fake = await over(
      fakeWindow({
        story: draft,
        entries,
        desk: { ...DESK, sources: [POOL, STATEMENT] },
        answers: { 'source.add': () => did({ id: 'new' }), 'fact.addEvidence': () => did({ id: 'e1' }) },
      }),
      { kind: 'evidence', fact: 'f1' },
      <EvidenceForm />,
    )
    const source = find<HTMLInputElement>('input[role=combobox]', 'Source')
    // Several sources match: none is picked.
    await type(source, 't')
    await leave(source)
    await type(find('input', 'Paragraph of the pool report'), '¶ 2')
    await click(find('button', 'Attach'))
    expect([source.value, source.getAttribute('aria-invalid'), fake.asked]).toEqual(['t', 'true', []])
    // No source matches: the fields of a new one appear.
    await type(source, 'Minister Park')
    await leave(source)
    await type(find('select', 'Kind'), 'person')
    await type(source, 'Minister Park Jin')
    await leave(source)
    await click(find('button', 'Attach'))
    expect(fake.asked).toEqual([
      {
        action: 'source.add',
        request: { name: 'Minister Park Jin', kind: 'person', groundRules: 'onTheRecord', protected: false },
      },
      {
        action: 'fact.addEvidence',
        request: { story: 's1', fact: 'f1', evidence: { source: 'new', locator: '¶ 2', stance: 'supports' } },
      },
    ])
  })

  it('leaving the field picks a source by its whole name only, and asks about a part of a name', async () => {
    const named = (id: string, name: string) => ({ ...POOL, id, name })
    const sources = [named('fleet', 'Fleet Board'), named('k1', 'Kim Min-ji'), named('k2', 'Kim Min-ji')]
    const fake = await over(
      fakeWindow({
        story: draft,
        desk: { ...DESK, sources },
        answers: { 'fact.addEvidence': () => did({ id: 'e1' }) },
      }),
      { kind: 'evidence', fact: 'f1' },
      <EvidenceForm />,
    )
    const source = find<HTMLInputElement>('input[role=combobox]', 'Source')
    await type(find('input', 'Where in the source'), '¶ 2')
    const left = async (typed: string): Promise<unknown> => {
      await type(source, typed)
      await leave(source)
      await click(find('button', 'Attach'))
      return [source.value, document.querySelector('.picker .field-error')?.textContent, [...fake.asked]]
    }
    const why = 'Choose the source from the list, or add it to the source book.'
    expect([await left('Lee'), await left('Kim Min-ji'), await left('fleet board')]).toEqual([
      ['Lee', why, []],
      ['Kim Min-ji', why, []],
      [
        'Fleet Board',
        undefined,
        [
          {
            action: 'fact.addEvidence',
            request: { story: 's1', fact: 'f1', evidence: { source: 'fleet', locator: '¶ 2', stance: 'supports' } },
          },
        ],
      ],
    ])
  })

  it('finds a protected source only by its pseudonym and does not reveal that its name is in the book', async () => {
    const guarded = { ...POOL, id: 'p', name: 'Kim Min-ji', kind: 'person', aliases: ['MJ'], protected: true } as const
    await over(
      fakeWindow({ story: draft, desk: { ...DESK, sources: [POOL, guarded] } }),
      { kind: 'evidence', fact: 'f1' },
      <EvidenceForm />,
    )
    const offered = async (typed: string): Promise<readonly (string | null)[]> => {
      await type(find('input[role=combobox]', 'Source'), typed)
      return all('[role=option]', /./).map(({ textContent }) => textContent)
    }
    expect([
      await offered('Kim Min-ji'),
      await offered('Kim Min-jo'),
      await offered('mj'),
      await offered('source a'),
      await offered('Pool report 3'),
    ]).toEqual([
      ['Add “Kim Min-ji” to the source book'],
      ['Add “Kim Min-jo” to the source book'],
      ['Add “mj” to the source book'],
      ['Source A Person'],
      ['Pool report 3 Pool report'],
    ])
  })

  it('offers the parts of a new protected name and searches only for those that were chosen', async () => {
    const fake = await over(
      fakeWindow({
        story: draft,
        answers: { 'source.add': () => did({ id: 'new' }), 'fact.addEvidence': () => did({ id: 'e1' }) },
      }),
      { kind: 'evidence', fact: 'f1' },
      <EvidenceForm />,
    )
    await type(find('input[role=combobox]', 'Source'), 'Kim Ji-woo')
    await press(find('input[role=combobox]', 'Source'), 'Enter')
    await type(find('select', 'Kind'), 'person')
    await click(find('input', 'Protected'))
    await click(find('input', 'Also look for “Kim” on its own'))
    expect(await axeFaults()).toEqual([])
    await type(find('input', 'When and how they said it'), 'call, 30 Oct')
    await click(find('button', 'Attach'))
    expect(fake.asked[0]).toEqual({
      action: 'source.add',
      request: { name: 'Kim Ji-woo', kind: 'person', groundRules: 'onTheRecord', protected: true, aliases: ['Kim'] },
    })
  })

  it('asks for a locator before it sends anything, and shows a refused sign-off in the form', async () => {
    const fake = await over(
      lookAt(
        fakeWindow({
          story: draft,
          answers: { 'fact.sign': () => refused('Editor changed these words last: someone else must verify them.') },
        }),
      ),
      { kind: 'evidence', fact: 'f1', verify: true },
      <EvidenceForm />,
    )
    await type(find('input[role=combobox]', 'Source'), 'pool')
    await press(find('input[role=combobox]', 'Source'), 'Enter')
    await click(find('button', 'Attach and verify'))
    expect([find('input', 'Paragraph of the pool report').getAttribute('aria-invalid'), fake.asked]).toEqual([
      'true',
      [],
    ])
    await type(find('input', 'Paragraph of the pool report'), '¶ 2')
    await click(find('button', 'Attach and verify'))
    expect([document.querySelector('[role=alert]')?.textContent, isOpen(fake)]).toEqual([
      'Editor changed these words last: someone else must verify them.',
      true,
    ])
  })

  it('closes the list on the first Escape and the form on the second', async () => {
    const fake = await over(fakeWindow({ story: draft }), { kind: 'evidence', fact: 'f1' }, <EvidenceForm />)
    await type(find('input[role=combobox]', 'Source'), 'pool')
    await press(find('input[role=combobox]', 'Source'), 'Escape')
    expect(isOpen(fake)).toBe(true)
    await press(find('input[role=combobox]', 'Source'), 'Escape')
    expect(isOpen(fake)).toBe(false)
  })

  it('still has the name of a source that was typed and not picked when it is opened again', async () => {
    const fake = await over(fakeWindow({ story: draft }), { kind: 'evidence', fact: 'f1' }, <EvidenceForm />)
    const source = (): HTMLElement => find('input[role=combobox]', 'Source')
    await type(source(), 'Pool repo')
    await press(source(), 'Escape')
    await press(source(), 'Escape')
    await act(async () => fake.services.panels.open({ kind: 'evidence', fact: 'f1' }))
    expect((source() as HTMLInputElement).value).toBe('Pool repo')
    await click(find('button', 'Attach'))
    expect([source().getAttribute('aria-invalid'), fake.asked]).toEqual(['true', []])
    await press(source(), 'Enter')
    expect((source() as HTMLInputElement).value).toBe('Pool report 3')
  })
})

describe('Asking for a reason', () => {
  it('sends the reason with Enter and keeps it when the action failed', async () => {
    const said: string[] = []
    const fake = await over(
      fakeWindow({ story: draft }),
      {
        kind: 'reason',
        about: 'f1',
        title: 'Remove the tag',
        label: 'Why',
        action: 'Remove tag',
        submit: (reason) => {
          said.push(reason)
          return Promise.resolve(said.length > 1)
        },
      },
      <ReasonForm />,
    )
    expect([document.activeElement?.tagName, await axeFaults()]).toEqual(['TEXTAREA', []])
    await type(find('textarea', 'Why'), 'No fact')
    await press(find('textarea', 'Why'), 'Enter')
    expect([said, isOpen(fake), find<HTMLTextAreaElement>('textarea', 'Why').value]).toEqual([
      ['No fact'],
      true,
      'No fact',
    ])
    await act(async () => {
      await press(find('textarea', 'Why'), 'Enter')
    })
    expect(isOpen(fake)).toBe(false)
  })

  it('does not let review keys reach the window', async () => {
    await over(
      fakeWindow({ story: draft }),
      {
        kind: 'reason',
        about: 'f1',
        title: 'Remove the tag',
        label: 'Why',
        action: 'Remove tag',
        submit: () => Promise.resolve(true),
      },
      <ReasonForm />,
    )
    const heard: string[] = []
    const listen = (event: KeyboardEvent): void => void heard.push(event.key)
    window.addEventListener('keydown', listen)
    await press(find('button', 'Cancel'), 'v')
    await press(find('button', 'Cancel'), 'k', { ctrlKey: true })
    window.removeEventListener('keydown', listen)
    expect(heard).toEqual(['k'])
  })
})
