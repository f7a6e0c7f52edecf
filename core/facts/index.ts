export {
  type Assumption,
  type AssumptionName,
  type Assumptions,
  assumptions,
  readAssumption,
} from './assumptions.ts'
export { addBusinessDays, businessDaysBetween, isBusinessDay, rollForward } from './businessDays.ts'
export { type Calendar, type CalendarDay, calendarDay, calendarOf, edgarCalendar, withDays } from './calendar.ts'
export {
  type DataSetColumn,
  type DataSetRowTableName,
  type DataSetTableName,
  dataSetColumns,
  dataSetTableNames,
} from './dataSetColumns.ts'
export { type InForce, inForceOn, isInForce, type Sourced } from './dated.ts'
export {
  deemedExecution,
  deemedLimit,
  form3Due,
  form4Due,
  form5Due,
  strictForm3Due,
  strictForm4Due,
  strictForm5Due,
} from './deadlines.ts'
export {
  type DocumentType,
  documentTypes,
  type FormNumber,
  formTitle,
  type OfficialForm,
  officialForms,
  secFormNumber,
} from './documentTypes.ts'
export { easternOffset } from './easternTime.ts'
export { elementTitle } from './elementTitle.ts'
export { type EventTreatment, eventTreatments } from './eventTreatments.ts'
export { type FederalHoliday, federalHolidayOn, federalHolidays, weekdayOf } from './federalHolidays.ts'
export { type FilingCutoff, filingCutoffOn, filingCutoffs } from './filingHours.ts'
export { type FilingRelief, filingReliefs, reliefsFor } from './filingReliefs.ts'
export { type QualifyingJurisdiction, qualifyingJurisdictions } from './foreignIssuers.ts'
export { type CheckBox, checkBoxes, type FormBox, type FormBoxName, formBoxes } from './formBoxes.ts'
export { type ColumnKey, type FormColumn, type FormTable, formTables } from './formColumns.ts'
export {
  type FixedNote,
  type FormEdition,
  type FormEditionName,
  fixedNotes,
  formEditionOn,
  formEditions,
  lawCited,
} from './formEditions.ts'
export { FORM_LIMITS, type FormLimit } from './formLimits.ts'
export { columnOf, formNumberOf, formPlace } from './formPlace.ts'
export { coreDiagnostics, messageOf } from './messageOf.ts'
export { acquiredDisposedCodes, type CodeMeaning, directOrIndirectCodes, testOrLiveCodes } from './ownershipCodes.ts'
export {
  type CountryCode,
  countryCodes,
  isPlaceCode,
  type PlaceCode,
  type PlaceCodeElement,
  placeCodeElements,
  placeName,
  type StateCode,
  stateCodes,
} from './placeCodes.ts'
export { type SchemaVersion, schemaVersionOn, schemaVersions } from './schemaVersions.ts'
export {
  CALENDAR_FIRST,
  type Confidence,
  LISTED,
  type SpecialDay,
  type SpecialDayKind,
  specialDays,
} from './specialDays.ts'
export { submissionFileDiagnostics } from './submissionFileDiagnostics.ts'
export {
  type SupportingDocumentType,
  supportingDocumentType,
  supportingDocumentTypeCharacters,
  supportingDocumentTypes,
} from './supportingDocumentTypes.ts'
export {
  type PrintedOnlyCode,
  printedOnlyCodes,
  type TransactionCode,
  type TransactionCodeGroup,
  transactionCodes,
} from './transactionCodes.ts'
export {
  type FormTypeOnForm,
  formTypeOnForm,
  formTypesOnForms,
  type TransactionFormType,
  type TransactionTimeliness,
  transactionFormTypes,
  transactionTimeliness,
} from './transactionFormTypes.ts'
export { type TransactionTreatment, transactionTreatments } from './transactionTreatments.ts'
export type { DiagnosticWording } from './wording.ts'
