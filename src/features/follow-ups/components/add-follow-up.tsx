'use client';

import { X } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { DateField } from '@/components/form/date/date-field';
import { Field } from '@/components/form/field';
import { Form } from '@/components/form/form';
import { OtherProblems } from '@/components/form/other-problems';
import { SubmitButton } from '@/components/form/submit-button';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { followNewFollowUpAnchor, newFollowUpAnchor } from '@/lib/shortcuts';
import { createFollowUp } from '../actions';
import type { ShownFollowUp } from '../days';
import type { FollowUpsOf } from '../queries';

type AddFollowUpProps = {
	of?: FollowUpsOf;
	/** The one that was done before; the new one belongs to the same. */
	next: ShownFollowUp | null;
	onDrop: () => void;
	titleInput: RefObject<HTMLInputElement | null>;
};

/** Adds a follow-up in one line: what, when, Enter. */
export function AddFollowUp({ of, next, onDrop, titleInput }: AddFollowUpProps) {
	const undoToast = useUndoToast();
	const [id, setId] = useState<string | null>(null);
	const [turn, setTurn] = useState(0);
	useEffect(() => void followNewFollowUpAnchor(), []);

	const { company, contact, deal } = next ?? {};
	const links = next ? { companyId: company?.id, contactId: contact?.id, dealId: deal?.id } : of;
	const about = [deal, contact, company].flatMap((link) => link?.name ?? []).join(' · ');
	return (
		<Form
			key={turn}
			stays
			className="border-t px-4 pt-3"
			action={(fields) => {
				// the same id for every try of this one
				const tried = id ?? uuidv7();
				setId(tried);
				return createFollowUp({ ...fields, ...links, id: tried });
			}}
			onDone={({ data, changeSet }) => {
				undoToast(`Added ${data.title}`, changeSet);
				setId(null);
				setTurn(turn + 1);
				onDrop();
			}}
		>
			<div id={newFollowUpAnchor} className="flex scroll-mt-20 flex-wrap items-start gap-2">
				<Field name="title" label="New follow-up" labelHidden required className="min-w-48 flex-1">
					{(control) => (
						<Input
							{...control}
							ref={titleInput}
							placeholder="What is to be done?"
							autoComplete="off"
							autoFocus={turn > 0}
						/>
					)}
				</Field>
				<DateField name="dueOn" label="Due" labelHidden leaning="future" fieldClassName="w-40" />
				<SubmitButton variant="secondary" pendingText="Adding…">
					Add
				</SubmitButton>
			</div>
			{about && (
				<p className="mt-1 flex items-center gap-1 text-muted-foreground text-xs">
					<span className="wrap-anywhere">For {about}</span>
					<Button variant="ghost" size="icon-sm" onClick={onDrop}>
						<X aria-hidden />
						<span className="sr-only">Not for {about}</span>
					</Button>
				</p>
			)}
			<OtherProblems fields={['title', 'dueOn']} />
		</Form>
	);
}
