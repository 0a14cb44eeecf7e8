'use client';

import { useState } from 'react';
import { CheckboxField } from '@/components/form/checkbox-field';
import { useDateSettings } from '@/components/form/date/date-settings';
import { MomentField } from '@/components/form/date/moment-field';
import { Form } from '@/components/form/form';
import { message } from '@/components/form/message';
import { OtherProblems } from '@/components/form/other-problems';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { sayMomentShortly } from '@/lib/dates/dates-moment';
import type { DateStyle } from '@/lib/dates/dates-style';
import { correctMarked } from '@/lib/errors/failure';
import { editFollowUp } from '../actions';
import type { ShownFollowUp } from '../due-days';
import { type ChosenLink, linkOf, sentLinks } from '../follow-up-links';
import type { ChangedElsewhere } from '../server/follow-up-mutations';
import { LinkPicker } from './link-picker';
import { RepeatFields, repeatFieldNames, repeatIn } from './repeat-fields';

type EditFollowUpProps = { followUp: ShownFollowUp; onClose: () => void; onLeave: () => void };

const fieldNames = ['title', 'dueOn', 'dueTime', 'isTheirs', 'isImportant', 'newCompany', ...repeatFieldNames];

/** Edits a follow-up's title, due date, rule and record in its line. */
export function EditFollowUp({ followUp, onClose, onLeave }: EditFollowUpProps) {
	const { style } = useDateSettings();
	// only changed fields are sent, so that a date to which it was snoozed elsewhere stays
	const [{ id, title, dueOn, dueTime, repeats, isTheirs: wasTheirs, isImportant: wasImportant, ...about }] =
		useState(followUp);
	// what the fields showed, or what somebody else has made of them since, once that has been said here
	const [was, setWas] = useState({ title, dueOn: dueOn ?? '', dueTime: dueTime ?? '' });
	const [moment, setMoment] = useState([dueOn, dueTime].filter(Boolean).join('T'));
	const [isTheirs, setIsTheirs] = useState(wasTheirs);
	const [isImportant, setIsImportant] = useState(wasImportant);
	const [chosen, setChosen] = useState<ChosenLink | null>();
	const undoToast = useUndoToast();

	async function save(fields: Record<string, unknown>) {
		const rule = repeatIn(fields);
		const hasOtherRule = JSON.stringify(withoutEmpty(rule)) !== JSON.stringify(withoutEmpty(repeats));
		const due = { dueOn: fields.dueOn, dueTime: fields.dueTime };
		const hasOtherDue = due.dueOn !== (dueOn ?? '') || due.dueTime !== (dueTime ?? '');
		const result = await editFollowUp({
			id,
			was,
			...(fields.title !== title && { title: fields.title }),
			...(isTheirs !== wasTheirs && { isTheirs }),
			...(isImportant !== wasImportant && { isImportant }),
			...(hasOtherDue && due),
			// without a date it repeats never, which the date says already
			...(hasOtherRule && due.dueOn !== '' && { repeats: rule }),
			...(chosen !== undefined && { links: sentLinks(chosen) }),
		});
		if (!result.ok || !result.data.others) return result;
		const { others } = result.data;
		setWas({
			title: others.title ?? was.title,
			dueOn: others.due ? (others.due.dueOn ?? '') : was.dueOn,
			dueTime: others.due ? (others.due.dueTime ?? '') : was.dueTime,
		});
		const fieldErrors = sayOthers(others, style);
		return { ok: false as const, message: correctMarked(Object.keys(fieldErrors).length), fieldErrors };
	}

	return (
		<Form
			stays
			action={save}
			onDone={({ data, changeSet }) => {
				onLeave();
				onClose();
				undoToast(message`Saved ${data.title}`, changeSet);
			}}
		>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: Escape in any of the fields does what Cancel does. */}
			<div
				className="flex flex-wrap items-start gap-2"
				onKeyDown={(event) => {
					// an open list of the picker closes first
					if (event.key !== 'Escape' || event.defaultPrevented) return;
					event.preventDefault();
					onClose();
				}}
			>
				<TextField
					name="title"
					label="Follow-up"
					required
					autoFocus
					defaultValue={title}
					fieldClassName="min-w-48 flex-1"
				/>
				<MomentField
					name="dueOn"
					timeName="dueTime"
					label="Due"
					value={moment}
					onDay={setMoment}
					fieldClassName="w-52"
				/>
				<LinkPicker
					className="min-w-60 flex-1"
					initial={chosen === undefined ? linkOf(about) : (chosen ?? undefined)}
					onChoose={setChosen}
				/>
				<div className="w-full">
					<RepeatFields day={moment.slice(0, 10)} initial={repeats} />
				</div>
				<CheckboxField
					name="isImportant"
					label="High priority"
					checked={isImportant}
					onCheckedChange={setIsImportant}
					fieldClassName="mr-2"
				/>
				<CheckboxField
					name="isTheirs"
					label="They promised this"
					checked={isTheirs}
					onCheckedChange={setIsTheirs}
					fieldClassName="mr-auto"
				/>
				<div className="flex gap-2">
					<SubmitButton pendingText="Saving…">Save</SubmitButton>
					<Button variant="ghost" onClick={onClose}>
						Cancel
					</Button>
				</div>
			</div>
			<OtherProblems fields={fieldNames} />
		</Form>
	);
}

/** A rule in one order of its parts, for a comparison. */
function withoutEmpty(rule: unknown): unknown {
	return (
		rule &&
		Object.entries(rule)
			.filter(([, value]) => value !== '')
			.toSorted()
	);
}

/** What another tab or window has set, at the fields that would replace it. */
function sayOthers({ title, due }: ChangedElsewhere, style: DateStyle): Record<string, string> {
	const moment = due && [due.dueOn, due.dueTime].filter(Boolean).join('T');
	const say = (value: string) => `Changed to ${value} in another tab or window. Save again to replace it.`;
	return {
		...(title !== undefined && { title: say(`“${title}”`) }),
		...(moment !== undefined && { dueOn: say(moment ? sayMomentShortly(moment, style) : 'no date') }),
	};
}
