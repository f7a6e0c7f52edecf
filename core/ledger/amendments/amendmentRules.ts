import type { DerivationRule } from '../derivation.ts'

const source = 'section16-rules.md section 5.2'
const rule = (law: string, says: string): DerivationRule => ({ law, says, source })

/** How the answers about amendments are said. */
export const amendmentRules = {
  'original-filing-date': rule(
    'R5.2.1',
    '{amendment} amends the report filed on {date}; {original} is the one of that day by the same issuer, owner and form.',
  ),
  'original-best-lines': rule(
    'R5.2.1, R5.2.6',
    '{amendment} amends a report filed on {date}; of those of that day {original} is the one whose lines fit best.',
  ),
  'original-earlier-amendment': rule(
    'R5.2.1',
    '{amendment} gives {date}, the day of an earlier amendment; what that one amends is {original}.',
  ),
  'original-lines-only': rule(
    'R5.2.1, R5.2.6',
    '{amendment} gives {date}; no filing date is known of {original}, but it alone has the same period and lines that fit.',
  ),
  'original-open': rule(
    'R5.2.1',
    '{amendment} gives {date} as the day of its original; which that is stays open: {reason}.',
  ),
  'lines-corrected': rule('R5.2.6', '{count} of its lines correct a line in force.'),
  'lines-repeated': rule('R5.2.3', '{count} of its lines repeat a line in force without a change.'),
  'lines-added': rule('R5.2.5, R5.2.6', '{count} of its lines have none that they could correct; they are added.'),
  'lines-kept': rule('R5.2.2, R5.2.6', '{count} lines in force are not restated; they stay as they are.'),
  'lines-withdrawn': rule('R5.2.6', '{count} lines are withdrawn: {text}'),
  'lines-open': rule('R5.2.6', '{count} of its lines fit several lines in force equally well; they are left open.'),
  'statement-open': rule('R5.2.6', 'It says, and which line that means is left open: {text}'),
  'full-restatement': rule('R5.2.6', 'All lines in force are restated: a full restatement.'),
  'declared-restatement': rule('R5.2.2', 'It says that it replaces the report in its entirety: {text}'),
} satisfies Record<string, DerivationRule>
