import { area } from '../area'
import en from '../en/mergeReport.json' with { type: 'json' }

export const mergeReportText = area('mergeReport', en)
