'use client';

import { useRef, useState } from 'react';
import { CheckboxField } from '@/components/form/checkbox-field';
import { DateField } from '@/components/form/date/date-field';
import { DayChips } from '@/components/form/date/day-chips';
import { OtherProblems } from '@/components/form/other-problems';
import { TextField } from '@/components/form/text-fields';
import type { ChosenLink } from '../follow-up-links';
import { LinkPicker } from './link-picker';

type FollowUpPartProps = { about: ChosenLink | undefined; onChoose: (chosen: ChosenLink | null) => void };

/** The fields of a new follow-up in a dialog. */
export function FollowUpPart({ about, onChoose }: FollowUpPartProps) {
	const [day, setDay] = useState('');
	const [isTheirs, setIsTheirs] = useState(false);
	const date = useRef<HTMLDivElement>(null);
	return (
		<div className="flex flex-col gap-4 px-5 py-4">
			<TextField name="title" label="Follow-up" placeholder="What needs to be done?" required autoFocus />
			<div ref={date} className="flex flex-col gap-1.5">
				<DateField name="dueOn" label="Due" leaning="future" value={day} onDay={setDay} />
				<DayChips
					label="Suggested dates"
					value={day}
					onChoose={setDay}
					onPick={() => date.current?.querySelector('button')?.click()}
				/>
			</div>
			<LinkPicker unguarded initial={about} onChoose={onChoose} />
			<CheckboxField name="isTheirs" label="They promised this" checked={isTheirs} onCheckedChange={setIsTheirs} />
			<OtherProblems fields={['title', 'dueOn', 'newCompany', 'isTheirs']} />
		</div>
	);
}
