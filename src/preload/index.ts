/** The only bridge between the window and main: calls and events of the contract, nothing else of Electron or Node. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { CALL_CHANNEL, EVENT_CHANNEL, type Bridge, type EventName } from '../ipc/contract'

const bridge: Bridge = {
  call: (name, request) => ipcRenderer.invoke(CALL_CHANNEL, { name, request }),
  on: (name, listener) => {
    const hear = (_event: IpcRendererEvent, message: { readonly name: EventName; readonly event: never }): void => {
      if (message.name === name) listener(message.event)
    }
    ipcRenderer.on(EVENT_CHANNEL, hear)
    return () => void ipcRenderer.off(EVENT_CHANNEL, hear)
  }
}

contextBridge.exposeInMainWorld('stet', bridge)
