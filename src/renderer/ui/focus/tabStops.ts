const STOPS =
  'a[href], button, input, select, textarea, iframe, summary, [contenteditable="true"], [tabindex]:not([tabindex="-1"])'

/** The tab stops inside an element, in the order of the page. */
const tabStops = (container: HTMLElement): readonly HTMLElement[] =>
  [...container.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) =>
      stop.tabIndex >= 0 &&
      !stop.matches(':disabled') &&
      !stop.closest('[hidden], details:not([open]) > :not(summary)'),
  )

export const firstStop = (container: HTMLElement): HTMLElement | undefined => tabStops(container)[0]
