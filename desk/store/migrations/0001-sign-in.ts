import type { Migration, Words } from './words.ts'

const USER = 'text not null references "user" (id) on delete cascade'
const ORGANIZATION = 'text not null references "organization" (id)'

function tables({ date, boolean }: Words): string[] {
  return [
    `create table "user" (id text not null primary key, name text not null, email text not null unique,
      "emailVerified" ${boolean} not null, image text, "createdAt" ${date} not null, "updatedAt" ${date} not null,
      "twoFactorEnabled" ${boolean})`,
    `create table "session" (id text not null primary key, "expiresAt" ${date} not null, token text not null unique,
      "createdAt" ${date} not null, "updatedAt" ${date} not null, "ipAddress" text, "userAgent" text,
      "userId" ${USER}, "activeOrganizationId" text)`,
    `create table "account" (id text not null primary key, "accountId" text not null, "providerId" text not null,
      "userId" ${USER}, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" ${date},
      "refreshTokenExpiresAt" ${date}, scope text, password text, "createdAt" ${date} not null,
      "updatedAt" ${date} not null)`,
    `create table "verification" (id text not null primary key, identifier text not null, value text not null,
      "expiresAt" ${date} not null, "createdAt" ${date} not null, "updatedAt" ${date} not null)`,
    `create table "organization" (id text not null primary key, name text not null, slug text not null unique,
      logo text, "createdAt" ${date} not null, metadata text)`,
    `create table "member" (id text not null primary key, "organizationId" ${ORGANIZATION}, "userId" ${USER},
      role text not null, "createdAt" ${date} not null)`,
    `create table "invitation" (id text not null primary key, "organizationId" ${ORGANIZATION}, email text not null,
      role text, status text not null, "expiresAt" ${date} not null, "createdAt" ${date} not null,
      "inviterId" ${USER})`,
    `create table "twoFactor" (id text not null primary key, secret text not null, "backupCodes" text not null,
      "userId" ${USER}, verified ${boolean}, "failedVerificationCount" integer, "lockedUntil" ${date})`,
    `create table "rateLimit" (id text not null primary key, key text not null unique, count integer not null,
      "lastRequest" bigint not null)`,
  ]
}

const INDEXES = [
  ['session', 'userId'],
  ['account', 'userId'],
  ['verification', 'identifier'],
  ['member', 'organizationId'],
  ['member', 'userId'],
  ['invitation', 'organizationId'],
  ['invitation', 'email'],
  ['twoFactor', 'secret'],
  ['twoFactor', 'userId'],
]

/**
 * People who sign in and the organisations they belong to: better-auth 1.7 with e-mail and password, its plugins
 * `organization` and `twoFactor`, and rate limits in the database, in its own names. A test asks better-auth whether
 * anything is missing. An organisation with records cannot be deleted.
 */
export const signIn: Migration = {
  number: 1,
  name: 'sign-in',
  statements: (words) => [
    ...tables(words),
    ...INDEXES.map(([table, column]) => `create index "${table}_${column}_idx" on "${table}" ("${column}")`),
  ],
}
