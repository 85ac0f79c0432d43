import { firstStop } from './tabStops'

/** Returns the element of a place; null while it cannot take the keyboard. */
type Place = () => HTMLElement | null

/** The places of this window by name. Several can share a name, such as the rows of a list. */
const places = new Map<string, Set<Place>>()

/** Registers a place under a name until the returned function is called. */
export function registerPlace(name: string, place: Place): () => void {
  const named = places.get(name) ?? new Set()
  places.set(name, named.add(place))
  return () => void named.delete(place)
}

/** For `ref`: registers an element under these names while it is on the page. */
export const focusPlace =
  (...names: readonly string[]) =>
  (element: HTMLElement | null): (() => void) | undefined => {
    if (!element) return undefined
    const unregister = names.map((name) => registerPlace(name, () => element))
    return () => {
      for (const done of unregister) done()
    }
  }

/** Places that the controls of ui name themselves. */
export const DIALOG = 'dialog'
export const TAB_AREA = 'tabs'
export const SELECTED_TAB = 'selected tab'
export const isDialogOpen = (): boolean => placesCalled(DIALOG).length > 0

/** The elements called `name`, in the order of the page. */
export const placesCalled = (name: string): readonly HTMLElement[] =>
  [...(places.get(name) ?? [])]
    .flatMap((place) => place() ?? [])
    .filter((element) => element.isConnected)
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))

/** Returns the first of these places that is drawn, else the first that is on the page. */
export function findPlace(...names: readonly string[]): HTMLElement | undefined {
  const found = names.flatMap(placesCalled)
  return found.find(isDrawn) ?? found[0]
}

/** False for elements in a hidden panel. */
export const isDrawn = (element: Element): boolean => element.getClientRects().length > 0

/** The element itself, or its first tab stop if it is not focusable. */
const takesKeyboard = (place: HTMLElement): HTMLElement | undefined =>
  place.tabIndex >= 0 || place.hasAttribute('tabindex') ? place : firstStop(place)

/** Moves the keyboard to an element, or to its first tab stop. */
export const focusNow = (place: HTMLElement | undefined, options: FocusOptions = {}): void =>
  place && takesKeyboard(place)?.focus(options)

/** Whether nothing has the keyboard: the focused element was removed or disabled. */
export const isFocusLost = (): boolean => {
  const at = document.activeElement
  return at === null || at === document.body || at.matches(':disabled')
}

/** What had the keyboard before the latest menu took it. Weak: an element that is gone is not kept for this. */
let beforeMenu: WeakRef<Element> | undefined

const isInMenu = (element: Element | null): boolean => element?.closest('[role="menu"]') != null

/** Whether an open menu has the keyboard. */
export const isMenuOpen = (): boolean => isInMenu(document.activeElement)

/** Notes where the person is when a menu opens. From one menu to the next they were where the first one opened. */
export function menuOpens(): void {
  const at = document.activeElement
  if (at && !isInMenu(at)) beforeMenu = new WeakRef(at)
}

/** Where the person is: what has the keyboard, or what had it before the open menu took it. */
export function placeOfPerson(): HTMLElement | null {
  const at = document.activeElement
  const place = isInMenu(at) ? beforeMenu?.deref() : at
  return place instanceof HTMLElement ? place : null
}

/**
 * Runs `step` after two frames: React has then drawn the last change, and a closed dialog has returned the keyboard.
 */
export const afterDrawing = (step: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(step))

/** Moves the keyboard to a place once the last change is drawn, if nothing has it then: the person is nowhere else. */
export const focusIfLost = (place: () => HTMLElement | null | undefined): void =>
  afterDrawing(() => {
    if (isFocusLost()) place()?.focus()
  })

/** Runs `step` once the last change is drawn, unless the person moved the keyboard somewhere else meanwhile. */
export function unlessMovedOn(step: () => void): void {
  const at = document.activeElement
  afterDrawing(() => {
    if (isFocusLost() || document.activeElement === at) step()
  })
}

/**
 * Says later whether the keyboard has gone into a field since. Call this before a wait: what is typed into that field
 * belongs there, and anywhere else its letters would be read as keys.
 */
export function inAnotherField(): () => boolean {
  const left = document.activeElement
  return () => document.activeElement !== left && document.activeElement?.matches('input, textarea, select') === true
}

export interface FocusRequest {
  /** Called when the place exists. True leaves the keyboard where it is. */
  readonly unless?: () => boolean
  /** Waits until the focused element is removed or disabled. If it stays, the keyboard stays. */
  readonly whenLost?: boolean
  /** Does not scroll to the place. */
  readonly preventScroll?: boolean
}

/** Number of frames that a request waits for its place. */
const MOST_FRAMES = 30
/** Number of frames that an element may take to leave: on a busy machine lists follow after seconds. */
const MOST_FRAMES_TO_LEAVE = 600
let latest = 0
let awaited: string | undefined
/** Whether the latest request waits until the focused element leaves. */
let waitsForLoss = false

/**
 * Moves the keyboard to a place once it is drawn. Gives up after 30 frames. With several names the first that is drawn
 * counts. A later request replaces this one.
 */
export function focusOn(
  names: string | readonly string[],
  { unless, whenLost = false, preventScroll = false }: FocusRequest = {},
): void {
  const wanted = typeof names === 'string' ? [names] : names
  const request = ++latest
  awaited = wanted[0]
  waitsForLoss = whenLost
  const move = (framesLeft: number): void => {
    if (request !== latest) return
    const place = findPlace(...wanted)
    const isDue = place !== undefined && (!whenLost || isFocusLost())
    if (!isDue && framesLeft > 0 && !unless?.()) return void requestAnimationFrame(() => move(framesLeft - 1))
    awaited = undefined
    if (isDue && !unless?.()) focusNow(place, { preventScroll })
  }
  afterDrawing(() => move(MOST_FRAMES))
}

/**
 * Ends a request that waits until the focused element leaves. For who takes that element away for another reason, and
 * moves the keyboard: the tab of a panel that the request went back to would show that panel again.
 */
export function stopWaiting(): void {
  if (!waitsForLoss) return
  latest++
  waitsForLoss = false
  awaited = undefined
}

/** Whether the keyboard is on its way to this place. */
export const isAwaited = (name: string): boolean => awaited === name

/**
 * Prepares to move the keyboard when an element that may hold it leaves the page: to what `place` returns then. Call
 * this before the element is removed, and the returned function after it. That function does nothing if the element
 * stays or if the keyboard is elsewhere.
 */
export function onceGone(leaving: HTMLElement | null, place: () => HTMLElement | null | undefined): () => void {
  const look = (framesLeft: number): void => {
    const at = document.activeElement
    if (leaving?.isConnected && leaving.contains(at)) {
      if (framesLeft > 0) requestAnimationFrame(() => look(framesLeft - 1))
      return
    }
    // A dialog takes the keyboard itself when what had it is removed.
    if (isFocusLost() || placesCalled(DIALOG).some((dialog) => dialog === at)) focusNow(place() ?? undefined)
  }
  return () => afterDrawing(() => look(MOST_FRAMES_TO_LEAVE))
}

/**
 * Prepares to move the keyboard when a row leaves its list: to the next row, else to the one before, else to the place
 * `otherwise`. The places called `rows` stand for the rows, or lie in them, inside the place called `list` that holds
 * `row`. For when to call it, see `onceGone`.
 */
export function nextRow(row: HTMLElement | null, rows: string, list: string, otherwise: string): () => void {
  const around = placesCalled(list).find((one) => one.contains(row))
  const all = placesCalled(rows).filter((one) => around?.contains(one))
  const here = all.findIndex((one) => row?.contains(one))
  const others = [...all.slice(here + 1), ...all.slice(0, Math.max(here, 0)).reverse()]
  return onceGone(row, () => others.find((other) => other.isConnected) ?? findPlace(otherwise))
}
