'use client';

import { Picker } from '@/components/form/picker/picker';
import type { CompanyOption } from '../server/company-queries';

type CompanyPickerProps = {
	name: string;
	label: string;
	required?: boolean;
	initial?: CompanyOption | undefined;
	onChoose?: (company: CompanyOption | null) => void;
};

/** Chooses one of the account's companies by typing part of its name, or names one that is made with the form. */
export function CompanyPicker(props: CompanyPickerProps) {
	return (
		<Picker
			{...props}
			source="/api/companies"
			placeholder="Type to find a company"
			none="No company has this name."
			creates={{ field: 'newCompany', label: (name) => `Create company “${name}”` }}
		/>
	);
}
