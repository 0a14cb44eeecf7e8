'use client';

import { useState } from 'react';
import type { PickerOption } from '@/components/form/picker/picker';
import { CompanyPicker } from '@/features/companies/components/company-picker';
import { ContactPicker } from '@/features/contacts/components/contact-picker';
import { DealPicker } from '@/features/deals/components/deal-picker';

export type LinkChoices = {
	company?: PickerOption | undefined;
	contact?: PickerOption | undefined;
	deal?: PickerOption | undefined;
};

/** The company and contact that an option belongs to. */
type Belongs = { companyId?: string; companyName?: string; contactId?: string | null; contactName?: string | null };

/** The records that an activity belongs to. Choosing a contact or deal also sets its company and contact. */
export function ActivityLinks({ initial }: { initial: LinkChoices }) {
	const [links, setLinks] = useState<LinkChoices>(initial);

	function onCompany(company: PickerOption | null) {
		setLinks({ company: company ?? undefined });
	}

	function onContact(contact: (PickerOption & Belongs) | null) {
		setLinks({ ...links, company: links.company ?? companyOf(contact), contact: contact ?? undefined });
	}

	function onDeal(deal: (PickerOption & Belongs) | null) {
		const contact = links.contact ?? contactOfDeal(deal);
		setLinks({ company: links.company ?? companyOf(deal), contact, deal: deal ?? undefined });
	}

	return (
		<>
			<CompanyPicker name="companyId" label="Company" initial={links.company} onChoose={onCompany} />
			<ContactPicker
				name="contactId"
				label="Contact"
				initial={links.contact}
				companyId={links.company?.id}
				onChoose={onContact}
			/>
			<div className="sm:col-span-2">
				<DealPicker name="dealId" label="Deal" initial={links.deal} companyId={links.company?.id} onChoose={onDeal} />
			</div>
		</>
	);
}

/** The contact that a chosen deal brings along. */
export function contactOfDeal(deal: (PickerOption & Belongs) | null): PickerOption | undefined {
	const { contactId, contactName } = deal ?? {};
	return contactId && contactName ? { id: contactId, name: contactName } : undefined;
}

function companyOf(chosen: Belongs | null): PickerOption | undefined {
	return chosen?.companyId && chosen.companyName ? { id: chosen.companyId, name: chosen.companyName } : undefined;
}
