'use client';

import { useEffect } from 'react';
import { CustomInputs } from '@/components/form/custom-inputs';
import { FixedLine, QuickPart } from '@/components/form/quick/quick-part';
import { SelectField } from '@/components/form/text-fields';
import { CompanyPart, PastedCompanyFields } from '@/features/companies/components/company-part';
import { CompanyPicker } from '@/features/companies/components/company-picker';
import { ContactPart } from '@/features/contacts/components/contact-part';
import { ContactPicker } from '@/features/contacts/components/contact-picker';
import { DealPart } from '@/features/deals/form/deal-part';
import { RoleOptions } from '@/features/deals/people/role-options';
import type { AskedFields, NewIds, NewPart } from '@/features/quick-create/sent-records';
import type { MoneyStyle } from '@/lib/money/money';
import type { Parts } from './use-parts';

type PartsOfProps = {
	what: NewPart;
	ids: NewIds;
	money: MoneyStyle;
	parts: Parts;
	industries: string[];
	/** What else is asked for, once that is known. */
	custom: AskedFields | undefined;
};

const skip = 'Leave blank to skip.';
const paste = 'Paste an email signature into the name to fill in the rest.';

/** The parts of a dialog that creates records, that which it is opened for first. */
export function PartsOf(props: PartsOfProps) {
	const { what, ids, money, parts, custom } = props;
	const { focus, began, place } = parts;
	useEffect(() => {
		if (began === 0 || !focus) return;
		place.current?.querySelector<HTMLElement>(`[name="${focus}"]`)?.focus();
	}, [began, focus, place]);
	const ofDeal = (
		<QuickPart
			key="deal"
			title="Deal"
			hint={what === 'deal' ? 'Only the name, the value, and a company are needed.' : skip}
		>
			<DealPart money={money} required={what === 'deal'} autoFocus={what === 'deal'} />
			<CustomInputs prefix="deal." fields={custom?.deal ?? []} />
		</QuickPart>
	);
	const company =
		what === 'company' ? <NewCompany key="company" {...props} /> : <ChosenCompany key="company" {...props} />;
	const contact =
		what === 'deal' ? <ChosenContact key="contact" {...props} /> : <NewContact key="contact" {...props} />;
	const order = {
		company: [company, contact, ofDeal],
		contact: [contact, company, ofDeal],
		deal: [ofDeal, company, contact],
	};
	return (
		<div ref={place} data-id={ids[what]}>
			{order[what]}
		</div>
	);
}

function NewCompany({ ids, parts, industries, custom }: PartsOfProps) {
	const needed = custom?.company.some(({ required }) => required)
		? 'Only the name and what is marked * are needed.'
		: 'Only the name is needed.';
	const { used, began, texts, renew, onPaste, takeCompany } = parts;
	return (
		<QuickPart title="Company" hint={used.company ? undefined : `${needed} ${paste}`}>
			{used.company ? (
				<FixedLine name={used.company.name} change="Enter a new one" onChange={() => renew('company')} />
			) : (
				<>
					<CompanyPart
						key={began}
						id={ids.company}
						texts={texts}
						industries={industries}
						autoFocus={began === 0}
						onPaste={onPaste}
						onUse={(record) => () => takeCompany(record)}
					/>
					<CustomInputs prefix="company." fields={custom?.company ?? []} />
				</>
			)}
		</QuickPart>
	);
}

function NewContact({ what, ids, parts, custom }: PartsOfProps) {
	const { used, fixed, picked, began, texts, renew, onPaste, takeContact } = parts;
	const companyId = fixed.company?.id ?? picked.company?.id ?? '';
	const isMain = what === 'contact';
	return (
		<QuickPart title="Contact" hint={used.contact ? undefined : isMain ? paste : skip}>
			{used.contact ? (
				<FixedLine name={used.contact.name} change="Enter a new one" onChange={() => renew('contact')} />
			) : (
				<>
					<ContactPart
						key={began}
						id={ids.contact}
						texts={texts}
						companyId={companyId}
						required={isMain}
						named={{ autoFocus: isMain && began === 0, onPaste }}
						onUse={(record) =>
							!fixed.company || fixed.company.id === record.companyId ? () => takeContact(record) : undefined
						}
					/>
					<CustomInputs prefix="contact." fields={custom?.contact ?? []} />
				</>
			)}
		</QuickPart>
	);
}

function ChosenCompany({ what, parts }: PartsOfProps) {
	const { fixed, picked, isAwaited, texts, release, pickCompany, began } = parts;
	const isNew = picked.company?.isNew === true;
	return (
		<QuickPart
			title="Company"
			hint={fixed.company || isAwaited ? undefined : 'Find one, or enter the name of a new one.'}
		>
			{fixed.company || isAwaited ? (
				<FixedLine name={fixed.company?.name ?? parts.awaitedName()} change="Change" onChange={release} />
			) : (
				<>
					<div className="sm:col-span-2">
						<CompanyPicker
							name={`${what}.companyId`}
							newName="company.name"
							label="Company"
							required
							initial={picked.company ?? undefined}
							onChoose={pickCompany}
						/>
					</div>
					{isNew && <PastedCompanyFields key={began} texts={texts} />}
				</>
			)}
		</QuickPart>
	);
}

function ChosenContact({ ids, parts }: PartsOfProps) {
	const { used, fixed, picked, isAwaited, texts, release, renew, pickContact, takeContact } = parts;
	const companyId = fixed.company?.id ?? picked.company?.id;
	if (isAwaited) return null;
	const role = (
		<SelectField
			key={`role ${fixed.contact?.id ?? picked.contact?.id}`}
			name="deal.contactRole"
			label="Role in this deal"
			data-unguarded=""
			defaultValue={parts.role}
		>
			<RoleOptions />
		</SelectField>
	);
	if (fixed.contact)
		return (
			<QuickPart title="Contact">
				<FixedLine
					name={fixed.contact.name}
					change="Change"
					onChange={used.contact ? () => renew('contact') : release}
				/>
				{role}
			</QuickPart>
		);
	return (
		<QuickPart title="Contact" hint={skip}>
			<ContactPicker
				name="deal.contactId"
				newName="contact.name"
				label="Contact"
				companyId={companyId}
				initial={picked.contact ?? undefined}
				onChoose={pickContact}
			/>
			{picked.contact && role}
			{picked.contact?.isNew && (
				<ContactPart
					key={picked.contact.id}
					id={picked.contact.id ?? ids.contact}
					texts={texts}
					companyId={companyId ?? ''}
					onUse={(record) =>
						!fixed.company || fixed.company.id === record.companyId ? () => takeContact(record) : undefined
					}
				/>
			)}
		</QuickPart>
	);
}
