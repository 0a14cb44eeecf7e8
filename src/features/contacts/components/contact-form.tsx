'use client';

import { useState } from 'react';
import { CheckboxField } from '@/components/form/checkbox-field';
import { withCustom } from '@/components/form/custom-form';
import { CustomInputs } from '@/components/form/custom-inputs';
import { DuplicateHint } from '@/components/form/duplicate-hint';
import { Form } from '@/components/form/form';
import { message } from '@/components/form/message';
import { PointFields } from '@/components/form/point-fields';
import { withLists } from '@/components/form/point-lists';
import { SubmitButton } from '@/components/form/submit-button';
import { SelectField, TextAreaField, TextField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import { useLeave } from '@/components/form/use-leave';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { pointsOfKind } from '@/domain/contact-points/contact-point';
import type { FormField } from '@/domain/custom-fields/custom-field-types';
import { companyPath, contactPath } from '@/domain/paths';
import { CompanyPicker } from '@/features/companies/components/company-picker';
import { TagPicker } from '@/features/tags/components/tag-picker';
import { createContact, updateContact } from '../actions';
import { authorityLabels } from '../authority';
import { rhythmLabels } from '../rhythm';
import type { Contact } from '../server/contact-queries';
import { MoreContactFields } from './more-contact-fields';

type ContactFormProps = {
	/** The id of the contact to be, or the contact as it is. */
	id: string;
	contact?: Contact;
	/** The company that is chosen beforehand. */
	company?: { id: string; name: string } | undefined;
	custom: FormField[];
};

/** Makes a contact or changes one. */
export function ContactForm({ company, ...opened }: ContactFormProps) {
	// what the form was opened with, whatever the page is refreshed to meanwhile
	const [{ id, contact, custom }] = useState(opened);
	const leave = useLeave();
	const undoToast = useUndoToast();
	const [decides, setDecides] = useState(contact?.isDecisionMaker ?? false);
	const [companyId, setCompanyId] = useState(contact?.company.id ?? company?.id ?? '');
	const save = contact ? updateContact : createContact;
	const back = contact ? contactPath(id) : company ? companyPath(company.id) : '/contacts';
	return (
		<Form
			guard
			className="max-w-2xl"
			action={(fields) => save({ ...withCustom(withLists(fields)), id, ...(contact && { version: contact.version }) })}
			onDone={({ data, changeSet }) => {
				undoToast(contact ? message`Saved ${data.name}` : message`Created ${data.name}`, changeSet);
				leave(contact || !company ? contactPath(data.id) : companyPath(data.companyId));
			}}
		>
			<div className="grid gap-4 sm:grid-cols-2">
				<TextField name="name" label="Contact name" required autoFocus defaultValue={contact?.name} />
				<CompanyPicker
					name="companyId"
					label="Company"
					required
					initial={contact?.company ?? company}
					onChoose={(chosen) => setCompanyId(chosen?.id ?? '')}
				/>
				<TextField name="jobTitle" label="Job title" defaultValue={contact?.jobTitle ?? ''} />
				<PointFields kind="email" name="email" label="Email" initial={contact ? pointsOfKind(contact, 'email') : []} />
				<PointFields kind="phone" name="phone" label="Phone" initial={contact ? pointsOfKind(contact, 'phone') : []} />
				<PointFields
					kind="link"
					name="link"
					label="Link"
					placeholder="www.example.com"
					initial={contact ? pointsOfKind(contact, 'link') : []}
					begun={false}
				/>
				<div className="flex flex-col justify-end gap-4">
					<CheckboxField name="isDecisionMaker" label="Decision maker" checked={decides} onCheckedChange={setDecides} />
				</div>
				{decides && (
					<SelectField name="authorityLevel" label="Authority level" defaultValue={contact?.authorityLevel ?? ''}>
						<option value="">Not known</option>
						{Object.entries(authorityLabels).map(([value, label]) => (
							<option key={value} value={value}>
								{label}
							</option>
						))}
					</SelectField>
				)}
				<SelectField name="rhythm" label="Stay in touch" defaultValue={contact?.rhythm ?? ''}>
					<option value="">Not set</option>
					{Object.entries(rhythmLabels).map(([value, label]) => (
						<option key={value} value={value}>
							{label}
						</option>
					))}
				</SelectField>
				<TagPicker name="tags" label="Tags" initial={contact?.tags.map(({ tag }) => tag) ?? []} />
				<CustomInputs fields={custom} />
				<TextAreaField name="notes" label="Notes" defaultValue={contact?.notes ?? ''} fieldClassName="sm:col-span-2" />
				<MoreContactFields id={id} contact={contact} companyId={companyId} />
			</div>
			{!contact && (
				<DuplicateHint
					source="/api/contacts/duplicates"
					fields={['name', 'email', 'phone']}
					more={{ except: id, companyId }}
					pathOf={contactPath}
					pronoun="whom"
				/>
			)}
			<div className={contact ? 'mt-5 flex gap-2' : 'flex gap-2'}>
				<SubmitButton pendingText="Saving…">Save contact</SubmitButton>
				<Button asChild variant="ghost">
					<Link replace href={back}>
						Cancel
					</Link>
				</Button>
			</div>
		</Form>
	);
}
