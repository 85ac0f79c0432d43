import { useEffect } from 'react'
import { windowText } from '../../catalogue/window/window'
import { messageOf } from '../../story/text/messageOf'
import { startAgain } from '../state/startAgain'
import { useWindowServices } from '../state/windowServices'
import { whenPartFails } from '../ui/later'

/** Says that a part of the window cannot be shown, and offers what helps: only a new start reads its script again. */
export function useFailedParts(): void {
  const services = useWindowServices()
  useEffect(
    () =>
      whenPartFails((error) =>
        services.notices.askLasting(windowText('app.partFailed', { why: messageOf(error) }), {
          label: windowText('writableAgain.start'),
          run: () => startAgain(services),
        }),
      ),
    [services],
  )
}
