import { factsPanelText } from '../../../../catalogue/window/factsPanel'

/** The usual calculations, each an expression over the inputs, and one for any other. */
export const DERIVATION_KINDS = [
  {
    value: 'b - a',
    get label() {
      return factsPanelText('derivationForm.timeFromBB')
    },
  },
  {
    value: 'years(a, b)',
    get label() {
      return factsPanelText('derivationForm.wholeYearsFromDate')
    },
  },
  {
    value: 'a / rate',
    get label() {
      return factsPanelText('derivationForm.dividedRateWonDollars')
    },
  },
  {
    value: 'a * rate',
    get label() {
      return factsPanelText('derivationForm.timesRateDollarsWon')
    },
  },
  {
    value: 'change(a, b)',
    get label() {
      return factsPanelText('derivationForm.changeFromBPercent')
    },
  },
  {
    value: 'share(a, b)',
    get label() {
      return factsPanelText('derivationForm.shareBPercent')
    },
  },
  {
    value: '',
    get label() {
      return factsPanelText('derivationForm.anotherExpression')
    },
  },
]
