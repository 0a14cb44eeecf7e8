'use client';

import { Picker, type PickerOption } from '@/components/form/picker/picker';
import { type ChosenLink, chosenLink } from '../follow-up-links';
import type { LinkOption } from '../schema';

export type LinkPickerProps = {
	/** What is chosen at first. */
	initial: ChosenLink | undefined;
	/** Among whose records to choose; without it among all, and a company can be made with the follow-up. */
	companyId?: string | undefined;
	/** Nothing can be made with it. */
	findsOnly?: true;
	label?: string;
	onChoose: (chosen: ChosenLink | null) => void;
	inline?: true;
	unguarded?: true;
	className?: string;
};

/** Selects the company, contact or deal of a follow-up by typing part of its name. */
export function LinkPicker({ initial, companyId, findsOnly, label = 'For', onChoose, ...place }: LinkPickerProps) {
	return (
		<Picker<LinkOption | PickerOption>
			name="about"
			label={label}
			{...place}
			initial={initial}
			source={companyId ? `/api/follow-ups/links?companyId=${companyId}` : '/api/follow-ups/links'}
			placeholder="Company, contact, or deal"
			none="No matching companies, contacts, or deals"
			detail={(option) => ('about' in option ? option.about : '')}
			creates={
				companyId || findsOnly ? undefined : { field: 'newCompany', label: (name) => `Create company “${name}”` }
			}
			onChoose={(option) => onChoose(option && chosenLink(option))}
		/>
	);
}
