import { expect, test } from 'vitest'
import { tellUnexpectedErrors } from '../../../src/renderer/state/unexpectedErrors'

const saying = (what: string): string =>
  `That did not work, because of an error in Stet (${what}). Everything up to the last “Saved” is safe. Try again. If it fails again, close the window and open it again.`

test('an error that nothing handles is told once, and one without an error object is not', () => {
  const page = new EventTarget() as Window & typeof globalThis
  const told: string[] = []
  tellUnexpectedErrors(page, { showLastingAlert: (text) => told.push(text) })
  const rejected = Object.assign(new Event('unhandledrejection'), { reason: new Error('no such fact') })
  page.dispatchEvent(Object.assign(new Event('error'), { error: new TypeError('x is undefined') }))
  page.dispatchEvent(Object.assign(new Event('error'), { error: new TypeError('x is undefined') }))
  page.dispatchEvent(Object.assign(new Event('error'), { error: null, message: 'ResizeObserver loop' }))
  page.dispatchEvent(rejected)
  expect(told).toEqual([saying('x is undefined'), saying('no such fact')])
})
