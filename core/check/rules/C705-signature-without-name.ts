import { plain } from '../phrases.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A signature without a word of at least two letters besides /s/, or of a general word only (signature, reporting
 * person, attorney-in-fact).
 *
 * ## Why
 * A typed signature is a name. Without one the report is not signed by anybody.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * signatureName “/s/”.
 *
 * ## Fix
 * Type the signer’s name after /s/, an attorney-in-fact’s with the capacity.
 *
 * ## Source
 * Regulation S-T, Rule 302; section16-rules.md 5.1.
 */
export default rule({
  code: 'C705',
  name: 'signature-without-name',
  severity: 'doubt',
  message: 'The signature says {name}: nobody’s name.',
  fix: 'Type the signer’s name after /s/, an attorney-in-fact’s with the capacity.',
  source: 'Regulation S-T, Rule 302; section16-rules.md 5.1',
  of: 'signatures',
  check: ({ name }, report) => {
    // Nearly all sign with a name, which begins with none of the words of the list below.
    if (!name.value || NAME.test(name.value)) return
    const said = plain(name.value.replace(/\/\s*s\s*\//gi, ' '))
    if (
      /[a-z]{2}/.test(said) &&
      !/^(?:signature|signed|reporting (?:person|owner)|attorney in fact|see|exhibit(?: 99)?|power of attorney|by|poa|name)$/.test(
        said,
      )
    )
      return
    // A name in another script is a name.
    if (/[^\x00-\x7f]{2}/.test(name.value)) return
    report('signatureName', { name: `“${name.value}”` })
  },
})

const NAME = /^(?:\/\s*s\s*\/)?\W*(?!sign|reporting|attorney|see|exhibit|power|by|poa|name)[a-z]{2}/i
