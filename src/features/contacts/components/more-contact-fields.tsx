'use client';

import { useState } from 'react';
import { DateField } from '@/components/form/date/date-field';
import { useFormState } from '@/components/form/form';
import { TextField } from '@/components/form/text-fields';
import type { Contact } from '../server/contact-queries';
import { IntroducerPicker } from './introducer-picker';
import { ManagerPicker } from './manager-picker';

type MoreContactFieldsProps = {
	/** The id of the contact to be, or the contact as it is. */
	id: string;
	contact: Contact | undefined;
	/** The company that is chosen in the form; empty while there is none. */
	companyId: string;
};

const names = ['introducedById', 'reportsToId', 'leftOn', 'leftTo'];

/** The fields of a contact's form that few contacts have; folded away until one is filled in or wrong. */
export function MoreContactFields({ id, contact, companyId }: MoreContactFieldsProps) {
	const { introducedBy, reportsTo, leftOn, leftTo } = contact ?? {};
	const [isOpen, setOpen] = useState(Boolean(introducedBy || reportsTo || leftOn));
	const { fieldErrors } = useFormState();
	const isWrong = names.some((name) => fieldErrors[name]);
	return (
		<details
			open={isOpen || isWrong}
			onToggle={(event) => setOpen(event.currentTarget.open)}
			className="sm:col-span-2 [&[open]>summary]:mb-3"
		>
			<summary className="w-fit cursor-pointer text-muted-foreground hover:text-foreground">More details</summary>
			<div className="grid gap-4 sm:grid-cols-2">
				<IntroducerPicker except={id} initial={introducedBy ?? undefined} />
				{companyId && (
					<ManagerPicker
						key={companyId}
						companyId={companyId}
						except={id}
						initial={(companyId === contact?.company.id && reportsTo) || undefined}
					/>
				)}
				<DateField
					name="leftOn"
					label="Left on"
					leaning="past"
					defaultValue={leftOn ?? ''}
					fieldClassName="sm:col-start-1"
				/>
				<TextField
					name="leftTo"
					label="Left to"
					placeholder="Their new company, if known"
					defaultValue={leftTo ?? ''}
				/>
			</div>
		</details>
	);
}
