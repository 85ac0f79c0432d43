/** The only bridge between the window and main: calls and events of the contract, nothing else of Electron or Node. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { CALL_CHANNEL, EVENT_CHANNEL, type Bridge, type EventName, type Outcome } from '../ipc/contract'

const ask: Bridge['call'] = (name, request) => ipcRenderer.invoke(CALL_CHANNEL, { name, request })

// Asked while the window's script is still being read. The answer serves the first time; after that, or when it failed, it is asked anew.
let early: Promise<Outcome<unknown>> | undefined = ask('startup', {})
early.catch(() => undefined)

const bridge: Bridge = {
  async call(name, request) {
    const first = name === 'startup' ? early : undefined
    if (first === undefined) return ask(name, request)
    early = undefined
    const outcome = await first.catch(() => undefined)
    return outcome?.ok ? (outcome as Awaited<ReturnType<typeof ask<typeof name>>>) : ask(name, request)
  },
  on: (name, listener) => {
    const hear = (_event: IpcRendererEvent, message: { readonly name: EventName; readonly event: never }): void => {
      if (message.name === name) listener(message.event)
    }
    ipcRenderer.on(EVENT_CHANNEL, hear)
    return () => void ipcRenderer.off(EVENT_CHANNEL, hear)
  }
}

contextBridge.exposeInMainWorld('stet', bridge)
