'use client';

import { useState } from 'react';
import type { PickerOption } from '@/components/form/picker/picker';
import { ContactPicker } from '@/features/contacts/components/contact-picker';
import { DealPicker } from '@/features/deals/components/deal-picker';
import type { LikelyLinks } from '../server/activity-quick-queries';
import { contactOfDeal } from './activity-links';

export type OwnLinks = LikelyLinks & { company: PickerOption };

/** The names of the fields below. */
export const quickLinkFields = ['contactId', 'newContact', 'dealId'] as const;

/** The contact and the deal of a company. The likeliest ones are preset until the user chooses or removes one. */
export function QuickLinks({ links }: { links: OwnLinks }) {
	const [chosen, setChosen] = useState<{ contact?: PickerOption | null; deal?: PickerOption | null }>({});
	const { contact, deal } = { ...links, ...chosen };
	const place = {
		inline: true,
		companyId: links.company.id,
		className: 'min-w-60 flex-1 basis-60 lg:max-w-md',
	} as const;

	function onDeal(option: PickerOption | null) {
		const known = contact || 'contact' in chosen;
		setChosen({ ...chosen, deal: option, ...(!known && { contact: contactOfDeal(option) ?? null }) });
	}

	return (
		<>
			<ContactPicker
				{...place}
				name="contactId"
				label="With"
				placeholder="No one"
				initial={contact ?? undefined}
				onChoose={(option) => setChosen({ ...chosen, contact: option })}
			/>
			<DealPicker
				{...place}
				name="dealId"
				label="For"
				placeholder="No deal"
				initial={deal ?? undefined}
				onChoose={onDeal}
			/>
		</>
	);
}
