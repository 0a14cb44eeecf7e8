'use client';

import { Picker } from '@/components/form/picker/picker';
import type { CompanyOption } from '../server/company-queries';

type CompanyPickerProps = {
	name: string;
	label: string;
	required?: boolean;
	/** The field that sends the name of a new one. */
	newName?: string;
	initial?: CompanyOption | undefined;
	onChoose?: (company: CompanyOption | null) => void;
};

/** Chooses one of the account's companies by typing part of its name, or names one that is made with the form. */
export function CompanyPicker({ newName = 'newCompany', ...props }: CompanyPickerProps) {
	return (
		<Picker
			{...props}
			source="/api/companies"
			placeholder="Type to find a company"
			none="No company has this name."
			creates={{ field: newName, label: (name) => `Create company “${name}”` }}
		/>
	);
}
