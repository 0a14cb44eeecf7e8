'use client';

import { useState } from 'react';
import { Form } from '@/components/form/form';
import { message } from '@/components/form/message';
import type { PickerOption } from '@/components/form/picker/picker';
import { SubmitButton } from '@/components/form/submit-button';
import { SelectField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import { ContactPicker } from '@/features/contacts/components/contact-picker';
import type { ContactOption } from '@/features/contacts/server/contact-option-queries';
import { addDealPerson } from '../actions';
import { type DealRole, suggestedRole } from '../roles';

import { RoleOptions } from './role-options';

/** Adds a contact to a deal, of its company or of another one, with the role that their authority suggests or another. */
export function AddDealPersonForm({ dealId, companyId }: { dealId: string; companyId: string }) {
	const undoToast = useUndoToast();
	const [role, setRole] = useState<DealRole | ''>('');

	function onChoose(option: ContactOption | PickerOption | null) {
		setRole((option && 'isDecisionMaker' in option && suggestedRole(option)) || '');
	}

	return (
		<Form
			stays
			action={(fields) => addDealPerson({ ...fields, dealId })}
			onDone={({ data, changeSet }) => undoToast(message`Added ${data.contact} to the deal`, changeSet)}
		>
			<ContactPicker others name="contactId" label="Add contact" companyId={companyId} onChoose={onChoose} />
			<SelectField
				name="role"
				label="Role"
				value={role}
				onChange={(event) => setRole(event.target.value as DealRole | '')}
			>
				<RoleOptions />
			</SelectField>
			<SubmitButton variant="outline" pendingText="Adding…">
				Add
			</SubmitButton>
		</Form>
	);
}
