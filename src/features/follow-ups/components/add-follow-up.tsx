'use client';

import { type ComponentType, type RefObject, useEffect, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { CheckboxField } from '@/components/form/checkbox-field';
import type { MomentFieldProps } from '@/components/form/date/moment-field';
import { Field } from '@/components/form/field';
import { Form } from '@/components/form/form';
import { message } from '@/components/form/message';
import { OtherProblems } from '@/components/form/other-problems';
import { SubmitButton } from '@/components/form/submit-button';
import { useUndoToast } from '@/components/form/undo-toast';
import { Input } from '@/components/ui/input';
import { followNewFollowUpAnchor, newFollowUpAnchor } from '@/domain/shortcuts';
import { createFollowUp } from '../actions';
import type { ShownFollowUp } from '../due-days';
import { type ChosenLink, linkOf, sentLinks } from '../follow-up-links';
import type { LinkPickerProps } from './link-picker';
import type { TitleOfferProps } from './title-offer';

type AddFollowUpProps = {
	/** The preset record, and the company whose records can be chosen. */
	own?: OwnLink | undefined;
	/** The one that was done before; the new one is about the same. */
	next: ShownFollowUp | null;
	onAdded: (id: string) => void;
	titleInput: RefObject<HTMLInputElement | null>;
	/** The fields besides the title; of a form that is folded at first, their code may come later. */
	fields: {
		About: ComponentType<LinkPickerProps>;
		Due: ComponentType<MomentFieldProps>;
		Offer: ComponentType<TitleOfferProps>;
	};
};

export type OwnLink = { link: ChosenLink; companyId: string };

/** Adds a follow-up in one line: what, about whom, when, Enter. The date says itself below, so it stands in the last row. */
export function AddFollowUp({ own, next, onAdded, titleInput, fields: { About, Due, Offer } }: AddFollowUpProps) {
	'use no memo';
	const undoToast = useUndoToast();
	const [id, setId] = useState<string | null>(null);
	const [turn, setTurn] = useState(0);
	const [isTheirs, setIsTheirs] = useState(false);
	const [moment, setMoment] = useState('');
	// what was chosen in place of the proposal, until there is another proposal
	const [chosen, setChosen] = useState<{ insteadOf: string; link: ChosenLink | null }>();
	useEffect(() => void followNewFollowUpAnchor(), []);

	const proposal = next?.id ?? 'own';
	const proposed = next ? linkOf(next) : own?.link;
	const about = chosen?.insteadOf === proposal ? (chosen.link ?? undefined) : proposed;
	return (
		<Form
			key={turn}
			stays
			className="border-t px-4 pt-3"
			action={(fields) => {
				// the same id for every try of this one
				const tried = id ?? uuidv7();
				setId(tried);
				const { title, dueOn = '', dueTime = '' } = fields;
				return createFollowUp({ title, dueOn, dueTime, isTheirs, ...sentLinks(about), id: tried });
			}}
			onDone={({ data, changeSet }) => {
				undoToast(message`Added ${data.title}`, changeSet);
				setId(null);
				setTurn(turn + 1);
				setChosen(undefined);
				setIsTheirs(false);
				setMoment('');
				onAdded(data.id);
			}}
		>
			<div id={newFollowUpAnchor} className="flex scroll-mt-20 flex-wrap items-start gap-2">
				<Field name="title" label="New follow-up" labelHidden required className="min-w-48 flex-[2_1_16rem]">
					{(control) => (
						<Input
							{...control}
							ref={titleInput}
							placeholder="What needs to be done?"
							autoComplete="off"
							autoFocus={turn > 0}
						/>
					)}
				</Field>
				<About
					key={proposal}
					inline
					unguarded
					className="min-w-48 flex-[1_1_14rem]"
					initial={about}
					companyId={next ? undefined : own?.companyId}
					onChoose={(link) => setChosen({ insteadOf: proposal, link })}
				/>
				<div className="flex items-start gap-2">
					<Due
						name="dueOn"
						timeName="dueTime"
						label="Due"
						labelHidden
						value={moment}
						onDay={setMoment}
						fieldClassName="w-52"
					/>
					<SubmitButton variant="secondary" pendingText="Adding…">
						Add
					</SubmitButton>
				</div>
				<Offer title={titleInput} onUse={setMoment} />
				<CheckboxField
					name="isTheirs"
					label="They promised this"
					checked={isTheirs}
					onCheckedChange={setIsTheirs}
					fieldClassName="w-full"
				/>
			</div>
			<OtherProblems fields={['title', 'dueOn', 'dueTime', 'isTheirs']} />
		</Form>
	);
}
