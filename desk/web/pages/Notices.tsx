import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextField } from 'react-aria-components/TextField'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked, useOrganization } from '../api/useDesk.ts'
import { Loaded, Trouble } from '../parts/Loaded.tsx'
import { Moment } from '../parts/moments.tsx'
import { Wide } from '../parts/Wide.tsx'

/** One's own calendar by an address of its own; for who administers, what was told to whom. */
export function Notices() {
  const { grants = [] } = useOrganization()
  const administers = grants.some(({ role, issuerId }) => role === 'administrator' && issuerId === null)
  return (
    <>
      <h1>Calendar and notices</h1>
      <Feed />
      {administers && <Sent />}
    </>
  )
}

function Feed() {
  const feed = useAsked('getCalendarFeed', {})
  const making = useAct('postCalendarFeed')
  const ending = useAct('deleteCalendarFeed')
  const [url, setUrl] = useState<string>()
  return (
    <section className="card stack" aria-label="Calendar">
      <h2>Your due moments in your calendar</h2>
      <p>
        A calendar program reads them at an address of your own, without signing in. Whoever has the address sees what
        you may see of it: keep it to yourself, and end it when it was seen.
      </p>
      <Loaded of={feed}>
        {({ feed: kept }) => (
          <>
            <p role="status">
              {kept ? (
                <>
                  There is an address since <Moment at={kept.since} />.
                </>
              ) : (
                'There is no address.'
              )}
            </p>
            {url !== undefined && kept && (
              <TextField className="field" value={url} isReadOnly>
                <Label>The address, shown this once</Label>
                <Input onFocus={(event) => event.currentTarget.select()} />
              </TextField>
            )}
            <Trouble error={making.error ?? ending.error} />
            <p className="tools">
              <Button onPress={() => making.mutate({}, { onSuccess: (made) => setUrl(made.url) })}>
                {kept ? 'Make another, which ends this one' : 'Make an address'}
              </Button>
              {kept && (
                <Button onPress={() => ending.mutate({}, { onSuccess: () => setUrl(undefined) })}>End it</Button>
              )}
            </p>
          </>
        )}
      </Loaded>
    </section>
  )
}

const STATES: Readonly<Record<Shape<'SentNotice'>['state'], string>> = {
  waiting: 'Not sent yet',
  sent: 'Sent',
  failed: 'Failed',
  dropped: 'Not sent: no role any more',
}

function Sent() {
  const notices = useAsked('getNotices', {})
  const testing = useAct('postNoticeTest')
  return (
    <section aria-label="Notices">
      <Loaded of={notices}>
        {({ channels, notices: all }) => (
          <>
            <div className="card stack">
              <h2>Notices to people</h2>
              <p>
                E-mail is {channels.mail ? 'set up' : 'not set up'}, a webhook is{' '}
                {channels.webhook ? 'set up' : 'not set up'}. <Failures of={all} />
              </p>
              <Trouble error={testing.error} />
              <p className="tools">
                <Button
                  isDisabled={!(channels.mail || channels.webhook) || testing.isPending}
                  onPress={() => testing.mutate({})}
                >
                  Send yourself a test
                </Button>
              </p>
            </div>
            {all.length > 0 && <List of={all} />}
          </>
        )}
      </Loaded>
    </section>
  )
}

type Of = { readonly of: readonly Shape<'SentNotice'>[] }

function Failures({ of }: Of) {
  const failed = of.filter(({ state }) => state === 'failed').length
  if (failed === 0) return null
  return <b className="lack">{failed === 1 ? 'One notice has failed.' : `${failed} notices have failed.`}</b>
}

function List({ of }: Of) {
  return (
    <Wide label="Notices, the latest first">
      <thead>
        <tr>
          <th scope="col">Ordered</th>
          <th scope="col">About</th>
          <th scope="col">To</th>
          <th scope="col">State</th>
          <th scope="col">Attempts</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ id, orderedAt, key, to, channel, state, failure, attempts }) => (
          <tr key={id}>
            <td>
              <Moment at={orderedAt} />
            </td>
            <td>{key.split('/', 1)}</td>
            <td>{channel === 'webhook' ? 'webhook' : to}</td>
            <td>
              {STATES[state]}
              {failure !== null && state !== 'dropped' && <code> {failure}</code>}
            </td>
            <td>{attempts}</td>
          </tr>
        ))}
      </tbody>
    </Wide>
  )
}
