import { expect, test, vi } from 'vitest'
import { answerWithError } from '../../src/main/calls/serveCalls'
import type { WindowSession } from '../../src/main/windows/windows'
import { NewsroomError } from '../../src/story/requests/requests'

vi.mock('electron', () => ({ app: {}, dialog: {}, shell: {}, BrowserWindow: class {}, Menu: {}, nativeTheme: {} }))

test('a library that did not open answers with its error, and a window may start Stet again', async () => {
  const startAgain = vi.fn()
  const answer = answerWithError(new NewsroomError('refused', 'It is a file, not a folder.'), startAgain)
  const session = {} as WindowSession
  const error = { ok: false, reason: 'refused', message: 'It is a file, not a folder.' }
  expect(await answer(session, { name: 'startup', request: {} })).toEqual(error)
  expect(await answer(session, 'no call')).toEqual(error)
  expect(await answer(undefined, { name: 'startAgain', request: {} })).toEqual(error)
  expect(startAgain).not.toHaveBeenCalled()
  expect(await answer(session, { name: 'startAgain', request: {} })).toEqual({ ok: true, value: {} })
  expect(startAgain).toHaveBeenCalledOnce()
})
