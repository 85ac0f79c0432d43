import { area } from '../area'
import en from '../en/ledger.json' with { type: 'json' }

export const ledgerText = area('ledger', en)
