'use client';

import { useRef } from 'react';
import { DayChips } from '@/components/form/date/day-chips';
import { MomentInput } from '@/components/form/date/moment-field';
import { Field } from '@/components/form/field';
import { ArrowRightIcon } from '@/components/ui/icons';

type NextStepProps = {
	/** It is shown when the composer is used: its code is fetched at once. */
	open: true;
	initial: string;
	/** YYYY-MM-DD, perhaps with a time (YYYY-MM-DDTHH:mm), or empty. */
	day: string;
	onDay: (day: string) => void;
};

/** What was agreed to do next, and on which day. */
export function NextStep({ initial, day, onDay }: NextStepProps) {
	const date = useRef<HTMLDivElement>(null);
	return (
		<div data-next>
			<ArrowRightIcon className="mt-2.5 size-4 shrink-0 text-muted-foreground pointer-coarse:mt-3" />
			<div className="flex min-w-0 flex-1 flex-wrap gap-x-2">
				<Field name="nextSteps" label="Next step" labelHidden className="min-w-40 flex-1">
					{(control) => (
						<input
							{...control}
							type="text"
							data-plain
							autoComplete="off"
							maxLength={2_000}
							placeholder="Next step"
							defaultValue={initial}
						/>
					)}
				</Field>
				<div ref={date}>
					<Field name="followUpOn" also="followUpTime" label="Date of the next step" labelHidden className="w-52">
						{(control) => (
							<MomentInput
								{...control}
								timeName="followUpTime"
								value={day}
								onDay={onDay}
								inputClassName="h-8 pointer-coarse:h-11"
							/>
						)}
					</Field>
				</div>
				<div className="w-full">
					<DayChips
						label="Suggested dates"
						value={day}
						onChoose={onDay}
						onPick={() => date.current?.querySelector('button')?.click()}
					/>
				</div>
			</div>
		</div>
	);
}
