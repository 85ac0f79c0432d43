/** “Hand over to…”: several stories, people who are chosen first, and what the panel says when it is done. */
import { afterEach, describe, expect, it } from 'vitest'
import { HandOverPanel } from '../../../src/renderer/handOver/HandOverPanel'
import type { TrustedDevice } from '../../../src/story/requests/library/peopleRequests'
import { all, axeFaults, click, did, fakeWindow, find, put, refused, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const STORIES = [
  { id: 's1', headline: 'Talks end' },
  { id: 's2', headline: '' },
]
const device = (person: string, seals: boolean): TrustedDevice => ({
  key: person,
  person,
  code: '',
  weak: false,
  seals,
})

async function handOver(more: Parameters<typeof fakeWindow>[0] = {}, to?: readonly string[]) {
  const fake = fakeWindow({
    answers: {
      'device.list': () => did([device('Kim Lee', true), device('Ana', false), device('Ana', false)]),
      'story.handOverName': () => did({ fileName: '2-stories.stet', sources: [], shares: [], typed: [] }),
    },
    ...more,
  })
  fake.services.panels.open({ kind: 'handOver', stories: STORIES, ...(to ? { to } : {}) })
  page = await put(fake.services, <HandOverPanel />)
  return fake
}

describe('the panel that hands stories over', () => {
  it('lists the stories and the people, and saves for whom it is', async () => {
    const fake = await handOver(
      {
        calls: {
          saveBundle: () =>
            did({ path: '/out/2.stet', sha256: 'abc', losses: [{ what: 'files', count: 1, example: '' }] }),
        },
      },
      ['Kim Lee'],
    )
    expect(all('li', /./).map(({ textContent }) => textContent)).toEqual(['Talks end', 'Untitled'])
    expect(all<HTMLInputElement>('.receivers input', /./).map(({ checked }) => checked)).toEqual([false, true])
    expect(document.body.textContent).toContain('No key to seal protected sources for. Ask for the device card again.')
    expect(document.body.textContent).toContain('The story uses no protected source.')
    expect(await axeFaults()).toEqual([])
    await click(find('button', 'Save as…'))
    expect(fake.asked.at(-1)).toEqual({
      action: 'saveBundle',
      request: { stories: ['s1', 's2'], for: ['Kim Lee'], shares: [] },
    })
    expect(document.querySelector('[role=status]')?.textContent).toBe(
      'Saved as /out/2.stetSHA-256 abcNot included: files (1)',
    )
  })

  it('says why nothing was handed over, and nothing when the person cancels', async () => {
    await handOver({ calls: { saveBundle: () => refused('Nothing was handed over: …') } })
    await click(find('button', 'Save as…'))
    expect(document.querySelector('[role=alert]')?.textContent).toBe('Nothing was handed over: …')
  })

  it('says how somebody gets onto the list', async () => {
    await handOver({ answers: { 'device.list': () => did([]) } })
    expect(document.body.textContent).toContain('Trust a device card in the Roster')
  })
})
