'use client';

import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { Field } from '@/components/form/field';
import { Form, useFormState } from '@/components/form/form';
import { message } from '@/components/form/message';
import { OtherProblems } from '@/components/form/other-problems';
import { SubmitButton } from '@/components/form/submit-button';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { ChevronDownIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { createActivity } from '../actions';
import { ActivityDetails, detailFields } from './activity-details';
import { type OwnLinks, QuickLinks, quickLinkFields } from './quick-links';
import { TypeChoice } from './type-choice';

type LogActivityProps = {
	/** The company that it is logged for, and with whom and for which deal unless something else is chosen. */
	links: OwnLinks;
};

/** Logs what happened, in one line: a type, a subject, Enter. Everything else can be added before. */
export function LogActivity({ links }: LogActivityProps) {
	const undoToast = useUndoToast();
	const [more, setMore] = useState(false);
	const [id, setId] = useState<string | null>(null);
	const [turn, setTurn] = useState(0);
	return (
		<Form
			key={turn}
			guard
			className="rounded-lg border bg-card p-3"
			action={(fields) => {
				// the same id for every try of this one
				const tried = id ?? uuidv7();
				setId(tried);
				return createActivity({ ...fields, companyId: links.company.id, id: tried });
			}}
			onDone={({ data, changeSet }) => {
				undoToast(message`Logged ${data.subject}`, changeSet);
				setId(null);
				setMore(false);
				setTurn(turn + 1);
			}}
		>
			<div className="flex flex-wrap items-start gap-2">
				<TypeChoice compact />
				<Field name="subject" label="Subject" labelHidden required className="min-w-48 flex-1">
					{(control) => (
						<Input
							{...control}
							placeholder="What was said, or is to be said?"
							autoComplete="off"
							autoFocus={turn > 0}
						/>
					)}
				</Field>
			</div>
			<div className="mt-2 flex flex-wrap items-start gap-x-3 gap-y-2">
				<QuickLinks links={links} />
				<div className="ml-auto flex gap-2">
					<Button variant="ghost" aria-expanded={more} onClick={() => setMore(!more)}>
						<ChevronDownIcon className={more ? 'rotate-180' : undefined} /> More
					</Button>
					<SubmitButton pendingText="Logging…">Log activity</SubmitButton>
				</div>
			</div>
			<MoreFields open={more} />
			<OtherProblems fields={['type', 'subject', ...quickLinkFields, ...detailFields]} />
		</Form>
	);
}

/** Everything optional: kept when it is folded, and unfolded where something is wrong with it. */
function MoreFields({ open }: { open: boolean }) {
	const { fieldErrors } = useFormState();
	const refused = detailFields.some((name) => fieldErrors[name]);
	return (
		<div hidden={!open && !refused} className="mt-3 grid gap-4 sm:grid-cols-2 [&[hidden]]:hidden">
			<ActivityDetails />
		</div>
	);
}
