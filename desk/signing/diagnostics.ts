import type { DiagnosticWording } from '@section16/core/facts'
import type { Diagnostic } from '@section16/core/model'

const RULE_302 = 'Regulation S-T, Rule 302(b)'
const ELECTRONIC = 'Regulation S-T, Rule 302(b)(2); EDGAR Filer Manual, volume II, electronic signatures'
const POWER = 'Form 4, General Instructions 6(c), 7(a)'
const SIGNED_BY_EACH = 'Rule 16a-3(i); Form 4, General Instruction 7'
const DAY = 'that the date is the day of signing is practice, no rule says so'

const blocked = (name: string, message: string, fix: string, source: string): DiagnosticWording => ({
  name,
  severity: 'law',
  message,
  fix,
  source,
})

/** Why something may not be signed or filed: D30x whose act, D31x authentication, D32x authority, D34x filing. */
export const signingDiagnostics: Readonly<Record<string, DiagnosticWording>> = {
  D301: blocked(
    'not-an-owner',
    '{principal} is no reporting owner of this form.',
    'Sign for the owners that the form names.',
    SIGNED_BY_EACH,
  ),
  D302: blocked(
    'other-content',
    'It was given for other content ({ofHash}); the form is now {contentHash}. It is void.',
    'Have the form as it is now signed or approved anew.',
    RULE_302,
  ),
  D303: blocked(
    'not-the-signers-act',
    '{by} can’t sign electronically as {signer}.',
    'Let {signer} sign, or upload what {signer} has signed by hand.',
    RULE_302,
  ),
  D304: blocked(
    'not-oneself',
    '{signer} is not {name}, and can’t sign as {name}.',
    'Let the owner sign, or sign as attorney-in-fact with a power of attorney.',
    'Form 4, General Instruction 7(a)',
  ),
  D305: blocked(
    'not-in-office',
    '{signer} is not known to sign for {name} on {day}.',
    'Record the office with its days, or sign with a power of attorney.',
    'Form 4, General Instruction 7(b)',
  ),
  D306: blocked(
    'owner-not-recorded',
    'Who signs for {principal} is not recorded.',
    'Record the owner, a person or an entity with its officers.',
    'Form 4, General Instruction 7',
  ),
  D307: blocked(
    'already-signed',
    '{signer} has signed this content for {principal} already.',
    'None needed.',
    SIGNED_BY_EACH,
  ),
  D310: blocked(
    'no-authentication-document',
    'There is no authentication document.',
    'Upload the page signed by hand, or sign electronically.',
    RULE_302,
  ),
  D311: blocked(
    'signed-later',
    'It is dated {signedOn}; that day has not come.',
    'Give the day of signing.',
    `${RULE_302}; ${DAY}`,
  ),
  D312: blocked(
    'no-attestation',
    '{signer} has not attested by hand that electronic signatures stand for that hand.',
    'Have the attestation signed by hand and upload it; then sign.',
    ELECTRONIC,
  ),
  D313: blocked(
    'attested-later',
    'The attestation of {signer} is of {attestedOn}, later than the signature.',
    'Sign again, now that the attestation is there.',
    ELECTRONIC,
  ),
  D314: blocked(
    'attestation-withdrawn',
    '{signer} has withdrawn the attestation.',
    'Sign by hand, or attest anew.',
    ELECTRONIC,
  ),
  D315: blocked(
    'no-credential',
    'What showed that it was {signer} who signed is not recorded.',
    'Sign in and sign again.',
    ELECTRONIC,
  ),
  D316: blocked(
    'not-dated-today',
    'An electronic signature is dated on the day on which it is given, {today}, not {signedOn}.',
    'Leave the day to the act of signing.',
    `${ELECTRONIC}; ${DAY}`,
  ),
  D320: blocked('no-power', 'The power of attorney {power} is not recorded.', 'Record it.', POWER),
  D321: blocked(
    'power-of-others',
    'The power of attorney {power} does not name {signer}.',
    'Let one sign whom it names, or have a new one signed.',
    POWER,
  ),
  D322: blocked(
    'power-of-other-principal',
    'The power of attorney {power} was given by {givenBy}, not by {principal}.',
    'Use one that {principal} has given.',
    POWER,
  ),
  D323: blocked(
    'power-for-other-issuer',
    'The power of attorney {power} is for {issuer}, not for {filed}.',
    'Use one that names this issuer, or all.',
    POWER,
  ),
  D324: blocked(
    'power-for-other-forms',
    'The power of attorney {power} is for {forms}, not for Form {form}.',
    'Use one that names this form.',
    POWER,
  ),
  D325: blocked(
    'power-later-than-signature',
    'The power of attorney {power} holds from {from}; the signature is of {signedOn}.',
    'Sign again now that it holds.',
    POWER,
  ),
  D326: blocked(
    'power-expired',
    'The power of attorney {power} ended with {through}; the signature is of {signedOn}.',
    'Have a new one signed.',
    POWER,
  ),
  D327: blocked(
    'power-revoked',
    'The power of attorney {power} was revoked on {revokedOn}.',
    'Let the owner sign, or have a new one signed.',
    POWER,
  ),
  D328: blocked(
    'power-superseded',
    'A newer power of attorney has taken the place of {power} from {supersededOn} on.',
    'Sign with the newer one.',
    POWER,
  ),
  D329: blocked(
    'exhibit-24-not-stated',
    'The filing does not say where the power of attorney {power} is.',
    'Attach it as EX-24, or name the filing with which it is on file.',
    POWER,
  ),
  D330: blocked(
    'not-filed-with',
    'The power of attorney {power} is not known to be filed with {accessionNumber}.',
    'Name the filing that carries it, or attach it.',
    POWER,
  ),
  D340: blocked(
    'owner-has-not-signed',
    '{name} has not signed.',
    'Have the form signed by or for this owner.',
    'Rule 16a-3(i), (j); Form 4, General Instruction 4(b)(v)',
  ),
  D341: blocked(
    'joint-attorney-has-not-signed',
    'By the power of attorney {power} all attorneys sign together; {missing} has not signed for {name}.',
    'Have them all sign.',
    POWER,
  ),
  D342: blocked('nobody-reports', 'The form names no reporting owner.', 'Name who reports.', SIGNED_BY_EACH),
  D343: blocked(
    'block-is-not-the-signatures',
    'The signature block says {stands}; what was signed is {generated}.',
    'Put the generated lines into the form.',
    RULE_302,
  ),
  D344: blocked(
    'line-too-long',
    'The signature line for {name} has {length} characters; 255 fit.',
    'Shorten the names as they are signed.',
    'EDGAR’s schema, EDGAR Ownership XML Technical Specification 5.5',
  ),
  D345: blocked(
    'not-approved',
    '{given} of {needed} approvals are given.',
    'Have the form as it is approved.',
    'the organisation’s own rule',
  ),
}

/** A reason of a code of the table above. */
export function reason(code: string, path: string, data: Diagnostic['data'] = {}): Diagnostic {
  const wording = signingDiagnostics[code]
  if (!wording) throw new Error(`no wording for ${code}`)
  return { code, severity: wording.severity, at: { path }, data }
}
