'use client';

import { ChoiceList } from '@/components/form/picker/choice-list';
import type { PickerOption } from '@/components/form/picker/picker';
import { maxPeople } from '@/domain/people';
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
	function toggle({ id, name, isNew }: PickerOption) {
		const others = chosen.filter((each) => each.id !== id);
		onChange(others.length < chosen.length ? others : [...chosen, { id, name, ...(isNew && { isNew }) }]);
	}

	return (
		<ChoiceList<PickerOption | ContactOption>
			label="Contacts"
			chosen={chosen}
			onToggle={toggle}
			source={companyId ? `/api/contacts?near=${companyId}` : '/api/contacts'}
			placeholder={companyId ? 'Find or add a contact' : 'Find a contact'}
			none="No matching contacts"
			creates={companyId ? (name) => `Add “${name}” to the company’s contacts` : undefined}
			detail={(option) => [decides(option), optionDetail(option, companyId)].filter(Boolean).join(' · ')}
			initials
			max={maxPeople}
		/>
	);
}

const decides = (option: PickerOption | ContactOption) =>
	'isDecisionMaker' in option && option.isDecisionMaker ? 'Decision maker' : '';
