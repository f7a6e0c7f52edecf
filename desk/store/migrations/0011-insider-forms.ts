import type { Migration } from './words.ts'

/** An insider's forms are found without looking at anybody else's: the index holds all that is asked of it. */
export const insiderForms: Migration = {
  number: 11,
  name: 'insider-forms',
  statements: () => [
    'drop index filed_form_insider_insider',
    'create index filed_form_insider_insider on filed_form_insider ("organizationId", "insiderId", "filedFormId")',
  ],
}
