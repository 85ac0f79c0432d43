import { penText } from '../../catalogue/writing/pen'
import { useCommand, useNotice } from '../state'
import { useWindowServices } from '../state/windowServices'
import { usePen } from './usePen'

/** Registers the commands that take and give the pen. `writable`: the story may be changed. */
export function usePenCommands(writable: boolean): void {
  const pen = usePen()
  const { check } = useNotice()
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
