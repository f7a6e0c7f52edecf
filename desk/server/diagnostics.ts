/** Diagnostics of all rooms in words, as the API gives them. */
import type { z } from '@hono/zod-openapi'
import { registry } from '@section16/core/check'
import { coreDiagnostics, type DiagnosticWording, formPlace, messageOf } from '@section16/core/facts'
import { type Diagnostic, maskCccMarkup, type OwnershipDocument } from '@section16/core/model'
import { edgarDiagnostics } from '@section16/edgar/submission'
import { draftingDiagnostics } from '../drafting/index.ts'
import { recipeDiagnostics } from '../recipes/index.ts'
import { signingDiagnostics } from '../signing/index.ts'
import { storeDiagnostics } from '../store/index.ts'
import type { Diagnostic as Schema } from './contract/index.ts'
import { serverDiagnostics } from './serverDiagnostics.ts'

const WORDINGS: Readonly<Record<string, Pick<DiagnosticWording, 'message' | 'fix' | 'severity' | 'name'>>> = {
  ...coreDiagnostics,
  ...Object.fromEntries(registry.map((rule) => [rule.code, rule])),
  ...recipeDiagnostics,
  ...draftingDiagnostics,
  ...signingDiagnostics,
  ...storeDiagnostics,
  ...edgarDiagnostics,
  ...serverDiagnostics,
}

export type ToldDiagnostic = z.infer<typeof Schema>

/** A diagnostic with its words, and with its place on the printed form where it is about a document. No CCC is in it. */
export function told(diagnostic: Diagnostic, document?: OwnershipDocument): ToldDiagnostic {
  const { code, severity, at } = diagnostic
  const path = at.path ?? ''
  const data = Object.fromEntries(
    Object.entries(diagnostic.data).map(([name, value]) => [
      name,
      typeof value === 'string' ? maskCccMarkup(value) : value,
    ]),
  )
  const place = document && formPlace(document, path)
  const fix = WORDINGS[code]?.fix
  return {
    code,
    severity,
    path,
    ...(place !== undefined && { place }),
    data,
    message: messageOf(
      {
        ...diagnostic,
        data,
      },
      WORDINGS,
    ),
    ...(fix !== undefined && { fix: filled(fix, data) }),
  }
}

function filled(text: string, data: Diagnostic['data']): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole))
}

/** A diagnostic of the server. */
export function ofServer(
  code: keyof typeof serverDiagnostics,
  path: string,
  data: Diagnostic['data'] = {},
): Diagnostic {
  return { code, severity: serverDiagnostics[code].severity, at: { path }, data }
}
