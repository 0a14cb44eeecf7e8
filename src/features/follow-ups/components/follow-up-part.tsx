'use client';

import { useRef, useState } from 'react';
import { CheckboxField } from '@/components/form/checkbox-field';
import { DayChips } from '@/components/form/date/day-chips';
import { MomentField } from '@/components/form/date/moment-field';
import { OtherProblems } from '@/components/form/other-problems';
import { TextField } from '@/components/form/text-fields';
import type { ChosenLink } from '../follow-up-links';
import { LinkPicker } from './link-picker';
import { RepeatFields, repeatFieldNames } from './repeat-fields';
import { TitleOffer } from './title-offer';

type FollowUpPartProps = { about: ChosenLink | undefined; onChoose: (chosen: ChosenLink | null) => void };

const fields = ['title', 'dueOn', 'dueTime', 'newCompany', 'isTheirs', 'isImportant', ...repeatFieldNames];

/** The fields of a new follow-up in a dialog. */
export function FollowUpPart({ about, onChoose }: FollowUpPartProps) {
	const [moment, setMoment] = useState('');
	const [isTheirs, setIsTheirs] = useState(false);
	const [isImportant, setIsImportant] = useState(false);
	const date = useRef<HTMLDivElement>(null);
	const title = useRef<HTMLInputElement>(null);
	return (
		<div className="flex flex-col gap-4 px-5 py-4">
			<div>
				<TextField name="title" label="Follow-up" placeholder="What needs to be done?" required autoFocus ref={title} />
				<TitleOffer title={title} onUse={setMoment} />
			</div>
			<div ref={date} className="flex flex-col gap-1.5">
				<MomentField name="dueOn" timeName="dueTime" label="Due" value={moment} onDay={setMoment} />
				<DayChips
					label="Suggested dates"
					value={moment}
					onChoose={setMoment}
					onPick={() => date.current?.querySelector('button')?.click()}
				/>
			</div>
			<RepeatFields day={moment.slice(0, 10)} />
			<LinkPicker unguarded initial={about} onChoose={onChoose} />
			<CheckboxField name="isImportant" label="High priority" checked={isImportant} onCheckedChange={setIsImportant} />
			<CheckboxField name="isTheirs" label="They promised this" checked={isTheirs} onCheckedChange={setIsTheirs} />
			<OtherProblems fields={fields} />
		</div>
	);
}
