'use client';

import { Picker, type PickerOption } from '@/components/form/picker/picker';
import type { TiedContact } from '@/domain/contact-ties-sql';
import { optionDetail } from '../option-detail';
import type { ContactOption } from '../server/contact-option-queries';

type IntroducerPickerProps = {
	initial?: TiedContact | undefined;
	/** The contact who is introduced. */
	except?: string | undefined;
};

/** Chooses who introduced a contact or a company, among all contacts. */
export function IntroducerPicker({ initial, except }: IntroducerPickerProps) {
	return (
		<Picker<ContactOption | TiedContact | PickerOption>
			name="introducedById"
			label="Introduced by"
			initial={initial}
			source={except ? `/api/contacts?except=${except}` : '/api/contacts'}
			placeholder="Type to find a contact"
			none="No matching contacts"
			detail={(option) => optionDetail(option)}
		/>
	);
}
