import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The version of the schema, where one is given, has five characters.
 *
 * ## Why
 * The schema says so; EDGAR puts the right one in itself, so a filer leaves it out.
 *
 * ## Example
 * `X609`.
 *
 * ## Fix
 * Leave the element out: EDGAR inserts it.
 *
 * ## Source
 * ownership-xml.md section 4; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C125',
  name: 'bad-schema-version',
  severity: 'suspends',
  message: 'The schema version “{value}” does not have five characters.',
  fix: 'Leave the element out: EDGAR inserts it.',
  source: 'ownership-xml.md section 4; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'bad-schema-version',
})
