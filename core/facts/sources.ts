/** The texts that many rows come from. */

/** EDGAR Release 26.1.1, in force 2026-03-18. */
export const SPECIFICATION = 'EDGAR Ownership XML Technical Specification 5.5 (March 2026)'

/** The eight schema files of that specification, kept in `cases/xsd`. */
export const SCHEMA = 'EDGAR ownership XML schema files of specification 5.5 (March 2026)'

/** The stylesheets of that specification, `3_X07`, `4_X09`, `5_X09`. */
export const STYLESHEETS = 'EDGAR ownership stylesheets of specification 5.5 (March 2026)'
