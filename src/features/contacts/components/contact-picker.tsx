'use client';

import { Picker } from '@/components/form/picker/picker';
import type { NamedRecord } from '@/domain/named-record';
import { offerContact } from '@/domain/people';
import { optionDetail } from '../option-detail';
import type { ContactOption } from '../server/contact-option-queries';

type ContactPickerProps = {
	name: string;
	label: string;
	/** The field that sends the name of a new one. */
	newName?: string;
	className?: string;
	/** The placeholder while none is chosen. */
	placeholder?: string;
	initial?: NamedRecord | undefined;
	/** Whose people to choose from; without it everybody's, and none can be added. */
	companyId?: string | undefined;
	/** Contacts of other companies can be chosen too, after those of the company. */
	others?: true;
	required?: boolean;
	onChoose?: (contact: NamedRecord | ContactOption | null) => void;
};

/** Chooses one of a company's people by typing part of their name, or names one who is added to it with the form. */
export function ContactPicker({ companyId, others, newName = 'newContact', ...props }: ContactPickerProps) {
	const only = companyId !== undefined && !others;
	return (
		<Picker<NamedRecord | ContactOption>
			{...props}
			source={companyId ? `/api/contacts?${others ? 'near' : 'companyId'}=${companyId}` : '/api/contacts'}
			placeholder={props.placeholder ?? 'Type to find a contact'}
			none={only ? 'Nobody of this name works there.' : 'Nobody has this name.'}
			creates={companyId ? { field: newName, label: offerContact } : undefined}
			detail={(option) => optionDetail(option, companyId)}
		/>
	);
}
