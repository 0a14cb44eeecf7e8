'use client';

import { useState } from 'react';
import type { PickerOption } from '@/components/form/picker/picker';
import { PeoplePicker } from '@/features/contacts/components/people-picker';
import { DealPicker } from '@/features/deals/components/deal-picker';
import type { LikelyLinks } from '../server/activity-quick-queries';
import { contactOfDeal } from './activity-links';

export type OwnLinks = LikelyLinks & { company: PickerOption };

/** The names of the fields below. */
export const quickLinkFields = ['people', 'dealId'] as const;

/** The contacts and the deal of a company. The likeliest ones are preset until the user chooses or removes one. */
export function QuickLinks({ links }: { links: OwnLinks }) {
	const [chosen, setChosen] = useState<{ people?: PickerOption[]; deal?: PickerOption | null }>({});
	const { people = links.contact ? [links.contact] : [], deal = links.deal } = chosen;
	const className = 'min-w-60 flex-1 basis-60 lg:max-w-md';

	function onDeal(option: PickerOption | null) {
		const known = people.length > 0 || 'people' in chosen;
		setChosen({ ...chosen, deal: option, ...(!known && { people: contactOfDeal(option) }) });
	}

	return (
		<>
			<PeoplePicker
				inline
				label="With"
				placeholder="No one"
				className={className}
				companyId={links.company.id}
				chosen={people}
				onChange={(next) => setChosen({ ...chosen, people: next })}
			/>
			<DealPicker
				inline
				name="dealId"
				label="For"
				placeholder="No deal"
				className={className}
				companyId={links.company.id}
				initial={deal ?? undefined}
				onChoose={onDeal}
			/>
		</>
	);
}
