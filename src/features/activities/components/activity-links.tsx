'use client';

import { useState } from 'react';
import type { PickerOption } from '@/components/form/picker/picker';
import { CompanyPicker } from '@/features/companies/components/company-picker';
import { PeoplePicker } from '@/features/contacts/components/people-picker';
import { DealPicker } from '@/features/deals/components/deal-picker';
import { type Belongs, contactOfDeal } from '../contact-of-deal';

export type LinkChoices = {
	company?: PickerOption | undefined;
	people: PickerOption[];
	deal?: PickerOption | undefined;
};

/** The records that an activity belongs to. The first contact and a deal also set the company, and a deal its contact. */
export function ActivityLinks({ initial }: { initial: LinkChoices }) {
	const [links, setLinks] = useState<LinkChoices>(initial);

	function onCompany(company: PickerOption | null) {
		setLinks({ company: company ?? undefined, people: [] });
	}

	function onPeople(people: (PickerOption & Belongs)[]) {
		setLinks({ ...links, company: links.company ?? companyOf(people[0] ?? null), people });
	}

	function onDeal(deal: (PickerOption & Belongs) | null) {
		const people = links.people.length > 0 ? links.people : contactOfDeal(deal);
		setLinks({ company: links.company ?? companyOf(deal), people, deal: deal ?? undefined });
	}

	return (
		<>
			<CompanyPicker name="companyId" label="Company" initial={links.company} onChoose={onCompany} />
			<PeoplePicker label="With" chosen={links.people} companyId={links.company?.id} onChange={onPeople} />
			<div className="sm:col-span-2">
				<DealPicker name="dealId" label="Deal" initial={links.deal} companyId={links.company?.id} onChoose={onDeal} />
			</div>
		</>
	);
}

function companyOf(chosen: Belongs | null): PickerOption | undefined {
	return chosen?.companyId && chosen.companyName ? { id: chosen.companyId, name: chosen.companyName } : undefined;
}
