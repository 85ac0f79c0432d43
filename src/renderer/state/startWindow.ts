import type { Bridge, Outcome } from '../../ipc/contract'
import { storyToBeginWith } from '../../ipc/storyToBeginWith'
import { commandBoard, runCommand } from './commands/commands'
import { setDeskClock } from './stores/deskClock'
import { FormDrafts } from './stores/drafts'
import { WindowNewsroom } from './stores/newsroom/windowNewsroom'
import { Notices } from './stores/notices'
import { Panels } from './stores/panels'
import { tellUnexpectedErrors } from './unexpectedErrors'
import type { WindowServices } from './windowServices'

/**
 * Asks main for the start data and opens the last story at the last position.
 * `firstFrame`: what the story does not need is asked for after it.
 */
export async function startWindow(bridge: Bridge, firstFrame: Promise<void>): Promise<Outcome<WindowServices>> {
  const startup = await bridge.call('startup', {})
  if (!startup.ok) return startup
  const { platform, person, position, opened, readOnly, problem, keys, assisted = false } = startup.value
  markAssisted({ assisted })
  bridge.on('assistedChanged', markAssisted)
  commandBoard.platform = platform
  commandBoard.store.setState({ keys })
  bridge.on('keysChanged', (changed) => commandBoard.store.setState({ keys: changed.keys }))
  setDeskClock(startup.value)
  const notices = new Notices()
  tellUnexpectedErrors(window, notices)
  const panels = new Panels(
    new FormDrafts({ kept: startup.value.drafts ?? [], tell: (draft) => void bridge.call('keepDraft', draft) }),
  )
  const newsroom = new WindowNewsroom(bridge, notices, startup.value)
  void firstFrame.then(newsroom.storyList.refresh)
  newsroom.store.subscribe(({ session, unopened }, before) => {
    if (session !== before.session) panels.leaveStory(session?.id)
    if (unopened !== null && unopened !== before.unopened) panels.open({ kind: 'unopened', ...unopened })
  })
  bridge.on('systemEnds', panels.endWithSystem)
  bridge.on('command', ({ command }) => void runCommand(command))
  if (problem !== undefined) notices.showLastingAlert(problem)
  for (const repair of startup.value.repairs ?? []) notices.showLastingAlert(repair)
  const services = { newsroom, notices, panels }
  // Replaces any open overlay: nothing else may be done before the PIN.
  bridge.on('askPin', () => panels.open({ kind: 'firstRun' }))
  if (person === undefined && readOnly === undefined) panels.open({ kind: 'firstRun' })
  else {
    const story = storyToBeginWith(startup.value)
    if (story !== undefined && (await newsroom.openStory(story, { ready: opened })) && position)
      newsroom.store.getState().session?.navigation.returnTo(position)
  }
  newsroom.clipboard.watch(document)
  void firstFrame.then(async () => import('./afterStart')).then(({ afterStart }) => afterStart(services, startup.value))
  return { ok: true, value: services }
}

/** Marks the page for the style sheets: blocks far off screen stay rendered for screen readers. */
const markAssisted = ({ assisted }: { readonly assisted: boolean }): void =>
  void document.documentElement.toggleAttribute('data-assisted', assisted)
