'use client';

import { useRef, useState } from 'react';
import { Form } from '@/components/form/form';
import { message } from '@/components/form/message';
import type { PickerOption } from '@/components/form/picker/picker';
import { SubmitButton } from '@/components/form/submit-button';
import { SelectField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import { addContactAnchor, focusAddContact } from '@/components/rail/begin';
import { PlusIcon } from '@/components/ui/icons';
import { ContactPicker } from '@/features/contacts/components/contact-picker';
import type { ContactOption } from '@/features/contacts/server/contact-option-queries';
import { addDealPerson } from '../actions';
import { type DealRole, suggestedRole } from '../roles';

import { RoleOptions } from './role-options';

/**
 * "+", and the form below it that adds a contact to a deal, of its company or of another one, with the role that their authority
 * suggests or another. The browser's own disclosure: it opens before any script runs.
 */
export function AddDealPerson({ dealId, companyId }: { dealId: string; companyId: string }) {
	const undoToast = useUndoToast();
	const summary = useRef<HTMLElement>(null);
	const [role, setRole] = useState<DealRole | ''>('');

	function onChoose(option: ContactOption | PickerOption | null) {
		setRole((option && 'isDecisionMaker' in option && suggestedRole(option)) || '');
	}

	return (
		<details
			id={addContactAnchor}
			data-action
			className="add-to-deal"
			onToggle={({ currentTarget }) => currentTarget.open && focusAddContact(currentTarget)}
			onKeyDown={(event) => {
				// a list of contacts that is open takes the key first
				if (event.key !== 'Escape' || event.defaultPrevented || !event.currentTarget.open) return;
				event.preventDefault();
				event.currentTarget.open = false;
				summary.current?.focus();
			}}
		>
			<summary ref={summary} className="reach-button" title="Add contact">
				<PlusIcon />
				<span className="sr-only">Add contact to this deal</span>
			</summary>
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
		</details>
	);
}
