'use client';

import { useEffect, useRef } from 'react';
import { ChoiceList } from '@/components/form/picker/choice-list';
import type { PickerOption } from '@/components/form/picker/picker';
import { maxPeople, offerContact } from '@/domain/people';
import { optionDetail } from '../option-detail';
import type { ContactOption } from '../server/contact-option-queries';

type PeopleListPickerProps = {
	chosen: PickerOption[];
	onChange: (chosen: PickerOption[]) => void;
	/** The company whose contacts come first; without it, none can be added. */
	companyId: string | undefined;
};

/** Chooses contacts of any company in a list, or names new ones who are added to the company with the form. */
export function PeopleListPicker({ chosen, onChange, companyId }: PeopleListPickerProps) {
	// names that are typed one after the other are taken before the first one is on the screen
	const latest = useRef(chosen);
	useEffect(() => {
		latest.current = chosen;
	}, [chosen]);

	function toggle({ id, name, isNew }: PickerOption) {
		const before = latest.current;
		const others = before.filter((each) => each.id !== id);
		latest.current = others.length < before.length ? others : [...before, { id, name, ...(isNew && { isNew }) }];
		onChange(latest.current);
	}

	return (
		<ChoiceList<PickerOption | ContactOption>
			label="Contacts"
			chosen={chosen}
			onToggle={toggle}
			source={companyId ? `/api/contacts?near=${companyId}` : '/api/contacts'}
			placeholder={companyId ? 'Find or add a contact' : 'Find a contact'}
			none="No matching contacts"
			creates={companyId ? offerContact : undefined}
			detail={(option) => [decides(option), optionDetail(option, companyId)].filter(Boolean).join(' · ')}
			initials
			max={maxPeople}
		/>
	);
}

const decides = (option: PickerOption | ContactOption) =>
	'isDecisionMaker' in option && option.isDecisionMaker ? 'Decision maker' : '';
