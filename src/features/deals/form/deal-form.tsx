'use client';

import { useState } from 'react';
import { withCustom } from '@/components/form/custom-form';
import { CustomInputs } from '@/components/form/custom-inputs';
import { DateField } from '@/components/form/date/date-field';
import { Form } from '@/components/form/form';
import { message } from '@/components/form/message';
import type { PickerOption } from '@/components/form/picker/picker';
import { SubmitButton } from '@/components/form/submit-button';
import { SelectField, TextAreaField, TextField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import { useLeave } from '@/components/form/use-leave';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { FormField } from '@/domain/custom-fields/custom-field-types';
import { companyPath, contactPath, dealPath } from '@/domain/paths';
import { CompanyPicker } from '@/features/companies/components/company-picker';
import { ContactPicker } from '@/features/contacts/components/contact-picker';
import type { ContactOption } from '@/features/contacts/server/contact-option-queries';
import { createDeal, updateDeal } from '../actions';
import { DealValueFields } from '../components/deal-value';
import { RoleOptions } from '../people/role-options';
import { type DealRole, suggestedRole } from '../roles';
import { type DealStage, dealStages, isClosed, stageNames, stageProbabilities } from '../stage/stages';
import { LostFields } from './lost-fields';

/** A deal as its form shows it: the value as the account writes numbers, the day as YYYY-MM-DD. */
export type DealFormValues = {
	version: number;
	name: string;
	value: string;
	currency: string;
	stage: DealStage;
	ownProbability: number | null;
	expectedCloseOn: string;
	company: PickerOption;
	contact: PickerOption | null;
	contactRole: DealRole | null;
	notes: string;
	lostReason: string | null;
};

type DealFormProps = {
	/** The id of the deal to be, or of the one that is changed. */
	id: string;
	deal?: DealFormValues;
	/** The preset company and contact, and which page to return to. */
	company?: PickerOption | undefined;
	contact?: PickerOption | undefined;
	/** The role that what is known of the preset contact suggests. */
	contactRole?: DealRole | null | undefined;
	cameFrom?: 'company' | 'contact' | undefined;
	currency: string;
	currencies: string[];
	/** The language of the account's numbers, and an amount in it, for the hint. */
	locale: string;
	example: string;
	/** The user's day, YYYY-MM-DD. */
	today: string;
	custom: FormField[];
};

/** Makes a deal or changes one. */
export function DealForm(props: DealFormProps) {
	const { cameFrom, currencies, locale, example, today } = props;
	// what the form was opened with, whatever the page is refreshed to meanwhile
	const [{ id, deal, custom }] = useState(props);
	const leave = useLeave();
	const undoToast = useUndoToast();
	const [stage, setStage] = useState<DealStage>(deal?.stage ?? 'prospecting');
	const [company, setCompany] = useState<PickerOption | null>(deal?.company ?? props.company ?? null);
	const [contact, setContact] = useState<PickerOption | null>(deal?.contact ?? props.contact ?? null);
	const save = deal ? updateDeal : createDeal;

	const [role, setRole] = useState<DealRole | ''>(deal?.contactRole ?? props.contactRole ?? '');

	function onCompany(chosen: PickerOption | null) {
		setCompany(chosen);
		setContact(null);
		setRole('');
	}

	function onContact(chosen: ContactOption | PickerOption | null) {
		setContact(chosen);
		setRole((chosen && 'isDecisionMaker' in chosen && suggestedRole(chosen)) || '');
		if (company || !chosen || !('companyId' in chosen)) return;
		const { companyId, companyName } = chosen as PickerOption & { companyId: string; companyName: string };
		setCompany({ id: companyId, name: companyName });
	}

	const origin =
		cameFrom === 'company' && props.company
			? companyPath(props.company.id)
			: cameFrom === 'contact' && props.contact
				? contactPath(props.contact.id)
				: null;
	/** Whether a new deal is one of the record's from which the form was opened: another may have been chosen in it. */
	const isAtOrigin = (saved: { companyId?: string; contactId?: string | null }) =>
		cameFrom === 'contact' ? saved.contactId === props.contact?.id : saved.companyId === props.company?.id;
	return (
		<Form
			guard
			className="max-w-2xl"
			action={(fields) => save({ ...withCustom(fields), id, ...(deal && { version: deal.version }) })}
			onDone={({ data, changeSet }) => {
				undoToast(deal ? message`Saved ${data.name}` : message`Created ${data.name}`, changeSet);
				leave(!deal && origin && isAtOrigin(data) ? origin : dealPath(data.id));
			}}
		>
			<div className="grid gap-4 sm:grid-cols-2">
				<TextField
					name="name"
					label="Deal name"
					required
					autoFocus
					defaultValue={deal?.name}
					fieldClassName="sm:col-span-2"
				/>
				<DealValueFields
					value={deal?.value ?? ''}
					currency={deal?.currency ?? props.currency}
					currencies={currencies}
					locale={locale}
					example={example}
				/>
				<SelectField
					name="stage"
					label="Stage"
					required
					value={stage}
					onChange={(event) => setStage(event.target.value as DealStage)}
				>
					{dealStages.map((each) => (
						<option key={each} value={each}>
							{stageNames[each]}
						</option>
					))}
				</SelectField>
				<Probability stage={stage} own={deal?.ownProbability ?? null} />
				<CompanyPicker name="companyId" label="Company" required initial={company ?? undefined} onChoose={onCompany} />
				<ContactPicker
					name="contactId"
					label="Contact"
					initial={contact ?? undefined}
					companyId={company?.id}
					onChoose={onContact}
				/>
				{contact && (
					<SelectField
						name="contactRole"
						label="Role in this deal"
						value={role}
						onChange={(event) => setRole(event.target.value as DealRole | '')}
					>
						<RoleOptions />
					</SelectField>
				)}
				<DateField
					name="expectedCloseOn"
					label="Expected close date"
					leaning="future"
					defaultValue={deal?.expectedCloseOn}
				/>
				{stage === 'closed_lost' && (
					<div className="grid gap-4 sm:col-span-2 sm:grid-cols-2">
						<LostFields
							reason={deal?.lostReason ?? undefined}
							today={deal?.stage === 'closed_lost' ? undefined : today}
						/>
					</div>
				)}
				<CustomInputs fields={custom} />
				<TextAreaField name="notes" label="Notes" defaultValue={deal?.notes ?? ''} fieldClassName="sm:col-span-2" />
			</div>
			<div className="mt-5 flex gap-2">
				<SubmitButton pendingText="Saving…">Save deal</SubmitButton>
				<Button asChild variant="ghost">
					<Link replace href={deal ? dealPath(id) : (origin ?? '/deals')}>
						Cancel
					</Link>
				</Button>
			</div>
		</Form>
	);
}

/** The user's own probability, which replaces the stage's; kept while the deal is closed. */
function Probability({ stage, own }: { stage: DealStage; own: number | null }) {
	const [typed, setTyped] = useState(own === null ? '' : String(own));
	const usual = stageProbabilities[stage];
	if (isClosed(stage)) {
		// what could not be read is not sent from where nobody sees it
		const kept = /^\s*((\d{1,2}|100)\s*)?(%\s*)?$/.test(typed) ? typed : (own ?? '');
		return (
			<div className="flex flex-col gap-1.5">
				<span className="font-medium leading-none">Probability</span>
				<p className="flex h-9 items-center text-muted-foreground">
					<span>{`${usual} %, because the deal is closed`}</span>
				</p>
				<input type="hidden" name="ownProbability" value={kept} />
			</div>
		);
	}
	return (
		<TextField
			name="ownProbability"
			label="Probability in %"
			inputMode="numeric"
			maxLength={5}
			placeholder={String(usual)}
			hint={`Left empty, it is what is usual in the stage: ${usual} %.`}
			value={typed}
			onChange={(event) => setTyped(event.target.value)}
		/>
	);
}
