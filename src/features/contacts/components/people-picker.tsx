'use client';

import { MultiPicker } from '@/components/form/picker/multi-picker';
import type { PickerOption } from '@/components/form/picker/picker';
import { maxPeople, offerContact } from '@/domain/people';
import { optionDetail } from '../option-detail';
import type { ContactOption } from '../server/contact-option-queries';

type PeoplePickerProps = {
	label: string;
	chosen: PickerOption[];
	onChange: (chosen: (ContactOption | PickerOption)[]) => void;
	/** The company whose contacts come first; without it, none can be added. */
	companyId?: string | undefined;
	placeholder?: string;
	className?: string;
};

/** Chooses contacts of any company by typing part of their names, or names new ones who are added to the company with the form. */
export function PeoplePicker({ companyId, placeholder = 'Type to find contacts', ...props }: PeoplePickerProps) {
	return (
		<MultiPicker<PickerOption | ContactOption>
			{...props}
			name="people"
			placeholder={placeholder}
			source={companyId ? `/api/contacts?near=${companyId}` : '/api/contacts'}
			none="No matching contacts"
			creates={companyId ? offerContact : undefined}
			detail={(option) => optionDetail(option, companyId)}
			max={maxPeople}
		/>
	);
}
