import { documentTypes, type FormNumber, formTitle, lawCited, officialForms } from '@section16/core/facts'
import type { CalendarDate } from '@section16/core/model'
import {
  pageCheckBoxes,
  printedBoxes,
  printedForeignSymbol,
  printedFormName,
  printedJoint,
} from '@section16/core/render'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { type Boxes, BoxField, BoxTick } from './BoxField.tsx'
import { addOwner, hasRoom, removeOwner } from './edit.ts'

interface HeadingProps extends Boxes {
  readonly form: FormNumber
  readonly today: CalendarDate
}

const ROOT = '/ownershipDocument'

/** The head of the form: its number and title, the boxes to tick, boxes 1 to 6. */
export function Heading({ form, today, ...boxes }: HeadingProps) {
  const { document } = boxes
  const { ombNumber, burdenHours } = officialForms[form]
  const isAmendment = documentTypes.get(document.documentType.value ?? '')?.isAmendment ?? false
  const foreign = printedForeignSymbol(document, form, today)
  const contents: Record<string, ReactNode> = {
    reportingOwner: <OwnerAddress {...boxes} at={0} />,
    issuer: (
      <>
        <BoxField {...boxes} label="Issuer name" path={`${ROOT}/issuer/issuerName`} />
        <BoxField {...boxes} label="CIK of the issuer" path={`${ROOT}/issuer/issuerCik`} type="cik" />
        <BoxField {...boxes} label="Ticker or trading symbol" path={`${ROOT}/issuer/issuerTradingSymbol`} />
        {foreign !== undefined && (
          <BoxField {...boxes} label={foreign} path={`${ROOT}/issuer/issuerForeignTradingSymbol`} />
        )}
      </>
    ),
    periodOfReport: <BoxField {...boxes} label="Date" path={`${ROOT}/periodOfReport`} type="date" />,
    dateOfOriginalSubmission: isAmendment ? (
      <BoxField {...boxes} label="Filing date of the original" path={`${ROOT}/dateOfOriginalSubmission`} type="date" />
    ) : (
      <p className="ours">Not an amendment.</p>
    ),
    relationship: <OwnerRelationship {...boxes} at={0} />,
    individualOrJoint: (
      <ul>
        {printedJoint(document.reportingOwners.length).map(({ isTicked, label }) => (
          <li key={label}>
            <span className="tick">{isTicked ? 'X' : ''}</span> {label}
          </li>
        ))}
      </ul>
    ),
  }
  return (
    <>
      <header className="formhead">
        <p className="form">FORM {printedFormName(document)}</p>
        <div className="title">
          <p>
            UNITED STATES SECURITIES AND EXCHANGE COMMISSION
            <br />
            Washington, D.C. 20549
          </p>
          <h2>{formTitle(form, today)}</h2>
          <p className="law">{lawCited(today)}</p>
        </div>
        <p className="omb">
          OMB APPROVAL
          <br />
          OMB Number: {ombNumber}
          <br />
          Estimated average burden hours per response: {burdenHours}
        </p>
      </header>
      <div className="checks">
        {pageCheckBoxes(document, form, today).map(({ box }) => (
          <BoxTick key={box.element} {...boxes} label={box.title} path={`${ROOT}/${box.element}`} />
        ))}
        {form === '3' && (
          <BoxTick {...boxes} label="No securities are beneficially owned." path={`${ROOT}/noSecuritiesOwned`} />
        )}
      </div>
      <div className={`boxes form${form}`}>
        {printedBoxes(form).map(({ name, heading }) => (
          <section key={name} className={name} aria-labelledby={`box-${name}`}>
            <h3 id={`box-${name}`}>{heading}</h3>
            {contents[name]}
          </section>
        ))}
      </div>
    </>
  )
}

/** The owners of a joint filing after the first, whom the form lists below its tables. */
export function OtherOwners(boxes: Boxes) {
  const { document, edit, isReadOnly } = boxes
  const others = document.reportingOwners.slice(1)
  return (
    <section aria-labelledby="owners" className="owners">
      <h2 id="owners">Reporting owners</h2>
      {others.length === 0 && <p className="ours">One reporting person.</p>}
      {others.map((_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: owners stand in an order and may be blank
        <fieldset key={i} className="owner">
          <legend>Reporting owner {i + 2}</legend>
          <OwnerAddress {...boxes} at={i + 1} />
          <OwnerRelationship {...boxes} at={i + 1} />
          {!isReadOnly && <Button onPress={() => edit(removeOwner(i + 1))}>Remove owner {i + 2}</Button>}
        </fieldset>
      ))}
      {!isReadOnly && (
        <Button onPress={() => edit(addOwner)} isDisabled={!hasRoom(document, 'owners')}>
          Add reporting owner
        </Button>
      )}
    </section>
  )
}

function OwnerAddress({ at, ...boxes }: Boxes & { readonly at: number }) {
  const owner = `${ROOT}/reportingOwner[${at + 1}]`
  const address = `${owner}/reportingOwnerAddress`
  const { document } = boxes
  if (document.reportingOwners[at] === undefined) return <NoOwner {...boxes} />
  const isForeign = document.reportingOwners[at].address.nonUSAddressFlag.value === true
  return (
    <div className="address">
      <BoxField {...boxes} label="Name (last, first, middle)" path={`${owner}/reportingOwnerId/rptOwnerName`} />
      <BoxField {...boxes} label="CIK" path={`${owner}/reportingOwnerId/rptOwnerCik`} type="cik" />
      <BoxField {...boxes} label="Street" path={`${address}/rptOwnerStreet1`} />
      <BoxField {...boxes} label="Street, second line" path={`${address}/rptOwnerStreet2`} />
      <BoxField {...boxes} label="City" path={`${address}/rptOwnerCity`} />
      {isForeign ? (
        <>
          <BoxField {...boxes} label="State or territory" path={`${address}/rptOwnerNonUSStateTerritory`} />
          <BoxField {...boxes} label="Country (EDGAR's code)" path={`${address}/rptOwnerCountry`} />
        </>
      ) : (
        <BoxField {...boxes} label="State" path={`${address}/rptOwnerState`} />
      )}
      <BoxField {...boxes} label="Zip" path={`${address}/rptOwnerZipCode`} />
      <BoxTick {...boxes} label="Address outside the U.S." path={`${address}/rptOwnerNonUSAddressFlag`} />
    </div>
  )
}

function OwnerRelationship({ at, ...boxes }: Boxes & { readonly at: number }) {
  const relationship = `${ROOT}/reportingOwner[${at + 1}]/reportingOwnerRelationship`
  const owner = boxes.document.reportingOwners[at]
  if (owner === undefined) return null
  const { isOfficer, isOther, officerTitle, otherText } = owner.relationship
  return (
    <div className="relations">
      <BoxTick {...boxes} label="Director" path={`${relationship}/isDirector`} />
      <BoxTick {...boxes} label="10% Owner" path={`${relationship}/isTenPercentOwner`} />
      <BoxTick {...boxes} label="Officer (give title below)" path={`${relationship}/isOfficer`} />
      <BoxTick {...boxes} label="Other (specify below)" path={`${relationship}/isOther`} />
      {(isOfficer.value || officerTitle.kind !== 'absent') && (
        <BoxField {...boxes} label="Title of the officer" path={`${relationship}/officerTitle`} />
      )}
      {(isOther.value || otherText.kind !== 'absent') && (
        <BoxField {...boxes} label="Other: what" path={`${relationship}/otherText`} />
      )}
    </div>
  )
}

function NoOwner({ edit, isReadOnly }: Boxes) {
  return isReadOnly ? (
    <p className="ours">not given</p>
  ) : (
    <Button onPress={() => edit(addOwner)}>Add reporting owner</Button>
  )
}
