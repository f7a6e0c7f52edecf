import { rule } from '../rule.ts'

/**
 * ## What it checks
 * In a draft signed by an attorney-in-fact, remarks or a footnote speak of the power of attorney or of Exhibit 24.
 *
 * ## Why
 * The power of attorney comes with the first form that relies on it; later forms rely on that one. The document alone
 * cannot show which, so only a draft is asked.
 *
 * ## Example
 * “/s/ A. Agent, attorney-in-fact”, no remarks.
 *
 * ## Fix
 * Attach it as Exhibit 24, or make sure that one filed earlier names this signer.
 *
 * ## Source
 * section16-rules.md 5.1 [V:NOVA]
 */
export default rule({
  code: 'C523',
  name: 'agent-without-authority',
  severity: 'note',
  message: '“{name}” signs for another, and nothing speaks of the power of attorney.',
  fix: 'Attach it as Exhibit 24, or make sure that one filed earlier names this signer.',
  source: 'section16-rules.md 5.1 [V:NOVA]',
  stage: 'draft',
  of: 'signatures',
  check: ({ name }, report, { words }) => {
    const said = name.value ?? ''
    if (!/attorney|\bPOA\b|\bby power\b/i.test(said)) return
    if (/power of attorney|\bPOA\b|ex(?:hibit|\.)?[\s-]*24/i.test(words)) return
    report('signatureName', { name: said })
  },
})
