'use client';

import { type RefObject, useState } from 'react';
import { DateField } from '@/components/form/date/date-field';
import { useDateSettings } from '@/components/form/date/date-settings';
import { dayChoices } from '@/components/form/date/day-choices';
import { Form } from '@/components/form/form';
import { message } from '@/components/form/message';
import { SubmitButton } from '@/components/form/submit-button';
import { useUndoToast } from '@/components/form/undo-toast';
import { AnchoredPopover } from '@/components/ui/anchored-popover';
import { daysLater, monthsLater } from '@/lib/dates/dates';
import { sayDateShortly } from '@/lib/dates/dates-style';
import { changeDealField } from '../actions';

type MoveCloseDateProps = {
	deal: { id: string; name: string };
	/** The expected close date that is there, YYYY-MM-DD. */
	day: string;
	open: boolean;
	anchor: RefObject<HTMLElement | null>;
	onClose: (byKey: boolean) => void;
};

/** Moves the expected close date of a deal, by a choice or as it is typed. */
export function MoveCloseDate({ deal, day: was, open, anchor, onClose }: MoveCloseDateProps) {
	const { style, todayNow } = useDateSettings();
	const undoToast = useUndoToast();
	const [day, setDay] = useState(was);
	const today = todayNow();
	const choices = [
		...dayChoices(today, style).slice(-1),
		{ name: '+2 weeks', day: daysLater(today, 14) },
		{ name: '+1 month', day: monthsLater(today, 1) },
		{ name: '+3 months', day: monthsLater(today, 3) },
	];
	return (
		<AnchoredPopover anchor={anchor} label={`Expected close date of ${deal.name}`} open={open} onClose={onClose}>
			<Form
				stays
				className="flex w-64 flex-col gap-3"
				action={async ({ expectedCloseOn }) => {
					const result = await changeDealField({
						id: deal.id,
						was,
						field: 'expectedCloseOn',
						value: expectedCloseOn,
					});
					if (!result.ok && result.fieldErrors?.value)
						return { ...result, fieldErrors: { expectedCloseOn: result.fieldErrors.value } };
					if (result.ok && result.data.is === 'conflict') {
						const text = result.data.value ? sayDateShortly(result.data.value, style) : 'empty';
						return {
							ok: false as const,
							message: `The date was changed elsewhere and is ${text} now. Nothing was saved.`,
						};
					}
					return result;
				}}
				onDone={({ changeSet }) => {
					onClose(true);
					undoToast(message`Moved the close date of ${deal.name}`, changeSet);
				}}
			>
				{/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; these are buttons. */}
				<div role="group" aria-label="Expected close date" className="day-chips">
					{choices.map((choice) => (
						<button
							key={choice.name}
							type="button"
							aria-pressed={day === choice.day}
							onClick={() => setDay(choice.day)}
						>
							{choice.name}
						</button>
					))}
				</div>
				<DateField
					name="expectedCloseOn"
					label="Expected close date"
					leaning="future"
					value={day}
					onDay={(typed) => typed && setDay(typed)}
				/>
				<SubmitButton pendingText="Saving…">Save date</SubmitButton>
			</Form>
		</AnchoredPopover>
	);
}
