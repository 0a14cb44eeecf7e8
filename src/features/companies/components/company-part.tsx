'use client';

import type { ClipboardEvent } from 'react';
import { DuplicateNotice } from '@/components/form/quick/duplicate-notice';
import { type FormTexts, linesIn } from '@/components/form/quick/form-texts';
import { QuickPoints } from '@/components/form/quick/quick-points';
import { SelectField, TextField } from '@/components/form/text-fields';
import type { Duplicate } from '@/domain/duplicate';
import { companyPath } from '@/domain/paths';
import { companySizes } from '../company-sizes';

type CompanyPartProps = {
	/** The id of the company to be. */
	id: string;
	texts: FormTexts;
	/** The industries in use, offered while typing. */
	industries: string[];
	autoFocus: boolean;
	onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
	onUse: (company: Duplicate) => () => void;
};

/** The fields of a new company in a dialog; their names begin with "company.". */
export function CompanyPart({ id, texts, industries, autoFocus, onPaste, onUse }: CompanyPartProps) {
	return (
		<>
			<TextField
				name="company.name"
				label="Company name"
				required
				autoFocus={autoFocus}
				defaultValue={texts['company.name']}
				onPaste={onPaste}
				fieldClassName="sm:col-span-2"
			/>
			<DuplicateNotice
				source="/api/companies/duplicates"
				prefix="company."
				fields={['name', 'website', 'phone']}
				more={{ except: id }}
				pathOf={companyPath}
				onUse={onUse}
			/>
			<QuickPoints
				kind="phone"
				name="company.phone"
				label="Phone"
				firstLabel="Work"
				initial={linesIn(texts, 'company.phone')}
			/>
			<TextField
				name="company.website"
				label="Website"
				type="url"
				inputMode="url"
				placeholder="www.example.com"
				defaultValue={texts['company.website']}
			/>
			<TextField
				name="company.industry"
				label="Industry"
				list="quick-industries"
				defaultValue={texts['company.industry']}
			/>
			<datalist id="quick-industries">
				{industries.map((industry) => (
					<option key={industry} value={industry} />
				))}
			</datalist>
			<SelectField name="company.size" label="Size" defaultValue={texts['company.size']}>
				<option value="">Not known</option>
				{companySizes.map((size) => (
					<option key={size} value={size}>
						{`${size} people`}
					</option>
				))}
			</SelectField>
			{texts['company.address'] && (
				<TextField
					name="company.address"
					label="Address"
					defaultValue={texts['company.address']}
					fieldClassName="sm:col-span-2"
				/>
			)}
		</>
	);
}

/** What a company that a picker names may have as well: it was pasted with a contact. */
export function PastedCompanyFields({ texts }: { texts: FormTexts }) {
	const fields = [
		['company.website', 'Website'],
		['company.address', 'Address'],
	] as const;
	return fields.map(
		([name, label]) =>
			texts[name] && (
				<TextField key={name} name={name} label={label} defaultValue={texts[name]} fieldClassName="sm:col-span-2" />
			),
	);
}
