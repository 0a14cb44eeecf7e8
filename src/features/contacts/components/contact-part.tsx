'use client';

import type { ClipboardEvent } from 'react';
import { DuplicateNotice } from '@/components/form/quick/duplicate-notice';
import { type FormTexts, linesIn } from '@/components/form/quick/form-texts';
import { QuickPoints } from '@/components/form/quick/quick-points';
import { TextField } from '@/components/form/text-fields';
import { segmentClasses, segmentsClasses } from '@/components/ui/segment-classes';
import type { Duplicate } from '@/domain/duplicate';
import { contactPath } from '@/domain/paths';
import { cn } from '@/lib/cn';
import { authorityLabels } from '../authority';

type ContactPartProps = {
	/** The id of the contact to be. */
	id: string;
	texts: FormTexts;
	/** The company that is chosen; empty while there is none. */
	companyId: string;
	required?: boolean;
	/** Without it the name stands elsewhere, such as in a picker. */
	named?: { autoFocus: boolean; onPaste: (event: ClipboardEvent<HTMLInputElement>) => void };
	onUse?: (contact: Duplicate) => (() => void) | undefined;
};

/** The fields of a new contact in a dialog; their names begin with "contact.". */
export function ContactPart({ id, texts, companyId, required = false, named, onUse }: ContactPartProps) {
	return (
		<>
			{named && (
				<TextField
					name="contact.name"
					label="Contact name"
					required={required}
					autoFocus={named.autoFocus}
					defaultValue={texts['contact.name']}
					onPaste={named.onPaste}
				/>
			)}
			<TextField name="contact.jobTitle" label="Job title" defaultValue={texts['contact.jobTitle']} />
			<DuplicateNotice
				source="/api/contacts/duplicates"
				prefix="contact."
				fields={['name', 'email', 'phone']}
				more={{ except: id, companyId }}
				pathOf={contactPath}
				onUse={onUse}
			/>
			<QuickPoints
				kind="phone"
				name="contact.phone"
				label="Phone"
				firstLabel="Mobile"
				initial={linesIn(texts, 'contact.phone')}
			/>
			<QuickPoints kind="email" name="contact.email" label="Email" initial={linesIn(texts, 'contact.email')} />
			<DecisionChoice initial={texts['contact.decides'] ?? ''} />
		</>
	);
}

const choices = [['', 'No'], ['yes', 'Yes'], ...Object.entries(authorityLabels)] as const;

/** Whether somebody is a decision maker and with which authority, by one click or the arrow keys. */
function DecisionChoice({ initial }: { initial: string }) {
	return (
		<fieldset className="min-w-0 sm:col-span-2">
			<legend className="mb-1.5 font-medium leading-none">Decision maker</legend>
			<div className={cn(segmentsClasses, 'flex-wrap border-input')}>
				{choices.map(([value, label]) => (
					<label
						key={value}
						className={cn(
							segmentClasses,
							'relative cursor-pointer has-checked:bg-accent has-checked:font-medium has-checked:text-accent-foreground has-focus-visible:outline-2 has-focus-visible:outline-ring',
						)}
					>
						<input
							type="radio"
							name="contact.decides"
							value={value}
							defaultChecked={value === initial}
							className="absolute inset-0 cursor-pointer opacity-0"
						/>
						<span>{label}</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}
