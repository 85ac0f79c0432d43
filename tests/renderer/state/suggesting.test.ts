import { expect, it } from 'vitest'
import type { Startup } from '../../../src/ipc/startup'
import { did, fakeWindow, STARTUP } from '../fakeWindow'

const startupOf = (person: string, more: Partial<Startup> = {}): Startup => ({
  ...STARTUP,
  person,
  ...more,
})

it('Suggesting belongs to the person: it is remembered, and another person starts without it', async () => {
  const remembered = new Set<string>()
  let person = 'Reporter'
  const {
    services: { newsroom },
    asked,
  } = fakeWindow({
    person,
    calls: {
      setSuggesting: ({ on }: { readonly on: boolean }) => {
        if (on) remembered.add(person)
        else remembered.delete(person)
        return did({})
      },
      becomePerson: ({ name }: { readonly name: string }) => {
        person = name
        return did(startupOf(name, remembered.has(name) ? { suggesting: true } : {}))
      },
    },
  })
  expect(newsroom.store.getState().suggesting).toBe(false)
  newsroom.setSuggesting(true)
  expect([newsroom.store.getState().suggesting, asked]).toEqual([
    true,
    [{ action: 'setSuggesting', request: { on: true } }],
  ])
  await newsroom.becomePerson('Ana')
  expect(newsroom.store.getState().suggesting).toBe(false)
  await newsroom.becomePerson('Reporter')
  expect(newsroom.store.getState().suggesting).toBe(true)
  expect(fakeWindow({ startup: { suggesting: true } }).services.newsroom.store.getState().suggesting).toBe(true)
})
