import { penText } from '../../catalogue/writing/pen'
import { useCommand, useNotice } from '../state'
import { useWindowServices } from '../state/windowServices'
import { PLACES } from '../state/focusPlaces'
import { findPlace, onceGone } from '../ui/focus/focusService'
import { usePen } from './usePen'

/** Registers the commands that ask for the pen, take it and give it. `writable`: the story may be changed. */
export function usePenCommands(writable: boolean): void {
  const pen = usePen()
  const { check, announce } = useNotice()
  const {
    newsroom: { act },
    panels: { open },
  } = useWindowServices()
  const story = pen?.story ?? ''

  const take = async (reason?: string): Promise<boolean> =>
    check(await act('story.movePen', { story, ...(reason === undefined ? {} : { reason }) })) !== undefined
  const ask = (holder: string): void =>
    open({
      kind: 'reason',
      about: `${story} pen`,
      title: penText('pen.take'),
      label: penText('pen.why', { holder }),
      action: penText('pen.take'),
      submit: take,
    })
  const askFor = async (assignee: string): Promise<void> => {
    // The button goes: the person has asked.
    const goOn = onceGone(document.activeElement as HTMLElement | null, () => findPlace(PLACES.sheet))
    if (check(await act('comment.add', { story, text: penText('pen.askText'), assignee })))
      announce(penText('pen.asked', { holder: assignee }))
    goOn()
  }
  const asked = pen?.isOthers && !pen.isAsked ? pen.holder : undefined
  useCommand('story.askPen', () => void (asked && askFor(asked)), writable && asked !== undefined)
  useCommand(
    'story.takePen',
    () => {
      if (pen?.holder === undefined) void take()
      else ask(pen.holder)
    },
    writable && pen?.mayTake === true,
  )
  useCommand('story.givePen', () => open({ kind: 'givePen' }), writable && pen?.mayGive === true)
}
