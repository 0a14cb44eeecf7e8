'use client';

import { type ReactNode, useState } from 'react';
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
import { companyPath } from '@/domain/paths';
import { TagPicker } from '@/features/tags/components/tag-picker';
import { createCompany, updateCompany } from '../actions';
import type { CompanySize } from '../schema';
import type { Company } from '../server/company-queries';

type CompanyFormProps = {
	/** The id of the company to be, or the company as it is. */
	id: string;
	company?: Company & { sizeName: CompanySize | null };
	sizes: readonly CompanySize[];
	/** The industries in use, offered while typing. */
	industries: string[];
	/** What a new one is called so far. */
	name?: string;
	/** The field for who introduced it. */
	introducer: ReactNode;
	custom: FormField[];
};

/** Makes a company or changes one. */
export function CompanyForm({ sizes, industries, introducer, ...opened }: CompanyFormProps) {
	// what the form was opened with, whatever the page is refreshed to meanwhile
	const [{ id, company, name, custom }] = useState(opened);
	const leave = useLeave();
	const undoToast = useUndoToast();
	const save = company ? updateCompany : createCompany;
	return (
		<Form
			guard
			className="max-w-2xl"
			action={(fields) => save({ ...withCustom(withLists(fields)), id, ...(company && { version: company.version }) })}
			onDone={({ data, changeSet }) => {
				undoToast(company ? message`Saved ${data.name}` : message`Created ${data.name}`, changeSet);
				leave(companyPath(data.id));
			}}
		>
			<div className="grid gap-4 sm:grid-cols-2">
				<TextField
					name="name"
					label="Company name"
					required
					autoFocus
					defaultValue={company?.name ?? name}
					fieldClassName="sm:col-span-2"
				/>
				<TextField name="industry" label="Industry" list="industries" defaultValue={company?.industry ?? ''} />
				<datalist id="industries">
					{industries.map((industry) => (
						<option key={industry} value={industry} />
					))}
				</datalist>
				<SelectField name="size" label="Size" defaultValue={company?.sizeName ?? ''}>
					<option value="">Not known</option>
					{sizes.map((size) => (
						<option key={size} value={size}>
							{size} people
						</option>
					))}
				</SelectField>
				<PointFields
					kind="link"
					name="website"
					label="Website"
					placeholder="www.example.com"
					initial={company ? pointsOfKind(company, 'link') : []}
				/>
				<PointFields kind="email" name="email" label="Email" initial={company ? pointsOfKind(company, 'email') : []} />
				<PointFields kind="phone" name="phone" label="Phone" initial={company ? pointsOfKind(company, 'phone') : []} />
				{introducer}
				<TagPicker name="tags" label="Tags" initial={company?.tags.map(({ tag }) => tag) ?? []} />
				<TextAreaField
					name="address"
					label="Address"
					rows={2}
					defaultValue={company?.address ?? ''}
					fieldClassName="sm:col-span-2"
				/>
				<CustomInputs fields={custom} />
				<TextAreaField name="notes" label="Notes" defaultValue={company?.notes ?? ''} fieldClassName="sm:col-span-2" />
			</div>
			{!company && (
				<DuplicateHint
					source="/api/companies/duplicates"
					fields={['name', 'website', 'email', 'phone']}
					more={{ except: id }}
					pathOf={companyPath}
					pronoun="which"
				/>
			)}
			<div className={company ? 'mt-5 flex gap-2' : 'flex gap-2'}>
				<SubmitButton pendingText="Saving…">Save company</SubmitButton>
				<Button asChild variant="ghost">
					<Link replace href={company ? companyPath(id) : '/companies'}>
						Cancel
					</Link>
				</Button>
			</div>
		</Form>
	);
}
