export { type Access, accessTable, allowing, type Operation } from './access.ts'
export { hashedPassword, makeAccount } from './auth.ts'
export type { DeskConfiguration, EdgarConfiguration, Mail } from './configuration.ts'
export { checkConfiguration } from './configuration.ts'
export * as contract from './contract/index.ts'
export { createDesk, type StartedDesk } from './createDesk.ts'
export {
  DEMONSTRATION_FILERS,
  DEMONSTRATION_PASSWORD,
  type Demonstration,
  demonstrationPeople,
  seedDemonstration,
} from './demonstration.ts'
export { type DeskSettings, readDeskFile } from './deskFile.ts'
export { isMarked } from './filing/organization.ts'
export { wordsToStart } from './filing/words.ts'
export type { Worker } from './filing/worker.ts'
export type { Notifier } from './notices/notifier.ts'
export { type SmtpConfiguration, smtpMail } from './notices/smtp.ts'
export type { WebhookConfiguration } from './notices/webhook.ts'
export { PAGES } from './pages.ts'
export { PROGRAM } from './program.ts'
export { serverDiagnostics } from './serverDiagnostics.ts'
export { type ServedDesk, type ServeOptions, startDesk } from './startDesk.ts'
