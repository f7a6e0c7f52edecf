import type { RuleDefinition } from '../rule.ts'
import type { FaultKind } from './fault.ts'
import { schemaFaults } from './schemaFaults.ts'

/** The check of a rule that the schema decides: it reports the faults of one kind. */
export function ofSchema(kind: FaultKind): RuleDefinition['check'] {
  return (filing, report) => {
    for (const fault of schemaFaults(filing)) if (fault.kind === kind) report(fault.path, fault.data)
  }
}
