import { useEffect, useState } from 'react'
import type { BackupStatus } from '../../../ipc/contract'
import { useWindowServices } from '../../state/windowServices'

/** How this computer backs the library up. Undefined until it is known. */
export function useBackupStatus(): BackupStatus | undefined {
  const { call, bridge } = useWindowServices().newsroom
  const [status, setStatus] = useState<BackupStatus>()
  useEffect(() => {
    let gone = false
    void call('backupStatus', {}).then((outcome) => {
      if (!gone && outcome.ok) setStatus(outcome.value)
    })
    const off = bridge.on('backupChanged', setStatus)
    return () => {
      gone = true
      off()
    }
  }, [call, bridge])
  return status
}
