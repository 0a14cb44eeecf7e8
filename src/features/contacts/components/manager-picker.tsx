'use client';

import { Picker, type PickerOption } from '@/components/form/picker/picker';
import { offerContact } from '@/domain/people';
import { optionDetail } from '../option-detail';
import type { ContactOption } from '../server/contact-option-queries';

type ManagerPickerProps = {
	initial?: PickerOption | undefined;
	companyId: string;
	/** The contact who reports to them. */
	except: string;
};

/** Chooses to whom a contact reports, among the company's contacts. */
export function ManagerPicker({ initial, companyId, except }: ManagerPickerProps) {
	return (
		<Picker<ContactOption | PickerOption>
			name="reportsToId"
			label="Reports to"
			initial={initial}
			source={`/api/contacts?${new URLSearchParams({ companyId, except })}`}
			placeholder="Type to find a contact"
			none="No matching contacts at this company"
			creates={{ field: 'newManager', label: offerContact }}
			detail={(option) => optionDetail(option, companyId)}
		/>
	);
}
