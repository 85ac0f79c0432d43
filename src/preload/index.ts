/**
 * The only bridge between the window and main. It passes the contract's calls and events, nothing else of Electron or
 * Node.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import {
  CALL_CHANNEL,
  EVENT_CHANNEL,
  LANGUAGE_ARGUMENT,
  type Bridge,
  type EventName,
  type Outcome,
} from '../ipc/contract'
import { EventHub } from './eventHub'

const ask: Bridge['call'] = (name, request) => ipcRenderer.invoke(CALL_CHANNEL, { name, request })

// Sent while the window's script is still being read. Only the first `startup` call gets this answer, and only if it is
// no error. The empty page that Chromium begins with asks for nothing: what it was told, nobody would show.
let early: Promise<Outcome<unknown>> | undefined =
  window.location.href === 'about:blank' ? undefined : ask('startup', {})
early?.catch(() => undefined)

const events = new EventHub()

const argument = process.argv.find((one) => one.startsWith(LANGUAGE_ARGUMENT))

const bridge: Bridge = {
  language: argument?.slice(LANGUAGE_ARGUMENT.length) ?? 'en',
  async call(name, request) {
    const first = name === 'startup' ? early : undefined
    if (first === undefined) return ask(name, request)
    early = undefined
    const outcome = await first.catch(() => undefined)
    return outcome?.ok ? (outcome as Awaited<ReturnType<typeof ask<typeof name>>>) : ask(name, request)
  },
  on: (name, listener) => events.on(name, listener),
}

// One listener for all events: Node reports more than ten on a channel as a leak.
ipcRenderer.on(
  EVENT_CHANNEL,
  (_event: IpcRendererEvent, message: { readonly name: EventName; readonly event: never }) => {
    events.take(message.name, message.event)
  },
)

contextBridge.exposeInMainWorld('stet', bridge)
