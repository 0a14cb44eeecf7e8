'use client';

import type { Route } from 'next';
import { useState } from 'react';
import { withCustom } from '@/components/form/custom-form';
import { CustomInputs } from '@/components/form/custom-inputs';
import { Form } from '@/components/form/form';
import { message } from '@/components/form/message';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import { useLeave } from '@/components/form/use-leave';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { FormField } from '@/domain/custom-fields/custom-field-types';
import { activityPath } from '@/domain/paths';
import { createActivity, updateActivity } from '../actions';
import type { ActivityType } from '../activity-types';
import { ActivityDetails, type DetailValues } from './activity-details';
import { ActivityLinks, type LinkChoices } from './activity-links';
import { TypeChoice } from './type-choice';

type ActivityFormProps = {
	/** The id of the activity to be, or of the one that is changed. */
	id: string;
	activity?: DetailValues & { version: number; type: ActivityType; subject: string };
	links: LinkChoices;
	custom: FormField[];
	/** What a new one is at first, and what it says. */
	type?: ActivityType;
	subject?: string;
	/** The present day and time in the account's time zone, for a new one. */
	now?: string;
	/** Where a new one leads to when it is saved, and what Cancel does. */
	back: Route;
	/** The record whose page that is: a new one that was logged for another leads to its own page. */
	origin?: { link: 'companyId' | 'contactId' | 'dealId'; id: string } | undefined;
};

/** Logs an activity with all its fields, or changes one. */
export function ActivityForm({ back, origin, ...opened }: ActivityFormProps) {
	// what the form was opened with, whatever the page is refreshed to meanwhile
	const [{ id, activity, links, custom, now, type, subject }] = useState(opened);
	const leave = useLeave();
	const undoToast = useUndoToast();
	const save = activity ? updateActivity : createActivity;
	return (
		<Form
			guard
			className="max-w-2xl"
			action={(fields) => save({ ...withCustom(fields), id, ...(activity && { version: activity.version }) })}
			onDone={({ data, changeSet }) => {
				undoToast(activity ? message`Saved ${data.subject}` : message`Logged ${data.subject}`, changeSet);
				const isThere =
					!origin || (origin.link === 'contactId' ? data.people.includes(origin.id) : data[origin.link] === origin.id);
				leave(!activity && isThere ? back : activityPath(data.id));
			}}
		>
			<div className="grid gap-4 sm:grid-cols-2">
				<div className="sm:col-span-2">
					<TypeChoice initial={activity?.type ?? type ?? 'call'} />
				</div>
				<TextField
					name="subject"
					label="Subject"
					required
					autoFocus
					defaultValue={activity?.subject ?? subject}
					fieldClassName="sm:col-span-2"
				/>
				<ActivityLinks initial={links} />
				<ActivityDetails {...(activity && { values: activity })} {...(now && { now })} />
				<CustomInputs fields={custom} />
			</div>
			<div className="mt-5 flex gap-2">
				<SubmitButton pendingText="Saving…">{activity ? 'Save activity' : 'Log activity'}</SubmitButton>
				<Button asChild variant="ghost">
					<Link replace href={back}>
						Cancel
					</Link>
				</Button>
			</div>
		</Form>
	);
}
