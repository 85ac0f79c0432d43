/** What a bundle of several stories would bring, in the import panel. */
import { afterEach, describe, expect, it } from 'vitest'
import { BundlePreview } from '../../../src/renderer/import/arrivals/BundlePreview'
import { Dialog } from '../../../src/renderer/ui/dialogs/Dialog'
import type { MergeReport } from '../../../src/story/requests/exchange/mergeRequests'
import { all, axeFaults, click, did, fakeWindow, find, put, type, type Page } from '../fakeWindow'
import { localMinute } from '../../../src/story/text/format/localMinute'

/** Nine o’clock of the tests, on the clock of this machine. */
const NINE = localMinute('2026-10-30T09:00:00Z')

let page: Page | undefined
afterEach(() => page?.unmount())

const REPORT: MergeReport = {
  story: 's1',
  headline: 'Harbour crews',
  bundle: 'b',
  made: '2026-10-30T09:00:00.000Z',
  sender: { person: 'Kim Min', device: 'k1', standing: 'new', card: 'CARD' },
  outcome: 'new',
  undoable: false,
  entries: 1,
  words: [],
  verdicts: [],
  facts: [],
  dropped: [],
  keptFields: [],
  missingFiles: [],
  files: 0,
  versions: 0,
  sources: [],
}
const show = async (reports: readonly MergeReport[]): Promise<void> => {
  page = await put(
    fakeWindow().services,
    <Dialog title="Import" onClose={() => undefined}>
      <BundlePreview reports={reports} onTrust={() => undefined} />
    </Dialog>,
  )
}
const headings = () => all('h3, h4', /./).map(({ tagName, textContent }) => `${tagName} ${textContent}`)

describe('A bundle of several stories', () => {
  it('says once who sends it and asks once for the short code', async () => {
    await show([REPORT, { ...REPORT, story: 's2', headline: 'Ferries' }, { ...REPORT, story: 's3', headline: '' }])
    const notes = all('.panel-note', /Kim Min/).map(({ textContent }) => textContent?.slice(0, 42))
    expect([notes, all('form', /./).length, headings(), await axeFaults()]).toEqual([
      [`From Kim Min, made ${NINE}`, 'The key of Kim Min on that computer is not'],
      1,
      ['H3 Harbour crews', 'H3 Ferries', 'H3 A story without a headline'],
      [],
    ])
  })

  it('says with a story what is sealed in that story only', async () => {
    const sealed = { people: ['Ana'], standing: 'others', revealed: [], otherwise: [] } as const
    await show([
      { ...REPORT, sealed },
      { ...REPORT, story: 's2', headline: 'Ferries' },
    ])
    const [first, second] = [...document.querySelectorAll('.merge-story')].map(({ textContent }) => textContent)
    expect([first, second]).toEqual([
      'Harbour crewsIt would be a new story here, with 1 entry in its history.Protected sources in it are sealed for Ana.',
      'FerriesIt would be a new story here, with 1 entry in its history.',
    ])
  })

  it('asks in which role the key acts here, and trusts it in that role', async () => {
    const answer = { roster: [], person: 'Kim Min', weak: false }
    const { services, asked } = fakeWindow({ answers: { 'device.trust': () => did(answer) } })
    let trusted = 0
    page = await put(
      services,
      <Dialog title="Import" onClose={() => undefined}>
        <BundlePreview reports={[REPORT]} onTrust={() => trusted++} />
      </Dialog>,
    )
    await type(find('input', 'Short code of Kim Min'), 'abcd')
    await type(find('select', 'Role here'), 'editor')
    await click(find('button', 'Trust the key of Kim Min'))
    const request = { card: 'CARD', code: 'abcd', role: 'editor' }
    expect([asked, trusted]).toEqual([[{ action: 'device.trust', request }], 1])
  })

  it('has a verdict that its giver may not give here among those that do not count', async () => {
    const verdict = { fact: 'f', words: '40 ships', status: 'letStand', by: 'Kim Min', at: REPORT.made } as const
    const refused = 'Only an editor can let words stand.'
    await show([
      {
        ...REPORT,
        outcome: 'merged',
        undoable: true,
        verdicts: [
          { ...verdict, status: 'wrong' },
          { ...verdict, refused },
        ],
      },
    ])
    const lines = (title: string) =>
      [...find('section', title).querySelectorAll('li')].map(({ textContent }) => textContent)
    expect([lines('1 verdict that counts'), lines('1 verdict that does not count')]).toEqual([
      ['Kim Min: wrong “40 ships”'],
      [`Kim Min: let stand “40 ships”: ${refused}`],
    ])
  })
})
