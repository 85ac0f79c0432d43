import type { Bridge, Outcome } from '../../ipc/contract'
import { storyToBeginWith } from '../../ipc/storyToBeginWith'
import { DIALOG, placesCalled } from '../ui/focus/focusService'
import { commandBoard, runCommand } from './commands/commands'
import { setDeskClock } from './stores/deskClock'
import { FormDrafts } from './stores/drafts'
import { WindowNewsroom } from './stores/windowNewsroom'
import { Notices } from './stores/notices'
import { Panels, type OverlayKind } from './stores/panels'
import type { WindowServices } from './windowServices'

/** Asks main how this window starts, and opens the story the person was in, at the place where they were. */
export async function startWindow(bridge: Bridge): Promise<Outcome<WindowServices>> {
  const startup = await bridge.call('startup', {})
  if (!startup.ok) return startup
  const { platform, person, position, opened, readOnly, trouble, keys, assisted = false } = startup.value
  markAssisted({ assisted })
  bridge.on('assistedChanged', markAssisted)
  commandBoard.platform = platform
  commandBoard.store.setState({ keys })
  bridge.on('keysChanged', (changed) => commandBoard.store.setState({ keys: changed.keys }))
  setDeskClock(startup.value)
  const notices = new Notices()
  const panels = new Panels(
    new FormDrafts({ kept: startup.value.drafts ?? [], tell: (draft) => void bridge.call('keepDraft', draft) }),
  )
  const newsroom = new WindowNewsroom(bridge, notices, startup.value)
  // What lies over the window and is about the story before goes with it; what was typed there is kept.
  newsroom.store.subscribe(({ session }, before) => {
    if (session === before.session) return
    const overlay = panels.store.getState().overlay
    if (!overlay || !OF_ONE_STORY.has(overlay.kind)) return
    if (placesCalled(DIALOG).some((dialog) => dialog.contains(document.activeElement))) panels.close()
    else panels.dismiss()
  })
  bridge.on('command', ({ command }) => void runCommand(command))
  if (trouble !== undefined) notices.lastingTrouble(trouble)
  // Over whatever was open: nothing of it is done until the PIN is there.
  bridge.on('askPin', () => panels.open({ kind: 'firstRun' }))
  if (person === undefined && readOnly === undefined) panels.open({ kind: 'firstRun' })
  else {
    const story = storyToBeginWith(startup.value)
    if (story !== undefined && (await newsroom.openStory(story, { ready: opened })) && position)
      newsroom.store.getState().session?.returnTo(position)
  }
  return { ok: true, value: { newsroom, notices, panels } }
}

const OF_ONE_STORY: ReadonlySet<OverlayKind> = new Set([
  'move',
  'evidence',
  'picture',
  'translation',
  'derivation',
  'queries',
  'correction',
  'compare',
  'recovery',
  'reason',
  'export',
])

/** For the style sheets: what is far out of sight is there for those who listen to it. */
const markAssisted = ({ assisted }: { readonly assisted: boolean }): void =>
  void document.documentElement.toggleAttribute('data-assisted', assisted)
